public import ArgumentParser
internal import Pipeline
public import Wording

extension Language: ExpressibleByArgument {}

/// Options that mean the same in every command.
struct SharedOptions: ParsableArguments {
    @Option(help: "Language of messages and reports: de or en.")
    var language: Language?

    @Flag(name: .shortAndLong, help: "No progress, no summary.")
    var quiet = false

    /// Makes the choice hold for all messages.
    func apply() {
        if let language { Terminal.language = language }
    }

    /// The same, and where nothing was chosen, the language that a project file declares.
    func apply(for project: String?) {
        apply()
        if language == nil, let project, let declared = ProjectLanguage.declared(in: project) {
            Terminal.language = declared
        }
    }
}

/// What every command takes that computes a project: `run`, `update`, `schedule tick`, `schedule run`.
struct ComputingOptions: ParsableArguments {
    @Argument(help: "The project file.")
    var project = "quartier.yaml"
    @OptionGroup var grid: GridOptions
    @OptionGroup var shared: SharedOptions

    /// An update at a moment, seconds after 1970-01-01 00:00:00 UTC.
    func update(at moment: Int) -> UpdateOptions {
        UpdateOptions(
            now: moment, language: shared.language, environmentLanguage: Terminal.environmentLanguage,
            missingGrid: grid.policy)
    }

    /// A run now.
    func run(to output: String, overwrite: Bool, note: String) -> RunOptions {
        RunOptions(
            output: output, overwrite: overwrite, language: shared.language,
            environmentLanguage: Terminal.environmentLanguage, missingGrid: grid.policy, recordedAt: Clock.now,
            note: note)
    }
}

/// What is made of each page of a report beside it.
struct PrintOptions: ParsableArguments {
    @Flag(help: "Make a PDF file of each page of the report (needs WeasyPrint).")
    var pdf = false

    @Flag(help: "Make a file for Word of each page of the report (needs pandoc).")
    var docx = false

    @Flag(help: "Make a file for LibreOffice of each page of the report (needs pandoc).")
    var odt = false

    var forms: Set<PrintedForm> {
        Set([(pdf, PrintedForm.pdf), (docx, .docx), (odt, .odt)].filter(\.0).map(\.1))
    }
}

/// In which form a command prints.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, geojson
}
