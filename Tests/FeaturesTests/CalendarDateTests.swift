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
}
