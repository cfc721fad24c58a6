internal import ArgumentParser
internal import Features
internal import Wording

/// `quartier explain`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain a finding of the check: what it says, what it weighs, what to do.",
        discussion: """
            EXAMPLES
              quartier explain                  list all codes
              quartier explain Q401             explain one, by its code or its name
              quartier explain --all            explain every code
            """)

    @Argument(help: "The code or the name of a finding, such as Q401 or column-missing.")
    var code: String?

    @Flag(help: "Explain every code.")
    var all = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if all, code != nil { throw ValidationError("--all goes without a code.") }
    }

    func run() throws {
        shared.apply()
        let explanation = Explanation(language: Terminal.language)
        if all {
            Terminal.out(DiagnosticCode.allCases.sorted().map(explanation.text).joined(separator: "\n"))
        } else if let code {
            guard let found = Explanation.code(for: code) else {
                let names = DiagnosticCode.allCases.flatMap { [$0.rawValue, $0.name] }
                let near = closest(to: code, among: names) ?? closest(to: code.uppercased(), among: names)
                throw ValidationError(
                    Catalogue.of(Terminal.language).text(
                        "explain.unknown", ["code": code, "suggestion": near ?? "–"]))
            }
            Terminal.out(explanation.text(found))
        } else {
            Terminal.out(DiagnosticCode.allCases.sorted().map(explanation.line).joined())
        }
    }
}

/// What codes mean, in a language.
struct Explanation {
    private let catalogue: Catalogue

    init(language: Language) {
        catalogue = .of(language)
    }

    /// The code that a word names: the code itself in any case, or its name.
    static func code(for word: String) -> DiagnosticCode? {
        DiagnosticCode(rawValue: word.uppercased()) ?? DiagnosticCode.allCases.first { $0.name == word.lowercased() }
    }

    /// A code in a line.
    func line(_ code: DiagnosticCode) -> String {
        "\(code.rawValue)  \(catalogue.text("severity.\(code.severity.rawValue)")): \(template(code, "message"))\n"
    }

    /// A code in a few lines.
    func text(_ code: DiagnosticCode) -> String {
        let topic = catalogue.text("reports.topic.\(code.rawValue.dropFirst().prefix(1))")
        let weight = catalogue.text("explain.severity.\(code.severity.rawValue)")
        return """
            \(code.rawValue) \(code.name)
              \(catalogue.text("explain.topic")): \(topic)
              \(catalogue.text("explain.severity")): \(weight)
              \(catalogue.text("explain.message")): \(template(code, "message"))
              \(catalogue.text("explain.remedy")): \(template(code, "remedy"))

            """
    }

    /// A text of a code; what each finding fills in differently is an ellipsis.
    private func template(_ code: DiagnosticCode, _ part: String) -> String {
        let template = catalogue.template("\(code.rawValue).\(part)") ?? ""
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open] + "…"
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
