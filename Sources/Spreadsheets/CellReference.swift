/// The place of a cell, as spreadsheets name it: `B7` is column 1, row 6, both counted from 0.
struct CellReference: Hashable {
    /// The most rows that a sheet has.
    static let rowLimit = 1_048_576
    /// The most columns that a sheet has.
    static let columnLimit = 16_384

    /// The row, counted from 0.
    var row: Int
    /// The column, counted from 0.
    var column: Int

    /// The place of this row and column.
    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `B7`, also `$B$7`; nil for anything else and for places no sheet has.
    init?(_ text: some StringProtocol) {
        var (column, row, hasDigit) = (0, 0, false)
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte | 0x20 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                guard !hasDigit else { return nil }
                column = column * 26 + Int((byte | 0x20) - UInt8(ascii: "a")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where byte & 0x10 != 0:
                hasDigit = true
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard column <= CellReference.columnLimit, row <= CellReference.rowLimit else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row - 1, column: column - 1)
    }

    /// `B7`.
    var name: String { CellReference.letters(column) + "\(row + 1)" }

    /// The letters of a column, counted from 0: A, B … Z, AA …
    static func letters(_ column: Int) -> String {
        var rest = column + 1
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}
