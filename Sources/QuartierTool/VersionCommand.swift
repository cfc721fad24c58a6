internal import ArgumentParser
internal import Pipeline
internal import ReferenceSystems
internal import Topology

/// `quartier version`: the same as `quartier --version`.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

    @Flag(help: "Also the versions of GEOS, PROJ and the EPSG database.")
    var verbose = false

    func run() throws {
        Terminal.out(VersionText.text(verbose: verbose))
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
