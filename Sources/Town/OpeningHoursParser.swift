/// Reads opening hours rule by rule into ranges that begin on each day and may end on the next.
struct OpeningHoursParser {
    /// For each weekday the ranges that begin on it, in minutes after its midnight, ends up to 2880.
    private(set) var ranges = [[Range<Int>]](repeating: [], count: 7)
    /// The rules and comments that are not evaluated.
    private(set) var ignored: [String] = []

    private let characters: [Character]
    private var index = 0

    init(_ text: String) { characters = Array(text) }

    mutating func read() throws(OpeningHours.ParseError) {
        guard characters.count <= 1000 else { throw OpeningHours.ParseError(reason: .tooLong, position: 1001) }
        skipSpace()
        if index == characters.count { throw failure(.empty) }
        var adds = false
        while true {
            try readRule(adds: adds)
            skipSpace()
            guard index < characters.count else { return }
            guard take(";") || take(",") else { throw failure(.unexpected) }
            adds = characters[index - 1] == ","
            skipSpace()
            // A semicolon at the end is common and means nothing.
            if index == characters.count, !adds { return }
        }
    }

    // MARK: Rules

    private mutating func readRule(adds: Bool) throws(OpeningHours.ParseError) {
        let start = index
        guard let first = peek else { throw failure(.expectedRule) }
        if first == "\"" {
            try skipComment()
            return
        }
        if OpeningHoursParser.seasons.contains(peekWord()) {
            while let character = peek, character != ";" { index += character == "\"" ? max(1, commentLength) : 1 }
            ignore(from: start)
            return
        }
        if take("24/7") {
            set(Array(0..<7), [0..<1440], adds: adds)
            return
        }
        guard first.isLetter || OpeningHoursParser.digit(first) != nil else { throw failure(.expectedRule) }
        let days = try readDays()
        skipSpace()
        let times = try readTimes()
        if let days, days.isEmpty {
            ignore(from: start)
        } else {
            set(days ?? Array(0..<7), times, adds: adds)
        }
        skipSpace()
        if peek == "\"" { try skipComment() }
    }

    private mutating func set(_ days: [Int], _ times: [Range<Int>], adds: Bool) {
        for day in days { ranges[day] = (adds && !times.isEmpty ? ranges[day] : []) + times }
    }

    /// The weekdays of a rule; nil where it names none, empty where it names holidays only.
    private mutating func readDays() throws(OpeningHours.ParseError) -> [Int]? {
        guard peek?.isLetter == true, !OpeningHoursParser.closed.contains(peekWord()) else { return nil }
        var days: [Int] = []
        repeat {
            skipSpace()
            let start = index
            let word = takeWord()
            if OpeningHoursParser.holidays.contains(word) { continue }
            guard let first = OpeningHoursParser.weekdays[word] else {
                index = start
                throw failure(.expectedDay)
            }
            skipSpace()
            guard takeDash() else {
                days.append(first)
                continue
            }
            skipSpace()
            guard let last = OpeningHoursParser.weekdays[peekWord()] else { throw failure(.expectedDay) }
            _ = takeWord()
            days += (0...(last - first + 7) % 7).map { (first + $0) % 7 }
        } while nextIsAnotherDay()
        return days
    }

    /// Takes a comma, with spaces around it.
    private mutating func nextIsAnotherDay() -> Bool {
        let start = index
        skipSpace()
        if take(",") { return true }
        index = start
        _ = take(":")
        return false
    }

    // MARK: Times

    private mutating func readTimes() throws(OpeningHours.ParseError) -> [Range<Int>] {
        if OpeningHoursParser.closed.contains(peekWord()) {
            _ = takeWord()
            return []
        }
        var times: [Range<Int>] = []
        while true {
            times.append(try readRange())
            let start = index
            skipSpace()
            guard take(",") else {
                index = start
                return times
            }
            skipSpace()
            // Behind the comma another time, or another rule that adds to this one.
            guard let next = peek, OpeningHoursParser.digit(next) != nil else {
                index = start
                return times
            }
        }
    }

    private mutating func readRange() throws(OpeningHours.ParseError) -> Range<Int> {
        let start = index
        let from = try readTime(limit: 24 * 60 - 1)
        skipHourWord()
        guard takeDash() else { throw failure(.expectedRange) }
        skipSpace()
        var to = try readTime(limit: 48 * 60)
        skipHourWord()
        if to == from {
            index = start
            throw failure(.emptyRange)
        }
        if to < from { to += 24 * 60 }
        guard to - from <= 24 * 60 else {
            index = start
            throw failure(.timeOutOfRange)
        }
        return from..<to
    }

    /// Hours and minutes, or hours alone, in minutes.
    private mutating func readTime(limit: Int) throws(OpeningHours.ParseError) -> Int {
        let start = index
        guard let hours = takeNumber() else { throw failure(.expectedTime) }
        var minutes = 0
        if take(":") || take(".") {
            let before = index
            guard let number = takeNumber(), index - before == 2 else { throw failure(.expectedTime) }
            minutes = number
        }
        guard minutes < 60, hours * 60 + minutes <= limit else {
            index = start
            throw failure(.timeOutOfRange)
        }
        return hours * 60 + minutes
    }

    // MARK: Characters

    private var peek: Character? { index < characters.count ? characters[index] : nil }

    private func failure(_ reason: OpeningHours.ParseError.Reason) -> OpeningHours.ParseError {
        OpeningHours.ParseError(reason: reason, position: index + 1)
    }

    private mutating func skipSpace() {
        while let character = peek, character.isWhitespace { index += 1 }
    }

    private mutating func skipHourWord() {
        skipSpace()
        if peekWord() == "uhr" { _ = takeWord() }
        skipSpace()
    }

    private mutating func take(_ text: String) -> Bool {
        let wanted = Array(text)
        guard characters[index...].starts(with: wanted) else { return false }
        index += wanted.count
        return true
    }

    private mutating func takeDash() -> Bool { take("-") || take("–") || take("bis") }

    /// The letters from here on, in lower case.
    private func peekWord() -> String { String(characters[index...].prefix { $0.isLetter }).lowercased() }

    private mutating func takeWord() -> String {
        let word = peekWord()
        while let character = peek, character.isLetter { index += 1 }
        // Abbreviations: Mo. – Fr.
        if word.count <= 3 { _ = take(".") }
        return word
    }

    /// One or two digits.
    private mutating func takeNumber() -> Int? {
        var value: Int?
        for _ in 0..<2 {
            guard let character = peek, let digit = OpeningHoursParser.digit(character) else { break }
            value = (value ?? 0) * 10 + digit
            index += 1
        }
        return value
    }

    private static func digit(_ character: Character) -> Int? {
        character.isASCII ? character.wholeNumberValue : nil
    }

    /// The characters of a comment from the quotation mark here to the one that closes it; 0 where none does.
    private var commentLength: Int {
        characters[(index + 1)...].firstIndex(of: "\"").map { $0 - index + 1 } ?? 0
    }

    private mutating func skipComment() throws(OpeningHours.ParseError) {
        let length = commentLength
        guard length > 0 else { throw failure(.unexpected) }
        let start = index
        index += length
        ignore(from: start)
    }

    private mutating func ignore(from start: Int) { ignored.append(String(characters[start..<index])) }

    // MARK: Words

    private static let weekdays: [String: Int] = [
        "mo": 0, "tu": 1, "di": 1, "we": 2, "mi": 2, "th": 3, "do": 3, "fr": 4, "sa": 5, "su": 6, "so": 6,
        "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonntag": 6,
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    ]
    private static let holidays: Set<String> = ["ph", "sh"]
    private static let closed: Set<String> = ["off", "closed", "geschlossen"]
    private static let seasons: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "mrz", "mai", "okt",
        "dez", "week", "easter", "summer", "winter",
    ]
}
