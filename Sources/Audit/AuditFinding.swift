public import Wording

/// One thing that an outsider learns from a publication and should not.
public struct AuditFinding: Sendable, Hashable {
    /// The stable code; texts and remedy hang on it.
    public var code: AuditCode
    /// The path of the file as it was found; of a figure that is worked out, the file that hides it.
    public var file: String
    /// The line in the file, counted from 1.
    public var line: Int?
    /// The cell that is given away, if it is one.
    public var cell: AuditCell?
    /// The values that an outsider cannot tell apart, in persons.
    public var interval: ClosedRange<Double>?
    /// The values for the `{names}` in the texts; `rule` is the number of the rule that is broken.
    public var arguments: [String: String]

    /// Makes a finding.
    public init(
        _ code: AuditCode, file: String, line: Int? = nil, cell: AuditCell? = nil,
        interval: ClosedRange<Double>? = nil, _ arguments: [String: String] = [:]
    ) {
        self.code = code
        self.file = file
        self.line = line
        self.cell = cell
        self.interval = interval
        self.arguments = arguments
    }

    /// What is given away, as one sentence.
    public func message(_ language: Language) -> String {
        Catalogue.of(language).text(code.rawValue + ".message", values(language))
    }

    /// What to do about it, as one sentence.
    public func remedy(_ language: Language) -> String {
        Catalogue.of(language).text(code.rawValue + ".remedy", values(language))
    }

    /// `file:line: message [code]`, and the remedy on a line of its own.
    public func description(_ language: Language) -> String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(message(language)) [\(code.rawValue)]\n    \(remedy(language))"
    }

    private func values(_ language: Language) -> [String: String] {
        var values = arguments
        if let cell { values["cell"] = cell.words(language) }
        if let interval { values["interval"] = interval.words(language) }
        return values
    }
}
