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

    /// The column of a layer: truth values or numbers where all cells are such, else texts.
    ///
    /// Among numbers, the signs that official tables set where there is none (`–`, `x`) leave the row without a value.
    /// - Parameters:
    ///   - kept: The rows of the sheet that became rows of the layer, ascending.
    func column(named name: String, kept: [UInt32]) -> Column {
        let hasNumber = cells.contains { if case .number = $0 { true } else { false } }
        var isPresent = [Bool](repeating: true, count: cells.count)
        if hasNumber {
            for (index, cell) in cells.enumerated() {
                if case .text(let text) = cell, SheetColumn.isPlaceholder(text) { isPresent[index] = false }
            }
        }
        let values = cells.indices.filter { isPresent[$0] }.map { cells[$0] }
        let places = SheetColumn.places(of: cells.indices.filter { isPresent[$0] }.map { rows[$0] }, in: kept)
        return SheetColumn.column(name, SheetColumn.storage(values), places, count: kept.count)
    }

    /// Signs of German and European statistics for "nothing", "unknown", "secret", "not meaningful".
    private static func isPlaceholder(_ text: String) -> Bool {
        let trimmed = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        return ["-", "–", "—", "−", ".", "x", "X", "…", "...", "/", "*"].contains(String(trimmed))
    }

    /// Where each row stands among those kept.
    private static func places(of rows: [UInt32], in kept: [UInt32]) -> [UInt32] {
        var places: [UInt32] = []
        places.reserveCapacity(rows.count)
        var index = 0
        for row in rows {
            while index < kept.count, kept[index] < row { index += 1 }
            places.append(UInt32(truncatingIfNeeded: index))
        }
        return places
    }

    private static func storage(_ cells: [SheetCell]) -> Column.Storage {
        let numbers = cells.compactMap { cell in
            if case .number(let number) = cell { number } else { nil }
        }
        if numbers.count == cells.count {
            let integers = numbers.compactMap { $0.magnitude <= 0x1p53 ? Int64(exactly: $0) : nil }
            guard integers.count == numbers.count else { return .doubles(numbers) }
            let narrow = integers.compactMap { Int32(exactly: $0) }
            return narrow.count == integers.count ? .int32(narrow) : .int64(integers)
        }
        let booleans = cells.compactMap { cell -> UInt8? in
            if case .boolean(let value) = cell { value ? 1 : 0 } else { nil }
        }
        if booleans.count == cells.count { return .booleans(booleans) }
        var texts = TextArena()
        for cell in cells { texts.append(cell.string.utf8) }
        return .texts(texts)
    }

    /// A column of values that stand in some rows: sparse where they are few, else with a zero or an empty text between.
    private static func column(_ name: String, _ values: Column.Storage, _ rows: [UInt32], count: Int) -> Column {
        guard !rows.isEmpty else { return Column(name: name, storage: .empty(count)) }
        guard rows.count < count else { return Column(name: name, storage: values) }
        guard rows.count * 4 >= count else {
            return Column(name: name, storage: .sparse(rows: rows, values: values, count: count))
        }
        func spread<Value>(_ values: [Value], zero: Value) -> [Value] {
            var all = [Value](repeating: zero, count: count)
            for (row, value) in zip(rows, values) { all[Int(row)] = value }
            return all
        }
        let storage: Column.Storage
        switch values {
        case .int32(let values): storage = .int32(spread(values, zero: 0))
        case .int64(let values): storage = .int64(spread(values, zero: 0))
        case .doubles(let values): storage = .doubles(spread(values, zero: 0))
        case .booleans(let values): storage = .booleans(spread(values, zero: 0))
        case .texts(let values):
            var all = TextArena()
            var next = 0
            for row in 0..<count {
                if next < rows.count, Int(rows[next]) == row {
                    all.append(values.bytes(next))
                    next += 1
                } else {
                    all.append([])
                }
            }
            storage = .texts(all)
        default: storage = .sparse(rows: rows, values: values, count: count)
        }
        return Column(name: name, storage: storage, presence: Presence(rows: rows, of: count))
    }
}
