public import Features

/// Collects the values of one attribute row by row and keeps them in the narrowest form that holds them all.
public struct ColumnCollector {
    private var finishedRows: ColumnAccumulator
    private var builder: ColumnBuilder
    /// The rows in ``finishedRows``.
    private var base = 0
    /// The rows in ``builder``.
    private var rows = 0
    /// The rows after which the values are brought into their narrow form.
    private static let pieceSize = 1 << 16

    /// A column without rows.
    public init(name: String) {
        finishedRows = ColumnAccumulator(name: Array(name.utf8))
        builder = ColumnBuilder(name: Array(name.utf8))
    }

    /// Appends the value of the next row, or nothing. A number that is not finite counts as nothing.
    public mutating func append(_ value: ColumnValue?) {
        switch value {
        case .integer(let value): builder.append(value, row: rows)
        case .double(let value): if value.isFinite { builder.append(value, row: rows) }
        case .boolean(let value): builder.append(value, row: rows)
        case .text(let text): builder.append(text, isJSON: false, row: rows)
        case .json(let text): builder.append(text, isJSON: true, row: rows)
        case nil: break
        }
        rows += 1
        if rows == ColumnCollector.pieceSize { closePiece() }
    }

    private mutating func closePiece() {
        finishedRows.append(builder.finished(count: rows), base: base, count: rows)
        builder = ColumnBuilder(name: builder.name)
        base += rows
        rows = 0
    }

    /// The column of all rows.
    public consuming func finished() -> Column {
        closePiece()
        return finishedRows.finished(count: base)
    }
}
