/// Reads opening hours rule by rule: dates, days, times, state, comment.
struct HoursParser {
    var cursor: HoursCursor
    /// Whether the rule at hand holds words of plain language, which do not mean a whole day where times are missing.
    var isPlain = false
    private var rules: [OpeningHours.Rule] = []

    init(_ text: String) { cursor = HoursCursor(text) }

    mutating func read() throws(OpeningHours.ParseError) -> [OpeningHours.Rule] {
        let most = OpeningHours.longestText
        guard cursor.characters.count <= most else { throw cursor.failure(.tooLong, at: most) }
        cursor.skipSpace()
        if cursor.isAtEnd { throw cursor.failure(.empty) }
        var joint = OpeningHours.Rule.Joint.replacing
        while true {
            try readRule(joint)
            cursor.skipSpace()
            guard !cursor.isAtEnd else { return rules }
            guard let next = takeJoint() else { throw cursor.failure(.unexpected) }
            joint = next
            cursor.skipSpace()
            // A semicolon at the end is common and means nothing.
            if cursor.isAtEnd, joint == .replacing { return rules }
        }
    }

    private mutating func takeJoint() -> OpeningHours.Rule.Joint? {
        if cursor.take(";") { return .replacing }
        if cursor.take("||") { return .fallback }
        if cursor.take(",") {
            cursor.skipSpace()
            takeConjunction()
            return .adding
        }
        if takeConjunction() { return .adding }
        // `… außer feiertags`: the exception is a rule of its own.
        return HoursWords.exceptions.contains(cursor.peekWord) ? .replacing : nil
    }

    /// Takes `und`, `u.`, `sowie`, `&`.
    @discardableResult mutating func takeConjunction() -> Bool {
        if cursor.takeWord(of: HoursWords.conjunctions) != nil {
            _ = cursor.take(".")
            return true
        }
        return cursor.take("&")
    }

    // MARK: Rules

    private mutating func readRule(_ joint: OpeningHours.Rule.Joint) throws(OpeningHours.ParseError) {
        let start = cursor.index
        isPlain = false
        guard let first = cursor.peek, first != ";", first != ",", first != "|" else {
            throw cursor.failure(.expectedRule)
        }
        if cursor.takeWord(of: HoursWords.exceptions) != nil {
            return try readException(joint)
        }
        var rule = OpeningHours.Rule(joint: joint)
        let isAlways = takeAlways()
        if !isAlways {
            guard first == "\"" || first.isLetter || cursor.isAtDigit else { throw cursor.failure(.expectedRule) }
            rule.dates = try readDates()
            skipColon()
            rule.days = try readDays()
            skipColon()
            let exception = try readInnerException()
            rule.times = try readTimes()
            try readState(&rule, start: start)
            append(rule)
            if let exception { append(exception) }
        } else {
            try readState(&rule, start: start)
            append(rule)
        }
    }

    private mutating func append(_ rule: OpeningHours.Rule) {
        var rule = rule
        if rules.isEmpty { rule.joint = .replacing }
        rules.append(rule)
    }

    private mutating func takeAlways() -> Bool {
        let start = cursor.index
        if cursor.take("24/7"), !cursor.isAtDigit { return true }
        cursor.index = start
        for phrase in HoursWords.alwaysPhrases where cursor.takePhrase(phrase) { return true }
        return false
    }

    private mutating func skipColon() {
        let start = cursor.index
        cursor.skipSpace()
        if !cursor.take(":") { cursor.index = start }
        cursor.skipSpace()
    }

    /// The days behind `außer`, closed; nothing but another exception may follow, for what it would mean is not said.
    private mutating func readException(_ joint: OpeningHours.Rule.Joint) throws(OpeningHours.ParseError) {
        cursor.skipSpace()
        let days = try readDays()
        guard !days.isEveryDay, joint != .fallback, !rules.isEmpty else { throw cursor.failure(.expectedDay) }
        append(OpeningHours.Rule(joint: .replacing, days: days, state: .closed))
        cursor.skipSpace()
        guard cursor.isAtEnd || HoursWords.exceptions.contains(cursor.peekWord) else {
            throw cursor.failure(.unexpected)
        }
    }

    /// `täglich außer montags 10–18 Uhr`: the exception between days and times.
    private mutating func readInnerException() throws(OpeningHours.ParseError) -> OpeningHours.Rule? {
        guard cursor.takeWord(of: HoursWords.exceptions) != nil else { return nil }
        cursor.skipSpace()
        let days = try readDays()
        guard !days.isEveryDay else { throw cursor.failure(.expectedDay) }
        skipColon()
        return OpeningHours.Rule(joint: .replacing, days: days, state: .closed)
    }

    // MARK: State

    /// The state and comment behind the times. A comment alone says that it depends on something: nobody can tell.
    private mutating func readState(
        _ rule: inout OpeningHours.Rule, start: Int
    ) throws(OpeningHours.ParseError) {
        cursor.skipSpace()
        var isStated = false
        if let state = HoursWords.states[cursor.peekWord] {
            _ = cursor.takeWord()
            rule.state = state
            isStated = true
            cursor.skipSpace()
        }
        if cursor.peek == "\"" {
            guard let comment = cursor.takeComment() else { throw cursor.failure(.unexpected) }
            rule.comment = comment.isEmpty ? nil : comment
            if !isStated { rule.state = .cannotTell }
            isStated = true
        } else if !isStated {
            for (words, comment) in HoursWords.arrangements where cursor.takePhrase(words) {
                isStated = true
                rule.state = .cannotTell
                rule.comment = comment
                // `…, nach Vereinbarung` speaks of the time outside the hours given before.
                let isBare = rule.dates.isAlways && rule.days.isEveryDay && rule.times.isEmpty
                if isBare { rule.joint = .fallback }
                break
            }
        }
        guard rule.times.isEmpty, !isStated else { return }
        // Whole months are written so, weekdays without times are a slip (and OpenStreetMap's own checkers warn).
        if !rule.days.isEveryDay || isPlain { throw timeFailure() }
        if cursor.index == start { throw wordFailure(.expectedDay) }
    }

    // MARK: Reasons

    /// What to say of the text here where a time is expected.
    func timeFailure() -> OpeningHours.ParseError { wordFailure(.expectedTime) }

    /// What to say of the word here where something else is expected.
    func wordFailure(_ reason: OpeningHours.ParseError.Reason) -> OpeningHours.ParseError {
        let word = cursor.peekWord
        if HoursWords.sunTimes.contains(word) || cursor.peek == "(" { return cursor.failure(.sunTime) }
        return cursor.failure(HoursWords.ambiguous.contains(word) ? .ambiguous : reason)
    }
}
