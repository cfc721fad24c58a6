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
        var sample = TableSample(head: head, isWhole: isWhole, separator: separator, quoting: quoting)
        titleRecords = choice.titleRecords ?? sample.titleRecords
        sample.removeTitle(titleRecords)
        hasHeader = choice.hasHeader ?? sample.hasHeader
        let (points, commas) = sample.decimalSigns
        decimal = choice.decimal ?? (commas > points ? .comma : .point)
        decimalCertainty = choice.decimal != nil ? .stated : points != commas ? .detected : .assumed
    }

    /// The separator with which most records have the same number of fields, more than one.
    private static func separator(of head: UnsafeBufferPointer<UInt8>, isWhole: Bool, quoting: Quoting) -> UInt8 {
        if let named = separatorLine(head) { return named.separator }
        var best: (separator: UInt8, records: Int, fields: Int)?
        for separator in separators {
            let sample = TableSample(head: head, isWhole: isWhole, separator: separator, quoting: quoting)
            let (fields, alike) = sample.usualFields
            guard fields > 1 else { continue }
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

    /// The number of fields that most records have (of equally frequent ones the largest), and how many do.
    var usualFields: (fields: Int, records: Int) {
        var counts: [Int: Int] = [:]
        for record in records { counts[record.count, default: 0] += 1 }
        let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return (usual?.key ?? 0, usual?.value ?? 0)
    }

    /// How many records at the beginning are a title: one text alone, in a table of more columns.
    var titleRecords: Int {
        guard usualFields.fields > 1 else { return 0 }
        let titles = records.prefix { record in record.count { !$0.isEmpty } <= 1 }
        return titles.count < records.count ? titles.count : 0
    }

    /// Leaves out records at the beginning.
    mutating func removeTitle(_ count: Int) { records.removeFirst(min(max(0, count), records.count)) }

    /// Whether the first record holds names: a number in it that is no year is data.
    var hasHeader: Bool {
        guard let first = records.first else { return true }
        let numbers = first.filter { field in
            field.withUnsafeBufferPointer { !$0.isEmpty && !NumberShape($0).isDisjoint(with: [.numbers, .key]) }
        }
        let years = numbers.filter(TableSample.isYear)
        guard numbers.count == years.count, Set(years).count == years.count else { return false }
        // Years alone are names unless years stand below them, too.
        guard years.count == first.count, let second = records.dropFirst().first else { return true }
        return !second.allSatisfy(TableSample.isYear)
    }

    private static func isYear(_ field: [UInt8]) -> Bool {
        Int(String(decoding: field, as: UTF8.self)).map { (1800...2200).contains($0) } ?? false
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
