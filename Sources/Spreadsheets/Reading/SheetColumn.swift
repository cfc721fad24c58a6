internal import Features
internal import Formats

/// The value of one cell.
enum SheetCell: Sendable, Hashable {
    case number(Double)
    case boolean(Bool)
    case text(String)

    /// The value as text, numbers as short as they can be.
    var string: String {
        switch self {
        case .number(let value): NumberText.plain(value)
        case .boolean(let value): value ? "true" : "false"
        case .text(let text): text
        }
    }
}

/// The cells of one column of a sheet, only those with a value.
struct SheetColumn: Sendable {
    /// The rows, ascending, counted from 0 in the sheet.
    private(set) var rows: [UInt32] = []
    /// Their values.
    private(set) var cells: [SheetCell] = []

    /// Appends the cell of a row below all before.
    mutating func append(_ cell: SheetCell, row: Int) {
        rows.append(UInt32(truncatingIfNeeded: row))
        cells.append(cell)
    }

    /// Takes the cell of a row out, if it is the first.
    mutating func takeFirst(row: Int) -> SheetCell? {
        guard rows.first == UInt32(truncatingIfNeeded: row) else { return nil }
        rows.removeFirst()
        return cells.removeFirst()
    }

    /// The column of a layer. Cells of numbers become numbers, cells of text what they would become in a text file; a
    /// column of both becomes text, except that among numbers the signs that official tables set where there is none
    /// (`–`, `x`) are kept as marks.
    /// - Parameter kept: The rows of the sheet that became rows of the layer, ascending.
    func column(named name: String, kept: [UInt32]) -> Column {
        var (numbers, booleans, placeholders) = (0, 0, 0)
        for cell in cells {
            switch cell {
            case .number: numbers += 1
            case .boolean: booleans += 1
            case .text(let text): if TextColumns.isPlaceholder(text) { placeholders += 1 }
            }
        }
        if cells.isEmpty { return Column(name: name, storage: .empty(kept.count)) }
        if booleans == cells.count || (numbers > 0 && numbers + placeholders == cells.count) {
            return values(name, kept)
        }
        if numbers + booleans == 0 {
            return TextColumns.typed(name: name, cells: spread(over: kept).map { $0?.string })
        }
        var collector = ColumnCollector(name: name)
        for cell in spread(over: kept) { collector.append(cell.map { .text($0.string) }) }
        return collector.finished()
    }

    /// The column of numbers or truth values, with the marks among them.
    private func values(_ name: String, _ kept: [UInt32]) -> Column {
        var collector = ColumnCollector(name: name)
        var marks = ColumnMarks()
        for (row, cell) in spread(over: kept).enumerated() {
            switch cell {
            case .number(let number): collector.append(SheetColumn.value(number))
            case .boolean(let value): collector.append(.boolean(value))
            case .text(let mark):
                marks.append(mark, row: UInt32(truncatingIfNeeded: row))
                collector.append(nil)
            case nil: collector.append(nil)
            }
        }
        let column = collector.finished()
        guard !marks.isEmpty else { return column }
        return Column(name: name, storage: column.storage, presence: column.presence, marks: marks)
    }

    /// A number as a whole one where a double holds it exactly.
    private static func value(_ number: Double) -> ColumnValue {
        number.magnitude <= 0x1p53 ? Int(exactly: number).map(ColumnValue.integer) ?? .double(number) : .double(number)
    }

    /// The cells of the rows kept, nil where there is none.
    private func spread(over kept: [UInt32]) -> [SheetCell?] {
        var spread = [SheetCell?](repeating: nil, count: kept.count)
        var place = 0
        for (row, cell) in zip(rows, cells) {
            while place < kept.count, kept[place] < row { place += 1 }
            if place < kept.count { spread[place] = cell }
        }
        return spread
    }
}
