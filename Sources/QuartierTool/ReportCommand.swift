internal import ArgumentParser
internal import Pipeline
internal import Wording

/// `quartier report`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write the reports and tables of a run again, without computing.",
        discussion: """
            Takes texts, languages, sources and rules of protection from the project file as it is now; layers and figures
            are those of the run. Both editions are replaced together; what was released stays as it is.

            EXAMPLES
              quartier report
              quartier report ergebnis --project town/quartier.yaml
              quartier report --pdf --docx         for the internal edition; for the public one: quartier publish
            """)

    @Argument(help: "The folder that quartier run wrote.")
    var folder = "ergebnis"

    @Option(name: .shortAndLong, help: "The project file.")
    var project = "quartier.yaml"

    @OptionGroup(title: "Files") var printing: PrintOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        shared.apply(for: project)
        let progress = ProgressLine(quiet: shared.quiet)
        defer { progress.clear() }
        let summary = try Report.render(
            run: folder, project: project, options: ReportOptions(language: shared.language, forms: printing.forms),
            progress: progress.reporter)
        progress.clear()
        guard !shared.quiet else { return }
        Terminal.error(Catalogue.of(summary.language).text("report.summary", ["folder": summary.output]))
    }
}
