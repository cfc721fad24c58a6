extension HoursParser {
    /// The weekdays and holidays of a rule; every day where none are named.
    mutating func readDays() throws(OpeningHours.ParseError) -> DaySelection {
        var days = DaySelection()
        skipDayFillers()
        guard isAtDay else {
            if cursor.peek?.isLetter == true, !isAtTimeOrState { throw wordFailure(.expectedDay) }
            return days
        }
        while true {
            try readDay(into: &days)
            let start = cursor.index
            cursor.skipSpace()
            if cursor.take(",") || takeConjunction() {
                cursor.skipSpace()
                let isComma = cursor.characters[start..<cursor.index].contains(",")
                if isComma { takeConjunction() }
                skipDayFillers()
                if isAtDay { continue }
                // `Mo und nach Vereinbarung`: the rest is a rule of its own, if anything.
                throw wordFailure(.expectedDay)
            }
            // `SH Mo-Fr`: both must hold.
            skipDayFillers()
            if days.weekdays.isEmpty, isAtDay, HoursWords.holidays[cursor.peekWord] == nil {
                days.needsBoth = true
                continue
            }
            if cursor.index == start || !isAtTimeOrState { cursor.index = start }
            return days
        }
    }

    private mutating func skipDayFillers() {
        cursor.skipSpace()
        while cursor.takeWord(of: HoursWords.dayFillers) != nil {
            isPlain = true
            cursor.skipSpace()
        }
    }

    private var isAtDay: Bool {
        let word = cursor.peekWord
        return HoursWords.weekdays[word] != nil || HoursWords.holidays[word] != nil
            || HoursWords.stretches[word] != nil || HoursWords.positions[word] != nil || isAtOrdinal
    }

    /// Whether `1.` stands here as in `1. Donnerstag`, `1. und 3. Mittwoch`.
    private var isAtOrdinal: Bool {
        guard let number = cursor.number(), number.digits == 1, cursor.character(1) == "." else { return false }
        return cursor.character(2).flatMap(HoursCursor.digit) == nil
    }

    private var isAtTimeOrState: Bool {
        if cursor.isAtDigit { return true }
        let word = cursor.peekWord
        return HoursWords.states[word] != nil || HoursWords.timeFillers.contains(word) || word == "ab"
            || HoursWords.exceptions.contains(word) || HoursWords.sunTimes.contains(word)
            || HoursWords.arrangements.contains { words, _ in
                var rest = cursor
                return rest.takePhrase(words)
            }
    }

    private mutating func readDay(into days: inout DaySelection) throws(OpeningHours.ParseError) {
        let start = cursor.index
        if isAtOrdinal || HoursWords.positions[cursor.peekWord] != nil {
            days.weekdays.append(try readOrdinals())
            return
        }
        let word = cursor.takeWord()
        if let kind = HoursWords.holidays[word] {
            isPlain = isPlain || word.count > 2
            days.holidays.append(DaySelection.Holiday(kind: kind, offset: try readOffset()))
            return
        }
        isPlain = isPlain || HoursParser.isPlain(word)
        if let (first, last) = HoursWords.stretches[word] {
            days.weekdays.append(DaySelection.Weekdays(first: first, last: last))
            return
        }
        guard let first = HoursWords.weekdays[word] else { throw cursor.failure(.expectedDay, at: start) }
        takeAbbreviationPoint(word)
        if cursor.peek == "[" {
            let positions = try readPositions()
            days.weekdays.append(
                DaySelection.Weekdays(first: first, last: first, positions: positions, offset: try readOffset()))
            return
        }
        guard cursor.takeDash() else {
            skipMonthWords()
            days.weekdays.append(DaySelection.Weekdays(first: first, last: first))
            return
        }
        let end = cursor.peekWord
        guard let last = HoursWords.weekdays[end] else { throw wordFailure(.expectedDay) }
        _ = cursor.takeWord()
        isPlain = isPlain || HoursParser.isPlain(end)
        takeAbbreviationPoint(end)
        days.weekdays.append(DaySelection.Weekdays(first: first, last: last))
    }

    /// Whether a weekday is written as people do, not as OpenStreetMap.
    private static func isPlain(_ word: String) -> Bool {
        word.count > 2 || ["di", "mi", "do", "so"].contains(word)
    }

    private mutating func takeAbbreviationPoint(_ word: String) {
        if word.count <= 3 { _ = cursor.take(".") }
    }

    /// `[1]`, `[1,3]`, `[1-2]`, `[-1]`.
    private mutating func readPositions() throws(OpeningHours.ParseError) -> [Int] {
        cursor.index += 1
        var positions: [Int] = []
        repeat {
            cursor.skipSpace()
            let start = cursor.index
            let isFromEnd = cursor.take("-")
            guard let first = cursor.takeNumber(digits: 2) else { throw cursor.failure(.numberOutOfRange, at: start) }
            var last = first
            if !isFromEnd, cursor.take("-") {
                guard let number = cursor.takeNumber(digits: 2) else {
                    throw cursor.failure(.numberOutOfRange, at: start)
                }
                last = number
            }
            guard first >= 1, last <= 5, first <= last else { throw cursor.failure(.numberOutOfRange, at: start) }
            positions += (first...last).map { isFromEnd ? -$0 : $0 }
            cursor.skipSpace()
        } while cursor.take(",")
        guard cursor.take("]") else { throw cursor.failure(.unexpected) }
        return positions
    }

    /// `1. Donnerstag im Monat`, `ersten und dritten Mittwoch`, `letzten Freitag`.
    private mutating func readOrdinals() throws(OpeningHours.ParseError) -> DaySelection.Weekdays {
        isPlain = true
        var positions: [Int] = []
        while true {
            let start = cursor.index
            if isAtOrdinal, let number = cursor.takeNumber(digits: 1) {
                guard (1...5).contains(number) else { throw cursor.failure(.numberOutOfRange, at: start) }
                positions.append(number)
                _ = cursor.take(".")
            } else if let position = HoursWords.positions[cursor.peekWord] {
                _ = cursor.takeWord()
                positions.append(position)
            } else {
                break
            }
            cursor.skipSpace()
            if !cursor.take(",") { takeConjunction() }
            cursor.skipSpace()
        }
        guard let day = HoursWords.weekdays[cursor.peekWord] else { throw wordFailure(.expectedDay) }
        takeAbbreviationPoint(cursor.takeWord())
        skipMonthWords()
        return DaySelection.Weekdays(first: day, last: day, positions: positions)
    }

    /// Takes `im Monat`.
    private mutating func skipMonthWords() {
        let start = cursor.index
        cursor.skipSpace()
        for phrase in [["im", "monat"], ["des", "monats"], ["eines", "monats"], ["of", "the", "month"]]
        where cursor.takePhrase(phrase) {
            isPlain = true
            return
        }
        cursor.index = start
    }
}
