internal import Features
internal import Glibc
internal import Planar

/// Reads the lines of a census file as its bytes come, in pieces of any size, and keeps the rows of the cells that lie in
/// the boxes. A line outside costs no more than reading its id.
struct CensusScanner {
    /// The longest line; a file with a longer one is none of a census.
    static let longestLine = 1 << 16

    private let path: String
    private let clip: [Envelope]?
    private let source: Int
    private var findings: CensusFindings
    private var layout: CensusLayout?
    private var rows: CensusRows?
    /// The beginning of a line whose end has not come yet.
    private var rest: [UInt8] = []
    private var line = 0
    private var size: Int32?
    private var fields: [Range<Int>] = []

    /// - Parameters:
    ///   - clip: Boxes in EPSG:3035; nil keeps everything.
    ///   - cellSize: The only size that may occur; nil takes that of the first row.
    ///   - source: The place of the file among the sources of the grid.
    init(path: String, clip: [Envelope]?, cellSize: Int32?, source: Int = 0) {
        self.path = path
        self.clip = clip
        self.source = source
        size = cellSize
        findings = CensusFindings(path: path)
    }

    /// Takes in more bytes.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) {
        guard let base = bytes.baseAddress else { return }
        var place = 0
        while place < bytes.count {
            guard let found = memchr(base + place, 0x0A, bytes.count - place) else { break }
            let end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if rest.isEmpty {
                try takeLine(UnsafeBufferPointer(start: base + place, count: end - place))
            } else {
                try keepRest(bytes[place..<end])
                try takeRest()
            }
            place = end + 1
        }
        try keepRest(bytes[place...])
    }

    /// The kept rows and the findings.
    consuming func finish() throws(Failure) -> (table: CensusTable, diagnostics: [Diagnostic]) {
        if !rest.isEmpty { try takeRest() }
        guard layout != nil, let rows else {
            throw line == 0
                ? Failure(.malformedData, Diagnostic(.fileEmpty, at: SourceLocation(file: path)))
                : CensusScanner.refusal(path, "header", line: line, found: "")
        }
        var (table, again) = rows.finished()
        (table.path, table.source) = (path, source)
        again += table.sort()
        for (line, cell, first) in again {
            findings.list(.censusCellRepeated, line: Int(line), ["cell": cell.id, "first": "\(first)"])
        }
        return (table, findings.finished())
    }

    /// The failure of a file that is not read.
    static func refusal(_ path: String, _ reason: String, line: Int? = nil, found: String) -> Failure {
        Failure(
            .malformedData,
            Diagnostic(
                .censusRefused, at: SourceLocation(file: path, line: line),
                ["@reason": "census.reason.\(reason)", "found": found]))
    }

    private mutating func keepRest(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) throws(Failure) {
        guard rest.count + bytes.count <= CensusScanner.longestLine else {
            throw CensusScanner.refusal(path, "line", line: line + 1, found: "> \(CensusScanner.longestLine)")
        }
        rest.append(contentsOf: bytes)
    }

    private mutating func takeRest() throws(Failure) {
        let text = rest
        rest.removeAll(keepingCapacity: true)
        try text.withUnsafeBufferPointer { (bytes) throws(Failure) in try takeLine(bytes) }
    }

    private mutating func takeLine(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) {
        line += 1
        guard text.count <= CensusScanner.longestLine else {
            throw CensusScanner.refusal(path, "line", line: line, found: "\(text.count)")
        }
        var text = text
        if text.last == 0x0D { text = UnsafeBufferPointer(rebasing: text.dropLast()) }
        guard let layout else {
            try takeHeader(text)
            return
        }
        if !text.isEmpty { takeRow(text, layout) }
    }

    private mutating func takeHeader(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) {
        let bytes = CensusScanner.withoutByteOrderMark(Array(text))
        // Empty lines may stand before it.
        guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
        guard let layout = CensusLayout(header: bytes) else {
            throw CensusScanner.refusal(path, "header", line: line, found: CensusScanner.shown(text))
        }
        self.layout = layout
        rows = CensusRows(layout)
    }

    /// The bytes behind a UTF-8 byte order mark, if there is one.
    static func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    private mutating func takeRow(_ text: UnsafeBufferPointer<UInt8>, _ layout: CensusLayout) {
        let cell: GridCell
        let id = idField(text, layout)
        do throws(GridCellError) {
            cell = try GridCell(bytes: id)
        } catch {
            findings.list(
                .censusRowRefused, line: line, ["@reason": error.textKey, "found": CensusScanner.shown(id)])
            return
        }
        guard cell.size == size ?? cell.size else {
            findings.list(
                .censusRowRefused, line: line,
                ["@reason": "census.reason.other_size", "found": CensusScanner.shown(id)])
            return
        }
        size = cell.size
        if let clip, !clip.contains(where: cell.overlaps) { return }
        CensusLine.cut(text, separator: layout.separator, into: &fields)
        // A separator at the end of the line is no further field.
        if fields.count == layout.columnCount + 1, fields.last?.isEmpty == true { fields.removeLast() }
        guard fields.count == layout.columnCount else {
            findings.list(
                .censusRowRefused, line: line,
                ["@reason": "census.reason.fields", "found": "\(fields.count) ≠ \(layout.columnCount)"])
            return
        }
        let row = CensusRow(text: text, fields: fields, cell: cell, line: line, layout: layout)
        row.checkCentre(&findings)
        rows?.append(row, &findings)
    }

    /// The bytes of the cell's id.
    private func idField(_ text: UnsafeBufferPointer<UInt8>, _ layout: CensusLayout) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var column = 0
        while column < layout.id, start < text.count {
            if text[start] == layout.separator { column += 1 }
            start += 1
        }
        guard column == layout.id else { return UnsafeBufferPointer(rebasing: text[text.count...]) }
        var end = start
        while end < text.count, text[end] != layout.separator { end += 1 }
        let field = UnsafeBufferPointer(rebasing: text[start..<end])
        // Nearly all ids begin with a letter or digit and end with a digit.
        guard let first = field.first, let last = field.last, first > 0x2F, last > 0x2F else {
            return CensusLine.trimmed(field)
        }
        return field
    }

    /// At most 60 characters of some bytes, for messages.
    static func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let text = CensusText.decode(bytes.prefix(60))
        return String(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : Character($0) })
    }
}
