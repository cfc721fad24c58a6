import Features
import Hours
import TestSupport
import Testing

/// What must hold of every text of the grammar, whatever it says: sums, normal forms, joints, holidays.
@Suite struct WeekIdentityTests {
    private static func year() throws -> [CalendarDate] {
        let start = try #require(CalendarDate(iso: "2024-01-01"))
        return (0..<366).compactMap { start.adding(days: $0) }
    }

    private static func calendar(_ generator: inout SeededGenerator) throws -> HolidayCalendar {
        let state = FederalState.allCases.randomElement(using: &generator)
        let start = try #require(CalendarDate(iso: "2023-12-01"))
        let holidays = try (0..<4).map { _ in
            let first = try #require(start.adding(days: Int.random(in: 0..<380, using: &generator)))
            return first...(try #require(first.adding(days: Int.random(in: 0..<40, using: &generator))))
        }
        return HolidayCalendar(
            publicHolidays: state.map { PublicHolidays(state: $0) },
            schoolHolidays: Bool.random(using: &generator) ? SchoolHolidays(holidays) : nil)
    }

    private func minutes(_ intervals: [OpeningInterval], _ state: OpeningState) -> Int {
        intervals.filter { $0.state == state }.map(\.minutes.count).reduce(0, +)
    }

    /// A week is its days: states, sums and ranges agree however they are asked for.
    @Test(arguments: 1...6) func aWeekIsTheSumOfItsDays(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 101)
        let days = try Self.year()
        for _ in 0..<80 {
            let text = GrammarPropertyTests.anyText(&generator)
            let hours = try OpeningHours(text)
            let holidays = try Self.calendar(&generator)
            let day = try #require(days.randomElement(using: &generator))
            let week = hours.week(of: day, holidays: holidays)
            let monday = try #require(day.adding(days: -day.weekday.rawValue))
            var (open, cannotTell) = (0, 0)
            for weekday in Weekday.allCases {
                let date = try #require(monday.adding(days: weekday.rawValue))
                let intervals = hours.intervals(on: date, holidays: holidays)
                #expect(week.days[weekday.rawValue] == intervals, "\(text)")
                #expect(intervals.map(\.minutes.count).reduce(0, +) == 1440)
                #expect(
                    zip(intervals, intervals.dropFirst()).allSatisfy { $0.minutes.upperBound == $1.minutes.lowerBound })
                for state in OpeningState.allCases {
                    #expect(week.minutes(weekday, state) == minutes(intervals, state), "\(text)")
                }
                // The two halves of a day are the day.
                let noon = Int.random(in: 0...1440, using: &generator)
                #expect(
                    week.minutes(weekday, within: 0..<noon) + week.minutes(weekday, within: noon..<1440)
                        == week.minutes(weekday))
                open += minutes(intervals, .open)
                cannotTell += minutes(intervals, .cannotTell)
            }
            #expect(week.openMinutes == open && week.cannotTellMinutes == cannotTell, "\(text)")
        }
    }

    /// The mean over a year is the sum of its weeks; without seasons it is the ordinary week.
    @Test(arguments: 1...3) func theMeanOfAYearIsTheSumOfItsWeeks(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 103)
        // 2024: 52 weeks from Monday 1 January on.
        let mondays = try Self.year().filter { $0.weekday == .monday && $0.isoWeek <= 52 && $0.dayNumber % 7 == 1 }
            .prefix(52)
        #expect(mondays.count == 52)
        for _ in 0..<25 {
            let hours = try OpeningHours(GrammarPropertyTests.anyText(&generator))
            let mean = try #require(hours.meanMinutesPerWeek(in: 2024))
            let weeks = mondays.map { hours.ordinaryWeek(of: $0) }
            #expect(mean.open == Double(weeks.map(\.openMinutes).reduce(0, +)) / 52, "\(hours)")
            #expect(mean.cannotTell == Double(weeks.map(\.cannotTellMinutes).reduce(0, +)) / 52, "\(hours)")
            if !hours.isSeasonal { #expect(hours.minutesPerWeek == Int(mean.open), "\(hours)") }
        }
    }

    /// The normal form is one: writing it again changes nothing, and it says the same on every day of a year.
    @Test(arguments: 1...4) func theNormalFormSaysTheSame(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 107)
        let days = try Self.year()
        for _ in 0..<12 {
            let text = GrammarPropertyTests.anyText(&generator)
            let hours = try OpeningHours(text)
            let again = try OpeningHours(hours.description)
            #expect(again.description == hours.description, "\(text)")
            let holidays = try Self.calendar(&generator)
            for day in days {
                #expect(
                    again.intervals(on: day, holidays: holidays) == hours.intervals(on: day, holidays: holidays),
                    "\(text) on \(day)")
            }
        }
    }

    /// A rule that closes everything at the end closes; one that opens everything opens; in front they change nothing
    /// of days that a later rule has to itself.
    @Test(arguments: 1...4) func lastRulesHaveTheLastWord(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 109)
        let day = try #require(CalendarDate(iso: "2024-06-12"))
        for _ in 0..<60 {
            let text = GrammarPropertyTests.anyText(&generator)
            let holidays = try Self.calendar(&generator)
            #expect(try OpeningHours(text + "; off").week(of: day, holidays: holidays).openMinutes == 0, "\(text)")
            let always = try OpeningHours(text + "; 24/7").week(of: day, holidays: holidays)
            #expect(always.openMinutes == 10_080, "\(text)")
            // A fallback rule fills every gap and takes nothing away.
            let hours = try OpeningHours(text)
            let filled = try OpeningHours(text + " || open").week(of: day, holidays: holidays)
            let week = hours.week(of: day, holidays: holidays)
            #expect(filled.openMinutes + filled.cannotTellMinutes == 10_080, "\(text)")
            for weekday in Weekday.allCases {
                for range in week.ranges(weekday) {
                    #expect(filled.minutes(weekday, within: range) == range.count, "\(text)")
                }
            }
        }
    }

    /// `PH off` takes exactly the public holidays out of a year, `SH off` exactly the school holidays.
    @Test(arguments: FederalState.allCases) func holidaysAreTakenOutDayByDay(_ state: FederalState) throws {
        let days = try Self.year()
        let range = try #require(CalendarDate(iso: "2024-07-01"))...(try #require(CalendarDate(iso: "2024-08-11")))
        let wholeYear = try #require(days.first)...(try #require(days.last))
        // Where a holiday is kept in parts of the state, this town does not keep it.
        let local = Dictionary(uniqueKeysWithValues: PublicHolidays.LocalHoliday.allCases.map { ($0, false) })
        let holidays = HolidayCalendar(
            publicHolidays: PublicHolidays(state: state, local: local),
            schoolHolidays: SchoolHolidays([range], covering: wholeYear))
        func open(_ text: String) throws -> Int {
            let hours = try OpeningHours(text)
            return days.map { minutes(hours.intervals(on: $0, holidays: holidays), .open) }.reduce(0, +)
        }
        let weekdays = days.filter { $0.weekday <= .friday }
        let publicDays = PublicHolidays.days(of: state, in: 2024).filter { $0.weekday <= .friday }
        #expect(weekdays.count == 262 && publicDays.count >= 8)
        #expect(try open("Mo-Fr 09:00-17:00") == 262 * 480)
        #expect(try open("Mo-Fr 09:00-17:00; PH off") == (262 - publicDays.count) * 480)
        #expect(try open("PH Mo-Fr 09:00-17:00") == publicDays.count * 480)
        // 42 days from Monday to Sunday: 30 weekdays.
        #expect(try open("Mo-Fr 09:00-17:00; SH off") == 232 * 480)
        #expect(try open("SH 09:00-10:00") == 42 * 60)
        #expect(try open("Mo-Fr 09:00-17:00; PH off") + open("PH Mo-Fr 09:00-17:00") == open("Mo-Fr 09:00-17:00"))
    }

    /// What is not known of holidays is between what would be without and with them, minute by minute.
    @Test(arguments: 1...4) func doubtIsBetweenTheTwoAnswers(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 113)
        let days = try Self.year()
        for _ in 0..<40 {
            let start = Int.random(in: 0..<20, using: &generator)
            let text =
                "Mo-Su \(start):00-\(start + 3):00; SH "
                + (["off", "\(start + 1):00-\(start + 4):00", "Mo-Fr off", "00:00-24:00"].randomElement(
                    using: &generator)
                    ?? "off")
            let hours = try OpeningHours(text)
            let day = try #require(days.randomElement(using: &generator))
            let all = SchoolHolidays([day...day])
            let none = SchoolHolidays([], covering: day...day)
            func states(_ holidays: SchoolHolidays?) -> [OpeningState] {
                let calendar = HolidayCalendar(publicHolidays: nil, schoolHolidays: holidays)
                return hours.intervals(on: day, holidays: calendar).flatMap { interval in
                    interval.minutes.map { _ in interval.state }
                }
            }
            let expected = zip(states(all), states(none)).map { $0 == $1 ? $0 : .cannotTell }
            #expect(states(nil) == expected, "\(text)")
        }
    }
}
