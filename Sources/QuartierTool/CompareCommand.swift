internal import ArgumentParser
internal import Features
internal import History
internal import Pipeline
internal import Wording

/// `quartier compare`.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Say what differs between two runs, or what would if places, hours or offers were changed.",
        discussion: """
            Two runs of the history are named by number, period, latest or previous: their figures and places are compared.
            Main figures of all residents are told, all others with --all and in JSON.
            Figures of two methods are shown side by side and not subtracted. Where boundaries of quarters changed, the earlier
            counts and shares are converted to those of the later run, as estimates between bounds; others are not compared.

            Of a project file and a change file (both .yaml) it says who would gain and who would lose: longer hours, one
            place more, a place that closes, an offer that ends. For use inside the administration.

            EXAMPLES
              quartier compare 2023 2024
              quartier compare previous latest --output-format json
              quartier compare previous latest --exit-code --quiet
              quartier compare quartier.yaml aenderung.yaml
              quartier compare quartier.yaml aenderung.yaml --all --json > waswaere.json

            EXIT STATUS
              0 done · 1 with --exit-code: something differs · 2 unreadable · 64 no such run · 65 malformed file
            """)

    @Argument(help: "The earlier run; or a project file.")
    var before: String
    @Argument(help: "The later run; or a change file.")
    var after: String
    @OptionGroup var place: HistoryCommand.Place
    @Option(help: "text or json.")
    var outputFormat = TableFormat.text
    @Flag(help: "The same as --output-format json.")
    var json = false
    @Flag(help: "End with 1 where something differs.")
    var exitCode = false
    @Flag(help: "All figures, all groups; of a change file also the quarters where nothing changes.")
    var all = false
    @OptionGroup var grid: GridOptions
    @OptionGroup var shared: SharedOptions

    /// Whether an argument names a file: runs have numbers, periods or words.
    static func isFile(_ argument: String) -> Bool {
        let name = argument.lowercased()
        return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }

    func validate() throws {
        if CompareCommand.isFile(before) != CompareCommand.isFile(after) {
            throw ValidationError(Catalogue.of(Terminal.language).text("scenario.needs_two_files"))
        }
    }

    func run() throws {
        let isDifferent = CompareCommand.isFile(before) ? try compareFiles() : try compareRuns()
        if exitCode, isDifferent { throw ExitCode(1) }
    }

    private var isJSON: Bool { json || outputFormat == .json }

    /// What would be otherwise; whether anything would.
    private func compareFiles() throws -> Bool {
        shared.apply(for: before)
        let progress = ProgressLine(quiet: shared.quiet)
        defer { progress.clear() }
        let comparison = try ScenarioComparison.between(
            project: before, changes: after, missingGrid: grid.policy, progress: progress.reporter)
        progress.clear()
        for finding in comparison.findings { Terminal.error(finding.description(Terminal.language)) }
        Terminal.out(isJSON ? comparison.json() : comparison.text(Terminal.language, everything: all))
        return !comparison.isEmpty
    }

    /// What differs between two runs; whether anything does.
    private func compareRuns() throws -> Bool {
        let store = try HistoryStore.openReadOnly(place.path(shared))
        let comparison = try store.compare(
            store.run(named: before).id, store.run(named: after).id, converting: HistoryConversion.convert)
        if isJSON {
            Terminal.out(HistoryText.json(comparison))
        } else {
            Terminal.out(HistoryText.table(comparison, everything: all))
            let counts = [
                "before": "\(comparison.before.id) (\(comparison.before.period))",
                "after": "\(comparison.after.id) (\(comparison.after.period))",
                "figures": "\(comparison.figures.count)", "same": "\(comparison.unchangedFigures)",
                "places": "\(comparison.places.count)",
            ]
            if !shared.quiet {
                if let note = HistoryText.boundaries(comparison) { Terminal.error(note) }
                Terminal.error(HistoryText.text("compare.summary", counts))
            }
        }
        return !comparison.isEmpty
    }
}
