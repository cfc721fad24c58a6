public import Features

extension OpeningHours {
    /// The stretches of a day, in order and without gaps.
    ///
    /// Where a rule names holidays that are not known, the day is laid out with and without them; minutes in which the
    /// two differ are ``OpeningState/cannotTell``.
    public func intervals(on day: CalendarDate, holidays: HolidayCalendar) -> [OpeningInterval] {
        var plan: DayPlan?
        for assumesPublic in names(.public) ? [false, true] : [false] {
            for assumesSchool in names(.school) ? [false, true] : [false] {
                let one = self.plan(day) { kind, day in
                    holidays.isHoliday(kind, day) ?? (kind == .public ? assumesPublic : assumesSchool)
                }
                plan = plan?.merged(with: one) ?? one
            }
        }
        return (plan ?? DayPlan()).intervals
    }

    /// Whether it is open in a minute of a day, 0..<1440; closed outside of them.
    public func state(on day: CalendarDate, minute: Int, holidays: HolidayCalendar) -> OpeningState {
        intervals(on: day, holidays: holidays).first { $0.minutes.contains(minute) }?.state ?? .closed
    }

    /// The week from Monday to Sunday in which a day lies.
    public func week(of day: CalendarDate, holidays: HolidayCalendar) -> OpeningWeek {
        let monday = day.dayNumber - day.weekday.rawValue
        return OpeningWeek(
            days: (0..<7).map { offset in
                // A week that reaches out of the calendar (years 1 to 9999) is closed there.
                CalendarDate(dayNumber: monday + offset).map { intervals(on: $0, holidays: holidays) }
                    ?? DayPlan().intervals
            })
    }

    /// The week of a day as it were without any holidays.
    public func ordinaryWeek(of day: CalendarDate) -> OpeningWeek { week(of: day, holidays: .ordinary) }

    /// The week without holidays; nil where it depends on the time of the year (``isSeasonal``).
    public var ordinaryWeek: OpeningWeek? {
        // The week after New Year of 2024 stands for all of them.
        isSeasonal ? nil : CalendarDate(year: 2024, month: 1, day: 8).map(ordinaryWeek)
    }

    /// The open minutes of an ordinary week, 0…10080; nil where they depend on the time of the year.
    public var minutesPerWeek: Int? { ordinaryWeek?.openMinutes }

    /// The mean of the weeks of a year without holidays, in minutes: open, and those nobody can tell. Weeks count to
    /// the year of their Thursday, as in ISO 8601. Nil outside the years 1 to 9999.
    public func meanMinutesPerWeek(in year: Int) -> (open: Double, cannotTell: Double)? {
        guard let start = CalendarDate(year: year, month: 1, day: 4) else { return nil }
        var (open, cannotTell, weeks) = (0, 0, 0)
        var day: CalendarDate? = start
        while let current = day, weeks == 0 || current.isoWeek > 1 {
            let week = ordinaryWeek(of: current)
            open += week.openMinutes
            cannotTell += week.cannotTellMinutes
            weeks += 1
            day = current.adding(days: 7)
        }
        return (Double(open) / Double(weeks), Double(cannotTell) / Double(weeks))
    }

    /// Paints the rules one after the other. A replacing rule that opens takes from the day it matches all that was
    /// said before, also what comes over midnight from the day before (so the specification's reference
    /// implementation, opening_hours.js, and opening-hours-rs).
    private func plan(_ day: CalendarDate, _ isHoliday: (HolidayKind, CalendarDate) -> Bool) -> DayPlan {
        var plan = DayPlan()
        let yesterday = day.adding(days: -1)
        for rule in rules {
            if rule.matches(day, isHoliday) {
                if rule.joint == .replacing, rule.state != .closed { plan.clear() }
                rule.paint(&plan, shiftedBy: 0)
            }
            if rule.reachesNextDay, let yesterday, rule.matches(yesterday, isHoliday) {
                rule.paint(&plan, shiftedBy: 1440)
            }
        }
        return plan
    }
}

extension OpeningHours.Rule {
    func matches(_ day: CalendarDate, _ isHoliday: (HolidayKind, CalendarDate) -> Bool) -> Bool {
        dates.matches(day) && days.matches(day, isHoliday)
    }

    var reachesNextDay: Bool { times.contains { ($0.end ?? 0) > 1440 } }

    /// Paints the part of the rule's times that lies on the day `minutes` after the beginning of the rule's own day; a
    /// fallback rule only where all before left the place closed.
    func paint(_ plan: inout DayPlan, shiftedBy minutes: Int) {
        let spans = times.isEmpty ? [TimeSpan(start: 0, end: 1440)] : times
        var own = joint == .fallback ? DayPlan() : plan
        for (range, holds) in spans.flatMap({ $0.ranges(state) }) {
            own.paint(range.lowerBound - minutes..<range.upperBound - minutes, holds, comment)
        }
        if joint == .fallback { plan.fill(from: own) } else { plan = own }
    }
}
