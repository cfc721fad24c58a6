internal import ArgumentParser
internal import Pipeline
internal import Wording

/// `quartier causes`.
struct CausesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "causes", abstract: "Say which part of each change between two dates is due to what.",
        discussion: """
            Takes the project files of two dates and computes the town for every mixture of their data: people, places and
            hours, streets, boundaries, settings. The parts add up to the difference. A file that shrank implausibly is
            called a fault of the data, not a loss of the town. For use inside the administration.

            EXAMPLES
              quartier causes 2023/quartier.yaml 2024/quartier.yaml
              quartier causes 2023/quartier.yaml 2024/quartier.yaml --all
              quartier causes 2023/quartier.yaml 2024/quartier.yaml --output-format json > gruende.json
            """)

    @Argument(help: "The project file of the earlier date.")
    var earlier: String

    @Argument(help: "The project file of the later date.")
    var later: String

    @Option(help: "text or json.")
    var outputFormat = AuditFormat.text

    @Flag(help: "Quarters, areas and groups, too.")
    var all = false

    @OptionGroup var grid: GridOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        shared.apply(for: later)
        let progress = ProgressLine(quiet: shared.quiet)
        defer { progress.clear() }
        let attribution = try ChangeAttribution.between(
            earlier, later, missingGrid: grid.policy, progress: progress.reporter)
        progress.clear()
        switch outputFormat {
        case .text: Terminal.out(attribution.text(Terminal.language, everything: all))
        case .json: Terminal.out(attribution.json())
        }
    }
}
