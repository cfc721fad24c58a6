internal import CShapelib
internal import Features
internal import Formats

/// The table of a shapefile (dBASE III and later), checked and then read through shapelib.
@safe final class DBaseTable {
    /// A column of the table.
    fileprivate struct Field {
        let name: [UInt8]
        let type: UInt8
        let decimals: Int
    }

    /// The rows that lie in the file; the header may promise more.
    let count: Int
    /// The rows that the header promises.
    let promised: Int
    /// The number of the encoding in the header.
    let languageDriver: UInt8
    private let fields: [Field]
    private let files: MemoryFiles
    private let handle: DBFHandle
    private static let headerSize = 32
    private static let terminator: UInt8 = 0x0D

    /// Checks the header against the file and opens the table.
    init(_ dbf: [UInt8]) throws(ShapeIndex.Fault) {
        guard dbf.count > DBaseTable.headerSize, let promised = dbf.littleEndian(at: 4), promised >= 0 else {
            throw ShapeIndex.Fault(reason: "short", found: "\(dbf.count) B")
        }
        let headerLength = Int(dbf[8]) | Int(dbf[9]) << 8
        let recordLength = Int(dbf[10]) | Int(dbf[11]) << 8
        guard headerLength > DBaseTable.headerSize, headerLength <= dbf.count, recordLength > 0 else {
            throw ShapeIndex.Fault(reason: "header", found: "\(headerLength) B, \(recordLength) B")
        }
        fields = try DBaseTable.fields(dbf, headerLength: headerLength, recordLength: recordLength)
        self.promised = promised
        count = min(promised, (dbf.count - headerLength) / recordLength)
        languageDriver = dbf[29]
        // Shapelib is shown the rows that are there.
        var checked = dbf
        for byte in 0..<4 { checked[4 + byte] = UInt8(truncatingIfNeeded: count >> (8 * byte)) }
        files = MemoryFiles(dbf: checked)
        guard let handle = unsafe files.openTable() else { throw ShapeIndex.Fault(reason: "library", found: "dbf") }
        unsafe self.handle = handle
    }

    deinit {
        unsafe DBFClose(handle)
    }

    private static func fields(
        _ dbf: [UInt8], headerLength: Int, recordLength: Int
    ) throws(ShapeIndex.Fault) -> [Field] {
        var fields: [Field] = []
        // The first byte of a row says whether it is deleted.
        var width = 1
        for start in stride(from: headerSize, through: headerLength - headerSize, by: headerSize) {
            guard dbf[start] != terminator else { break }
            let name = Array(dbf[start..<start + 11].prefix { $0 != 0 })
            fields.append(Field(name: name, type: dbf[start + 11], decimals: Int(dbf[start + 17])))
            width += Int(dbf[start + 16])
        }
        guard width <= recordLength else {
            throw ShapeIndex.Fault(reason: "fields", found: "\(width) > \(recordLength)")
        }
        return fields
    }

    /// The names of the columns that hold neither numbers nor texts (memos, pictures, binary numbers).
    func unreadColumns(_ encoding: TableEncoding) -> [String] {
        fields.filter { !$0.isReadable }.map { encoding.decode($0.name).text }
    }

    /// Whether a row was deleted, though its bytes are still there.
    func isDeleted(_ row: Int) -> Bool {
        guard let number = Int32(exactly: row) else { return false }
        return unsafe DBFIsRecordDeleted(handle, number) != 0
    }

    /// The bytes of all texts in the table and of the names of its columns, to see how they are encoded.
    func forEachText(_ body: ([UInt8]) -> Void) {
        for field in fields { body(field.name) }
        for row in 0..<count {
            for (index, field) in fields.enumerated() where field.type == UInt8(ascii: "C") {
                body(bytes(row, index))
            }
        }
    }

    /// The columns with the values of the given rows; rows that the table does not have hold nothing.
    /// - Returns: The columns, and the first row with a text that is not encoded as it should be.
    func columns(rows: [Int], encoding: TableEncoding) -> (columns: [Column], misencoded: Int?) {
        var misencoded: Int?
        var columns: [Column] = []
        for (index, field) in fields.enumerated() where field.isReadable {
            var collector = ColumnCollector(name: encoding.decode(field.name).text)
            for (place, row) in rows.enumerated() {
                guard row < count else {
                    collector.append(nil)
                    continue
                }
                let value = bytes(row, index)
                if field.isNumber {
                    collector.append(DBaseTable.number(value, decimals: field.decimals))
                    continue
                }
                let (text, isAsSaid) = encoding.decode(value)
                if !isAsSaid { misencoded = min(place, misencoded ?? place) }
                collector.append(DBaseTable.value(text, type: field.type))
            }
            columns.append(collector.finished())
        }
        return (columns, misencoded)
    }

    /// The bytes of a value without blanks around it.
    private func bytes(_ row: Int, _ field: Int) -> [UInt8] {
        guard let row = Int32(exactly: row), let field = Int32(exactly: field),
            let text = unsafe DBFReadStringAttribute(handle, row, field)
        else { return [] }
        var bytes: [UInt8] = []
        var position = 0
        while unsafe text[position] != 0 {
            bytes.append(UInt8(bitPattern: unsafe text[position]))
            position += 1
        }
        return bytes
    }

    /// A number; a text that is none stays a text, and blanks or asterisks are nothing.
    private static func number(_ bytes: [UInt8], decimals: Int) -> ColumnValue? {
        guard let first = bytes.first, first != UInt8(ascii: "*") else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        let isDecimal = bytes.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
        guard isDecimal else { return .text(text) }
        if decimals == 0, let integer = Int(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else { return .text(text) }
        return .double(number)
    }

    private static func value(_ text: String, type: UInt8) -> ColumnValue? {
        guard !text.isEmpty else { return nil }
        switch type {
        case UInt8(ascii: "L"):
            switch text {
            case "Y", "y", "T", "t": return .boolean(true)
            case "N", "n", "F", "f": return .boolean(false)
            case "?": return nil
            default: return .text(text)
            }
        case UInt8(ascii: "D"):
            let digits = Array(text.utf8)
            guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return .text(text) }
            guard digits.contains(where: { $0 != 0x30 }) else { return nil }
            let parts = [digits[..<4], digits[4..<6], digits[6...]]
            return .text(parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-"))
        default: return .text(text)
        }
    }
}

extension DBaseTable.Field {
    fileprivate var isNumber: Bool { type == UInt8(ascii: "N") || type == UInt8(ascii: "F") }

    fileprivate var isReadable: Bool {
        isNumber || [UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "L")].contains(type)
    }
}
