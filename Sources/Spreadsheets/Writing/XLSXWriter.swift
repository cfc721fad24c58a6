internal import CXlsxwriter
public import Features
internal import Foundation

/// Writes Excel workbooks with plain sheets through libxlsxwriter: a bold header row that stays in view and filters, widths,
/// texts, numbers and days. A text is a text whatever it begins with, so nothing is a formula. The same sheets give the
/// same bytes.
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
    /// - Throws: `Failure` where a sheet has more rows or columns than a workbook can hold, or the disk is full.
    public static func workbook(_ sheets: [Sheet], path: String) throws(Failure) -> [UInt8] {
        // The library writes files only.
        let file = FileManager.default.temporaryDirectory.appending(path: "quartier-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        guard let book = unsafe workbook_new(file.path()) else { throw failure(path, "workbook_new") }
        var properties = unsafe lxw_doc_properties()
        unsafe properties.created = time_t(created)
        unsafe workbook_set_properties(book, &properties)
        let looks = unsafe Looks(book)
        var fault = LXW_NO_ERROR
        for (name, sheet) in zip(sheetNames(sheets), sheets) where fault == LXW_NO_ERROR {
            guard let page = unsafe workbook_add_worksheet(book, name) else {
                fault = LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE
                break
            }
            fault = unsafe write(sheet, to: page, looks)
        }
        let end = unsafe workbook_close(book)
        if fault == LXW_NO_ERROR { fault = end }
        guard fault == LXW_NO_ERROR, let bytes = FileManager.default.contents(atPath: file.path()) else {
            throw failure(path, unsafe String(cString: lxw_strerror(fault)))
        }
        return [UInt8](bytes)
    }

    /// The time that stands in every workbook: 1980-01-01, the first that a ZIP archive can hold.
    private static let created = 315_532_800

    /// The looks of cells.
    @unsafe private struct Looks {
        let header: UnsafeMutablePointer<lxw_format>?
        let text: UnsafeMutablePointer<lxw_format>?
        let day: UnsafeMutablePointer<lxw_format>?

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            unsafe header = workbook_add_format(book)
            unsafe text = workbook_add_format(book)
            unsafe day = workbook_add_format(book)
            unsafe format_set_bold(header)
            unsafe format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            unsafe format_set_text_wrap(header)
            unsafe format_set_align(text, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            unsafe format_set_text_wrap(text)
            // The format that shows a day as the reader's country does.
            unsafe format_set_num_format_index(day, 14)
        }
    }

    private static func write(
        _ sheet: Sheet, to page: UnsafeMutablePointer<lxw_worksheet>, _ looks: Looks
    ) -> lxw_error {
        guard sheet.header.count <= 16_384, sheet.rows.count < 1_048_576 else {
            return LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE
        }
        for column in sheet.header.indices {
            let width = sheet.widths.indices.contains(column) ? min(max(sheet.widths[column], 1), 255) : 14
            let place = UInt16(truncatingIfNeeded: column)
            _ = unsafe worksheet_set_column(page, place, place, Double(width), nil)
        }
        unsafe worksheet_freeze_panes(page, 1, 0)
        if !sheet.header.isEmpty, !sheet.rows.isEmpty {
            _ = unsafe worksheet_autofilter(
                page, 0, 0, UInt32(truncatingIfNeeded: sheet.rows.count),
                UInt16(truncatingIfNeeded: sheet.header.count - 1))
        }
        let rows = [sheet.header.map(Cell.text)] + sheet.rows
        for (number, cells) in rows.enumerated() {
            for (column, cell) in cells.prefix(16_384).enumerated() {
                let (row, place) = (UInt32(truncatingIfNeeded: number), UInt16(truncatingIfNeeded: column))
                let fault: lxw_error
                switch cell {
                case .text(let text):
                    let look = unsafe number == 0 ? looks.header : looks.text
                    fault = unsafe worksheet_write_string(page, row, place, cleaned(text), look)
                case .integer(let value): fault = unsafe worksheet_write_number(page, row, place, Double(value), nil)
                case .number(let value) where value.isFinite:
                    fault = unsafe worksheet_write_number(page, row, place, value, nil)
                case .date(let date):
                    fault = unsafe worksheet_write_number(page, row, place, Double(SerialDate.serial(date)), looks.day)
                case .empty, .number: continue
                }
                guard fault == LXW_NO_ERROR else { return fault }
            }
        }
        return LXW_NO_ERROR
    }

    /// The text as a cell can hold it: without control characters that XML does not allow, lines ended by a line feed, at
    /// most 32,767 characters. `_x0041_`, which a spreadsheet would read as a letter, keeps its underscore as `_x005F_`.
    private static func cleaned(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for (count, scalar) in text.replacing("\r\n", with: "\n").unicodeScalars.enumerated() {
            if count >= 32_766 {
                result.append("…")
                break
            }
            switch scalar {
            case "\r": result.append("\n")
            case "\t", "\n": result.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: result.append(scalar)
            }
        }
        return String(result).replacing("_x", with: "_x005F_x")
    }

    private static func sheetNames(_ sheets: [Sheet]) -> [String] {
        var seen: Set<String> = []
        return sheets.enumerated().map { index, sheet in
            let allowed = String(sheet.name.filter { !":\\/?*[]'".contains($0) }.prefix(31))
            let name = allowed.isEmpty || seen.contains(allowed.lowercased()) ? "Sheet\(index + 1)" : allowed
            seen.insert(name.lowercased())
            return name
        }
    }

    private static func failure(_ path: String, _ reason: String) -> Failure {
        Failure(
            .cannotCreate, Diagnostic(.outputUnwritable, at: SourceLocation(file: path), ["reason": reason]))
    }
}
