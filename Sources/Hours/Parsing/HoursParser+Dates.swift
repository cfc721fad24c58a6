internal import Features

extension HoursParser {
    /// The years, dates and weeks with which a rule begins.
    mutating func readDates() throws(OpeningHours.ParseError) -> DateSelection {
        var dates = DateSelection()
        if isAtYear {
            let start = cursor.index
            dates.years = try readYears()
            cursor.skipSpace()
            // A single year belongs to the date behind it.
            if dates.years.count == 1, let year = dates.years.first, year.first == year.last, isAtDate {
                dates.years = []
                cursor.index = start
            }
        }
        if isAtYear || isAtDate { dates.stretches = try readStretches() }
        cursor.skipSpace()
        let start = cursor.index
        if let word = cursor.takeWord(of: ["week", "weeks", "kw"]) {
            isPlain = isPlain || word == "kw"
            cursor.skipSpace()
            guard cursor.isAtDigit else { throw cursor.failure(.expectedDate, at: start) }
            dates.weeks = try readWeeks()
        }
        return dates
    }

    // MARK: Years and weeks

    private var isAtYear: Bool {
        guard let number = cursor.number(), number.digits == 4 else { return false }
        return (1900...9999).contains(number.value) && cursor.character(4) != ":"
    }

    private mutating func readYears() throws(OpeningHours.ParseError) -> [DateSelection.Numbers] {
        var years: [DateSelection.Numbers] = []
        while true {
            years.append(try readNumbers(digits: 4, within: 1900...9999, mayWrap: false))
            let start = cursor.index
            cursor.skipSpace()
            guard cursor.take(",") else {
                cursor.index = start
                return years
            }
            cursor.skipSpace()
            guard isAtYear else {
                cursor.index = start
                return years
            }
        }
    }

    private mutating func readWeeks() throws(OpeningHours.ParseError) -> [DateSelection.Numbers] {
        var weeks: [DateSelection.Numbers] = []
        while true {
            weeks.append(try readNumbers(digits: 2, within: 1...53, mayWrap: true))
            let start = cursor.index
            guard cursor.take(",") else { return weeks }
            cursor.skipSpace()
            guard cursor.isAtDigit else {
                cursor.index = start
                return weeks
            }
        }
    }

    /// `12`, `1-53`, `1-53/2`; of years also `2024+`.
    private mutating func readNumbers(
        digits: Int, within allowed: ClosedRange<Int>, mayWrap: Bool
    ) throws(OpeningHours.ParseError) -> DateSelection.Numbers {
        let start = cursor.index
        guard let first = cursor.takeNumber(digits: digits) else { throw cursor.failure(.expectedDate) }
        var numbers = DateSelection.Numbers(first: first, last: first)
        if !mayWrap, cursor.take("+") {
            numbers.last = allowed.upperBound
        } else {
            let before = cursor.index
            if cursor.takeDash() {
                if let last = cursor.takeNumber(digits: digits) {
                    numbers.last = last
                } else {
                    cursor.index = before
                    throw cursor.failure(.expectedDate)
                }
            }
        }
        if cursor.take("/") {
            guard let step = cursor.takeNumber(digits: 4) else { throw cursor.failure(.expectedDate) }
            guard step > 0 else { throw cursor.failure(.numberOutOfRange, at: start) }
            numbers.step = step
        }
        let isInOrder = numbers.first <= numbers.last || mayWrap && numbers.step == 1
        guard allowed.contains(numbers.first), allowed.contains(numbers.last), isInOrder, !cursor.isAtDigit else {
            throw cursor.failure(.numberOutOfRange, at: start)
        }
        return numbers
    }

    // MARK: Months and dates

    /// Whether a month, a date such as `24.12.` or `24. Dezember`, or Easter begins here.
    private var isAtDate: Bool {
        let word = cursor.peekWord
        if HoursWords.months[word] != nil || word == "easter" || word == "ostersonntag" { return true }
        return germanDate != nil
    }

    /// A date such as `24.12.`, `24.12.2024` or `24. Dezember` here, and its length.
    private var germanDate: (day: Int, month: Int, year: Int?, length: Int)? {
        guard let day = cursor.number(), day.digits <= 2, cursor.character(day.digits) == "." else { return nil }
        var at = day.digits + 1
        if let month = cursor.number(at: at), month.digits <= 2, cursor.character(at + month.digits) == "." {
            at += month.digits + 1
            if let year = cursor.number(at: at), year.digits == 4 {
                return (day.value, month.value, year.value, at + 4)
            }
            // `24.12.30`: neither a date nor a time.
            return cursor.number(at: at) == nil ? (day.value, month.value, nil, at) : nil
        }
        while cursor.character(at)?.isWhitespace == true { at += 1 }
        var rest = cursor
        rest.index += at
        let word = rest.peekWord
        return HoursWords.months[word].map { (day.value, $0, nil, at + word.count) }
    }

    private mutating func readStretches() throws(OpeningHours.ParseError) -> [DateSelection.Stretch] {
        var stretches: [DateSelection.Stretch] = []
        /// The month of the last date, for `Dec 24,31`.
        var month: (year: Int?, month: Int)?
        while true {
            if let known = month, let day = nextDay {
                _ = cursor.takeNumber(digits: 2)
                let point = try self.point(known.year, known.month, day, at: cursor.index)
                stretches.append(try readStretch(from: point, month: known.month))
            } else {
                guard isAtDate || isAtYear else { throw cursor.failure(.expectedDate) }
                stretches.append(try readStretch())
            }
            month = nil
            if case .days(_, let to)? = stretches.last, case .day(let number, _) = to.anchor, to.offset == 0 {
                month = (to.year, number)
            }
            let start = cursor.index
            cursor.skipSpace()
            guard cursor.take(",") else {
                cursor.index = start
                return stretches
            }
            cursor.skipSpace()
        }
    }

    private mutating func readStretch() throws(OpeningHours.ParseError) -> DateSelection.Stretch {
        let start = cursor.index
        var year: Int?
        if isAtYear {
            year = cursor.takeNumber(digits: 4)
            cursor.skipSpace()
            guard isAtDate else { throw cursor.failure(.expectedDate) }
        }
        if let date = germanDate {
            isPlain = true
            cursor.index += date.length
            if let outer = year, let inner = date.year, outer != inner {
                throw cursor.failure(.numberOutOfRange, at: start)
            }
            let point = try self.point(date.year ?? year, date.month, date.day, at: start)
            return try readStretch(from: point, month: date.month)
        }
        let word = cursor.takeWord()
        if word == "easter" || word == "ostersonntag" {
            let offset = try readOffset()
            return try readStretch(from: .init(year: year, anchor: .easter, offset: offset), month: nil)
        }
        guard let month = HoursWords.months[word] else { throw cursor.failure(.expectedDate, at: start) }
        _ = cursor.take(".")
        let before = cursor.index
        cursor.skipSpace()
        if let day = nextDay {
            let at = cursor.index
            _ = cursor.takeNumber(digits: 2)
            let point = try self.point(year, month, day, at: at, offset: try readOffset())
            return try readStretch(from: point, month: month)
        }
        cursor.index = before
        guard cursor.takeDash() else { return .months(year: year, first: month, last: month) }
        let at = cursor.index
        guard let last = HoursWords.months[cursor.takeWord()] else { throw cursor.failure(.expectedDate, at: at) }
        _ = cursor.take(".")
        return .months(year: year, first: month, last: last)
    }

    /// The rest of a stretch of days behind its first day: `-26`, `-Jan 06`, `-easter +1 day`, or nothing.
    private mutating func readStretch(
        from: DateSelection.Point, month: Int?
    ) throws(OpeningHours.ParseError) -> DateSelection.Stretch {
        cursor.skipSpace()
        if cursor.peek == "+" { throw cursor.failure(.notEvaluated) }
        guard cursor.takeDash() else { return .days(from: from, to: from) }
        let start = cursor.index
        if let month, let day = nextDay {
            _ = cursor.takeNumber(digits: 2)
            return .days(from: from, to: try point(from.year, month, day, at: start, offset: try readOffset()))
        }
        if HoursWords.weekdays[cursor.peekWord] != nil { throw cursor.failure(.notEvaluated) }
        guard isAtDate || isAtYear else { throw cursor.failure(.expectedDate) }
        var rest = self
        // The end is read as a date of its own; a stretch there would be a second dash.
        guard case .days(let to, let last) = try rest.readStretch(), to == last else {
            throw cursor.failure(.expectedDate, at: start)
        }
        self = rest
        if let first = from.year, let year = to.year, year < first {
            throw cursor.failure(.numberOutOfRange, at: start)
        }
        if from.year == nil, to.year != nil { throw cursor.failure(.expectedDate, at: start) }
        return .days(from: from, to: to)
    }

    private func point(
        _ year: Int?, _ month: Int, _ day: Int, at index: Int, offset: Int = 0
    ) throws(OpeningHours.ParseError) -> DateSelection.Point {
        // 2024 is a leap year: every year may have a 29th of February.
        guard CalendarDate(year: year ?? 2024, month: month, day: day) != nil else {
            throw cursor.failure(.numberOutOfRange, at: index)
        }
        return DateSelection.Point(year: year, anchor: .day(month: month, day: day), offset: offset)
    }

    /// The day of a month that stands here as one or two digits; nil where they are a time or something else.
    private var nextDay: Int? {
        guard let number = cursor.number(), number.digits <= 2 else { return nil }
        let behind = cursor.character(number.digits)
        if behind == ":" {
            // `Dec 24: 10:00-12:00` has a colon for reading, `Dec 10:00-12:00` a time.
            return cursor.number(at: number.digits + 1) == nil ? number.value : nil
        }
        if behind == "." || behind == "/" { return nil }
        var rest = cursor
        rest.index += number.digits
        // `Dez 10-12 Uhr` are hours.
        if rest.takeDash(), let end = rest.number() {
            rest.index += end.digits
            if rest.peek == ".", rest.character(1).flatMap(HoursCursor.digit) != nil { return nil }
            if rest.peek == ":", rest.character(1).flatMap(HoursCursor.digit) != nil { return nil }
        }
        rest.skipSpace()
        return ["uhr", "h"].contains(rest.peekWord) ? nil : number.value
    }

    /// `+1 day`, `-2 days` behind a date, a holiday or an nth weekday; 0 where there is none.
    mutating func readOffset() throws(OpeningHours.ParseError) -> Int {
        let start = cursor.index
        cursor.skipSpace()
        guard let sign = cursor.peek, sign == "+" || sign == "-" else {
            cursor.index = start
            return 0
        }
        cursor.index += 1
        cursor.skipSpace()
        let at = cursor.index
        guard let days = cursor.takeNumber(digits: 3) else {
            cursor.index = start
            return 0
        }
        cursor.skipSpace()
        guard cursor.takeWord(of: ["day", "days", "tag", "tage"]) != nil else {
            cursor.index = start
            return 0
        }
        guard (1...366).contains(days) else { throw cursor.failure(.numberOutOfRange, at: at) }
        return sign == "-" ? -days : days
    }
}
