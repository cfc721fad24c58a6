import Features
import Hours
import TestSupport
import Testing

@Suite struct CalendarTests {
    private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    @Test func dayNumbersCountEveryDayOnce() throws {
        #expect(try day("0001-01-01").dayNumber == 1)
        #expect(try day("9999-12-31").dayNumber == 3_652_059)
        // 1970-01-01 is day 719,163 of the proleptic Gregorian calendar, a Thursday.
        #expect(try day("1970-01-01").dayNumber == 719_163)
        #expect(try day("1970-01-01").weekday == .thursday)
        var expected = try day("1895-12-28").dayNumber
        for year in 1896...2104 {
            for month in 1...12 {
                for number in 1...CalendarDate.days(inMonth: month, ofYear: year) {
                    let date = try #require(CalendarDate(year: year, month: month, day: number))
                    if year == 1896, month == 1, number == 1 { expected = date.dayNumber }
                    #expect(date.dayNumber == expected)
                    #expect(CalendarDate(dayNumber: expected) == date)
                    #expect(date.weekday.rawValue == (expected + 6) % 7)
                    expected += 1
                }
            }
        }
    }

    @Test func outOfTheCalendarThereIsNoDay() throws {
        #expect(CalendarDate(dayNumber: 0) == nil && CalendarDate(dayNumber: 3_652_060) == nil)
        #expect(CalendarDate(dayNumber: .max) == nil && CalendarDate(dayNumber: .min) == nil)
        #expect(try day("9999-12-31").adding(days: 1) == nil)
        #expect(try day("0001-01-01").adding(days: -1) == nil)
        #expect(try day("2024-02-28").adding(days: 1) == day("2024-02-29"))
        #expect(try day("2024-02-28").adding(days: .max) == nil)
    }

    // ISO 8601: week 1 holds the first Thursday of the year.
    @Test(arguments: [
        ("2024-01-01", 1), ("2023-12-31", 52), ("2020-12-31", 53), ("2021-01-03", 53), ("2021-01-04", 1),
        ("2024-12-30", 1), ("2026-12-31", 53), ("2027-01-03", 53), ("2022-01-02", 52), ("2024-06-10", 24),
    ]) func weeksOfTheYear(_ iso: String, _ week: Int) throws {
        #expect(try day(iso).isoWeek == week)
    }

    // Astronomical tables; the earliest and latest date there can be.
    @Test(arguments: [
        "1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2038-04-25",
        "2049-04-18", "2076-04-19",
    ]) func easterSundays(_ iso: String) throws {
        #expect(CalendarDate.easter(try day(iso).year) == (try day(iso)))
        #expect(CalendarDate.easter(0) == nil && CalendarDate.easter(10_000) == nil)
    }

    @Test func easterIsASundayBetweenTheBounds() throws {
        for year in 1583...9999 {
            let easter = try #require(CalendarDate.easter(year))
            #expect(easter.weekday == .sunday)
            #expect((easter.month, easter.day) >= (3, 22) && (easter.month, easter.day) <= (4, 25))
        }
    }

    @Test func theStateComesFromTheMunicipalKey() throws {
        let codes = [
            "01": "DE-SH", "02": "DE-HH", "03": "DE-NI", "04": "DE-HB", "05": "DE-NW", "06": "DE-HE", "07": "DE-RP",
            "08": "DE-BW", "09": "DE-BY", "10": "DE-SL", "11": "DE-BE", "12": "DE-BB", "13": "DE-MV", "14": "DE-SN",
            "15": "DE-ST", "16": "DE-TH",
        ]
        for (digits, code) in codes {
            #expect(FederalState(try MunicipalKey(digits + "001000")).rawValue == code)
        }
        #expect(FederalState.allCases.count == 16 && Set(codes.values).count == 16)
        #expect(FederalState.allCases.sorted().map(\.rawValue) == codes.values.sorted())
    }

    @Test func whereATownsPartIsNotKnownNobodyCanTell() throws {
        let assumption = try day("2025-08-15")
        #expect(PublicHolidays(state: .bavaria).isHoliday(assumption) == nil)
        #expect(PublicHolidays(state: .bavaria, local: [.assumption: true]).isHoliday(assumption) == true)
        #expect(PublicHolidays(state: .bavaria, local: [.assumption: false]).isHoliday(assumption) == false)
        #expect(PublicHolidays(state: .saarland).isHoliday(assumption) == true)
        #expect(PublicHolidays(state: .hesse).isHoliday(assumption) == false)
        #expect(PublicHolidays(state: .thuringia).isHoliday(try day("2025-06-19")) == nil)
        #expect(PublicHolidays(state: .bavaria).isHoliday(try day("2025-08-08")) == false)
        let munich = PublicHolidays(municipality: try MunicipalKey("09162000"), local: [.assumption: true])
        #expect(munich.state == .bavaria && munich.isHoliday(assumption) == true)
        #expect(munich.isHoliday(try day("2025-08-08")) == false)
        #expect(munich.days(in: 2025).contains(assumption))
        #expect(!PublicHolidays(state: .bavaria).days(in: 2025).contains(assumption))
    }

    @Test func schoolHolidaysSpeakOnlyOfTheDaysOfTheirFile() throws {
        let summer = try day("2024-07-22")...day("2024-08-31")
        let autumn = try day("2024-10-21")...day("2024-11-01")
        let holidays = SchoolHolidays([autumn, summer])
        #expect(holidays.ranges == [summer, autumn])
        let expected: [(String, Bool?)] = [
            ("2024-07-22", true), ("2024-08-31", true), ("2024-09-01", false), ("2024-07-21", nil), ("2024-11-02", nil),
        ]
        for (iso, isHoliday) in expected { #expect(holidays.isHoliday(try day(iso)) == isHoliday) }
        #expect(SchoolHolidays([]).isHoliday(try day("2024-07-21")) == nil)
        let covering = try SchoolHolidays([summer], covering: day("2024-01-01")...day("2024-12-31"))
        #expect(covering.isHoliday(try day("2024-12-31")) == false)
    }

    private func texts(_ ranges: [ClosedRange<CalendarDate>]) -> [String] {
        ranges.map { "\($0.lowerBound)/\($0.upperBound)" }
    }

    /// Hesse, from the Christmas holidays before 2024 to those after it.
    private static let hesse = [
        ("2023-12-27", "2024-01-13"), ("2024-03-25", "2024-04-13"), ("2024-07-15", "2024-08-23"),
        ("2024-10-14", "2024-10-25"), ("2024-12-23", "2025-01-10"),
    ]

    private func hesse(without left: Int?) throws -> SchoolHolidays {
        try SchoolHolidays(
            Self.hesse.enumerated().filter { $0.offset != left }.map { try day($0.element.0)...day($0.element.1) })
    }

    @Test func aFileOfAllHolidaysCoversTheYear() throws {
        let year = try day("2024-01-01")...day("2024-12-31")
        let holidays = try hesse(without: nil)
        #expect(texts(holidays.covered) == ["2023-12-27/2025-01-10"] && holidays.uncovered(in: year).isEmpty)
        #expect(try texts(holidays.uncovered(in: day("2025-01-09")...day("2025-01-12"))) == ["2025-01-11/2025-01-12"])
        #expect(texts(SchoolHolidays([]).uncovered(in: year)) == ["2024-01-01/2024-12-31"])
    }

    // Without the summer holidays, 183 days lie between Easter and autumn: nobody can tell of any of them.
    @Test(arguments: [
        (0, ["2024-01-01/2024-03-24"]), (2, ["2024-04-14/2024-10-13"]), (4, ["2024-10-26/2024-12-31"]),
        // Easter missing: 183 days from Christmas to summer
        (1, ["2024-01-14/2024-07-14"]),
        // autumn missing: the terms before and after it are 121 days together
        (3, ["2024-08-24/2024-12-22"]),
    ]) func holidaysThatAreMissingLeaveDaysUncovered(_ left: Int, _ expected: [String]) throws {
        let holidays = try hesse(without: left)
        let year = try day("2024-01-01")...day("2024-12-31")
        #expect(texts(holidays.uncovered(in: year)) == expected)
        for missing in holidays.uncovered(in: year) {
            #expect(holidays.isHoliday(missing.lowerBound) == nil && holidays.isHoliday(missing.upperBound) == nil)
        }
    }

    /// Whatever the rows and the period: a day is uncovered exactly where nobody can tell of it.
    @Test(arguments: 1...20) func uncoveredDaysAreThoseNobodyCanTellOf(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func random(_ range: Range<Int>) throws -> ClosedRange<CalendarDate> {
            let start = Int.random(in: range, using: &generator)
            let length = Int.random(in: 0..<60, using: &generator)
            return try #require(
                CalendarDate(dayNumber: start))...(try #require(CalendarDate(dayNumber: start + length)))
        }
        let base = try day("2024-01-01").dayNumber
        let ranges = try (0..<Int.random(in: 0..<6, using: &generator)).map { _ in try random(base..<base + 900) }
        let holidays = SchoolHolidays(ranges)
        let first = base + Int.random(in: -100..<500, using: &generator)
        let last = first + Int.random(in: 0..<500, using: &generator)
        let period = try #require(CalendarDate(dayNumber: first))...(try #require(CalendarDate(dayNumber: last)))
        let uncovered = holidays.uncovered(in: period)
        for number in first...last {
            let day = try #require(CalendarDate(dayNumber: number))
            #expect(uncovered.contains { $0.contains(day) } == (holidays.isHoliday(day) == nil), "\(day)")
        }
        for (left, right) in zip(uncovered, uncovered.dropFirst()) {
            #expect(left.upperBound.dayNumber + 1 < right.lowerBound.dayNumber)
        }
    }

    @Test func atTheEndOfTheCalendarNothingIsLeftOver() throws {
        let last = try SchoolHolidays([day("9999-12-24")...day("9999-12-31")])
        #expect(try last.uncovered(in: day("9999-12-24")...day("9999-12-31")).isEmpty)
        #expect(try texts(last.uncovered(in: day("9999-12-23")...day("9999-12-31"))) == ["9999-12-23/9999-12-23"])
    }

    @Test func rowsOfSchoolHolidays() throws {
        #expect(
            try SchoolHolidays.range(from: "22.07.2024", until: "2024-08-31") == day("2024-07-22")...day("2024-08-31"))
        #expect(try SchoolHolidays.range(from: "2024-05-10", until: "") == day("2024-05-10")...day("2024-05-10"))
        #expect(throws: SchoolHolidays.RowDefect.endsBeforeItStarts) {
            try SchoolHolidays.range(from: "2024-05-10", until: "2024-05-09")
        }
        for (from, until) in [("", ""), ("Sommer", "2024-05-09"), ("2024-05-09", "2024-02-30")] {
            #expect(throws: SchoolHolidays.RowDefect.notADate) { try SchoolHolidays.range(from: from, until: until) }
        }
    }
}
