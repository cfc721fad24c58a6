extension TableDialect {
    /// How many bytes of the text detection looks at.
    static let detectionSize = 256 << 10

    /// The separators that are tried; of equally good ones the first is taken, as a comma stands in texts and numbers.
    private static let separators: [UInt8] = [0x09, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ",")]

    /// Detects a dialect from the first part of a text.
    /// - Parameters:
    ///   - head: The first bytes, without byte order mark; behind them a zero byte must be readable.
    ///   - isWhole: Whether the text ends there.
    ///   - choice: What need not be detected.
    init(head: UnsafeBufferPointer<UInt8>, isWhole: Bool, choice: Choice) {
        self.init()
        encoding = choice.encoding ?? (isUTF8(head, mayBeCut: !isWhole) ? .utf8 : .windows1252)
        quoting = choice.quoting ?? .double
        separator = choice.separator ?? TableDialect.separator(of: head, isWhole: isWhole, quoting: quoting)
        let sample = TableSample(head: head, isWhole: isWhole, separator: separator, quoting: quoting)
        hasHeader = choice.hasHeader ?? sample.hasHeader
        let (points, commas) = sample.decimalSigns
        decimal = choice.decimal ?? (commas > points ? .comma : .point)
        decimalCertainty = choice.decimal != nil ? .stated : points != commas ? .detected : .assumed
    }

    /// The separator with which most records have as many fields as the first one, and more than one.
    private static func separator(of head: UnsafeBufferPointer<UInt8>, isWhole: Bool, quoting: Quoting) -> UInt8 {
        if let named = separatorLine(head) { return named.separator }
        var best: (separator: UInt8, records: Int, fields: Int)?
        for separator in separators {
            let sample = TableSample(head: head, isWhole: isWhole, separator: separator, quoting: quoting)
            guard let fields = sample.records.first?.count, fields > 1 else { continue }
            let alike = sample.records.count { $0.count == fields }
            if let best {
                // With a header alone there is nothing to compare but the number of its fields.
                guard alike > best.records || (alike == best.records && alike == 1 && fields > best.fields) else {
                    continue
                }
            }
            best = (separator, alike, fields)
        }
        return best?.separator ?? UInt8(ascii: ",")
    }

    /// The separator that a first line `sep=;` names for Excel, and the length of that line without its end.
    static func separatorLine(_ head: UnsafeBufferPointer<UInt8>) -> (separator: UInt8, length: Int)? {
        guard head.count >= 5, head.prefix(4).elementsEqual("sep=".utf8), head[4] < 0x80, head[4] > 0 else {
            return nil
        }
        guard head.count == 5 || head[5] == 0x0A || head[5] == 0x0D else { return nil }
        return (head[4], 5)
    }
}

/// The records in the first part of a text, split at one separator.
struct TableSample {
    /// The fields of each record that is complete and not blank; a line `sep=;` is none.
    private(set) var records: [[[UInt8]]] = []

    /// Splits the first part of a text.
    init(head: UnsafeBufferPointer<UInt8>, isWhole: Bool, separator: UInt8, quoting: TableDialect.Quoting) {
        guard let text = head.baseAddress else { return }
        var scanner = RecordScanner(separator: separator, quoting: quoting)
        var place = TableDialect.separatorLine(head)?.length ?? 0
        while place < head.count {
            guard
                case .record(let next) = scanner.scan(text, from: place, count: head.count, isLast: isWhole)
            else { return }
            place = next
            let fields = scanner.fields.map { field in
                Array(trimmed(UnsafeBufferPointer(start: text + field.start, count: field.end - field.start)))
            }
            if fields.contains(where: { !$0.isEmpty }) { records.append(fields) }
        }
    }

    /// Whether the first record holds names: a number in it that is no year is data.
    var hasHeader: Bool {
        guard let first = records.first else { return true }
        let numbers = first.filter { field in
            field.withUnsafeBufferPointer { !$0.isEmpty && !NumberShape($0).isDisjoint(with: [.numbers, .key]) }
        }
        let years = numbers.filter { field in
            guard let year = Int(String(decoding: field, as: UTF8.self)) else { return false }
            return (1800...2200).contains(year)
        }
        guard numbers.count == years.count, Set(years).count == years.count else { return false }
        // Years alone are names where they are no column of years.
        if years.count == first.count, years.count == 1 { return records.dropFirst().first != records.first }
        return true
    }

    /// In how many fields the decimal sign is beyond doubt a point, and a comma.
    var decimalSigns: (points: Int, commas: Int) {
        var (points, commas) = (0, 0)
        for record in records {
            for field in record where !field.isEmpty {
                let shape = field.withUnsafeBufferPointer { NumberShape($0) }
                if !shape.isDisjoint(with: .pointEvidence) { points += 1 }
                if !shape.isDisjoint(with: .commaEvidence) { commas += 1 }
            }
        }
        return (points, commas)
    }
}
