internal import Features

/// A YAML document as text with places: no scalar is ever taken for a number, a date or a truth value, so `01001000`,
/// `NO` and `12:30` stay what they are.
struct YAMLNode {
    /// What a node holds.
    indirect enum Content {
        /// Text; `isPlain` where it stood without quotes.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    /// A key and its value.
    struct Entry {
        var key: String
        var location: SourceLocation
        var value: YAMLNode
    }

    var content: Content
    var location: SourceLocation

    /// Whether nothing is said: an empty value, `~` or `null` without quotes.
    var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return text.isEmpty || text == "~" || ["null", "Null", "NULL"].contains(text)
    }
}
