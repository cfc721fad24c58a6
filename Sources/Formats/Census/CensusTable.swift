/// The values of one characteristic, a row for each cell.
struct CensusColumn: Sendable, Hashable {
    var numbers: [Double] = []
    var states: [CensusState] = []
    var decimals: [UInt8] = []

    /// A column without rows.
    init() {}

    /// As many rows, all alike.
    init(repeating value: CensusValue, count: Int) {
        numbers = [Double](repeating: value.number, count: count)
        states = [CensusState](repeating: value.state, count: count)
        decimals = [UInt8](repeating: value.decimals, count: count)
    }

    subscript(row: Int) -> CensusValue {
        get { CensusValue(state: states[row], number: numbers[row], decimals: decimals[row]) }
        set {
            numbers[row] = newValue.number
            states[row] = newValue.state
            decimals[row] = newValue.decimals
        }
    }

    mutating func append(_ value: CensusValue) {
        numbers.append(value.number)
        states.append(value.state)
        decimals.append(value.decimals)
    }
}

/// What was kept of one census file: a row for each cell, none twice, from south to north and west to east.
struct CensusTable: Sendable {
    /// The file for messages: the path, in archives with the name of the entry.
    var path = ""
    /// The place of the file or archive among the sources.
    var source = 0
    var edition: CensusEdition?
    var cells: [GridCell] = []
    /// The line of each row.
    var lines: [UInt32] = []
    var columns: [(name: String, column: CensusColumn)] = []

    /// Puts the rows into the order of the cells and takes out those whose cell an earlier line has; returns the lines
    /// that were taken out.
    mutating func sort() -> [(line: UInt32, cell: GridCell, first: UInt32)] {
        var order = Array(cells.indices)
        let isSorted = zip(cells, cells.dropFirst()).allSatisfy { $0 < $1 }
        if isSorted { return [] }
        order.sort { (cells[$0], lines[$0]) < (cells[$1], lines[$1]) }
        var kept: [Int] = []
        kept.reserveCapacity(order.count)
        var repeated: [(line: UInt32, cell: GridCell, first: UInt32)] = []
        for row in order {
            if let last = kept.last, cells[last] == cells[row] {
                repeated.append((lines[row], cells[row], lines[last]))
            } else {
                kept.append(row)
            }
        }
        cells = kept.map { cells[$0] }
        lines = kept.map { lines[$0] }
        for index in columns.indices {
            let old = columns[index].column
            columns[index].column.numbers = kept.map { old.numbers[$0] }
            columns[index].column.states = kept.map { old.states[$0] }
            columns[index].column.decimals = kept.map { old.decimals[$0] }
        }
        return repeated
    }
}
