extension JSONValue {
    /// Reads one JSON text strictly (RFC 8259): nothing but white space before and behind, no key twice in an object,
    /// every number finite, every surrogate paired.
    public init(parsing text: some Collection<UInt8>) throws(JSONError) {
        let padded = Array(text) + [UInt8](repeating: 0, count: JSONScanner.padding)
        self = try padded.withUnsafeBufferPointer { buffer throws(JSONError) in
            guard let start = buffer.baseAddress else { throw JSONError(reason: .endOfText, offset: 0) }
            var scanner = JSONScanner(start, count: buffer.count - JSONScanner.padding)
            let value = try scanner.scanDocument()
            if let offset = scanner.unpairedSurrogate { throw JSONError(reason: .unpairedSurrogate, offset: offset) }
            return value
        }
    }

    /// Reads one JSON text strictly.
    public init(parsing text: String) throws(JSONError) {
        try self.init(parsing: Array(text.utf8))
    }
}

extension JSONScanner {
    /// Reads a value with white space around it, up to the end of the text.
    fileprivate mutating func scanDocument() throws(JSONError) -> JSONValue {
        skipWhitespace()
        let value = try scanValue()
        skipWhitespace()
        guard cursor == end else { throw unexpected() }
        return value
    }

    /// Reads a whole value of any kind; the cursor stands on its first byte.
    mutating func scanValue(depth: Int = 1) throws(JSONError) -> JSONValue {
        switch cursor.pointee {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth <= JSONScanner.maximumDepth else { throw JSONError(reason: .tooDeep, offset: offset) }
            let isObject = cursor.pointee == UInt8(ascii: "{")
            cursor += 1
            skipWhitespace()
            return isObject ? try scanMembers(depth: depth) : try scanElements(depth: depth)
        case UInt8(ascii: "\""):
            cursor += 1
            return .string(try scanString().string)
        case UInt8(ascii: "t"):
            try scanLiteral("true")
            return .boolean(true)
        case UInt8(ascii: "f"):
            try scanLiteral("false")
            return .boolean(false)
        case UInt8(ascii: "n"):
            try scanLiteral("null")
            return .null
        default:
            let numberOffset = offset
            let number = try scanNumber()
            if let integer = number.integer { return .integer(integer) }
            let double = number.double
            guard double.isFinite else { throw JSONError(reason: .numberOutOfRange, offset: numberOffset) }
            return .number(double)
        }
    }

    private mutating func scanMembers(depth: Int) throws(JSONError) -> JSONValue {
        var members: [JSONValue.Member] = []
        if skip(UInt8(ascii: "}")) { return .object(members) }
        var keys = KeySet()
        repeat {
            let keyOffset = offset
            let key = try scanKey()
            guard keys.insert(key) else { throw JSONError(reason: .duplicateKey, offset: keyOffset) }
            members.append(JSONValue.Member(key.string, try scanValue(depth: depth + 1)))
        } while try nextElement(closing: UInt8(ascii: "}"))
        return .object(members)
    }

    private mutating func scanElements(depth: Int) throws(JSONError) -> JSONValue {
        var elements: [JSONValue] = []
        if skip(UInt8(ascii: "]")) { return .array(elements) }
        repeat {
            elements.append(try scanValue(depth: depth + 1))
        } while try nextElement(closing: UInt8(ascii: "]"))
        return .array(elements)
    }
}
