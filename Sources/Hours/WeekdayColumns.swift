extension OpeningHours {
    /// A weekday's column that is not readable.
    public struct ColumnError: Error, Sendable, Hashable {
        /// Which column.
        public var day: Weekday
        /// Why, and where in its text.
        public var error: ParseError

        /// Makes an error.
        public init(day: Weekday, error: ParseError) {
            self.day = day
            self.error = error
        }
    }

    /// Opening hours from a table with a column for each weekday, Monday first: `["9-12 Uhr", "geschlossen", "", …]`.
    ///
    /// An empty column, `-` or `–` means closed. A column says nothing of other days: weekdays, dates, holidays and
    /// exceptions in it are refused. In a column a semicolon parts times as a comma does. Missing columns at the end are
    /// empty; more than seven are not looked at.
    public init(weekdays texts: [String]) throws(ColumnError) {
        // Days that say the same become one list, so that seven columns read as a person would write them.
        var groups: [(days: [DaySelection.Weekdays], rules: [Rule])] = []
        for (day, text) in zip(Weekday.allCases, texts) {
            let content = text.filter { !$0.isWhitespace }
            if content.isEmpty || ["-", "–", "—"].contains(content) { continue }
            let rules = try OpeningHours.column(text, day)
            guard let index = groups.firstIndex(where: { $0.rules == rules }) else {
                groups.append(([DaySelection.Weekdays(first: day, last: day)], rules))
                continue
            }
            let end = groups[index].days.count - 1
            if groups[index].days[end].last.rawValue + 1 == day.rawValue {
                groups[index].days[end].last = day
            } else {
                groups[index].days.append(DaySelection.Weekdays(first: day, last: day))
            }
        }
        var rules: [Rule] = []
        for group in groups {
            for var rule in group.rules {
                rule.days.weekdays = group.days
                rules.append(rule)
            }
        }
        if !rules.isEmpty { rules[0].joint = .replacing }
        self.init(rules: rules)
    }

    /// The rules of one column; none but fallback rules take anything from the day before.
    private static func column(_ text: String, _ day: Weekday) throws(ColumnError) -> [Rule] {
        var rules: [Rule]
        do {
            rules = try OpeningHours(text).rules
        } catch {
            throw ColumnError(day: day, error: error)
        }
        for index in rules.indices {
            guard rules[index].dates.isAlways, rules[index].days.isEveryDay else {
                throw ColumnError(day: day, error: ParseError(reason: .unexpected, position: 1))
            }
            if rules[index].joint == .replacing { rules[index].joint = .adding }
        }
        return rules
    }
}
