internal import ArgumentParser
internal import Features
internal import Indicators
internal import Pipeline
internal import Wording

/// `quartier indicators`.
struct IndicatorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators", abstract: "List the indicators, or show the method sheet of one.",
        discussion: """
            The list goes by theme. A star marks what every run computes; all else is computed where the project file
            names it under `indicators: also`. With --in or --project the sheet speaks with a town's own number.

            EXAMPLES
              quartier indicators
              quartier indicators open_access --language en
              quartier indicators open_access --in ergebnis
              quartier indicators gravity_access --project quartier.yaml
            """)

    @Argument(help: "The id of an indicator.")
    var id: String?

    @Option(name: .customLong("in"), help: "The output folder of a run, whose numbers the sheet tells.")
    var folder: String?

    @Option(help: "A project file, whose number is computed and told.")
    var project: String?

    @OptionGroup var grid: GridOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if folder != nil, project != nil { throw ValidationError("--in and --project exclude each other.") }
        if id == nil, folder != nil || project != nil { throw ValidationError("--in and --project need an id.") }
    }

    func run() throws {
        shared.apply(for: project)
        guard let id else { return Terminal.out(list()) }
        guard let descriptor = IndicatorCatalogue.indicator(id)?.descriptor else {
            let near = closest(to: id, among: IndicatorCatalogue.all.map(\.descriptor.id))
            throw ValidationError(text("indicators.unknown", ["id": id, "suggestion": near ?? "–"]))
        }
        let figures = try figures(of: id)
        let language = Terminal.language
        Terminal.out(descriptor.methodSheet(language, of: figures?.town, in: figures?.table))
        if let figures, descriptor.sentence(language, of: figures.town, in: figures.table) == nil {
            Terminal.error(text("indicators.no_values", ["file": folder ?? project ?? "", "id": id]))
        }
    }

    /// The town's own numbers, where they are asked for.
    private func figures(of id: String) throws -> TownFigures? {
        if let folder { return try TownFigures.read(folder: folder) }
        guard let project else { return nil }
        let progress = ProgressLine(quiet: shared.quiet)
        defer { progress.clear() }
        return try TownFigures.compute(
            project: project, also: id, missingGrid: grid.policy, progress: progress.reporter)
    }

    /// All indicators, theme by theme: a star for what is always computed, the id, the title, and whether it is internal.
    private func list() -> String {
        let all = IndicatorCatalogue.all.map(\.descriptor)
        let width = (all.map(\.id.count).max() ?? 0) + 2
        var lines: [String] = []
        for theme in IndicatorDescriptor.Theme.allCases {
            let members = all.filter { $0.theme == theme }
            if members.isEmpty { continue }
            lines += [lines.isEmpty ? "" : "\n", text("theme.\(theme.rawValue)") + "\n"]
            for member in members {
                let id = member.id + String(repeating: " ", count: width - member.id.count)
                let mark = member.isInternal ? " [\(text("indicators.internal"))]" : ""
                lines.append(
                    (member.isDefault ? "* " : "  ") + id + member.text(.title, Terminal.language) + mark + "\n")
            }
        }
        lines.append("\n* \(text("indicators.default")); \(text("indicators.on_request"))\n")
        return lines.joined()
    }

    private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
        Catalogue.of(Terminal.language).text(key, arguments)
    }
}
