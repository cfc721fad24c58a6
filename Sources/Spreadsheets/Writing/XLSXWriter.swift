internal import Archives
public import Features
internal import Formats

/// Writes Excel workbooks with plain sheets: a bold header row that stays in view, widths, texts, numbers and days.
/// The same sheets give the same bytes.
public enum XLSXWriter {
    /// The content of a cell.
    public enum Cell: Sendable, Hashable {
        case empty
        case text(String)
        case integer(Int)
        case number(Double)
        case date(CalendarDate)
    }

    /// One sheet.
    public struct Sheet: Sendable, Hashable {
        /// The name on its tab: at most 31 characters, without `: \ / ? * [ ]`; other names are changed to fit.
        public var name: String
        /// The names of the columns.
        public var header: [String]
        /// The widths of the columns, in characters; a missing one is 14.
        public var widths: [Int]
        /// The rows below the header.
        public var rows: [[Cell]]

        /// Makes a sheet.
        public init(name: String, header: [String], widths: [Int] = [], rows: [[Cell]]) {
            self.name = name
            self.header = header
            self.widths = widths
            self.rows = rows
        }
    }

    /// The bytes of a workbook.
    /// - Parameter path: The name for messages.
    public static func workbook(_ sheets: [Sheet], path: String) throws(Failure) -> [UInt8] {
        var files: [(name: String, bytes: [UInt8])] = [
            ("[Content_Types].xml", Array(contentTypes(sheets.count).utf8)),
            ("_rels/.rels", Array(rootRelations.utf8)),
            ("xl/workbook.xml", Array(workbookPart(sheetNames(sheets)).utf8)),
            ("xl/_rels/workbook.xml.rels", Array(workbookRelations(sheets.count).utf8)),
            ("xl/styles.xml", Array(styles.utf8)),
        ]
        for (index, sheet) in sheets.enumerated() {
            files.append(("xl/worksheets/sheet\(index + 1).xml", Array(SheetText(sheet).text.utf8)))
        }
        return try ZipWriter.archive(files, path: path)
    }

    private static func sheetNames(_ sheets: [Sheet]) -> [String] {
        var seen: Set<String> = []
        return sheets.enumerated().map { index, sheet in
            let allowed = String(sheet.name.filter { !":\\/?*[]".contains($0) }.prefix(31))
            let name = allowed.isEmpty || seen.contains(allowed.lowercased()) ? "Sheet\(index + 1)" : allowed
            seen.insert(name.lowercased())
            return name
        }
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private static func contentTypes(_ count: Int) -> String {
        let sheets = (1...max(1, count)).map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(types).worksheet+xml\"/>"
        }
        return declaration + "<Types xmlns=\"\(package)/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(types).sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(types).styles+xml\"/>"
            + sheets.joined() + "</Types>"
    }

    private static var rootRelations: String {
        declaration + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
            + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    }

    private static func workbookPart(_ names: [String]) -> String {
        let sheets = names.enumerated().map { index, name in
            "<sheet name=\"\(SheetText.escaped(name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
        }
        return declaration + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>" + sheets.joined()
            + "</sheets></workbook>"
    }

    private static func workbookRelations(_ count: Int) -> String {
        let sheets = (1...max(1, count)).map {
            "<Relationship Id=\"rId\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
        }
        return declaration + "<Relationships xmlns=\"\(package)/relationships\">" + sheets.joined()
            + "<Relationship Id=\"rId\(count + 1)\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
    }

    /// The looks of cells: 0 plain text that wraps, 1 bold for the header, 2 a day, 3 a number.
    private static var styles: String {
        declaration + "<styleSheet xmlns=\"\(main)\">"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"4\">"
            + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">"
            + "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
            + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\">"
            + "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
            + "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "</cellXfs></styleSheet>"
    }
}
