/// Texts of census files: UTF-8 where the bytes are, else Windows-1252.
enum CensusText {
    /// The text of some bytes.
    static func decode(_ bytes: some Collection<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var utf8: [UInt8] = []
        for byte in bytes { Windows1252.append(byte, to: &utf8) }
        return String(decoding: utf8, as: UTF8.self)
    }
}

/// One line of a census file, cut into its fields.
enum CensusLine {
    /// The fields of a line; quotes around a field are taken off, doubled ones inside become one.
    static func fields(of line: [UInt8], separator: UInt8) -> [[UInt8]] {
        line.withUnsafeBufferPointer { buffer in
            var ranges: [Range<Int>] = []
            cut(buffer, separator: separator, into: &ranges)
            return ranges.map { unquoted(UnsafeBufferPointer(rebasing: buffer[$0])) }
        }
    }

    /// Finds the fields of a line, quotes included.
    static func cut(_ line: UnsafeBufferPointer<UInt8>, separator: UInt8, into fields: inout [Range<Int>]) {
        fields.removeAll(keepingCapacity: true)
        var start = 0
        var isQuoted = false
        for place in line.indices {
            let byte = line[place]
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == separator, !isQuoted {
                fields.append(start..<place)
                start = place + 1
            }
        }
        fields.append(start..<line.count)
    }

    /// The field without spaces and quotes around it.
    static func trimmed(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        var range = field.indices
        while let first = range.first, isBlank(field[first]) { range = range.dropFirst() }
        while let last = range.last, isBlank(field[last]) { range = range.dropLast() }
        if range.count >= 2, field[range.lowerBound] == UInt8(ascii: "\""),
            field[range.upperBound - 1] == UInt8(ascii: "\"")
        {
            range = range.dropFirst().dropLast()
        }
        return UnsafeBufferPointer(rebasing: field[range])
    }

    /// The bytes of a field without quotes around it.
    static func unquoted(_ field: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let bytes = Array(trimmed(field))
        guard bytes.contains(UInt8(ascii: "\"")) else { return bytes }
        var result: [UInt8] = []
        var isSecond = false
        for byte in bytes {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if !isSecond { result.append(byte) }
        }
        return result
    }
}

extension String {
    /// Without white space at both ends.
    func trimmingSpaces() -> String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
