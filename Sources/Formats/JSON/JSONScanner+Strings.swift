/// A checked JSON string where it stands in the text, without its quotes.
struct JSONString {
    /// The bytes between the quotes; valid UTF-8 if there are no escapes.
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether there is a backslash.
    let hasEscapes: Bool

    /// Whether the string is exactly this text.
    @inline(__always) func equals(_ text: StaticString) -> Bool {
        guard !hasEscapes else {
            return decoded().elementsEqual(
                UnsafeBufferPointer(
                    start: text.utf8Start, count: text.utf8CodeUnitCount))
        }
        guard bytes.count == text.utf8CodeUnitCount else { return false }
        for index in 0..<bytes.count where bytes[index] != text.utf8Start[index] { return false }
        return true
    }

    /// The text as UTF-8, escapes resolved; half surrogate pairs become U+FFFD.
    func decoded() -> [UInt8] {
        var text: [UInt8] = []
        appendDecoded(to: &text)
        return text
    }

    /// The text.
    var string: String { String(decoding: decoded(), as: UTF8.self) }

    /// Appends the text as UTF-8, escapes resolved.
    func appendDecoded(to text: inout [UInt8]) {
        guard hasEscapes else { return text.append(contentsOf: bytes) }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            let escape = bytes[index]
            index += 1
            switch escape {
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "u"):
                var unit = hexadecimal(at: index)
                index += 4
                if 0xD800..<0xDC00 ~= unit, index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
                    bytes[index + 1] == UInt8(ascii: "u"), 0xDC00..<0xE000 ~= hexadecimal(at: index + 2)
                {
                    unit = 0x10000 + (unit - 0xD800) << 10 + (hexadecimal(at: index + 2) - 0xDC00)
                    index += 6
                }
                text.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
            default: text.append(escape)
            }
        }
    }

    /// The value of four hexadecimal digits, which the scanner has checked.
    private func hexadecimal(at index: Int) -> UInt32 {
        var value: UInt32 = 0
        for digit in index..<index + 4 { value = value << 4 | UInt32(hexadecimalDigit(bytes[digit]) ?? 0) }
        return value
    }
}

/// The value of a hexadecimal digit.
private func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
}

extension JSONScanner {
    /// Reads a string whose opening quote was passed, to behind its closing quote.
    @inline(__always) mutating func scanString() throws(JSONError) -> JSONString {
        let first = cursor
        skipPlainCharacters()
        if cursor.pointee == UInt8(ascii: "\"") {
            cursor += 1
            return JSONString(bytes: UnsafeBufferPointer(start: first, count: cursor - first - 1), hasEscapes: false)
        }
        return try scanSpecialString(from: first)
    }

    /// Passes bytes that need no look: neither quote nor backslash nor control character nor beyond ASCII.
    @inline(__always) private mutating func skipPlainCharacters() {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        while true {
            // Eight bytes at once: a bit per byte that needs a look (Mycroft's zero-byte test).
            let word = UnsafeRawPointer(cursor).loadUnaligned(as: UInt64.self).littleEndian
            let quotes = word ^ (ones &* 0x22)
            let backslashes = word ^ (ones &* 0x5C)
            let hits =
                (((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
                    | ((word &- ones &* 0x20) & ~word)
                    | word) & highs
            guard hits == 0 else {
                cursor += hits.trailingZeroBitCount >> 3
                return
            }
            cursor += 8
        }
    }

    /// The rest of a string that is not plain to its end.
    @inline(never) private mutating func scanSpecialString(
        from first: UnsafePointer<UInt8>
    ) throws(JSONError) -> JSONString {
        var hasEscapes = false
        while true {
            skipPlainCharacters()
            switch cursor.pointee {
            case UInt8(ascii: "\""):
                cursor += 1
                return JSONString(
                    bytes: UnsafeBufferPointer(start: first, count: cursor - first - 1), hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try scanEscape()
            case 0x80...:
                try scanMultibyteCharacter()
            default:
                throw unexpected()
            }
        }
    }

    /// Passes and checks one escape, a surrogate pair as a whole.
    private mutating func scanEscape() throws(JSONError) {
        let escapeOffset = offset
        cursor += 1
        switch cursor.pointee {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            cursor += 1
        case UInt8(ascii: "u"):
            cursor += 1
            let unit = try scanHexadecimal()
            if 0xD800..<0xDC00 ~= unit, cursor[0] == UInt8(ascii: "\\"), cursor[1] == UInt8(ascii: "u") {
                let second = cursor
                cursor += 2
                if 0xDC00..<0xE000 ~= (try scanHexadecimal()) { return }
                cursor = second
            }
            if 0xD800..<0xE000 ~= unit, unpairedSurrogate == nil { unpairedSurrogate = escapeOffset }
        default: throw unexpected()
        }
    }

    private mutating func scanHexadecimal() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = hexadecimalDigit(cursor.pointee) else { throw unexpected() }
            value = value << 4 | UInt32(digit)
            cursor += 1
        }
        return value
    }

    /// Passes one UTF-8 sequence of two to four bytes: no overlong form, no surrogate, nothing above U+10FFFF
    /// (Unicode 15, table 3-7).
    private mutating func scanMultibyteCharacter() throws(JSONError) {
        let first = cursor.pointee
        let second: ClosedRange<UInt8>
        let length: Int
        switch first {
        case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
        case 0xE0: (second, length) = (0xA0...0xBF, 3)
        case 0xED: (second, length) = (0x80...0x9F, 3)
        case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
        case 0xF0: (second, length) = (0x90...0xBF, 4)
        case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
        case 0xF4: (second, length) = (0x80...0x8F, 4)
        default: throw JSONError(reason: .invalidUTF8, offset: offset)
        }
        for index in 1..<length {
            guard index == 1 ? second ~= cursor[1] : 0x80...0xBF ~= cursor[index] else {
                throw JSONError(reason: cursor + index >= end ? .endOfText : .invalidUTF8, offset: offset)
            }
        }
        cursor += length
    }
}
