internal import ArgumentParser
internal import History
internal import Pipeline
internal import Wording

/// `quartier compare`.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Say what differs between two runs: figures and places.",
        discussion: """
            A run is named by its number, its period, latest or previous. Figures of two methods are shown side by side
            and not subtracted.

            EXAMPLES
              quartier compare 2023 2024
              quartier compare previous latest --output-format json
              quartier compare previous latest --exit-code --quiet

            EXIT STATUS
              0 done · 1 with --exit-code: something differs · 64 no such run
            """)

    @Argument(help: "The earlier run.")
    var before: String
    @Argument(help: "The later run.")
    var after: String
    @OptionGroup var place: HistoryCommand.Place
    @Option(help: "text or json.")
    var outputFormat = TableFormat.text
    @Flag(help: "End with 1 where something differs.")
    var exitCode = false
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let store = try HistoryStore.openReadOnly(place.path(shared))
        let comparison = try store.compare(store.run(named: before).id, store.run(named: after).id)
        if outputFormat == .json {
            Terminal.out(HistoryText.json(comparison))
        } else {
            Terminal.out(HistoryText.table(comparison))
            let counts = [
                "before": "\(comparison.before.id) (\(comparison.before.period))",
                "after": "\(comparison.after.id) (\(comparison.after.period))",
                "figures": "\(comparison.figures.count)", "same": "\(comparison.unchangedFigures)",
                "places": "\(comparison.places.count)",
            ]
            if !shared.quiet { Terminal.error(HistoryText.text("compare.summary", counts)) }
        }
        if exitCode, !comparison.isEmpty { throw ExitCode(1) }
    }
}
