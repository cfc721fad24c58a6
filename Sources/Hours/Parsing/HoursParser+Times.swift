extension HoursParser {
    /// The times of a rule; none where none stand here.
    mutating func readTimes() throws(OpeningHours.ParseError) -> [TimeSpan] {
        skipTimeFillers()
        guard isAtTime else {
            if HoursWords.sunTimes.contains(cursor.peekWord) || cursor.peek == "(" { throw timeFailure() }
            return []
        }
        var times: [TimeSpan] = []
        while true {
            times.append(try readSpan())
            let start = cursor.index
            cursor.skipSpace()
            guard cursor.take(",") || takeConjunction() else {
                cursor.index = start
                return times
            }
            cursor.skipSpace()
            skipTimeFillers()
            // Behind the comma another time, or another rule that adds to this one.
            guard isAtTime, !isAtNumberOfDate else {
                cursor.index = start
                return times
            }
        }
    }

    private mutating func skipTimeFillers() {
        cursor.skipSpace()
        while cursor.takeWord(of: HoursWords.timeFillers) != nil {
            isPlain = true
            cursor.skipSpace()
        }
    }

    private var isAtTime: Bool {
        if cursor.peekWord == "ab" {
            var rest = cursor
            _ = rest.takeWord()
            rest.skipSpace()
            return rest.isAtDigit
        }
        return cursor.isAtDigit
    }

    /// Whether the digits here are those of a year (`2024 Dec 24`), a date (`24.12.`), of `1. Mittwoch` or `24/7`.
    private var isAtNumberOfDate: Bool {
        guard let number = cursor.number() else { return false }
        if number.digits == 4 || cursor.character(number.digits) == "/" { return true }
        guard cursor.character(number.digits) == "." else { return false }
        guard let after = cursor.number(at: number.digits + 1) else { return true }
        return cursor.character(number.digits + 1 + after.digits) == "."
    }

    /// `09:00-17:00`, `22:00-02:00`, `17:00+`, `10:00-14:00+`, `ab 17 Uhr`, `9 bis 16.30 Uhr`.
    private mutating func readSpan() throws(OpeningHours.ParseError) -> TimeSpan {
        if cursor.peekWord == "ab" {
            isPlain = true
            _ = cursor.takeWord()
            cursor.skipSpace()
            let from = try readTime(limit: 24 * 60 - 1)
            skipHourWord()
            return TimeSpan(start: from, end: nil, isOpenEnded: true)
        }
        let start = cursor.index
        let from = try readTime(limit: 24 * 60 - 1)
        skipHourWord()
        if cursor.take("+") { return TimeSpan(start: from, end: nil, isOpenEnded: true) }
        guard cursor.takeDash() || takeEndWord() else { throw cursor.failure(.expectedRange) }
        if HoursWords.sunTimes.contains(cursor.peekWord) || cursor.peek == "(" { throw timeFailure() }
        var to = try readTime(limit: 48 * 60)
        skipHourWord()
        if to == from { throw cursor.failure(.emptyRange, at: start) }
        if to < from { to += 24 * 60 }
        guard to - from <= 24 * 60 else { throw cursor.failure(.timeOutOfRange, at: start) }
        if cursor.peek == "/" { throw cursor.failure(.notEvaluated) }
        return TimeSpan(start: from, end: to, isOpenEnded: cursor.take("+"))
    }

    /// Takes the English words before an end, with the space behind them.
    private mutating func takeEndWord() -> Bool {
        guard cursor.takeWord(of: ["to", "till", "until"]) != nil else { return false }
        cursor.skipSpace()
        return true
    }

    /// Hours and minutes, or hours alone, in minutes.
    private mutating func readTime(limit: Int) throws(OpeningHours.ParseError) -> Int {
        let start = cursor.index
        guard let hours = cursor.takeNumber(digits: 2) else { throw timeFailure() }
        var minutes = 0
        if cursor.take(":") || cursor.take(".") {
            let first = cursor.index
            guard let number = cursor.takeNumber(digits: 2), cursor.index - first == 2 else {
                throw cursor.failure(.expectedTime)
            }
            minutes = number
        }
        guard minutes < 60, hours * 60 + minutes <= limit else { throw cursor.failure(.timeOutOfRange, at: start) }
        return hours * 60 + minutes
    }

    private mutating func skipHourWord() {
        let start = cursor.index
        cursor.skipSpace()
        if cursor.takeWord(of: ["uhr", "h"]) != nil {
            isPlain = true
            let behind = cursor.index
            cursor.skipSpace()
            if cursor.peek != "-", cursor.peek != "–", cursor.peek != "+" { cursor.index = behind }
            return
        }
        cursor.index = start
    }
}
