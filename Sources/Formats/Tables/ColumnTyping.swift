internal import Features

/// A column with its type, and what was noticed while it was found.
struct TypedColumn: Sendable {
    /// Something worth telling about cells.
    enum Note: Sendable, Equatable {
        /// In place of a number stands what a program wrote where there is none: `nan`, `#NV`, `1e999`.
        case unusable(row: Int, text: String)
        /// Nearly all cells are numbers, so this one is why the column is text.
        case notNumeric(row: Int, text: String, count: Int)
        /// It cannot be told whether the sign separates thousands or decimals, so the column is text.
        case ambiguous(row: Int, text: String)
        /// A spreadsheet would compute the text.
        case formula(row: Int, count: Int)
    }

    /// The column.
    var column: Column
    /// What was noticed, in the order of the rows.
    var notes: [Note] = []
}

extension TableColumn {
    /// Which shapes occur in a column, how often numbers do, and where others stand first.
    private struct Census {
        var shapes: NumberShape = []
        var numbers = 0
        var others = 0
        var firstOther: Int?
        var firstSeparated: Int?
        var isBeyond53Bits = false
    }

    /// The column in the narrowest type that holds all of its cells. Whole numbers and numbers become such; signs such
    /// as `–` among numbers leave the row without a value and are kept as its mark. Digits with a leading zero anywhere
    /// make the column text, and truth values stay text.
    func typed(_ dialect: TableDialect) -> TypedColumn {
        let census = takeCensus()
        let shapes = census.shapes
        guard census.numbers > 0, shapes.isDisjoint(with: [.key, .text]) else { return texts(census) }
        guard let decimal = decimalSign(shapes, dialect) else {
            return texts(census, isAmbiguous: true)
        }
        let fractions: NumberShape =
            decimal == .point
            ? [.decimalPoint, .eitherPoint, .exponent] : [.decimalComma, .eitherComma, .exponent]
        if shapes.isDisjoint(with: fractions) { return numbers { TableNumber.integer($0) } ?? texts(census) }
        // Doubles would not hold keys of that many digits.
        if census.isBeyond53Bits { return texts(census) }
        return numbers { TableNumber.double($0, decimal: decimal) } ?? texts(census)
    }

    private func takeCensus() -> Census {
        var census = Census()
        forEachCell { row, cell in
            let shape = NumberShape(cell)
            census.shapes.formUnion(shape)
            if !shape.isDisjoint(with: .numbers) {
                census.numbers += 1
                if shape == .whole {
                    if cell.count > 15, (TableNumber.integer(cell)?.magnitude ?? .max) > 1 << 53 {
                        census.isBeyond53Bits = true
                    }
                } else if census.firstSeparated == nil {
                    census.firstSeparated = row
                }
            } else if shape == .text {
                census.others += 1
                if census.firstOther == nil { census.firstOther = row }
            }
        }
        return census
    }

    /// The decimal sign of a column of numbers; nil where the cells contradict each other or the dialect, or where
    /// `1.234` could be either: a thousand or one and a bit.
    private func decimalSign(_ shapes: NumberShape, _ dialect: TableDialect) -> TableDialect.DecimalSign? {
        let isPoint = !shapes.isDisjoint(with: .pointEvidence)
        let isComma = !shapes.isDisjoint(with: .commaEvidence)
        if isPoint, isComma { return nil }
        if dialect.decimalCertainty == .stated {
            return (dialect.decimal == .point ? isComma : isPoint) ? nil : dialect.decimal
        }
        if isPoint || isComma { return isPoint ? .point : .comma }
        switch (shapes.contains(.eitherPoint), shapes.contains(.eitherComma)) {
        case (false, false): return dialect.decimal
        case (true, true): return nil
        case (true, false):
            // Where fields end in semicolons, the comma was kept free for decimals; elsewhere the point is one.
            let isAssumed = dialect.decimalCertainty == .assumed && dialect.separator != UInt8(ascii: ";")
            let isDetected = dialect.decimalCertainty == .detected && dialect.decimal == .point
            return isAssumed || isDetected ? .point : nil
        case (false, true):
            return dialect.decimalCertainty == .detected && dialect.decimal == .comma ? .comma : nil
        }
    }

    /// The column as numbers; nil where `read` fails for a cell that should be one.
    private func numbers<Value: TableValue>(_ read: (UnsafeBufferPointer<UInt8>) -> Value?) -> TypedColumn? {
        var values = [Value](repeating: 0, count: count)
        var rows: [UInt32] = []
        var marks = ColumnMarks()
        var notes: [TypedColumn.Note] = []
        var isSound = true
        rows.reserveCapacity(count)
        forEachCell { row, cell in
            let position = UInt32(truncatingIfNeeded: row)
            if let value = read(cell) {
                values[row] = value
                rows.append(position)
                return
            }
            let text = String(decoding: trimmed(cell), as: UTF8.self)
            let shape = NumberShape(cell)
            if shape.isDisjoint(with: [.placeholder, .unusable]) { isSound = false }
            marks.append(text, row: position)
            if shape == .unusable { notes.append(.unusable(row: row, text: text)) }
        }
        guard isSound else { return nil }
        let column = Column(
            name: name, values: Value.storage(values), rows: rows, marks: marks.isEmpty ? nil : marks)
        return TypedColumn(column: column, notes: notes)
    }

    private func texts(_ census: Census, isAmbiguous: Bool = false) -> TypedColumn {
        var rows: [UInt32] = []
        var notes: [TypedColumn.Note] = []
        var formulas = (first: 0, count: 0)
        var reason: TypedColumn.Note?
        forEachCell { row, cell in
            rows.append(UInt32(truncatingIfNeeded: row))
            if row == census.firstSeparated, isAmbiguous {
                reason = .ambiguous(row: row, text: String(decoding: cell, as: UTF8.self))
            } else if row == census.firstOther, census.numbers > 9 * census.others,
                census.shapes.isDisjoint(with: .key)
            {
                reason = .notNumeric(row: row, text: String(decoding: cell, as: UTF8.self), count: census.others)
            }
            if CSVWriter.looksLikeFormula(cell), NumberShape(cell).isDisjoint(with: [.numbers, .placeholder]) {
                if formulas.count == 0 { formulas.first = row }
                formulas.count += 1
            }
        }
        if let reason { notes.append(reason) }
        if formulas.count > 0 { notes.append(.formula(row: formulas.first, count: formulas.count)) }
        let storage = TextArena(utf8: utf8, ends: ends).map(Column.Storage.texts) ?? .empty(count)
        return TypedColumn(column: Column(name: name, values: storage.interned(), rows: rows), notes: notes)
    }
}

/// A number in a column of a table.
private protocol TableValue: ExpressibleByIntegerLiteral {
    /// The narrowest storage that holds the numbers.
    static func storage(_ values: [Self]) -> Column.Storage
}

extension Int: TableValue {
    fileprivate static func storage(_ values: [Int]) -> Column.Storage {
        let isNarrow = values.allSatisfy { Int(Int32(truncatingIfNeeded: $0)) == $0 }
        return isNarrow ? .int32(values.map { Int32(truncatingIfNeeded: $0) }) : .int64(values.map { Int64($0) })
    }
}

extension Double: TableValue {
    fileprivate static func storage(_ values: [Double]) -> Column.Storage { .doubles(values) }
}

extension Column {
    /// A column of values for all rows, of which only those listed count.
    fileprivate init(name: String, values: Storage, rows: [UInt32], marks: ColumnMarks? = nil) {
        let count = values.count
        if rows.isEmpty {
            self.init(name: name, storage: .empty(count), marks: marks)
        } else {
            let presence = rows.count < count ? Presence(rows: rows, of: count) : nil
            self.init(name: name, storage: values, presence: presence, marks: marks)
        }
    }
}
