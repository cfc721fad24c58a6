internal import Features

extension FeatureParser {
    /// The most attributes a layer may have; a file with more is no table.
    static let maximumColumns = 10_000

    /// Reads the `properties` of a feature into the columns.
    mutating func parseProperties() throws(JSONError) {
        let offset = scanner.offset
        expectedColumn = 0
        switch scanner.cursor.pointee {
        case UInt8(ascii: "{"):
            scanner.cursor += 1
            scanner.skipWhitespace()
            if scanner.skip(UInt8(ascii: "}")) { return }
            repeat { try parseProperty() } while try scanner.nextElement(closing: UInt8(ascii: "}"))
        case UInt8(ascii: "n"):
            try scanner.scanLiteral("null")
            note(.propertiesNull, at: offset)
        default:
            try scanner.skipValue(depth: 4)
            report(.memberMalformed, at: offset, ["member": "properties"])
        }
    }

    /// Reads one property: key, colon and value.
    @inline(__always) private mutating func parseProperty() throws(JSONError) {
        let column = try scanColumnKey()
        let offset = scanner.offset
        switch scanner.cursor.pointee {
        case UInt8(ascii: "-"), 0x30...0x39:
            let number = try scanner.scanNumber()
            if !columns[column].append(number, row: row) {
                report(.numberOutOfRange, at: offset, ["number": String(decoding: number.bytes, as: UTF8.self)])
            }
        case UInt8(ascii: "\""):
            scanner.cursor += 1
            columns[column].append(try scanner.scanString(), row: row)
        case UInt8(ascii: "n"): try scanner.scanLiteral("null")
        case UInt8(ascii: "t"):
            try scanner.scanLiteral("true")
            columns[column].append(true, row: row)
        case UInt8(ascii: "f"):
            try scanner.scanLiteral("false")
            columns[column].append(false, row: row)
        default:
            let first = scanner.cursor
            try scanner.skipValue(depth: 5)
            columns[column].appendJSON(UnsafeBufferPointer(start: first, count: scanner.cursor - first), row: row)
        }
    }

    /// Reads a key and the colon, and finds or makes its column. Features of one layer mostly have the same keys in
    /// the same order: the expected one is compared byte by byte before anything is looked up.
    @inline(__always) private mutating func scanColumnKey() throws(JSONError) -> Int {
        let keyOffset = scanner.offset
        var column = expectedColumn
        if column < columns.count, columns[column].pattern.matches(scanner.cursor) {
            scanner.cursor += columns[column].pattern.count
            scanner.skipWhitespace()
        } else {
            column = try findColumn(try scanner.scanKey(), at: keyOffset)
        }
        guard columns[column].lastRow != row else { throw JSONError(reason: .duplicateKey, offset: keyOffset) }
        columns[column].lastRow = row
        expectedColumn = column + 1
        return column
    }

    @inline(never) private mutating func findColumn(_ key: JSONString, at offset: Int) throws(JSONError) -> Int {
        let name = key.decoded()
        if let column = columnIndex[name] { return column }
        guard columns.count < FeatureParser.maximumColumns else {
            throw JSONError(reason: .tooManyKeys, offset: offset)
        }
        columnIndex[name] = columns.count
        columns.append(ColumnBuilder(name: name))
        return columns.count - 1
    }
}
