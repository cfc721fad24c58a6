extension CalendarExpression {
    /// The longest text that is read, bytes.
    static let longestText = 500

    /// Reads an expression.
    /// - Throws: What is wrong and where.
    public init(_ text: String) throws(CalendarExpressionError) {
        var reader = CalendarExpressionReader(Array(text.utf8))
        self = try reader.expression()
    }
}

/// Reads a calendar expression from left to right.
struct CalendarExpressionReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The whole text.
    mutating func expression() throws(CalendarExpressionError) -> CalendarExpression {
        guard bytes.count <= CalendarExpression.longestText else {
            throw failure(.tooLong, at: CalendarExpression.longestText)
        }
        skipBlanks()
        guard position < bytes.count else { throw failure(.empty) }
        if bytes[position] == UInt8(ascii: "@") { throw failure(.unsupported) }
        var expression = CalendarExpression()
        if isLetter {
            let start = position
            let word = lowercasedWord()
            if let shorthand = CalendarExpression.shorthand(word) {
                expression = shorthand
                skipBlanks()
                try zone(&expression)
                return expression
            }
            position = start
            expression.weekdays = try weekdays()
            skipBlanks()
        }
        if position < bytes.count, !isLetter {
            try dateAndTime(&expression)
        }
        try zone(&expression)
        return expression
    }

    /// `[date] [time]`, at least one of them.
    private mutating func dateAndTime(_ expression: inout CalendarExpression) throws(CalendarExpressionError) {
        let start = position
        let first = try part(wide: true)
        switch current {
        case UInt8(ascii: "-"), UInt8(ascii: "~"):
            try date(after: first, from: start, &expression)
            skipBlanks()
            if position < bytes.count, !isLetter {
                let start = position
                let hour = try part()
                guard current == UInt8(ascii: ":") else { throw failure(.separatorExpected) }
                try time(after: hour, from: start, &expression)
            }
        case UInt8(ascii: ":"): try time(after: first, from: start, &expression)
        default: throw failure(.separatorExpected)
        }
        skipBlanks()
    }

    /// What follows the first part of a date.
    private mutating func date(
        after first: Piece, from start: Int, _ expression: inout CalendarExpression
    ) throws(CalendarExpressionError) {
        var isEnd = current == UInt8(ascii: "~")
        position += 1
        let second = try part()
        guard !isEnd, current == UInt8(ascii: "-") || current == UInt8(ascii: "~") else {
            expression.month = try normal(first, within: 1...12)
            try setDay(second, fromEnd: isEnd, &expression)
            return
        }
        isEnd = current == UInt8(ascii: "~")
        position += 1
        let third = try part()
        expression.year = try normal(first, within: CalendarExpression.years, isYear: true)
        expression.month = try normal(second, within: 1...12)
        try setDay(third, fromEnd: isEnd, &expression)
    }

    private mutating func setDay(
        _ piece: Piece, fromEnd: Bool, _ expression: inout CalendarExpression
    ) throws(CalendarExpressionError) {
        // From the end, every month has 28 days.
        expression.day = try normal(piece, within: fromEnd ? 1...28 : 1...31, fromEnd: fromEnd)
        expression.countsFromEnd = fromEnd && expression.day != nil
    }

    /// What follows the hours.
    private mutating func time(
        after hour: Piece, from start: Int, _ expression: inout CalendarExpression
    ) throws(CalendarExpressionError) {
        position += 1
        let minute = try part()
        expression.hour = try normal(hour, within: 0...23)
        expression.minute = try normal(minute, within: 0...59)
        if current == UInt8(ascii: ":") {
            position += 1
            let second = try part()
            if current == UInt8(ascii: ".") { throw failure(.unsupported) }
            let seconds = try normal(second, within: 0...59)
            // Every second, as systemd writes it in its normal form.
            let isEvery = seconds?.contains(CalendarExpression.Numbers(start: 0, stop: nil, step: 1)) ?? true
            expression.second = isEvery ? nil : seconds
        }
    }

    /// The name of a time zone, or nothing, and then the end.
    private mutating func zone(_ expression: inout CalendarExpression) throws(CalendarExpressionError) {
        guard position < bytes.count else { return }
        guard position > 0, bytes[position - 1] == UInt8(ascii: " "), isLetter else { throw failure(.unexpected) }
        let start = position
        while let byte = current, isZoneByte(byte) { position += 1 }
        let name = String(decoding: bytes[start..<position], as: UTF8.self)
        skipBlanks()
        guard position == bytes.count else { throw failure(.unexpected) }
        expression.zoneName = name.lowercased() == "utc" ? "UTC" : name
        expression.zoneColumn = start
    }

    // MARK: weekdays

    private mutating func weekdays() throws(CalendarExpressionError) -> UInt8 {
        var days: UInt8 = 0
        while true {
            let start = position
            guard isLetter else { throw failure(.weekdayExpected) }
            guard let first = weekday(lowercasedWord()) else {
                throw failure(days == 0 ? .unknownWord : .weekdayExpected, at: start)
            }
            var last = first
            let dots = current == UInt8(ascii: ".") && next == UInt8(ascii: ".")
            if dots || current == UInt8(ascii: "-") {
                position += dots ? 2 : 1
                let start = position
                guard isLetter, let day = weekday(lowercasedWord()) else { throw failure(.weekdayExpected, at: start) }
                guard day >= first else { throw failure(.rangeReversed, at: start) }
                last = day
            }
            for day in first...last { days |= 1 << UInt8(day) }
            guard current == UInt8(ascii: ",") else { break }
            position += 1
            // systemd takes a comma at the end.
            if current == nil || current == UInt8(ascii: " ") { break }
        }
        guard current == nil || current == UInt8(ascii: " ") else { throw failure(.unexpected) }
        return days
    }

    private func weekday(_ word: String) -> Int? {
        CalendarExpression.weekdayNames.firstIndex { $0 == word || String($0.prefix(3)) == word }
    }

    // MARK: numbers

    /// Numbers as they stand in the text; nil for `*`.
    private struct Piece {
        struct Item {
            var numbers: CalendarExpression.Numbers
            var start: Int
            var stop = 0
            var step = 0
        }
        var items: [Item]?
    }

    /// One part. A wide part may turn out to be a year, whose ranges are checked as those of any other.
    private mutating func part(wide: Bool = false) throws(CalendarExpressionError) -> Piece {
        if current == UInt8(ascii: "*") {
            position += 1
            return Piece(items: nil)
        }
        var items: [Piece.Item] = []
        while true {
            let start = position
            var item = Piece.Item(numbers: .init(start: try number()), start: start)
            if current == UInt8(ascii: "."), next == UInt8(ascii: ".") {
                position += 2
                item.stop = position
                item.numbers.stop = try number()
                item.numbers.step = 1
            }
            if current == UInt8(ascii: "/") {
                position += 1
                item.step = position
                let step = try number()
                guard step > 0 else { throw failure(.stepUseless, at: item.step) }
                item.numbers.step = step
            }
            items.append(item)
            guard current == UInt8(ascii: ",") else { return Piece(items: items) }
            position += 1
        }
    }

    private mutating func number() throws(CalendarExpressionError) -> Int {
        let start = position
        var value = 0
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            guard value <= 1_000_000 else { throw failure(.outOfRange, at: start) }
            position += 1
        }
        guard position > start else { throw failure(.numberExpected) }
        return value
    }

    /// The numbers checked, ranges cut to whole steps, sorted, each once.
    private func normal(
        _ piece: Piece, within range: ClosedRange<Int>, isYear: Bool = false, fromEnd: Bool = false
    ) throws(CalendarExpressionError) -> CalendarExpression.Part {
        guard let items = piece.items else { return nil }
        var part: [CalendarExpression.Numbers] = []
        for item in items {
            var numbers = item.numbers
            if isYear {
                numbers.start = Self.century(numbers.start)
                numbers.stop = numbers.stop.map(Self.century)
            }
            guard range.contains(numbers.start) else { throw failure(.outOfRange, at: item.start) }
            if let stop = numbers.stop {
                guard range.contains(stop) else { throw failure(.outOfRange, at: item.stop) }
                guard stop >= numbers.start else { throw failure(.rangeReversed, at: item.stop) }
                let aligned = stop - (stop - numbers.start) % (numbers.step ?? 1)
                numbers.stop = aligned
                if aligned == numbers.start { (numbers.stop, numbers.step) = (nil, nil) }
            } else if let step = numbers.step {
                let second = fromEnd ? numbers.start - step : numbers.start + step
                guard range.contains(second) else { throw failure(.stepUseless, at: item.step) }
            }
            if !part.contains(numbers) { part.append(numbers) }
        }
        return part.sorted {
            ($0.start, $0.stop ?? 0, $0.step ?? 0) < ($1.start, $1.stop ?? 0, $1.step ?? 0)
        }
    }

    /// Years of two digits lie between 1970 and 2069.
    private static func century(_ year: Int) -> Int { year < 70 ? year + 2_000 : year < 100 ? year + 1_900 : year }

    // MARK: bytes

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }
    private var next: UInt8? { position + 1 < bytes.count ? bytes[position + 1] : nil }

    private var isLetter: Bool { current.map { isLetter($0) } ?? false }

    private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

    private func isZoneByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || [UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains(byte)
    }

    private mutating func skipBlanks() { while current == UInt8(ascii: " ") { position += 1 } }

    /// Letters, and hyphens between letters as in `semi-annually`; `Mon-Wed` gives `mon`.
    private mutating func lowercasedWord() -> String {
        let start = position
        while isLetter { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
        guard ["semi", "bi"].contains(word), current == UInt8(ascii: "-") else { return word }
        position += 1
        return word + "-" + lowercasedWord()
    }

    private func failure(
        _ reason: CalendarExpressionError.Reason, at column: Int? = nil
    ) -> CalendarExpressionError {
        CalendarExpressionError(reason: reason, column: column ?? position)
    }
}
