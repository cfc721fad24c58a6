internal import Formats

/// The XML text of one sheet.
struct SheetText {
    /// The text.
    private(set) var text = ""

    /// Writes a sheet.
    init(_ sheet: XLSXWriter.Sheet) {
        text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        text += "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        text += "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
        text += "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
        if !sheet.header.isEmpty {
            text += "<cols>"
            for column in sheet.header.indices {
                let width = sheet.widths.indices.contains(column) ? min(max(sheet.widths[column], 1), 255) : 14
                text += "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
            }
            text += "</cols>"
        }
        text += "<sheetData>"
        append(sheet.header.map(XLSXWriter.Cell.text), row: 0, textStyle: 1)
        for (index, row) in sheet.rows.enumerated() { append(row, row: index + 1, textStyle: 0) }
        text += "</sheetData></worksheet>"
    }

    private mutating func append(_ cells: [XLSXWriter.Cell], row: Int, textStyle: Int) {
        text += "<row r=\"\(row + 1)\">"
        for (column, cell) in cells.enumerated() {
            let place = CellReference(row: row, column: column).name
            switch cell {
            case .empty: break
            case .text(let value):
                text += "<c r=\"\(place)\" s=\"\(textStyle)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                text += SheetText.escaped(value) + "</t></is></c>"
            case .integer(let value): text += "<c r=\"\(place)\" s=\"3\"><v>\(value)</v></c>"
            case .number(let value) where value.isFinite:
                text += "<c r=\"\(place)\" s=\"3\"><v>\(NumberText.shortest(value))</v></c>"
            case .number: break
            case .date(let date): text += "<c r=\"\(place)\" s=\"2\"><v>\(SerialDate.serial(date))</v></c>"
            }
        }
        text += "</row>"
    }

    /// The text with XML's signs escaped. Control characters that XML does not allow are left out, and `_x0041_`, which
    /// a spreadsheet would read as a letter, keeps its underscore as `_x005F_`.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            // Lines in a cell end in a line feed.
            case "\r": result += "\n"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result.replacing("_x", with: "_x005F_x")
    }
}
