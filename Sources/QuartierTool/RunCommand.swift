internal import ArgumentParser
internal import Features
internal import Pipeline
internal import Wording

/// `quartier run`.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Compute, and write tables, maps and reports.",
        discussion: """
            EXAMPLES
              quartier run
              quartier run town/quartier.yaml --output result --overwrite

            The output folder appears whole or not at all. internal/ is unprotected and for the town hall;
            draft/ is the edition for the public: read it, then release it with quartier publish.
            Where the project file names a history, the run is recorded there: quartier history.
            """)

    @Option(name: .shortAndLong, help: "The folder to write.")
    var output = "ergebnis"

    @Flag(help: "Replace an older output of quartier.")
    var overwrite = false

    @Option(help: "What is to be known of this run in the history.")
    var note = ""

    @OptionGroup var computing: ComputingOptions

    func run() throws {
        let shared = computing.shared
        shared.apply(for: computing.project)
        let progress = ProgressLine(quiet: shared.quiet)
        defer { progress.clear() }
        let summary = try Run.run(
            project: computing.project, options: computing.run(to: output, overwrite: overwrite, note: note),
            progress: progress.reporter)
        progress.clear()
        for finding in summary.findings
        where [.countsNotProtected, .nothingReleased, .boundariesChanged].contains(finding.code) {
            Terminal.error(finding.description(summary.language))
        }
        guard !shared.quiet else { return }
        let findings = Dictionary(grouping: summary.findings, by: \.severity).mapValues(\.count)
        let catalogue = Catalogue.of(summary.language)
        Terminal.error(
            catalogue.text(
                "run.summary",
                [
                    "values": catalogue.counted("count.values", summary.valueCount), "folder": summary.output,
                    "errors": catalogue.counted("count.errors", findings[.error] ?? 0),
                    "warnings": catalogue.counted("count.warnings", findings[.warning] ?? 0),
                    "notes": catalogue.counted("count.notes", findings[.note] ?? 0),
                ]))
        guard let recorded = summary.recorded else { return }
        Terminal.error(catalogue.text(recorded.isNew ? "run.recorded" : "run.known", ["run": "\(recorded.number)"]))
    }
}
