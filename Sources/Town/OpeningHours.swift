/// When a place is open in an ordinary week, from the common part of OpenStreetMap's `opening_hours`.
///
/// Read: `Mo-Fr 09:00-17:00; Sa 10:00-13:00`, `Mo,We 15:00-18:00`, `24/7`, several ranges (`08:00-12:00,14:00-18:00`),
/// ranges across midnight (`22:00-02:00`), `off`, times without days (every day), German weekdays (Di, Mi, Do, So), the
/// point of `17.00` and `Uhr`. A rule after `;` replaces what earlier rules said of its days, one after `,` adds to it.
/// Not evaluated, but listed in ``ignored``: public and school holidays, months and seasons, comments in quotes.
/// Reference: wiki.openstreetmap.org/wiki/Key:opening_hours/specification.
public struct OpeningHours: Sendable, Hashable {
    /// The days in the order of ``days``.
    public enum Weekday: Int, Sendable, Hashable, CaseIterable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    }

    /// Why a text is not readable as opening hours.
    public struct ParseError: Error, Sendable, Hashable {
        /// The stable reasons; texts stand in the catalogues under `hours.` and the raw value.
        public enum Reason: String, Sendable, Hashable, CaseIterable {
            /// There is no text.
            case empty
            /// The text is longer than 1,000 characters.
            case tooLong = "too_long"
            /// Neither weekdays nor times.
            case expectedRule = "expected_rule"
            /// A word that is no weekday.
            case expectedDay = "expected_day"
            /// Weekdays without times, or text in the place of a time.
            case expectedTime = "expected_time"
            /// A start without an end.
            case expectedRange = "expected_range"
            /// Such as 25:00 or 09:60.
            case timeOutOfRange = "time_out_of_range"
            /// Start and end are the same.
            case emptyRange = "empty_range"
            /// Something follows that belongs to no rule.
            case unexpected
        }

        /// Why.
        public var reason: Reason
        /// The character at which reading stopped, counted from 1.
        public var position: Int
    }

    /// For each weekday from Monday on the open ranges in minutes after midnight, 0…1440, sorted, not touching each
    /// other. A range across midnight stands on both days.
    public let days: [[Range<Int>]]
    /// The parts of the text that are not evaluated, as written.
    public let ignored: [String]

    /// Reads opening hours.
    public init(_ text: String) throws(ParseError) {
        var parser = OpeningHoursParser(text)
        try parser.read()
        days = OpeningHours.table(parser.ranges)
        ignored = parser.ignored
    }

    /// The open minutes of a week, 0…10080.
    public var minutesPerWeek: Int { days.joined().map(\.count).reduce(0, +) }

    /// Whether the place is open at a minute of a day, 0…1439.
    public func isOpen(_ day: Weekday, minute: Int) -> Bool {
        days[day.rawValue].contains { $0.contains(minute) }
    }

    /// The open minutes of a day within a range of minutes, such as the evening 1080..<1440.
    public func minutes(_ day: Weekday, within range: Range<Int>) -> Int {
        days[day.rawValue].map { $0.clamped(to: range).count }.reduce(0, +)
    }

    /// Puts what goes on after midnight to the next day and joins ranges that touch.
    private static func table(_ starts: [[Range<Int>]]) -> [[Range<Int>]] {
        var days = [[Range<Int>]](repeating: [], count: 7)
        for (day, ranges) in starts.enumerated() {
            for range in ranges {
                days[day].append(range.clamped(to: 0..<1440))
                let after = range.clamped(to: 1440..<2880)
                if !after.isEmpty { days[(day + 1) % 7].append(after.lowerBound - 1440..<after.upperBound - 1440) }
            }
        }
        return days.map { ranges in
            var joined: [Range<Int>] = []
            for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
                if let last = joined.last, range.lowerBound <= last.upperBound {
                    joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
                } else {
                    joined.append(range)
                }
            }
            return joined
        }
    }
}
