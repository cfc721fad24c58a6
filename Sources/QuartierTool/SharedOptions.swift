public import ArgumentParser
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

/// In which form a command prints.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, geojson
}
