/// Recurring times in the grammar of systemd's `OnCalendar` (systemd.time(7)), such as `Mon *-*-01..07 06:00 Europe/Berlin`.
///
/// `[weekdays] [date] [time] [zone]`, or one of `minutely`, `hourly`, `daily`, `weekly`, `monthly`, `quarterly`,
/// `semiannually` and `yearly` with an optional zone. Weekdays are English names, whole or of three letters, in lists and
/// ranges (`Mon..Wed,Sat`). A date is `year-month-day` or `month-day`; `~` in place of the last `-` counts days from the
/// end of the month (`*-02~01`). A time is `hour:minute` or `hour:minute:second`. Each part is `*` or a list of numbers,
/// ranges (`8..18`) and repetitions (`0/15`, `8..18/2`).
///
/// Left out of the grammar: fractions of a second, and moments such as `@1700000000`.
public struct CalendarExpression: Sendable, Hashable {
    /// Some numbers of one part: one, a range, or one in every so many.
    struct Numbers: Sendable, Hashable {
        /// The first number; with days from the end of the month, the last.
        var start: Int
        /// The last number of a range.
        var stop: Int?
        /// The step; nil for a single number.
        var step: Int?
    }

    /// One part of date or time: nil for any number.
    typealias Part = [Numbers]?

    /// The days of the week, bit 0 for Monday; all bits where any day will do.
    var weekdays: UInt8 = anyWeekday
    var year: Part = nil
    var month: Part = nil
    var day: Part = nil
    /// Whether days count from the end of the month, 1 for the last.
    var countsFromEnd = false
    var hour: Part = [Numbers(start: 0)]
    var minute: Part = [Numbers(start: 0)]
    var second: Part = [Numbers(start: 0)]
    /// The name of the time zone, where the expression says one.
    public internal(set) var zoneName: String?
    /// Where the name stands, bytes from the start of the expression; for messages about unknown zones.
    public internal(set) var zoneColumn: Int?

    static let anyWeekday: UInt8 = 0b111_1111
    static let weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    /// The years in which expressions have dates, those of systemd.
    static let years = 1970...2199

    init() {}

    /// The words for common expressions.
    static func shorthand(_ word: String) -> CalendarExpression? {
        var expression = CalendarExpression()
        let first: Part = [Numbers(start: 1)]
        switch word {
        case "minutely": (expression.hour, expression.minute) = (nil, nil)
        case "hourly": expression.hour = nil
        case "daily": break
        case "weekly": expression.weekdays = 1
        case "monthly": expression.day = first
        case "quarterly": (expression.month, expression.day) = ([1, 4, 7, 10].map { Numbers(start: $0) }, first)
        case "semiannually", "semi-annually", "biannually", "bi-annually":
            (expression.month, expression.day) = ([1, 7].map { Numbers(start: $0) }, first)
        case "yearly", "annually", "anually": (expression.month, expression.day) = (first, first)
        default: return nil
        }
        return expression
    }

    /// Two expressions are the same where they mean the same; where the zone stands does not matter.
    public static func == (left: CalendarExpression, right: CalendarExpression) -> Bool {
        left.description == right.description
    }

    /// What `==` compares.
    public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension CalendarExpression: CustomStringConvertible {
    /// The normal form, as `systemd-analyze calendar` writes it: `Mon..Wed *-*-* 06:00:00 Europe/Berlin`.
    public var description: String {
        var words: [String] = []
        if weekdays != CalendarExpression.anyWeekday { words.append(weekdayText) }
        let dayMark = countsFromEnd ? "~" : "-"
        words.append("\(text(year, width: 4))-\(text(month))\(dayMark)\(text(day))")
        words.append("\(text(hour)):\(text(minute)):\(text(second))")
        if let zoneName { words.append(zoneName) }
        return words.joined(separator: " ")
    }

    private func text(_ part: Part, width: Int = 2) -> String {
        guard let part else { return "*" }
        return part.map { numbers in
            var text = CivilTime.padded(numbers.start, width)
            if let stop = numbers.stop { text += ".." + CivilTime.padded(stop, width) }
            if let step = numbers.step, numbers.stop == nil || step > 1 { text += "/\(step)" }
            return text
        }.joined(separator: ",")
    }

    /// Days that follow each other as a range from three on.
    private var weekdayText: String {
        func name(_ day: Int) -> String {
            let letters = CalendarExpression.weekdayNames[day].prefix(3)
            return letters.prefix(1).uppercased() + letters.dropFirst()
        }
        var words: [String] = []
        var day = 0
        while day < 7 {
            guard weekdays & (1 << UInt8(day)) != 0 else {
                day += 1
                continue
            }
            var end = day
            while end < 6, weekdays & (1 << UInt8(end + 1)) != 0 { end += 1 }
            if end - day >= 2 {
                words.append("\(name(day))..\(name(end))")
            } else {
                words += (day...end).map(name)
            }
            day = end + 1
        }
        return words.joined(separator: ",")
    }
}
