/// The texts of one language: keys such as `Q204.message` and templates with `{name}` in braces.
///
/// The catalogues are plain text in the source (`Texts+German.swift`, `Texts+English.swift`), a line each:
/// `key = text`. A line that begins with white space continues the one before; `#` begins a comment line.
public struct Catalogue: Sendable {
    /// The language of the texts.
    public let language: Language
    let texts: [String: String]

    /// The catalogue of a language.
    public static func of(_ language: Language) -> Catalogue {
        switch language {
        case .german: german
        case .english: english
        }
    }

    private static let german = Catalogue(language: .german, text: germanTexts)
    private static let english = Catalogue(language: .english, text: englishTexts)

    /// Reads a catalogue from its text; of two lines with one key the later one holds.
    init(language: Language, text: String) {
        self.language = language
        var texts: [String: String] = [:]
        var current: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
            if line.first == "#" { continue }
            if line.first == " " {
                let more = line.drop { $0 == " " }
                if let current { texts[current, default: ""] += " " + more }
            } else if let equals = line.firstRange(of: " = ") {
                let key = String(line[..<equals.lowerBound])
                texts[key] = String(line[equals.upperBound...])
                current = key
            }
        }
        self.texts = texts
    }

    init(language: Language, texts: [String: String]) {
        self.language = language
        self.texts = texts
    }

    /// All keys, sorted.
    public var keys: [String] { texts.keys.sorted() }

    /// The template of a key, or nil.
    public func template(_ key: String) -> String? { texts[key] }

    /// The text of a key with its `{names}` filled in; the key itself in ⟨⟩ where there is no such text.
    public func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
        guard let template = texts[key] else { return "⟨\(key)⟩" }
        return filled(template, arguments)
    }

    /// The text of `KEY.one` or `KEY.other`, with the number filled in for `{n}`.
    public func counted(_ key: String, _ count: Int, _ arguments: [String: String] = [:]) -> String {
        text(key + (count == 1 ? ".one" : ".other"), arguments.merging(["n": "\(count)"]) { _, new in new })
    }

    /// Puts values for `{name}`; a name without a value stays as it is. Values are never searched for names.
    ///
    /// `{name.*}` stands for the text whose key is `name.` and the value, so that a value can be a word of the language.
    public func filled(_ template: String, _ arguments: [String: String]) -> String {
        guard template.contains("{") else { return template }
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}") else {
                rest = rest[open...]
                break
            }
            let name = String(rest[rest.index(after: open)..<close])
            if name.hasSuffix(".*"), let value = arguments[String(name.dropLast(2))] {
                result += text(name.dropLast() + value, arguments)
            } else {
                result += arguments[name] ?? "{\(name)}"
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
