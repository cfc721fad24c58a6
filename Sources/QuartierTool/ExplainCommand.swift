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
                throw ValidationError(
                    Catalogue.of(Terminal.language).text(
                        "explain.unknown", ["code": code, "suggestion": Explanation.suggestion(for: code) ?? "–"]))
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

    /// The code or name that begins as the word does, else the one nearest to it.
    static func suggestion(for word: String) -> String? {
        let codes = DiagnosticCode.allCases.sorted()
        let (upper, lower) = (word.uppercased(), word.lowercased())
        return codes.first { $0.rawValue.hasPrefix(upper) }?.rawValue
            ?? codes.first { $0.name.hasPrefix(lower) }?.name
            ?? closest(to: upper, among: codes.map(\.rawValue)) ?? closest(to: lower, among: codes.map(\.name))
    }

    /// A code in a line.
    func line(_ code: DiagnosticCode) -> String {
        "\(code.rawValue)  \(catalogue.text("severity.\(code.severity.rawValue)")): \(template("\(code.rawValue).message"))\n"
    }

    /// A code in a few lines.
    func text(_ code: DiagnosticCode) -> String {
        let topic = catalogue.text("reports.topic.\(code.rawValue.dropFirst().prefix(1))")
        let weight = catalogue.text("explain.severity.\(code.severity.rawValue)")
        return """
            \(code.rawValue) \(code.name)
              \(catalogue.text("explain.topic")): \(topic)
              \(catalogue.text("explain.severity")): \(weight)
              \(catalogue.text("explain.message")): \(template("\(code.rawValue).message"))
              \(catalogue.text("explain.remedy")): \(template("\(code.rawValue).remedy"))

            """
    }

    /// The text of a key; what each finding fills in differently is an ellipsis.
    private func template(_ key: String) -> String {
        var text = ""
        var rest = (catalogue.template(key) ?? "")[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            // Without a finding nothing is near to what was meant; what is allowed is said.
            text += rest[open...close] == "{hint.*}" ? template("hint.allowed") : "…"
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
