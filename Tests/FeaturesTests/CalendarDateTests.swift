import Features
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: ["2024-12-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func daysThatThereAre(_ text: String) {
        #expect(CalendarDate(iso: text)?.description == text)
    }

    @Test(arguments: [
        "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-01-00", "0000-01-01", "2024-1-1",
        "2024-12-31 ", "24-12-31", "2024/12/31", "２０２４-12-31", "", "2024-12-3a", "+024-12-31",
    ]) func daysThatThereAreNot(_ text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test(arguments: [
        ("31.12.2024", "2024-12-31"), ("1.2.2024", "2024-02-01"), ("2024-12-31T10:00:00Z", "2024-12-31"),
        ("2024-12-31 00:00", "2024-12-31"), ("2024-12-31", "2024-12-31"),
    ]) func formsInTables(_ text: String, _ iso: String) {
        #expect(CalendarDate(text: text)?.description == iso)
    }

    @Test(arguments: ["30.2.2024", "1.2.24", "..2024", "12/31/2024", "2024-12-31x", "1.2.3.2024"])
    func otherFormsAreRefused(_ text: String) {
        #expect(CalendarDate(text: text) == nil)
    }

    @Test func daysAreInOrder() throws {
        let texts = ["2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01"]
        let days = try texts.map { try #require(CalendarDate(iso: $0)) }
        #expect(days.shuffled().sorted() == days)
        #expect(!(days[0] < days[0]))
    }

    @Test func aYearHas365Or366Days() {
        for year in [1900, 2000, 2023, 2024] {
            let days = (1...12).map { CalendarDate.days(inMonth: $0, ofYear: year) }.reduce(0, +)
            #expect(days == (CalendarDate.isLeap(year) ? 366 : 365))
        }
        #expect([1900, 2000, 2023, 2024].filter(CalendarDate.isLeap) == [2000, 2024])
    }

    // Every fourth year, but of the centuries every fourth only.
    @Test(arguments: [
        (4, true), (100, false), (400, true), (1582, false), (1600, true), (1700, false), (1800, false), (1900, false),
        (1996, true), (2000, true), (2023, false), (2024, true), (2100, false), (2400, true), (9996, true),
    ]) func leapYears(_ year: Int, _ isLeap: Bool) {
        #expect(CalendarDate.isLeap(year) == isLeap)
        #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap)
        #expect(CalendarDate(year: year, month: 2, day: 28) != nil)
    }

    /// All days of 400 years, one after the other: each is made, written and read back, and lies after the one before.
    @Test func theDaysOfAFullCycle() throws {
        var count = 0
        var previous: CalendarDate?
        for year in 1900..<2300 {
            for month in 1...12 {
                for day in 1...CalendarDate.days(inMonth: month, ofYear: year) {
                    let date = try #require(CalendarDate(year: year, month: month, day: day))
                    if let previous, !(previous < date) { Issue.record("\(previous) is not before \(date)") }
                    previous = date
                    count += 1
                    // Reading is tried on the edges of months; between them only the day differs.
                    if day == 1 || day > 27 {
                        #expect(CalendarDate(iso: date.description) == date)
                        #expect(CalendarDate(text: "\(day).\(month).\(year)") == date)
                    }
                }
                let after = CalendarDate.days(inMonth: month, ofYear: year) + 1
                #expect(CalendarDate(year: year, month: month, day: after) == nil)
            }
        }
        // 400 Gregorian years have 146,097 days, which is 20,871 weeks.
        #expect(count == 146_097)
    }

    @Test(arguments: [
        (0, 1, 1), (10_000, 1, 1), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0), (2024, 1, -1), (.max, 1, 1),
    ])
    func partsOutOfRange(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }
}
