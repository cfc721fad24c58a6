internal import Formats

/// Cuts a web page into tags, texts, comments and scripts, as tolerant as a browser: whatever the page holds, the scan
/// ends and gives what can be read.
struct HTMLScanner {
    /// What comes next in the page.
    enum Token {
        case open(name: String, attributes: [(name: String, text: String)], isClosed: Bool)
        case close(name: String)
        case text(String)
        case comment(String)
        /// The content of `script` or `style`.
        case raw(element: String, String)
    }

    private let bytes: [UInt8]
    private var position = 0
    /// The line of the last token, counted from 1.
    private(set) var line = 1
    private var nextLine = 1
    private var rawElement: String?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next token; nil at the end.
    mutating func next() -> Token? {
        line = nextLine
        guard position < bytes.count else { return nil }
        let start = position
        defer { for byte in bytes[start..<position] where byte == 10 { nextLine += 1 } }
        if let element = rawElement {
            rawElement = nil
            let end = find("</" + element, from: position) ?? bytes.count
            position = end
            return .raw(element: element, text(start..<end))
        }
        guard bytes[position] == UInt8(ascii: "<") else {
            position = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            return .text(HTMLScanner.decoded(text(start..<position)))
        }
        if starts(with: "<!--") {
            let end = find("-->", from: position + 4) ?? bytes.count
            let content = text(min(position + 4, end)..<end)
            position = min(end + 3, bytes.count)
            return .comment(HTMLScanner.decoded(content))
        }
        guard position + 1 < bytes.count, isNameStart(bytes[position + 1]) else {
            position += 1
            return .text("<")
        }
        return tag()
    }

    private mutating func tag() -> Token {
        position += 1
        let first = bytes[position]
        guard first != UInt8(ascii: "!"), first != UInt8(ascii: "?") else {
            position = min((bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count) + 1, bytes.count)
            return .text("")
        }
        let isClosing = first == UInt8(ascii: "/")
        if isClosing { position += 1 }
        let name = word { !" \t\r\n/>".utf8.contains($0) }.lowercased()
        var attributes: [(name: String, text: String)] = []
        var isClosed = false
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            if " \t\r\n".utf8.contains(bytes[position]) {
                position += 1
            } else if bytes[position] == UInt8(ascii: "/") {
                isClosed = true
                position += 1
            } else {
                isClosed = false
                let before = position
                let attribute = word { !" \t\r\n/>=".utf8.contains($0) }.lowercased()
                skipSpace()
                var value = ""
                if position < bytes.count, bytes[position] == UInt8(ascii: "=") {
                    position += 1
                    skipSpace()
                    value = attributeValue()
                }
                if position == before { position += 1 }
                attributes.append((attribute, HTMLScanner.decoded(value)))
            }
        }
        position = min(position + 1, bytes.count)
        if isClosing { return .close(name: name) }
        if name == "script" || name == "style", !isClosed { rawElement = name }
        return .open(name: name, attributes: attributes, isClosed: isClosed)
    }

    private mutating func attributeValue() -> String {
        guard position < bytes.count else { return "" }
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return word { !" \t\r\n>".utf8.contains($0) }
        }
        position += 1
        let end = bytes[position...].firstIndex(of: quote) ?? bytes.count
        defer { position = min(end + 1, bytes.count) }
        return text(position..<end)
    }

    private mutating func skipSpace() {
        while position < bytes.count, " \t\r\n".utf8.contains(bytes[position]) { position += 1 }
    }

    private mutating func word(while isPart: (UInt8) -> Bool) -> String {
        let start = position
        while position < bytes.count, isPart(bytes[position]) { position += 1 }
        return text(start..<position)
    }

    private func isNameStart(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || "/!?".utf8.contains(byte)
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func starts(with text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    /// Where a text next stands, upper and lower case alike.
    private func find(_ text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        guard start <= bytes.count - wanted.count else { return nil }
        return (start...(bytes.count - wanted.count)).first { place in
            wanted.indices.allSatisfy { offset in
                let byte = bytes[place + offset]
                return byte == wanted[offset] || (65...90).contains(byte) && byte | 0x20 == wanted[offset]
            }
        }
    }

    /// Leading zeros make a number long, and a browser reads it.
    private static let longestReference = 40
    private static let names: [Substring: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
        "thinsp": "\u{2009}", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
        "szlig": "ß", "shy": "", "asymp": "≈", "le": "≤", "ge": "≥",
    ]

    /// A text with its references to characters (`&amp;`, `&#228;`, `&#xE4;`) put right.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(longestReference).firstIndex(of: ";") else {
                result += "&"
                rest = rest.dropFirst()
                continue
            }
            let name = rest[rest.index(after: start)..<end]
            if name.hasPrefix("#") {
                let digits = name.dropFirst()
                let isHexadecimal = digits.first == "x" || digits.first == "X"
                let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
                result += number.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
            } else {
                result += names[name] ?? "&\(name);"
            }
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
