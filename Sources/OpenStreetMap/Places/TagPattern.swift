public import Travel
internal import Wording

/// What the tags of a map object are asked, written as people read it, names and lists included. What streets are asked,
/// one value of one key as a norm measures it, is `TagCondition` in Travel.
///
/// | text | holds where |
/// | --- | --- |
/// | `key=a\|b` | a value of the key (values are separated by `;`) is `a` or `b` |
/// | `key!=a\|b` | no value of the key is `a` or `b`; also where the key is absent |
/// | `key` | the key is there with a value other than `no` |
/// | `!key` | the key is absent or `no` |
/// | `key~a\|b` | the text, in small letters and plain words (`ä` = `ae`), contains `a` or `b` |
/// | `key!~a\|b` | it contains neither |
///
/// In a text for `~`, a space stands for the end of a word, so ` vhs ` is the word and nothing longer. The key `name`
/// with `~` looks at every kind of name and at the description.
public struct TagPattern: Sendable, Hashable, CustomStringConvertible {
    /// How values are compared.
    enum Comparison: Sendable, Hashable {
        case equal, present, contains
    }

    /// The key.
    public let key: String
    /// The values or texts of which one is enough; empty where the key alone counts.
    public let values: [String]
    /// Whether the condition holds where the comparison does not.
    public let isNegated: Bool
    let comparison: Comparison

    /// Reads a condition; every text is one.
    public init(_ text: String) {
        let isAbsence = text.hasPrefix("!")
        guard !isAbsence, let sign = text.firstIndex(where: { $0 == "=" || $0 == "~" }) else {
            key = isAbsence ? String(text.dropFirst()) : text
            values = []
            isNegated = isAbsence
            comparison = .present
            return
        }
        var key = text[..<sign]
        isNegated = key.last == "!"
        if isNegated { key.removeLast() }
        self.key = String(key)
        values = text[text.index(after: sign)...].split(separator: "|").map(String.init)
        comparison = text[sign] == "=" ? .equal : .contains
    }

    /// The condition as it is written.
    public var description: String {
        switch comparison {
        case .present: (isNegated ? "!" : "") + key
        case .equal: key + (isNegated ? "!=" : "=") + values.joined(separator: "|")
        case .contains: key + (isNegated ? "!~" : "~") + values.joined(separator: "|")
        }
    }

    /// Whether the tags meet the condition.
    public func holds(for tags: TagSet) -> Bool {
        isMet(tags) != isNegated
    }

    private func isMet(_ tags: TagSet) -> Bool {
        switch comparison {
        case .present:
            return tags[key].map { !TagPattern.absences.contains($0) } ?? false
        case .equal:
            guard let value = tags[key] else { return false }
            if values.contains(value) { return true }
            return value.contains(";") && TagPattern.list(value).contains { values.contains($0) }
        case .contains:
            let keys = key == "name" ? TagPattern.nameKeys : [key]
            return keys.contains { key in
                guard let text = tags[key].map(TagPattern.words) else { return false }
                return values.contains { text.contains($0) }
            }
        }
    }

    /// Values that say that a thing is not there.
    private static let absences: Set<String> = ["no", "none"]

    /// The keys whose texts name a thing.
    private static let nameKeys = [
        "name", "official_name", "alt_name", "short_name", "loc_name", "old_name", "name:de", "description",
    ]

    /// The single values of `a;b; c`.
    static func list(_ value: String) -> [String] {
        value.split(separator: ";").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// The words of a text, folded, with a space before, between and after them: `Job-Center Süd` is ` job center sued `.
    static func words(_ text: String) -> String {
        " " + Folding.words(text.lowercased()).joined(separator: " ") + " "
    }
}
