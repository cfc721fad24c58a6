internal import Features

/// The records of a table, one after the other, without holding more of the text than a block and one record.
struct RecordStream: ~Copyable {
    /// The limits of a table.
    struct Limits {
        /// The bytes read at once.
        var blockSize = 1 << 20
        /// The most bytes a record may have.
        var recordSize = 16 << 20
    }

    /// One record: fields as ranges of the text, without quotes, in the encoding of the file.
    struct Record {
        fileprivate let text: UnsafePointer<UInt8>
        fileprivate let fields: UnsafeBufferPointer<RecordScanner.Field>
        /// The line on which it begins, counted from 1.
        let line: Int
        /// Whether NUL bytes were taken out of it.
        let hasNULs: Bool

        /// The number of fields.
        var count: Int { fields.count }

        /// The bytes of a field.
        subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
            let field = fields[index]
            return UnsafeBufferPointer(start: text + field.start, count: field.end - field.start)
        }

        /// Whether text stands behind the closing quote of a field.
        func goesOnBehindQuote(_ index: Int) -> Bool { fields[index].goesOnBehindQuote }

        /// Whether no field holds anything but white space.
        var isBlank: Bool {
            fields.indices.allSatisfy { fields[$0].start == fields[$0].end || trimmed(self[$0]).isEmpty }
        }
    }

    /// How the table is written.
    let dialect: TableDialect
    /// What the byte order mark said; nil where there is none.
    let marked: TableDialect.Encoding?
    /// The encoding that is not to be doubted; nil where each cell decides.
    let declaredEncoding: TableDialect.Encoding?
    private var text: TableText
    private var scanner: RecordScanner
    private let limits: Limits
    private var line = 1

    /// Opens a table and detects what the choice leaves open.
    init(_ source: consuming ByteSource, choice: TableDialect.Choice, limits: Limits = Limits()) throws(Failure) {
        var text = try TableText(source, encoding: choice.encoding, blockSize: limits.blockSize)
        while text.count <= TableDialect.detectionSize, !text.isAtEnd { try text.grow() }
        guard text.count > 0 else {
            throw Failure(.malformedData, Diagnostic(.fileEmpty, at: SourceLocation(file: text.path)))
        }
        var choice = choice
        choice.encoding = text.marked ?? choice.encoding
        let isAtEnd = text.isAtEnd
        let (dialect, skipped) =
            text.withText { (start, count) -> (TableDialect, Int) in
                let size = min(count, TableDialect.detectionSize)
                let head = UnsafeBufferPointer(start: UnsafePointer(start), count: size)
                // The scanner needs a zero byte behind the text.
                let behind = start[size]
                start[size] = 0
                defer { start[size] = behind }
                let dialect = TableDialect(head: head, isWhole: isAtEnd && size == count, choice: choice)
                return (dialect, TableDialect.separatorLine(head)?.length ?? 0)
            } ?? (TableDialect(), 0)
        text.consume(skipped)
        self.dialect = dialect
        self.limits = limits
        marked = text.marked
        // UTF-16 has become UTF-8.
        declaredEncoding = choice.encoding.map { $0 == .windows1252 ? .windows1252 : .utf8 }
        scanner = RecordScanner(separator: dialect.separator, quoting: dialect.quoting)
        self.text = text
    }

    /// The path of the source.
    var path: String { text.path }

    /// The number of UTF-16 units so far that could not be read.
    var brokenUnits: Int { text.brokenUnits }

    /// Goes through all records that are not blank. The fields are lent for the time of the call.
    mutating func forEachRecord(_ body: (Record) throws(Failure) -> Void) throws(Failure) {
        while true {
            let isLast = text.isAtEnd
            let stop = try forEachCompleteRecord(isLast: isLast, body)
            switch stop {
            case .record: if isLast { return }
            case .tooManyFields:
                throw failure(.tooLarge, ["limit": "\(FeatureParser.maximumColumns)"], at: 0)
            case .tooLong: throw failure(.tableRecordTooLong, ["limit": "\(limits.recordSize >> 20)"], at: 0)
            case .incomplete(let quote):
                if isLast { throw failure(.tableQuoteUnclosed, at: quote ?? 0) }
                guard text.count <= limits.recordSize else { throw tooLong(openQuote: quote) }
            }
            try text.grow()
        }
    }

    /// Goes through the records that lie wholly in memory, and tells why it stopped: at the end of the text, or within a
    /// record, which begins the unread text then.
    private mutating func forEachCompleteRecord(
        isLast: Bool, _ body: (Record) throws(Failure) -> Void
    ) throws(Failure) -> RecordScanner.Outcome {
        var (scanner, line) = (scanner, line)
        let limit = limits.recordSize
        let result = try text.withText { start, count throws(Failure) -> (Int, RecordScanner.Outcome) in
            var place = 0
            while place < count {
                let outcome = scanner.scan(start, from: place, count: count, isLast: isLast)
                guard case .record(let next) = outcome else { return (place, outcome.moved(by: -place)) }
                guard next - place <= limit else { return (place, .tooLong) }
                let hasNULs = scanner.hasNULs
                scanner.clean(start)
                try scanner.fields.withUnsafeBufferPointer { fields throws(Failure) in
                    let record = Record(text: start, fields: fields, line: line, hasNULs: hasNULs)
                    if !record.isBlank { try body(record) }
                }
                place = next
                line += scanner.lineEnds
            }
            return (place, .record(next: place))
        }
        (self.scanner, self.line) = (scanner, line)
        guard let (consumed, outcome) = result else { return .record(next: 0) }
        text.consume(consumed)
        return outcome
    }

    private func tooLong(openQuote: Int?) -> Failure {
        failure(
            openQuote == nil ? .tableRecordTooLong : .tableQuoteUnclosed, ["limit": "\(limits.recordSize >> 20)"],
            at: openQuote ?? 0)
    }

    /// The failure that ends reading, at an offset of the unread text.
    private func failure(_ code: DiagnosticCode, _ arguments: [String: String] = [:], at offset: Int) -> Failure {
        var place = TextPlace(offset: 0, line: line - 1, lineStart: 0)
        text.bytes.withUnsafeBufferPointer { buffer in
            place.advance(over: UnsafeBufferPointer(rebasing: buffer[text.lower..<text.lower + offset]))
        }
        var location = place.location(in: path)
        location.byteOffset = nil
        return Failure(.malformedData, Diagnostic(code, at: location, arguments))
    }

    /// What was read, with its checksum.
    consuming func finish() -> SourceFile { text.finish() }
}

extension RecordScanner.Outcome {
    /// The same with the place of the open quote moved.
    fileprivate func moved(by offset: Int) -> Self {
        if case .incomplete(let quote?) = self { return .incomplete(openQuote: quote + offset) }
        return self
    }
}
