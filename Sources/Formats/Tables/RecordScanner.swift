/// Splits text into records and fields (RFC 4180), byte by byte. Lines end in LF, CR LF or CR.
///
/// As Python's csv module does it: a quote quotes only at the very beginning of a field; what follows the closing quote
/// belongs to the field as it stands, and so do quotes inside of a field that is not quoted.
struct RecordScanner {
    /// A field as a range of the text, without its quotes.
    struct Field {
        /// Where its text begins.
        var start: Int
        /// Where its text ends.
        var end: Int
        /// Whether it was quoted.
        var isQuoted: Bool
        /// Whether quotes stand in its text that must go.
        var hasInnerQuotes = false
        /// Whether more text follows its closing quote.
        var goesOnBehindQuote = false
    }

    /// How far a scan came.
    enum Outcome: Equatable {
        /// A record; the next one begins there.
        case record(next: Int)
        /// The text ends within the record; where the quote is that is open.
        case incomplete(openQuote: Int?)
        /// The record has more fields than the limit.
        case tooManyFields
        /// The record has more bytes than the limit.
        case tooLong
    }

    /// The fields of the record last scanned.
    private(set) var fields: [Field] = []
    /// The number of line ends in the record last scanned, the one behind it included.
    private(set) var lineEnds = 0
    /// Whether there are NUL bytes in the record last scanned.
    private(set) var hasNULs = false

    private let separator: UInt8
    /// The quote; nil where nothing quotes.
    private let quote: UInt8?
    private let maximumFields: Int
    /// 1 for each byte at which a plain field must be looked at: separator, CR, LF, NUL.
    private let isSpecial: [UInt8]

    /// A scanner for a dialect.
    init(separator: UInt8, quoting: TableDialect.Quoting, maximumFields: Int = FeatureParser.maximumColumns) {
        self.separator = separator
        if case .sign(let sign) = quoting { quote = sign } else { quote = nil }
        self.maximumFields = maximumFields
        var table = [UInt8](repeating: 0, count: 256)
        for byte in [separator, 0x0A, 0x0D, 0] { table[Int(byte)] = 1 }
        isSpecial = table
    }

    /// Scans the record at `start`; behind `count` bytes of text a zero byte must be readable.
    /// - Parameter isLast: Whether the text ends for good.
    mutating func scan(_ text: UnsafePointer<UInt8>, from start: Int, count: Int, isLast: Bool) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        lineEnds = 0
        hasNULs = false
        var place = start
        while true {
            guard fields.count < maximumFields else { return .tooManyFields }
            var field = Field(start: place, end: place, isQuoted: false)
            if let quote, place < count, text[place] == quote {
                field.isQuoted = true
                field.start += 1
                guard skipQuoted(&field, text, quote, &place, count, isLast) else {
                    return .incomplete(openQuote: field.start - 1)
                }
            }
            skipPlain(text, &place, count)
            if field.isQuoted, place == field.end + 1 {
                // Nothing follows the closing quote.
            } else {
                field.goesOnBehindQuote = field.isQuoted
                field.hasInnerQuotes = field.isQuoted
                field.end = place
            }
            if place == count, !isLast { return .incomplete(openQuote: nil) }
            fields.append(field)
            guard place < count else { return .record(next: count) }
            let byte = text[place]
            place += 1
            if byte == separator { continue }
            lineEnds += 1
            if byte == 0x0D {
                guard place < count || isLast else { return .incomplete(openQuote: nil) }
                if text[place] == 0x0A, place < count { place += 1 }
            }
            return .record(next: place)
        }
    }

    /// Passes a quoted field up to behind its closing quote; false where the text ends before it is known to be closed.
    private mutating func skipQuoted(
        _ field: inout Field, _ text: UnsafePointer<UInt8>, _ quote: UInt8, _ place: inout Int, _ count: Int,
        _ isLast: Bool
    ) -> Bool {
        place += 1
        while place < count {
            let byte = text[place]
            place += 1
            if byte == quote {
                if place == count, !isLast { return false }
                guard place < count, text[place] == quote else {
                    field.end = place - 1
                    return true
                }
                field.hasInnerQuotes = true
                place += 1
            } else if byte == 0x0A {
                lineEnds += 1
            } else if byte == 0x0D {
                if place == count || text[place] != 0x0A { lineEnds += 1 }
            } else if byte == 0 {
                hasNULs = true
            }
        }
        return false
    }

    /// Passes what is neither separator nor line end.
    @inline(__always) private mutating func skipPlain(
        _ text: UnsafePointer<UInt8>, _ place: inout Int, _ count: Int
    ) {
        isSpecial.withUnsafeBufferPointer { isSpecial in
            while true {
                while isSpecial[Int(text[place])] == 0 { place += 1 }
                guard text[place] == 0, place < count else { return }
                hasNULs = true
                place += 1
            }
        }
    }

    /// Takes the quotes out of the fields that hold any, and NUL bytes out of all, in place.
    mutating func clean(_ text: UnsafeMutablePointer<UInt8>) {
        for index in fields.indices where fields[index].hasInnerQuotes || hasNULs {
            let field = fields[index]
            var written = field.start
            var place = field.start
            // Behind a closing quote, quotes stand for themselves.
            var isOpen = field.isQuoted
            while place < field.end {
                let byte = text[place]
                place += 1
                if byte == 0 { continue }
                if isOpen, byte == quote {
                    guard place < field.end, text[place] == byte else {
                        isOpen = false
                        continue
                    }
                    place += 1
                }
                text[written] = byte
                written += 1
            }
            fields[index].end = written
        }
    }
}
