public import Features
public import Formats

/// Reads sheets of Excel workbooks (`.xlsx`, ECMA-376 / ISO 29500, transitional and strict) as tables.
///
/// A sheet is a layer without geometries. The first row with a value names the columns; each further row with a value is a
/// record, and ``Layer/lines`` are the numbers of the rows. Formulas are not computed: what was stored when the file was
/// saved is taken. Days become ISO dates.
public enum XLSXReader {
    /// One sheet of a workbook.
    public struct Sheet: Sendable, Hashable {
        /// The name on its tab.
        public let name: String
        /// Whether it is hidden.
        public let isHidden: Bool
    }

    /// The sheets of a workbook in the order of their tabs; charts are none.
    public static func sheets(path: String) throws(Failure) -> [Sheet] {
        let workbook = try Workbook(WholeFile.read(path: path, limit: fileLimit).bytes, path: path)
        return workbook.sheets.map { Sheet(name: $0.name, isHidden: $0.isHidden) }
    }

    /// Reads one sheet.
    /// - Parameters:
    ///   - sheet: The name on its tab; by default the first one that is not hidden.
    ///   - name: The layer's name; by default the sheet's.
    /// - Throws: `.unreadable` where the file cannot be read, `.malformedData` where it is no such workbook, has no such
    ///   sheet, or asks for more than any spreadsheet has.
    public static func read(path: String, sheet: String? = nil, name: String? = nil) throws(Failure) -> ReadLayer {
        let file = try WholeFile.read(path: path, limit: fileLimit)
        return try read(file.bytes, source: file.source, sheet: sheet, name: name)
    }

    /// The largest file taken, in bytes.
    private static let fileLimit = 256 << 20

    static func read(
        _ bytes: [UInt8], source: SourceFile, sheet: String? = nil, name: String? = nil
    ) throws(Failure) -> ReadLayer {
        let workbook = try Workbook(bytes, path: source.path)
        let sheets = workbook.sheets
        let wanted =
            sheet.map { name in sheets.first { $0.name == name } } ?? sheets.first { !$0.isHidden } ?? sheets[0]
        guard let wanted else {
            throw Failure(
                .malformedData,
                Diagnostic(
                    .sheetMissing, at: SourceLocation(file: source.path),
                    ["sheet": sheet ?? "", "sheets": sheets.prefix(20).map(\.name).joined(separator: ", ")]))
        }
        let cells = try workbook.cells(of: wanted)
        var table = SheetTable(cells)
        let layer = try table.layer(named: name ?? wanted.name, source: source)
        let others = sheet == nil ? sheets.filter { !$0.isHidden && $0.name != wanted.name } : []
        return ReadLayer(
            layer: layer, diagnostics: notes(cells, wanted, others.map(\.name), header: table.headerRow, source.path))
    }

    private static func notes(
        _ cells: SheetPart, _ sheet: Workbook.Sheet, _ others: [String], header: Int?, _ path: String
    ) -> [Diagnostic] {
        let location = SourceLocation(file: path)
        var notes: [Diagnostic] = []
        if header == nil { notes.append(Diagnostic(.fileEmpty, at: location, severity: .warning)) }
        if cells.errors.count > 0 {
            notes.append(
                Diagnostic(
                    .cellsInError, at: location,
                    [
                        "sheet": sheet.name, "count": "\(cells.errors.count)", "cell": cells.errors.first,
                        "value": cells.errors.value,
                    ]))
        }
        if cells.formulas.count > 0 {
            notes.append(
                Diagnostic(
                    .formulasTaken, at: location,
                    ["sheet": sheet.name, "count": "\(cells.formulas.count)", "cell": cells.formulas.first]))
        }
        func part(_ what: String, _ count: Int, _ first: String) {
            guard count > 0 else { return }
            notes.append(
                Diagnostic(
                    .sheetParts, at: location,
                    ["sheet": sheet.name, "@what": what, "count": "\(count)", "cell": first]))
        }
        part("spreadsheet.merged", cells.merged.count, cells.merged.first)
        part("spreadsheet.hidden_rows", cells.hiddenRows.count, cells.hiddenRows.first)
        part("spreadsheet.other_sheets", others.count, others.first ?? "")
        part("spreadsheet.hidden_sheet", sheet.isHidden ? 1 : 0, sheet.name)
        return notes
    }
}
