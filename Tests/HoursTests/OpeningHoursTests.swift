import Features
import Hours
import TestSupport
import Testing
import Wording

/// What texts mean: worked examples in OpenStreetMap's grammar.
@Suite struct OpeningHoursTests {
    /// The ordinary week as text, `Mo 540-1020 u1020-1440 …`, so that a failure can be read.
    static func week(_ text: String) throws -> String {
        let week = try #require(try OpeningHours(text).ordinaryWeek)
        return Weekday.allCases.compactMap { day in
            let parts = week.days[day.rawValue].filter { $0.state != .closed }.map { interval in
                (interval.state == .cannotTell ? "u" : "")
                    + "\(interval.minutes.lowerBound)-\(interval.minutes.upperBound)"
            }
            return parts.isEmpty ? nil : day.abbreviation + " " + parts.joined(separator: ",")
        }.joined(separator: " ")
    }

    @Test(
        arguments: [
            (
                "Mo-Fr 09:00-17:00; Sa 10:00-13:00",
                "Mo 540-1020 Tu 540-1020 We 540-1020 Th 540-1020 Fr 540-1020 Sa 600-780"
            ),
            ("Mo,We 15:00-18:00", "Mo 900-1080 We 900-1080"), ("Mo, We 15:00-18:00", "Mo 900-1080 We 900-1080"),
            ("Th 08:30-12:00,14:00-18:00", "Th 510-720,840-1080"),
            ("Th 08:30-12:00, 14:00-18:00", "Th 510-720,840-1080"),
            ("Mo-We,Su 10:00-11:00", "Mo 600-660 Tu 600-660 We 600-660 Su 600-660"),
            // a range of days over the end of the week
            ("Sa-Mo 10:00-11:00", "Mo 600-660 Sa 600-660 Su 600-660"), ("Mo-Mo 10:00-11:00", "Mo 600-660"),
            // across midnight, also from Sunday to Monday
            ("Fr 22:00-02:00", "Fr 1320-1440 Sa 0-120"), ("Su 22:00-02:00", "Mo 0-120 Su 1320-1440"),
            ("Fr 22:00-26:00", "Fr 1320-1440 Sa 0-120"), ("Fr 22:00-24:00", "Fr 1320-1440"),
            ("Fr 22:00-00:00", "Fr 1320-1440"), ("Fr 10:00-34:00", "Fr 600-1440 Sa 0-600"),
            // a later rule has its day to itself: what comes over midnight goes, too
            ("Fr 20:00-02:00; Sa 01:00-03:00", "Fr 1200-1440 Sa 60-180"), ("Fr 22:00-02:00; Sa off", "Fr 1320-1440"),
            ("Fr 22:00-02:00, Sa 10:00-11:00", "Fr 1320-1440 Sa 0-120,600-660"),
            // … but not before it
            ("Sa 10:00-11:00; Fr 22:00-02:00", "Fr 1320-1440 Sa 0-120,600-660"),
            // overlapping and touching ranges are one
            ("Mo 09:00-12:00,11:00-13:00", "Mo 540-780"), ("Mo 09:00-12:00,12:00-13:00", "Mo 540-780"),
            // later rules replace, rules behind a comma add
            ("Mo-We 09:00-17:00; We off", "Mo 540-1020 Tu 540-1020"),
            ("Mo-We 09:00-17:00; We 10:00-12:00", "Mo 540-1020 Tu 540-1020 We 600-720"),
            ("Mo-We 09:00-12:00, We 14:00-16:00", "Mo 540-720 Tu 540-720 We 540-720,840-960"),
            ("Mo 09:00-17:00; Mo 12:00-13:00 off", "Mo 540-720,780-1020"),
            ("Mo 09:00-17:00, Mo 12:00-13:00 off", "Mo 540-720,780-1020"), ("off", ""), ("Mo-Su closed", ""),
            // what cannot be told
            ("Mo 17:00+", "Mo u1020-1440"), ("Mo 10:00-14:00+", "Mo 600-840,u840-1440"),
            ("Mo 22:00-02:00+", "Mo 1320-1440 Tu 0-120"), ("Mo 10:00-12:00 \"Termin\"", "Mo u600-720"),
            ("Mo 10:00-12:00 open \"Klingeln\"", "Mo 600-720"), ("Mo 10:00-12:00 off \"Klingeln\"", ""),
            ("Mo 10:00-12:00 unknown", "Mo u600-720"),
            ("Mo 10:00-12:00, Mo 11:00-13:00 unknown", "Mo 600-660,u660-780"),
            ("Mo 10:00-12:00 || Mo 09:00-13:00 unknown", "Mo u540-600,600-720,u720-780"),
            ("Mo 10:00-12:00; Tu off || Mo-Tu 11:00-13:00", "Mo 600-780 Tu 660-780"),
            // no holidays in an ordinary week
            ("Mo 10:00-12:00; PH off", "Mo 600-720"), ("Mo 10:00-12:00; SH off", "Mo 600-720"),
            ("Mo,PH 10:00-11:00", "Mo 600-660"), ("PH Mo 10:00-11:00", ""), ("SH,PH 10:00-11:00", ""),
            ("  MO 08:00 - 09:00  ", "Mo 480-540"), ("Mo 08:00-09:00;", "Mo 480-540"), ("Mo open", "Mo 0-1440"),
        ] as [(String, String)]) func weeks(_ text: String, _ expected: String) throws
    {
        #expect(try Self.week(text) == expected)
    }

    @Test func timesWithoutDaysHoldEveryDay() throws {
        let hours = try OpeningHours("07:30-16:30")
        let week = try #require(hours.ordinaryWeek)
        #expect(Weekday.allCases.allSatisfy { week.ranges($0) == [450..<990] })
        #expect(hours.minutesPerWeek == 7 * 540)
    }

    @Test func alwaysOpen() throws {
        #expect(try OpeningHours("24/7").minutesPerWeek == 7 * 1440)
        #expect(try OpeningHours("00:00-24:00").minutesPerWeek == 7 * 1440)
        #expect(try OpeningHours("24/7; Su off").minutesPerWeek == 6 * 1440)
        #expect(try OpeningHours("open") == OpeningHours("24/7"))
    }

    @Test func eveningsAndSingleMinutes() throws {
        let week = try #require(try OpeningHours("Mo-Fr 09:00-20:00; Fr 22:00-02:00").ordinaryWeek)
        #expect(week.minutes(.monday, within: 1080..<1440) == 120)
        #expect(week.minutes(.saturday, within: 1080..<1440) == 0)
        #expect(week.isOpen(.monday, minute: 540) && !week.isOpen(.monday, minute: 1200))
        #expect(week.isOpen(.saturday, minute: 119) && !week.isOpen(.saturday, minute: 120))
        #expect(week.state(.monday, minute: -1) == .closed && week.state(.monday, minute: 1440) == .closed)
        #expect(week.minutes(.monday, within: -100..<5000) == 660)
    }

    // MARK: Dates

    private func open(_ text: String, _ iso: String) throws -> Bool {
        let day = try #require(CalendarDate(iso: iso))
        return try OpeningHours(text).state(on: day, minute: 600, holidays: .ordinary) == .open
    }

    @Test(
        arguments: [
            ("Apr-Oct 08:00-20:00", ["2024-04-01", "2024-10-31"], ["2024-03-31", "2024-11-01"]),
            ("Oct-Mar 08:00-20:00", ["2024-10-01", "2024-01-15", "2024-03-31"], ["2024-04-01", "2024-09-30"]),
            ("Jan,Mar 08:00-20:00", ["2024-01-31", "2024-03-01"], ["2024-02-01"]),
            ("2024 Nov-Feb 08:00-20:00", ["2024-11-01", "2025-02-28"], ["2024-02-01", "2025-11-01"]),
            ("Dec 24-26 08:00-20:00", ["2024-12-24", "2030-12-26"], ["2024-12-23", "2024-12-27"]),
            ("Dec 24,31 08:00-20:00", ["2024-12-24", "2024-12-31"], ["2024-12-25"]),
            ("Dec 24-Jan 06 08:00-20:00", ["2024-12-24", "2025-01-06", "2024-01-01"], ["2025-01-07", "2024-12-23"]),
            ("2024 Dec 24-2025 Jan 06 08:00-20:00", ["2024-12-31", "2025-01-06"], ["2024-01-01", "2025-12-24"]),
            ("2024 Dec 24-Jan 06 08:00-20:00", ["2024-12-31", "2025-01-06"], ["2024-01-01", "2025-12-24"]),
            ("2024 08:00-20:00", ["2024-01-01", "2024-12-31"], ["2023-12-31", "2025-01-01"]),
            ("2024,2026 08:00-20:00", ["2024-01-01", "2026-12-31"], ["2025-01-01"]),
            ("2020-2030/2 08:00-20:00", ["2024-01-01"], ["2025-01-01", "2032-01-01"]),
            ("2024+ 08:00-20:00", ["2024-01-01", "9999-12-31"], ["2023-12-31"]),
            ("week 1-53/2 08:00-20:00", ["2024-01-01", "2020-12-31"], ["2024-01-08"]),
            ("week 52-02 08:00-20:00", ["2024-12-26", "2024-12-30", "2025-01-06"], ["2025-01-13", "2024-12-22"]),
            ("easter 08:00-20:00", ["2024-03-31", "2025-04-20"], ["2024-04-01"]),
            ("easter -2 days 08:00-20:00", ["2025-04-18"], ["2025-04-19", "2025-04-20"]),
            ("easter -2 days-easter +1 day 08:00-20:00", ["2025-04-18", "2025-04-21"], ["2025-04-17", "2025-04-22"]),
            ("Feb 29 08:00-20:00", ["2024-02-29"], ["2023-02-28", "2023-03-01"]),
            ("Feb 29-Mar 01 08:00-20:00", ["2024-02-29", "2023-03-01"], ["2023-02-28"]),
            ("Feb 20-29 08:00-20:00", ["2024-02-29", "2023-02-28"], ["2023-03-01"]),
            ("Th[1] 08:00-20:00", ["2024-08-01", "2024-06-06"], ["2024-06-13", "2024-06-07"]),
            ("Su[-1] 08:00-20:00", ["2024-06-30", "2024-02-25"], ["2024-06-23"]),
            ("Mo[1,3] 08:00-20:00", ["2024-06-03", "2024-06-17"], ["2024-06-10", "2024-06-24"]),
            ("Th[5] 08:00-20:00", ["2024-08-29"], ["2024-08-22"]),
            ("We[-1] -2 days 08:00-20:00", ["2024-06-24"], ["2024-06-26", "2024-06-17"]),
            ("Oct Th[-1] 08:00-20:00", ["2024-10-31"], ["2024-11-28"]),
            ("week 24 Mo 08:00-20:00", ["2024-06-10"], ["2024-06-11", "2024-06-03"]),
            ("Dec 25 +1 day 08:00-20:00", ["2024-12-26"], ["2024-12-25"]),
        ] as [(String, [String], [String])])
    func datesAndWeeks(_ text: String, _ open: [String], _ closed: [String]) throws {
        for iso in open { #expect(try self.open(text, iso), "\(iso)") }
        for iso in closed { #expect(!(try self.open(text, iso)), "\(iso)") }
        #expect(try OpeningHours(text).isSeasonal)
        #expect(try OpeningHours(text).minutesPerWeek == nil)
    }

    @Test func atTheEndsOfTheCalendarNothingBreaks() throws {
        for iso in ["0001-01-01", "9999-12-31"] {
            let day = try #require(CalendarDate(iso: iso))
            for text in ["Mo-Su 22:00-02:00", "easter -300 days off", "PH -3 days 10:00-12:00", "Dec 31-Jan 01 off"] {
                let hours = try OpeningHours(text)
                #expect(hours.week(of: day, holidays: .unknown).days.count == 7)
            }
        }
    }

    @Test func seasonsAreAveragedOverAYear() throws {
        // 2024 has 52 weeks; April to October are 30 weeks and four days of a fifth-of-a-year week each side.
        let hours = try OpeningHours("Apr-Oct Mo 10:00-12:00")
        let mondays = 31.0  // Mondays from 2024-04-01 to 2024-10-28
        #expect(hours.meanMinutesPerWeek(in: 2024)?.open == mondays * 120 / 52)
        let always = try OpeningHours("Mo 10:00-12:00; Tu 10:00-11:00 unknown")
        for year in [2020, 2024, 2026] {
            let mean = try #require(always.meanMinutesPerWeek(in: year))
            #expect(mean.open == 120 && mean.cannotTell == 60)
        }
        #expect(hours.meanMinutesPerWeek(in: 0) == nil && hours.meanMinutesPerWeek(in: 9999) != nil)
    }

    // MARK: Holidays

    private func state(_ text: String, _ iso: String, _ holidays: HolidayCalendar) throws -> OpeningState {
        let day = try #require(CalendarDate(iso: iso))
        return try OpeningHours(text).state(on: day, minute: 600, holidays: holidays)
    }

    @Test func holidaysByStateAndFile() throws {
        let first = try #require(CalendarDate(iso: "2024-10-21"))
        let last = try #require(CalendarDate(iso: "2024-11-01"))
        let north = HolidayCalendar(
            publicHolidays: PublicHolidays(state: .schleswigHolstein),
            schoolHolidays: SchoolHolidays([first...last]))
        let hesse = HolidayCalendar(publicHolidays: PublicHolidays(state: .hesse), schoolHolidays: nil)
        // Reformation Day, a Thursday
        #expect(try state("Mo-Fr 08:00-12:00; PH off", "2024-10-31", north) == .closed)
        #expect(try state("Mo-Fr 08:00-12:00; PH off", "2024-10-31", hesse) == .open)
        #expect(try state("Mo-Fr 08:00-12:00; PH off", "2024-10-31", .unknown) == .cannotTell)
        #expect(try state("Sa,PH 08:00-12:00", "2024-10-31", north) == .open)
        #expect(try state("PH -1 day 08:00-12:00", "2024-10-30", north) == .open)
        #expect(try state("SH Mo-Fr 08:00-12:00", "2024-10-31", north) == .open)
        #expect(try state("SH Sa 08:00-12:00", "2024-10-31", north) == .closed)
        // no file of school holidays
        #expect(try state("Mo-Fr 08:00-12:00; SH off", "2024-10-31", hesse) == .cannotTell)
        #expect(try state("Mo-Fr 08:00-12:00; SH off", "2024-11-02", hesse) == .closed)
        // the same with and without holidays: there is nothing to doubt
        #expect(try state("Mo-Fr 08:00-12:00; SH 08:00-12:00", "2024-10-31", hesse) == .open)
        #expect(try state("SH off; Mo-Fr 08:00-12:00", "2024-10-31", hesse) == .open)
        #expect(try state("Mo-Fr 08:00-12:00; SH off", "2024-10-31", .ordinary) == .open)
        // outside of the days the file speaks of
        #expect(try state("Mo-Fr 08:00-12:00; SH off", "2024-12-23", north) == .cannotTell)
    }

    @Test func doubtLastsOnlyAsLongAsItMatters() throws {
        let day = try #require(CalendarDate(iso: "2024-10-31"))
        let hours = try OpeningHours("Mo-Fr 08:00-12:00; SH 10:00-14:00")
        let states = hours.intervals(on: day, holidays: .unknown).map {
            "\($0.minutes.lowerBound) \($0.state.rawValue)"
        }
        #expect(states == ["0 closed", "480 cannot_tell", "600 open", "720 cannot_tell", "840 closed"])
        #expect(hours.names(.school) && !hours.names(.public))
    }

    @Test func commentsComeWithTheirStretch() throws {
        let day = try #require(CalendarDate(iso: "2024-06-11"))
        let found = try OpeningHours("Di 15-18 Uhr und nach Vereinbarung").intervals(on: day, holidays: .ordinary)
        #expect(
            found == [
                OpeningInterval(minutes: 0..<900, state: .cannotTell, comment: "nach Vereinbarung"),
                OpeningInterval(minutes: 900..<1080, state: .open),
                OpeningInterval(minutes: 1080..<1440, state: .cannotTell, comment: "nach Vereinbarung"),
            ])
    }

    // MARK: Columns

    @Test func aColumnForEachWeekday() throws {
        let hours = try OpeningHours(weekdays: [
            "9-12 Uhr", "9–12 Uhr", "geschlossen", "9-12 Uhr und 14-18 Uhr", "", "–", "nach Vereinbarung",
        ])
        #expect(
            hours.description
                == "Mo-Tu 09:00-12:00, We off, Th 09:00-12:00,14:00-18:00, Su \"nach Vereinbarung\"")
        #expect(hours.minutesPerWeek == 180 * 3 + 240)
        #expect(try OpeningHours(hours.description) == hours)
        #expect(try OpeningHours(weekdays: ["", "-", " "]).minutesPerWeek == 0)
        #expect(try OpeningHours(weekdays: ["22-2 Uhr", "20-23 Uhr"]).minutesPerWeek == 420)
        #expect(try OpeningHours(weekdays: ["9-12; 14-16"]).minutesPerWeek == 300)
        #expect(
            try OpeningHours(weekdays: ["9-12", "", "9-12", "10-11", "9-12"]).description
                == "Mo,We,Fr 09:00-12:00, Th 10:00-11:00")
    }

    @Test func aColumnThatSpeaksOfOtherDaysIsRefused() {
        let unexpected = OpeningHours.ParseError(reason: .unexpected, position: 1)
        for text in ["Mo 9-12", "PH off", "9-12; Dec 24 off", "9-12 Uhr außer feiertags"] {
            #expect(throws: OpeningHours.ColumnError(day: .tuesday, error: unexpected)) {
                try OpeningHours(weekdays: ["9-12", text])
            }
        }
        #expect(
            throws: OpeningHours.ColumnError(
                day: .wednesday, error: OpeningHours.ParseError(reason: .expectedDay, position: 1))
        ) { try OpeningHours(weekdays: ["9-12", "", "vormittags"]) }
    }
}
