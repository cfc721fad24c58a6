internal import ArgumentParser
internal import Pipeline
internal import ReferenceSystems
internal import Topology

/// `quartier version`: the same as `quartier --version`.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

    @ParentCommand var quartier: Quartier

    func run() throws {
        Terminal.out(VersionText.text(verbose: quartier.verbose))
    }
}

/// The version as text.
enum VersionText {
    static func text(verbose: Bool) -> String {
        guard verbose else { return "quartier \(QuartierVersion.number)\n" }
        return """
            quartier \(QuartierVersion.number)
            GEOS \(TopologyLibrary.version)
            PROJ \(ProjLibrary.version)
            EPSG database \(ProjLibrary.databaseVersion ?? "–")

            """
    }
}
