import Features
import Testing

@testable import Town

/// Hours with a column for each weekday.
@Suite struct WeekdayHoursTests {
    private let location = SourceLocation(file: "orte.csv", line: 3)

    private func read(_ texts: String?...) -> (hours: String?, finding: Diagnostic?) {
        Diagnostic.weekdayHours(texts, at: location)
    }

    @Test func columnsBecomeOneText() {
        #expect(read("9-12 Uhr", "9-12 Uhr", nil, "14:00-18:00").hours == "Mo-Tu 09:00-12:00, Th 14:00-18:00")
        #expect(read("10-12, 14-16", "–", "geschlossen").hours?.hasPrefix("Mo 10:00-12:00,14:00-16:00") == true)
    }

    @Test func emptyColumnsSayNothing() {
        #expect(read().hours == nil && read(nil, nil, nil, nil, nil, nil, nil).hours == nil)
        #expect(read(nil, nil).finding == nil)
    }

    @Test func oneColumnThatCannotBeReadIsReported() throws {
        let (hours, finding) = read("9-12 Uhr", nil, "irgendwann")
        #expect(hours == nil)
        let found = try #require(finding)
        #expect(found.code == .hoursUnreadable && found.location?.line == 3)
        #expect(found.arguments["value"] == "irgendwann")
        // A column speaks of its own day only.
        #expect(read("Tu 9-12").finding?.code == .hoursUnreadable)
    }

    @Test func offersHaveThemToo() {
        let (table, findings) = OfferSketch.read([
            [.monday: "15-18 Uhr", .friday: "15-18 Uhr"], [.hours: "Sa 10:00-12:00", .monday: "15-18 Uhr"],
            [.sunday: "immer mal"],
        ])
        #expect(table.hours == ["Mo,Fr 15:00-18:00", "Sa 10:00-12:00", nil])
        #expect(findings.map(\.code) == [.hoursUnreadable])
    }
}
