import Disclosure

/// A table of rows and columns with their totals, for examples from the literature.
struct PublishedTable {
    /// The cells row by row, totals last.
    private(set) var system = LinkedCells()
    private let columnCount: Int

    /// Makes a table from its inner cells; what a cell costs is its value unless told.
    init(
        _ inner: [[Double]], sensitive: [(row: Int, column: Int, protection: Double)], loss: (Double) -> Double = { $0 }
    ) {
        var rows = inner.map { $0 + [$0.reduce(0, +)] }
        columnCount = rows[0].count
        rows.append((0..<columnCount).map { column in rows.reduce(0) { $0 + $1[column] } })
        for (row, values) in rows.enumerated() {
            for (column, value) in values.enumerated() {
                let protection = sensitive.first { $0.row == row && $0.column == column }?.protection
                _ = system.add(
                    .init(value: value, loss: loss(value), role: protection.map { .sensitive(protection: $0) } ?? .open)
                )
            }
        }
        for row in rows.indices {
            system.add(self[row, columnCount - 1], equalsSumOf: (0..<columnCount - 1).map { self[row, $0] })
        }
        for column in 0..<columnCount {
            system.add(self[rows.count - 1, column], equalsSumOf: (0..<rows.count - 1).map { self[$0, column] })
        }
    }

    /// The index of a cell.
    subscript(row: Int, column: Int) -> Int { row * columnCount + column }
}

extension LinkedCells {
    /// The least loss of all safe suppressions, by trying them all.
    func leastLossByBruteForce() throws -> Double {
        let free = cells.indices.filter { cells[$0].role == .open }
        let sensitive = cells.map(\.role.isSensitive)
        var least = Double.infinity
        for mask in 0..<(1 << free.count) {
            var hidden = sensitive
            for (bit, cell) in free.enumerated() where mask >> bit & 1 == 1 { hidden[cell] = true }
            let loss = zip(cells, hidden).reduce(0) { $0 + ($1.1 ? $1.0.loss : 0) }
            if loss < least, try narrowCells(hidden: hidden).isEmpty { least = loss }
        }
        return least
    }
}
