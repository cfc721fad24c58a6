internal import Features

/// The cells of a sheet (`xl/worksheets/….xml`), column by column, and what is worth telling about them.
final class SheetPart: PartHandler {
    /// The most cells with a value.
    static let cellLimit = 20_000_000

    /// Something that occurs in cells: how often, where first, and with what value.
    struct Occurrence {
        var count = 0
        var first = ""
        var value = ""

        mutating func add(_ place: String, value: String = "") {
            if count == 0 { (first, self.value) = (place, value) }
            count += 1
        }
    }

    /// The columns with a value, by their place.
    private(set) var columns: [Int: SheetColumn] = [:]
    private(set) var failure: Failure?
    /// Cells with `#N/A` and the like.
    private(set) var errors = Occurrence()
    /// Cells with a formula.
    private(set) var formulas = Occurrence()
    /// Ranges of merged cells.
    private(set) var merged = Occurrence()
    /// Rows that are hidden.
    private(set) var hiddenRows = Occurrence()

    private let path: String
    private let sheet: String
    private let strings: [String]
    private let dateParts: [SerialDate.Part?]
    private let countsFrom1904: Bool
    private var place = CellReference(row: -1, column: -1)
    private var type = ""
    private var style = 0
    private var value = ""
    private var isInValue = false
    private var inline = RichText()
    private var hasFormula = false
    private var cellCount = 0

    /// - Parameters:
    ///   - path: The workbook for messages.
    ///   - sheet: The sheet for messages.
    ///   - dateParts: What each style shows as a date.
    init(path: String, sheet: String, strings: [String], dateParts: [SerialDate.Part?], countsFrom1904: Bool) {
        self.path = path
        self.sheet = sheet
        self.strings = strings
        self.dateParts = dateParts
        self.countsFrom1904 = countsFrom1904
    }

    func begin(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "row": beginRow(attributes)
        case "c": beginCell(attributes)
        case "v":
            value = ""
            isInValue = true
        case "f": hasFormula = true
        case "mergeCell": merged.add(attributes["ref"] ?? "")
        default: inline.begin(element)
        }
    }

    func end(_ element: String) {
        switch element {
        case "v": isInValue = false
        case "c": endCell()
        default: inline.end(element)
        }
    }

    func text(_ text: String) {
        if isInValue { value += text } else { inline.append(text) }
    }

    private func beginRow(_ attributes: [String: String]) {
        // The number may be left out: then it is the next one. Rows must ascend.
        let row = attributes["r"].flatMap { Int($0) }.map { $0 - 1 } ?? place.row + 1
        guard row > place.row else { return fail("spreadsheet.row_order") }
        guard row < CellReference.rowLimit else { return tooLarge("spreadsheet.rows", CellReference.rowLimit) }
        place = CellReference(row: row, column: -1)
        if ["1", "true"].contains(attributes["hidden"] ?? "") { hiddenRows.add("\(row + 1)") }
    }

    private func beginCell(_ attributes: [String: String]) {
        var column = place.column + 1
        if let name = attributes["r"] {
            guard let reference = CellReference(name), reference.row == place.row, reference.column > place.column
            else {
                return fail("spreadsheet.cell_order")
            }
            column = reference.column
        }
        guard column < CellReference.columnLimit else {
            return tooLarge("spreadsheet.columns", CellReference.columnLimit)
        }
        place.column = column
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        value = ""
        hasFormula = false
        inline = RichText()
    }

    private func endCell() {
        if hasFormula { formulas.add(place.name) }
        guard let cell = cell() else { return }
        cellCount += 1
        guard cellCount <= SheetPart.cellLimit else { return tooLarge("spreadsheet.cells", SheetPart.cellLimit) }
        columns[place.column, default: SheetColumn()].append(cell, row: place.row)
    }

    private func cell() -> SheetCell? {
        switch type {
        case "s":
            guard let index = Int(value), strings.indices.contains(index) else {
                fail("spreadsheet.string_number")
                return nil
            }
            return SheetPart.text(strings[index])
        case "inlineStr": return SheetPart.text(inline.text)
        case "str", "d": return SheetPart.text(value)
        case "b": return value.isEmpty ? nil : .boolean(value == "1" || value == "true")
        case "e":
            errors.add(place.name, value: String(value.prefix(20)))
            return nil
        default: return number()
        }
    }

    private func number() -> SheetCell? {
        guard !value.isEmpty else { return nil }
        guard let number = Double(value), number.isFinite, value.utf8.allSatisfy({ $0 < 0x3A || $0 | 0x20 == 0x65 })
        else {
            // What is no number is no reason to stop; it is kept as it stands.
            return SheetPart.text(value)
        }
        if dateParts.indices.contains(style), let part = dateParts[style],
            let date = SerialDate.text(number, part, countsFrom1904: countsFrom1904)
        {
            return .text(date)
        }
        return .number(number)
    }

    /// A text; nil where it is white space only.
    private static func text(_ text: String) -> SheetCell? {
        text.allSatisfy(\.isWhitespace) ? nil : .text(text)
    }

    private func fail(_ reason: String) {
        failure = PartParser.unreadable(path, "\(sheet)!\(place.row + 1)", reason: reason)
    }

    private func tooLarge(_ what: String, _ limit: Int) {
        failure = Failure(
            .malformedData,
            Diagnostic(
                .sheetTooLarge, at: SourceLocation(file: path), ["sheet": sheet, "@what": what, "limit": "\(limit)"]))
    }
}
