internal import Features
internal import Parallel

/// Puts the records of a table together to a layer.
struct TableAssembler {
    private let path: String
    private let dialect: TableDialect
    private let encoding: CellEncoding
    private let expectedSize: Int
    private var columns: [TableColumn] = []
    /// The columns whose name the header leaves out.
    private var namelessColumns: Set<Int> = []
    private var lines: [UInt32] = []
    private var findings = FindingTally()
    private var titlesLeft: Int
    private var isHeaderRead: Bool
    /// Where the header stands.
    private var headerLine = 1

    /// An assembler for the records of a stream.
    /// - Parameter expectedSize: The size of the file as far as it is known beforehand.
    init(_ stream: borrowing RecordStream, expectedSize: Int) {
        path = stream.path
        dialect = stream.dialect
        encoding = CellEncoding(declared: stream.declaredEncoding)
        self.expectedSize = expectedSize
        titlesLeft = stream.dialect.titleRecords
        isHeaderRead = !stream.dialect.hasHeader
    }

    /// The number of records so far, without the header.
    var count: Int { lines.count }

    /// Takes a record: a title, the header, or a row.
    mutating func append(_ record: RecordStream.Record) throws(Failure) {
        if titlesLeft > 0 {
            titlesLeft -= 1
            return findings.count(
                Diagnostic(.tableTitleSkipped, at: SourceLocation(file: path, line: record.line)))
        }
        if !isHeaderRead {
            isHeaderRead = true
            headerLine = record.line
            note(record)
            return readHeader(record)
        }
        if columns.isEmpty { columns = (0..<record.count).map { TableColumn(name: "column_\($0 + 1)") } }
        note(record)
        let filled = min(record.count, columns.count)
        for index in 0..<filled where !columns[index].append(record[index], encoding: encoding) {
            throw Failure(
                .malformedData,
                Diagnostic(.tableRecordTooLong, at: SourceLocation(file: path, line: record.line), ["limit": "4096"]))
        }
        for index in filled..<columns.count { columns[index].appendEmpty() }
        lines.append(UInt32(clamping: record.line))
        if count == 1000 { reserve(linesSoFar: record.line) }
    }

    /// Gets the memory that a file of the expected size will need if it goes on as it began.
    private mutating func reserve(linesSoFar: Int) {
        let bytes = columns.reduce(0) { $0 + $1.utf8.count + $1.count }
        guard expectedSize > 0, bytes > 0 else { return }
        // A twentieth more, since records differ.
        let growth = 1.05 * Double(expectedSize) / Double(bytes)
        guard let rows = Int(exactly: (growth * Double(count)).rounded(.up)), rows > count else { return }
        lines.reserveCapacity(rows)
        for index in columns.indices {
            let size = growth * Double(columns[index].utf8.count)
            columns[index].reserve(rows: rows, bytes: Int(exactly: size.rounded(.up)) ?? 0)
        }
    }

    private mutating func readHeader(_ record: RecordStream.Record) {
        var names = (0..<record.count).map { index in
            var name: [UInt8] = []
            _ = encoding.append(trimmed(record[index]), to: &name)
            return String(decoding: name, as: UTF8.self).split(whereSeparator: \.isNewline).joined(separator: " ")
        }
        var taken = Set(names)
        var seen: Set<String> = []
        for index in names.indices {
            let original = names[index]
            let base = original.isEmpty ? "column_\(index + 1)" : original
            var name = base
            var number = 1
            while seen.contains(name) || (name != original && taken.contains(name)) {
                number += 1
                name = "\(base)_\(number)"
            }
            names[index] = name
            seen.insert(name)
            taken.insert(name)
            if original.isEmpty {
                namelessColumns.insert(index)
            } else if name != original {
                noteRenamed(original, name, index)
            }
        }
        columns = names.map(TableColumn.init)
    }

    private mutating func noteRenamed(_ original: String, _ name: String, _ index: Int) {
        findings.list(
            Diagnostic(
                .tableColumnRenamed, at: SourceLocation(file: path, line: headerLine),
                ["original": original, "column": name, "number": "\(index + 1)"]))
    }

    /// Notes what is odd about a record.
    private mutating func note(_ record: RecordStream.Record) {
        if record.hasNULs { list(.tableNULBytes, record) }
        for index in 0..<record.count where record.goesOnBehindQuote(index) {
            list(
                .tableTextBehindQuote, record,
                ["column": columns.indices.contains(index) ? columns[index].name : "\(index + 1)"])
        }
        guard !columns.isEmpty, record.count != columns.count else { return }
        if record.count < columns.count {
            let missing = columns.count - record.count
            list(
                .tableRecordShort, record,
                [
                    "fields": "\(record.count)", "expected": "\(columns.count)", "count": "\(missing)",
                    "column": columns[record.count].name,
                ])
        } else if (columns.count..<record.count).contains(where: { !trimmed(record[$0]).isEmpty }) {
            list(.tableRecordLong, record, ["fields": "\(record.count)", "expected": "\(columns.count)"])
        }
    }

    private mutating func list(
        _ code: DiagnosticCode, _ record: RecordStream.Record, _ arguments: [String: String] = [:]
    ) {
        findings.list(
            Diagnostic(
                code, at: SourceLocation(file: path, line: record.line, feature: columns.isEmpty ? nil : count),
                arguments))
    }

    /// Notes how many units of a UTF-16 text could not be read.
    mutating func noteBrokenUnits(_ count: Int) {
        guard count > 0 else { return }
        findings.list(
            Diagnostic(
                .tableEncodingInvalid, at: SourceLocation(file: path),
                ["encoding": "UTF-16", "count": "\(count)", "column": "–"]))
    }

    /// The layer and what was noticed: what concerns records in their order, then what concerns columns.
    consuming func finished(name: String, source: SourceFile) -> ReadLayer {
        if lines.isEmpty {
            findings.list(Diagnostic(.tableWithoutRecords, at: SourceLocation(file: path, line: headerLine)))
        }
        // A separator at the end of every line makes a column of nothing.
        let (raw, dialect) = (columns, dialect)
        let kept = raw.indices.filter { !namelessColumns.contains($0) || !raw[$0].utf8.isEmpty }
        for index in kept where namelessColumns.contains(index) { noteRenamed("", raw[index].name, index) }
        noteEncodings()
        columns = []
        let typed = parallelMap(kept.count) { raw[kept[$0]].typed(dialect) }
        for column in typed { note(column) }
        let rows = lines.count
        return ReadLayer(
            layer: Layer(
                name: name, source: source, geometries: GeometryColumn(missing: rows), columns: typed.map(\.column),
                lines: lines),
            diagnostics: findings.diagnostics)
    }

    private mutating func noteEncodings() {
        let utf8Cells = columns.reduce(0) { $0 + $1.utf8Cells }
        let otherCells = columns.reduce(0) { $0 + $1.windows1252Cells }
        guard encoding.declared != .windows1252, otherCells > 0 else { return }
        if encoding.declared == nil {
            guard utf8Cells > 0 else { return }
            let isOtherRarer = otherCells < utf8Cells
            let first = columns.compactMap { isOtherRarer ? $0.firstWindows1252Row : $0.firstUTF8Row }.min()
            findings.list(
                Diagnostic(
                    .tableEncodingMixed, at: location(first),
                    ["utf8": "\(utf8Cells)", "windows1252": "\(otherCells)"]))
            return
        }
        for column in columns {
            guard let row = column.firstWindows1252Row else { continue }
            findings.list(
                Diagnostic(
                    .tableEncodingInvalid, at: location(row),
                    ["encoding": "UTF-8", "count": "\(column.windows1252Cells)", "column": column.name]))
        }
    }

    private mutating func note(_ typed: TypedColumn) {
        for note in typed.notes {
            var arguments = ["column": typed.column.name]
            let (code, row, text, number): (DiagnosticCode, Int, String?, Int?) =
                switch note {
                case .unusable(let row, let text): (.tableNumberUnusable, row, text, nil)
                case .notNumeric(let row, let text, let count): (.tableColumnNotNumeric, row, text, count)
                case .ambiguous(let row, let text): (.tableNumberAmbiguous, row, text, nil)
                case .formula(let row, let count): (.tableFormulas, row, nil, count)
                }
            if let text { arguments["value"] = String(text.prefix(40)) }
            if let number { arguments["count"] = "\(number)" }
            findings.list(Diagnostic(code, at: location(row), arguments))
        }
    }

    private func location(_ row: Int?) -> SourceLocation {
        guard let row, lines.indices.contains(row) else { return SourceLocation(file: path) }
        return SourceLocation(file: path, line: Int(lines[row]), feature: row)
    }
}
