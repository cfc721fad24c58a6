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
