/// One cell of a table.
public enum TableCell: Sendable, Hashable {
    /// Nothing.
    case empty
    /// A text.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number, written with the digits it takes to read it back.
    case number(Double)
    /// A number, written with as many decimals.
    case rounded(Double, decimals: Int)
}

/// Writes tables as comma- or semicolon-separated values.
public struct CSVWriter: Sendable {
    /// For whom a table is written.
    public enum Style: String, Sendable, Hashable, CaseIterable {
        /// For programs: RFC 4180 with line feeds, UTF-8 without a byte order mark, decimal point.
        case standard
        /// For Excel set to German: semicolons, decimal comma, UTF-8 with a byte order mark, lines end in CR LF; a
        /// text that Excel would take for a formula gets an apostrophe in front.
        case excelGerman = "excel-de"
    }

    /// The table so far.
    public private(set) var bytes: [UInt8] = []
    private let style: Style
    private let separator: UInt8

    /// Begins a table with its header line.
    public init(_ style: Style, header: [String]) {
        self.style = style
        separator = style == .standard ? UInt8(ascii: ",") : UInt8(ascii: ";")
        if style == .excelGerman { bytes = [0xEF, 0xBB, 0xBF] }
        append(header.map(TableCell.text))
    }

    /// Appends a line.
    public mutating func append(_ cells: [TableCell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(separator) }
            switch cell {
            case .empty: break
            case .text(let text): append(text)
            case .integer(let value): bytes.append(contentsOf: String(value).utf8)
            case .number(let value): append(number: NumberText.plain(value))
            case .rounded(let value, let decimals): append(number: NumberText.fixed(value, decimals: decimals))
            }
        }
        bytes.append(contentsOf: (style == .standard ? "\n" : "\r\n").utf8)
    }

    private mutating func append(number: String) {
        bytes.append(contentsOf: (style == .standard ? number : NumberText.german(number)).utf8)
    }

    /// Whether a text is a key of digits that begins with a zero. In quotation marks, programs that are told to take such
    /// cells as text keep the zero.
    private static func isKey(_ text: String.UTF8View) -> Bool {
        text.count > 1 && text.first == UInt8(ascii: "0")
            && text.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private mutating func append(_ text: String) {
        let text = style == .excelGerman && CSVWriter.looksLikeFormula(text.utf8) ? "'" + text : text
        let needsQuotes = text.utf8.contains {
            $0 == separator || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
        }
        guard needsQuotes || style == .excelGerman && CSVWriter.isKey(text.utf8) else {
            return bytes.append(contentsOf: text.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether a spreadsheet would compute the text (OWASP, "CSV injection").
    static func looksLikeFormula(_ text: some Collection<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        return [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D].contains(first)
    }
}
