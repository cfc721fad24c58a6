internal import Features

/// The years, dates and weeks of a rule; what is named of each kind must hold.
public struct DateSelection: Sendable, Codable, Hashable {
    /// Numbers from the first to the last, each `step`-th of them.
    public struct Numbers: Sendable, Codable, Hashable {
        /// The first.
        public var first: Int
        /// The last; of weeks it may be smaller than the first, over the end of the year.
        public var last: Int
        /// 1 for all of them.
        public var step = 1

        func contains(_ number: Int) -> Bool {
            if first > last { return number >= first || number <= last }
            return (first...last).contains(number) && (number - first).isMultiple(of: step)
        }
    }

    /// A day of a year, or of every year.
    public struct Point: Sendable, Codable, Hashable {
        /// What is counted from.
        public enum Anchor: Sendable, Codable, Hashable {
            /// A day of a month.
            case day(month: Int, day: Int)
            /// Easter Sunday.
            case easter
        }

        /// The year; nil for every year.
        public var year: Int?
        /// What is counted from.
        public var anchor: Anchor
        /// Days to go on from there: `easter -2 days`.
        public var offset = 0
    }

    /// A stretch of the calendar.
    public enum Stretch: Sendable, Codable, Hashable {
        /// Whole months, 1…12; with a smaller last one over the end of the year.
        case months(year: Int?, first: Int, last: Int)
        /// Days from the first to the last, both included.
        case days(from: Point, to: Point)
    }

    /// The years.
    public var years: [Numbers] = []
    /// The months and dates.
    public var stretches: [Stretch] = []
    /// The weeks of ISO 8601, 1…53.
    public var weeks: [Numbers] = []

    /// All dates.
    public init() {}

    /// Whether nothing is named.
    public var isAlways: Bool { years.isEmpty && stretches.isEmpty && weeks.isEmpty }

    func matches(_ day: CalendarDate) -> Bool {
        (years.isEmpty || years.contains { $0.contains(day.year) })
            && (stretches.isEmpty || stretches.contains { $0.contains(day) })
            && (weeks.isEmpty || weeks.contains { $0.contains(day.isoWeek) })
    }
}

extension DateSelection.Stretch {
    func contains(_ day: CalendarDate) -> Bool {
        switch self {
        case .months(nil, let first, let last):
            return first <= last
                ? (first...last).contains(day.month) : day.month >= first || day.month <= last
        case .months(let year?, let first, let last):
            let month = day.year * 12 + day.month
            return month >= year * 12 + first && month <= year * 12 + last + (last < first ? 12 : 0)
        case .days(let from, let to):
            let years = from.year.map { $0...$0 } ?? (day.year - 1)...(day.year + 1)
            return years.contains { year in
                guard let start = from.day(in: year, roundingUp: true) else { return false }
                if from == to { return day.dayNumber == start && from.exists(in: year) }
                guard var end = to.day(in: to.year ?? year, roundingUp: false) else { return false }
                if end < start, to.year == nil {
                    guard let next = to.day(in: year + 1, roundingUp: false) else { return false }
                    end = next
                }
                return start <= end && (start...end).contains(day.dayNumber)
            }
        }
    }
}

extension DateSelection.Point {
    /// The number of the day in a year. The 29th of February is the day after the 28th or that day itself where a year
    /// has none.
    func day(in year: Int, roundingUp: Bool) -> Int? {
        switch anchor {
        case .easter: return CalendarDate.easter(year).map { $0.dayNumber + offset }
        case .day(let month, let day):
            let last = CalendarDate.days(inMonth: month, ofYear: year)
            guard let date = CalendarDate(year: year, month: month, day: min(day, last)) else { return nil }
            return date.dayNumber + offset + (roundingUp && day > last ? 1 : 0)
        }
    }

    /// Whether a year has the day.
    func exists(in year: Int) -> Bool {
        guard case .day(let month, let day) = anchor else { return true }
        return day <= CalendarDate.days(inMonth: month, ofYear: year)
    }
}
