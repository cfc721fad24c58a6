internal import Features

/// The two kinds of holidays that opening hours name.
public enum HolidayKind: String, Sendable, Codable, Hashable, CaseIterable {
    /// Public holidays of the federal state.
    case `public` = "PH"
    /// School holidays, from a file of the town.
    case school = "SH"
}

/// The weekdays and holidays of a rule.
public struct DaySelection: Sendable, Codable, Hashable {
    /// Weekdays from the first to the last, also over the end of the week; of a month only some, where `positions` are
    /// given.
    public struct Weekdays: Sendable, Codable, Hashable {
        /// The first weekday.
        public var first: Weekday
        /// The last weekday; the first where only one is named.
        public var last: Weekday
        /// 1…5 from the beginning of the month, -1…-5 from its end; all where empty.
        public var positions: [Int] = []
        /// Days to go on from there: `We[-1] -2 days`.
        public var offset = 0
    }

    /// The holidays of a kind, or the days so many days from them.
    public struct Holiday: Sendable, Codable, Hashable {
        /// Which holidays.
        public var kind: HolidayKind
        /// Days to go on from there: `PH -1 day`.
        public var offset = 0
    }

    /// The weekdays.
    public var weekdays: [Weekdays] = []
    /// The holidays.
    public var holidays: [Holiday] = []
    /// Whether both must hold (`SH Mo-Fr`); otherwise one is enough (`Mo-Fr,SH`).
    public var needsBoth = false

    /// Every day.
    public init() {}

    /// Whether no day is named.
    public var isEveryDay: Bool { weekdays.isEmpty && holidays.isEmpty }

    func matches(_ day: CalendarDate, _ isHoliday: (HolidayKind, CalendarDate) -> Bool) -> Bool {
        if isEveryDay { return true }
        let holds = weekdays.contains { $0.matches(day) }
        let isOneOfThem = holidays.contains { holiday in
            day.adding(days: -holiday.offset).map { isHoliday(holiday.kind, $0) } ?? false
        }
        return needsBoth ? holds && isOneOfThem : holds || isOneOfThem
    }
}

extension DaySelection.Weekdays {
    func matches(_ day: CalendarDate) -> Bool {
        guard let day = day.adding(days: -offset) else { return false }
        let weekday = day.weekday.rawValue
        let isInRange =
            first <= last
            ? (first.rawValue...last.rawValue).contains(weekday)
            : weekday >= first.rawValue || weekday <= last.rawValue
        guard isInRange, !positions.isEmpty else { return isInRange }
        let fromStart = (day.day - 1) / 7 + 1
        let fromEnd = -((CalendarDate.days(inMonth: day.month, ofYear: day.year) - day.day) / 7 + 1)
        return positions.contains(fromStart) || positions.contains(fromEnd)
    }
}
