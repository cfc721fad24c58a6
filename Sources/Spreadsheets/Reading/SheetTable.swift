internal import Features

/// The cells of a sheet as header and records.
struct SheetTable {
    /// The row that names the columns, counted from 0; nil for a sheet without values.
    let headerRow: Int?
    private var columns: [(place: Int, cells: SheetColumn)]
    /// The most rows times columns.
    private static let areaLimit = 250_000_000

    /// Finds the header: the first row with a value.
    init(_ part: SheetPart) {
        columns = part.columns.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        headerRow = columns.compactMap { $0.cells.rows.first }.min().map { Int($0) }
    }

    /// The layer of all rows below the header that have a value.
    mutating func layer(named name: String, source: SourceFile) throws(Failure) -> Layer {
        guard let headerRow else { return Layer(name: name, source: source, geometries: GeometryColumn()) }
        let titles = columns.indices.map { index in
            columns[index].cells.takeFirst(row: headerRow).map(\.string) ?? ""
        }
        var isKept = [Bool](repeating: false, count: CellReference.rowLimit)
        for column in columns {
            for row in column.cells.rows { isKept[Int(row)] = true }
        }
        let kept = isKept.indices.filter { isKept[$0] }.map { UInt32(truncatingIfNeeded: $0) }
        // A column with neither name nor value is none.
        let used = columns.indices.filter { !titles[$0].isEmpty || !columns[$0].cells.rows.isEmpty }
        guard used.count * kept.count <= SheetTable.areaLimit else {
            throw Failure(
                .malformedData,
                Diagnostic(
                    .sheetTooLarge, at: SourceLocation(file: source.path),
                    ["sheet": name, "@what": "spreadsheet.cells", "limit": "\(SheetTable.areaLimit)"]))
        }
        let names = SheetTable.unique(used.map { titles[$0] }, places: used.map { columns[$0].place })
        return Layer(
            name: name, source: source, geometries: GeometryColumn(missing: kept.count),
            columns: zip(used, names).map { columns[$0].cells.column(named: $1, kept: kept) },
            lines: kept.map { $0 + 1 })
    }

    /// Names on one line, no two alike: a column without a name is called by its number, a repeated name gets one behind.
    private static func unique(_ titles: [String], places: [Int]) -> [String] {
        let plain = titles.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        var taken = Set(plain)
        var seen: Set<String> = []
        return zip(plain, places).map { title, place in
            let base = title.isEmpty ? "column_\(place + 1)" : title
            var name = base
            var number = 1
            while seen.contains(name) || (name != title && taken.contains(name)) {
                number += 1
                name = "\(base)_\(number)"
            }
            seen.insert(name)
            taken.insert(name)
            return name
        }
    }
}
