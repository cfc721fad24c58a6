/// Reads the tokens of a JSON text (RFC 8259) from bytes in memory, strictly, and stops at the first fault.
///
/// The bytes must be followed by ``padding`` zero bytes: a zero ends every scan, so loops need no bound check.
struct JSONScanner {
    /// How deep lists and objects may nest. Recursion needs a stack; real data never passes 20.
    static let maximumDepth = 512
    /// How many zero bytes must follow the text.
    static let padding = 64

    /// The first byte of the text; error offsets count from here.
    let start: UnsafePointer<UInt8>
    /// The first byte behind the text, a zero.
    let end: UnsafePointer<UInt8>
    /// The next byte.
    var cursor: UnsafePointer<UInt8>
    /// How many line feeds were passed.
    var newlines = 0
    /// Where the first unpaired surrogate stood since this was last set to nil; it reads as U+FFFD.
    var unpairedSurrogate: Int?

    /// A scanner of `count` bytes.
    init(_ start: UnsafePointer<UInt8>, count: Int) {
        self.start = start
        end = start + count
        cursor = start
    }

    /// The offset of the next byte.
    var offset: Int { cursor - start }

    /// The error that the next byte is: the end of the text or a byte that cannot stand here.
    @inline(never) func unexpected() -> JSONError {
        JSONError(reason: cursor >= end ? .endOfText : .unexpectedByte, offset: offset)
    }

    /// Passes white space and counts lines.
    @inline(__always) mutating func skipWhitespace() {
        while cursor.pointee <= 0x20 {
            switch cursor.pointee {
            case 0x20, 0x09, 0x0D: cursor += 1
            case 0x0A:
                cursor += 1
                newlines += 1
            default: return
            }
        }
    }

    /// Passes the byte, or fails.
    @inline(__always) mutating func expect(_ byte: UInt8) throws(JSONError) {
        guard cursor.pointee == byte else { throw unexpected() }
        cursor += 1
    }

    /// Passes the byte if it is the next one.
    @inline(__always) mutating func skip(_ byte: UInt8) -> Bool {
        guard cursor.pointee == byte else { return false }
        cursor += 1
        return true
    }

    /// Passes `true`, `false` or `null`; the cursor stands on its first letter.
    mutating func scanLiteral(_ word: StaticString) throws(JSONError) {
        for index in 0..<word.utf8CodeUnitCount {
            guard cursor.pointee == word.utf8Start[index] else { throw unexpected() }
            cursor += 1
        }
    }

    /// Passes white space, a key, white space and the colon behind it; the white space after it, too.
    @inline(__always) mutating func scanKey() throws(JSONError) -> JSONString {
        try expect(UInt8(ascii: "\""))
        let key = try scanString()
        skipWhitespace()
        try expect(UInt8(ascii: ":"))
        skipWhitespace()
        return key
    }

    /// Passes the white space behind an element and the comma and white space behind that.
    /// - Returns: False where the list or object ends here; the closing byte is passed, too.
    @inline(__always) mutating func nextElement(closing: UInt8) throws(JSONError) -> Bool {
        skipWhitespace()
        if skip(UInt8(ascii: ",")) {
            skipWhitespace()
            return true
        }
        try expect(closing)
        return false
    }

    /// Passes a whole value of any kind and checks it; the cursor stands on its first byte.
    mutating func skipValue(depth: Int = 1) throws(JSONError) {
        switch cursor.pointee {
        case UInt8(ascii: "{"):
            guard depth <= JSONScanner.maximumDepth else { throw JSONError(reason: .tooDeep, offset: offset) }
            cursor += 1
            skipWhitespace()
            if skip(UInt8(ascii: "}")) { return }
            var keys = KeySet()
            repeat {
                let keyOffset = offset
                let key = try scanKey()
                guard keys.insert(key) else { throw JSONError(reason: .duplicateKey, offset: keyOffset) }
                try skipValue(depth: depth + 1)
            } while try nextElement(closing: UInt8(ascii: "}"))
        case UInt8(ascii: "["):
            guard depth <= JSONScanner.maximumDepth else { throw JSONError(reason: .tooDeep, offset: offset) }
            cursor += 1
            skipWhitespace()
            if skip(UInt8(ascii: "]")) { return }
            repeat { try skipValue(depth: depth + 1) } while try nextElement(closing: UInt8(ascii: "]"))
        case UInt8(ascii: "\""):
            cursor += 1
            _ = try scanString()
        case UInt8(ascii: "t"): try scanLiteral("true")
        case UInt8(ascii: "f"): try scanLiteral("false")
        case UInt8(ascii: "n"): try scanLiteral("null")
        default: _ = try scanNumber()
        }
    }
}

/// The keys of one object seen so far, by hash: two different keys count as one with probability 2⁻⁶⁴.
struct KeySet {
    private var few: [Int] = []
    private var many: Set<Int> = []

    /// Remembers a key; false where it was there already.
    mutating func insert(_ key: JSONString) -> Bool {
        var hasher = Hasher()
        if key.hasEscapes {
            key.decoded().withUnsafeBytes { hasher.combine(bytes: $0) }
        } else {
            hasher.combine(bytes: UnsafeRawBufferPointer(key.bytes))
        }
        let hash = hasher.finalize()
        guard few.count >= 16 else {
            if few.contains(hash) { return false }
            few.append(hash)
            return true
        }
        if many.isEmpty { many = Set(few) }
        return many.insert(hash).inserted
    }
}
