public import ArgumentParser
public import Features
internal import Foundation
internal import Pipeline
internal import ReferenceSystems
internal import Wording

/// `quartier check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look through all data; compute nothing.",
        discussion: """
            EXAMPLES
              quartier check quartier.yaml
              quartier check --output-format geojson > problems.geojson
              quartier check --list korrektur   also write a list of places and offers for colleagues to correct

            EXIT STATUS
              0 clean or notes only · 1 findings above the allowed level · 2 unreadable · 65 malformed
            """)

    @Argument(help: "The project file.")
    var project = "quartier.yaml"

    @Option(help: "text, json, or geojson (a point at each problem).")
    var outputFormat = OutputFormat.text

    @Option(help: "The weight of findings that is allowed: note, warning or error.")
    var allow = Severity.note

    @Flag(help: "Show every finding, not only the first five of a code.")
    var all = false

    @Option(help: "The folder for korrekturliste.html and .csv: places and offers, what is not recorded. Internal.")
    var list: String?

    @OptionGroup var grid: GridOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        shared.apply()
        let progress = ProgressLine(quiet: shared.quiet)
        let report = CheckReport.make(
            project: project, missingGrid: grid.policy, progress: progress.reporter)
        progress.clear()
        let language = shared.language ?? report.language ?? Terminal.language
        switch outputFormat {
        case .text:
            let text = report.text(language, limit: all ? .max : 5)
            Terminal.out(text)
        case .json: Terminal.out(report.json(language))
        case .geojson: Terminal.out(report.geoJSON(language))
        }
        if let list {
            let paths = try report.writeCorrectionList(into: list, language)
            if !shared.quiet {
                let key = paths.isEmpty ? "check.list.none" : "check.list.written"
                Terminal.error(Catalogue.of(language).text(key, ["files": paths.joined(separator: ", ")]))
            }
        }
        let code = report.exitCode(allowed: allow)
        if code != 0 { throw ExitCode(code) }
    }
}

extension Severity: ExpressibleByArgument {}

/// What to do where a datum shift lacks its grid.
struct GridOptions: ParsableArguments {
    @Flag(help: "Where a datum shift lacks its grid file, take a less accurate one and say so.")
    var allowLessAccurate = false

    var policy: MissingGridPolicy { allowLessAccurate ? .allowLessAccurate : .refuse }
}
