internal import ArgumentParser
internal import Features
internal import History
internal import Indicators
internal import Pipeline
internal import Wording

/// `quartier before-after`.
struct BeforeAfterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "before-after", abstract: "Put two dates around a measure side by side, with the known reasons.",
        discussion: """
            Two runs of the history, or the project files of two dates, whose causes are then told apart as well. The
            measure is a note of the kind measure; its quarters are those that it names and those of its places. They are
            compared with quarters without a measure where there are at least ten of these. For use inside the
            administration.

            EXAMPLES
              quartier before-after 2023 2024 --measure 2024-massnahme-schluessel
              quartier before-after 2023/quartier.yaml 2024/quartier.yaml --measure 2024-massnahme-jugendtreff
              quartier before-after 2023 2024 --measure 2024-massnahme-schluessel --indicator coverage_share --json

            EXIT STATUS
              0 done · 2 unreadable · 64 no such run or measure · 65 malformed file
            """)

    @Argument(help: "The earlier run, or the project file of the earlier date.")
    var before: String
    @Argument(help: "The later run, or the project file of the later date.")
    var after: String
    @Option(help: "The id of the note that tells of the measure.")
    var measure: String
    @Option(help: "Only this indicator (repeat for more); by default the main ones.")
    var indicator: [String] = []
    @OptionGroup var place: HistoryCommand.Place
    @Flag(help: "Print JSON.")
    var json = false
    @Flag(help: "Every group, category and unchanged figure, too.")
    var all = false
    @OptionGroup var grid: GridOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if CompareCommand.isFile(before) != CompareCommand.isFile(after) {
            throw ValidationError(Catalogue.of(Terminal.language).text("before_after.alike"))
        }
        for id in indicator where IndicatorCatalogue.indicator(id) == nil {
            throw ValidationError(Catalogue.of(Terminal.language).text("before_after.indicator", ["id": id]))
        }
    }

    func run() throws {
        let isFile = CompareCommand.isFile(before)
        let path = isFile ? after : place.project
        shared.apply(for: path)
        let progress = ProgressLine(quiet: shared.quiet)
        defer { progress.clear() }
        let found: BeforeAfter
        if isFile {
            found = try BeforeAfter.between(
                projects: before, after, measure: measure, indicators: Set(indicator), everything: json || all,
                missingGrid: grid.policy, progress: progress.reporter)
        } else {
            found = try BeforeAfter.between(
                runs: before, after, in: HistoryStore.openReadOnly(place.path(shared)), project: place.project,
                measure: measure, indicators: Set(indicator), missingGrid: grid.policy)
        }
        progress.clear()
        Terminal.out(json ? found.json() : found.text(Terminal.language, everything: all))
    }
}
