internal import Features

/// One line of a census file whose cell is kept.
struct CensusRow {
    let text: UnsafeBufferPointer<UInt8>
    let fields: [Range<Int>]
    let cell: GridCell
    let line: Int
    let layout: CensusLayout

    /// The sign before decimals: a point only where commas separate the fields.
    private var decimalSign: UInt8 { layout.separator == UInt8(ascii: ",") ? UInt8(ascii: ".") : UInt8(ascii: ",") }

    /// The bytes of a field without white space and quotes around it.
    func field(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        CensusLine.trimmed(UnsafeBufferPointer(rebasing: text[fields[column]]))
    }

    /// A text field.
    func string(_ column: Int) -> String {
        CensusText.decode(CensusLine.unquoted(UnsafeBufferPointer(rebasing: text[fields[column]]))).trimmingSpaces()
    }

    /// Says where the middle or the second id of the line is not that of the cell.
    func checkCentre(_ findings: inout CensusFindings) {
        let centre = cell.centre
        for (column, expected) in [(layout.centreX, centre.x), (layout.centreY, centre.y)] {
            guard let column else { continue }
            let field = field(column)
            guard CensusValue.plainNumber(field, decimalSign: decimalSign) != expected else { continue }
            findings.list(
                .censusCentreDiffers, line: line, ["cell": cell.id, "found": CensusScanner.shown(field)])
            return
        }
        if let column = layout.secondID {
            let field = field(column)
            guard (try? GridCell(bytes: field)) != cell else { return }
            findings.list(
                .censusCentreDiffers, line: line, ["cell": cell.id, "found": CensusScanner.shown(field)])
        }
    }

    /// The value in a column; what cannot be read is a finding and not given.
    func value(
        _ column: Int, quality: Int?, name: String, measure: CensusMeasure, _ findings: inout CensusFindings
    ) -> CensusValue {
        let field = field(column)
        do throws(CensusValue.Fault) {
            var value = try CensusValue.read(field, measure: measure, decimalSign: decimalSign)
            if value.state == .counted, let quality, isUncertain(self.field(quality)) { value.state = .unreliable }
            return value
        } catch {
            findings.list(
                .censusValueUnreadable, line: line,
                [
                    "@reason": error.textKey, "found": CensusScanner.shown(field), "name": name, "cell": cell.id,
                ])
            return CensusValue(state: .notGiven)
        }
    }

    /// Whether a quality column says something: neither empty nor 0 nor a dash.
    private func isUncertain(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !field.isEmpty else { return false }
        if CensusValue.plainNumber(field, decimalSign: decimalSign) == 0 { return false }
        let value = try? CensusValue.read(field, measure: .count, decimalSign: decimalSign)
        return value?.state != .noneOrFew
    }
}

/// The kept rows of one file while it is read.
struct CensusRows {
    private let layout: CensusLayout
    private var table = CensusTable()
    private var measures: [CensusMeasure] = []
    /// In the long form: the row of each cell, the column of each characteristic, and the values so far.
    private var rowOfCell: [GridCell: Int] = [:]
    private var columnOfName: [String: Int] = [:]
    private var entries: [Entry] = []

    /// A value of the long form.
    private struct Entry {
        var row: Int
        var column: Int
        var value: CensusValue
        var line: UInt32
    }

    init(_ layout: CensusLayout) {
        self.layout = layout
        table.edition = layout.edition
        guard case .wide(let values) = layout.form else { return }
        table.columns = values.map { ($0.name, CensusColumn()) }
        measures = values.map { CensusMeasure(name: $0.name) }
    }

    /// Takes in a row.
    mutating func append(_ row: CensusRow, _ findings: inout CensusFindings) {
        let line = UInt32(clamping: row.line)
        switch layout.form {
        case .wide(let values):
            for (index, column) in values.enumerated() {
                table.columns[index].column.append(
                    row.value(
                        column.column, quality: column.quality, name: column.name, measure: measures[index], &findings))
            }
            table.cells.append(row.cell)
            table.lines.append(line)
        case .long(let columns):
            let name = row.string(columns.characteristic) + ":" + row.string(columns.text)
            let value = row.value(
                columns.count, quality: columns.quality, name: name, measure: .count, &findings)
            entries.append(Entry(row: index(of: row.cell, line), column: index(of: name), value: value, line: line))
        }
    }

    private mutating func index(of cell: GridCell, _ line: UInt32) -> Int {
        // The rows of a cell stand together.
        if table.cells.last == cell { return table.cells.count - 1 }
        if let row = rowOfCell[cell] { return row }
        rowOfCell[cell] = table.cells.count
        table.cells.append(cell)
        table.lines.append(line)
        return table.cells.count - 1
    }

    private mutating func index(of name: String) -> Int {
        if let column = columnOfName[name] { return column }
        columnOfName[name] = table.columns.count
        table.columns.append((name, CensusColumn()))
        return table.columns.count - 1
    }

    /// The table, its rows in the order of the file, and the lines of the long form that say something a second time.
    ///
    /// The long form lists only what was counted: a characteristic that a cell has no row for is none there, or too few.
    consuming func finished() -> (CensusTable, repeated: [(line: UInt32, cell: GridCell, first: UInt32)]) {
        guard case .long = layout.form else { return (table, []) }
        var table = table
        for index in table.columns.indices {
            table.columns[index].column = CensusColumn(
                repeating: CensusValue(state: .noneOrFew), count: table.cells.count)
        }
        var repeated: [(line: UInt32, cell: GridCell, first: UInt32)] = []
        var lines: [Int: UInt32] = [:]
        for entry in entries {
            let place = entry.row * table.columns.count + entry.column
            if let first = lines[place] {
                repeated.append((entry.line, table.cells[entry.row], first))
            } else {
                lines[place] = entry.line
                table.columns[entry.column].column[entry.row] = entry.value
            }
        }
        table.columns.sort { $0.name < $1.name }
        return (table, repeated)
    }
}
