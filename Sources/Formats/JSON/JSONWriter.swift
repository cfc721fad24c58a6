extension JSONValue {
    /// How a JSON text is written.
    public struct Style: Sendable, Hashable {
        /// One member or element a line, indented by two spaces; else everything on one line without spaces.
        public var isIndented: Bool
        /// Members in the order of their keys (by Unicode scalars); else in the order given.
        public var sortsKeys: Bool
        /// Everything beyond ASCII as `\u` escapes.
        public var isASCII: Bool

        /// Makes a style; without arguments the compact one.
        public init(isIndented: Bool = false, sortsKeys: Bool = false, isASCII: Bool = false) {
            self.isIndented = isIndented
            self.sortsKeys = sortsKeys
            self.isASCII = isASCII
        }

        /// On one line, in the order given.
        public static let compact = Style()
        /// Indented, in the order given, for files people open.
        public static let indented = Style(isIndented: true)
        /// On one line with sorted keys: equal values give equal texts.
        public static let canonical = Style(sortsKeys: true)
    }

    /// The value as JSON text, without a line feed at its end.
    ///
    /// Numbers are the shortest that read back to the same double; a number that is not finite, which JSON cannot
    /// hold, is written as null.
    public func text(_ style: Style = .compact) -> String {
        String(decoding: utf8(style), as: UTF8.self)
    }

    /// The value as JSON text in bytes.
    public func utf8(_ style: Style = .compact) -> [UInt8] {
        var writer = JSONWriter(style: style)
        writer.write(self, level: 0)
        return writer.bytes
    }
}

/// Writes JSON to bytes.
struct JSONWriter {
    /// What was written.
    private(set) var bytes: [UInt8] = []
    private let style: JSONValue.Style

    /// A writer of nothing yet.
    init(style: JSONValue.Style = .compact) {
        self.style = style
    }

    /// Writes text that is JSON already.
    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Writes a value.
    mutating func write(_ value: JSONValue, level: Int) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let value): bytes.append(contentsOf: (value.isFinite ? NumberText.shortest(value) : "null").utf8)
        case .string(let text): write(text)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                beginElement(index, level: level)
                write(element, level: level + 1)
            }
            if !elements.isEmpty { breakLine(level: level) }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            let ordered = style.sortsKeys ? members.sorted { $0.key.unicodeScalars.precedes($1.key) } : members
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in ordered.enumerated() {
                beginElement(index, level: level)
                write(member.key)
                bytes.append(contentsOf: (style.isIndented ? ": " : ":").utf8)
                write(member.value, level: level + 1)
            }
            if !ordered.isEmpty { breakLine(level: level) }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private mutating func beginElement(_ index: Int, level: Int) {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        breakLine(level: level + 1)
    }

    private mutating func breakLine(level: Int) {
        guard style.isIndented else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: 2 * level))
    }

    /// Writes a string with its quotes. U+2028 and U+2029 are escaped, too: JavaScript once took them for line ends.
    mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes.append(contentsOf: "\\\"".utf8)
            case "\\": bytes.append(contentsOf: "\\\\".utf8)
            case "\n": bytes.append(contentsOf: "\\n".utf8)
            case "\r": bytes.append(contentsOf: "\\r".utf8)
            case "\t": bytes.append(contentsOf: "\\t".utf8)
            case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}": escape(scalar)
            case "\u{80}"... where style.isASCII: escape(scalar)
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
        }
    }
}

extension String.UnicodeScalarView {
    /// Whether this text comes before another by its scalars, which no Unicode version or language changes.
    fileprivate func precedes(_ other: String) -> Bool {
        lexicographicallyPrecedes(other.unicodeScalars)
    }
}
