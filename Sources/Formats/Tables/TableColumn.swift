internal import Features

/// The cells of one column as texts in UTF-8, while a table is read. Types are found when all are there, since a single
/// leading zero in the last row makes all of them keys; until then the text takes about as much memory as the numbers.
struct TableColumn: Sendable {
    /// The name.
    let name: String
    /// The bytes of all cells, one after the other.
    var utf8: [UInt8] = []
    /// The end of each cell.
    private(set) var ends: [UInt32] = []
    /// Which encodings cells turned out to have.
    private(set) var utf8Cells = 0
    private(set) var windows1252Cells = 0
    /// The rows of the first cell that is not ASCII, for each encoding.
    private(set) var firstUTF8Row: Int?
    private(set) var firstWindows1252Row: Int?

    /// A column without cells.
    init(name: String) {
        self.name = name
    }

    /// The number of cells.
    var count: Int { ends.count }

    /// Gets the memory for as many cells of as many bytes.
    mutating func reserve(rows: Int, bytes: Int) {
        ends.reserveCapacity(rows)
        utf8.reserveCapacity(bytes)
    }

    /// Appends a cell; one of white space only is empty. False where the column would pass 4 GiB.
    mutating func append(_ cell: UnsafeBufferPointer<UInt8>, encoding: CellEncoding) -> Bool {
        if let first = cell.first, first > 0x20 || !trimmed(cell).isEmpty {
            switch encoding.append(cell, to: &utf8) {
            case .plain: break
            case .utf8:
                utf8Cells += 1
                if firstUTF8Row == nil { firstUTF8Row = count }
            case .windows1252:
                windows1252Cells += 1
                if firstWindows1252Row == nil { firstWindows1252Row = count }
            }
        }
        return appendEnd()
    }

    /// Appends a row without a value.
    mutating func appendEmpty() { _ = appendEnd() }

    private mutating func appendEnd() -> Bool {
        guard let end = UInt32(exactly: utf8.count) else { return false }
        ends.append(end)
        return true
    }

    /// Goes through the cells that are not empty.
    func forEachCell(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
        utf8.withUnsafeBufferPointer { bytes in
            var start = 0
            for (row, end) in ends.enumerated() {
                if Int(end) > start { body(row, UnsafeBufferPointer(rebasing: bytes[start..<Int(end)])) }
                start = Int(end)
            }
        }
    }
}
