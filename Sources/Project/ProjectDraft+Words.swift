internal import Wording

/// The lines of a draft, their comments and guesses.
extension ProjectDraft {
    var catalogue: Catalogue { Catalogue.of(language) }

    func comment(_ key: String, _ arguments: [String: String] = [:]) -> String {
        "# " + catalogue.text("draft.\(key)", arguments)
    }

    /// A line that was guessed, marked as such, with what to look at.
    func guessed(_ line: String, _ key: String? = nil, _ arguments: [String: String] = [:]) -> String {
        line + "  # " + catalogue.text("draft.guessed")
            + (key.map { ": " + catalogue.text("draft.\($0)", arguments) } ?? "")
    }

    /// Text in double quotes as YAML and JSON read it. It may stand in a comment, so no line break stays.
    func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _
            where scalar.properties.generalCategory == .control
                || ["\u{2028}", "\u{2029}", "\u{FEFF}"].contains(scalar):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
