import Features
import Hours
import TestSupport
import Testing

/// Tables with a column for each weekday: the same as one text that names the days.
@Suite struct WeekdayColumnTests {
    private static let abbreviations = Weekday.allCases.map(\.abbreviation)

    /// Times as people write them into a cell, with the open minutes of the day they begin on.
    private static let cells: [(text: String, plain: String)] = [
        ("9-12 Uhr", "09:00-12:00"), ("9–12, 14–18 Uhr", "09:00-12:00,14:00-18:00"), ("08:30-16:30", "08:30-16:30"),
        ("10 bis 13 Uhr", "10:00-13:00"), ("9.30-11.45 Uhr", "09:30-11:45"), ("rund um die Uhr", "00:00-24:00"),
        ("9-12; 15-17", "09:00-12:00,15:00-17:00"), ("von 14 bis 15 Uhr", "14:00-15:00"), ("20-24 Uhr", "20:00-24:00"),
    ]
    private static let closed = ["", "-", "–", " ", "geschlossen", "zu", "off"]

    @Test(arguments: 1...8) func columnsAreOneTextWithTheDays(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 541)
        let day = try #require(CalendarDate(iso: "2024-06-12"))
        for _ in 0..<40 {
            var columns: [String] = []
            var rules: [String] = []
            for abbreviation in Self.abbreviations {
                if Bool.random(using: &generator), let cell = Self.cells.randomElement(using: &generator) {
                    columns.append(cell.text)
                    rules.append("\(abbreviation) \(cell.plain)")
                } else {
                    columns.append(Self.closed.randomElement(using: &generator) ?? "")
                }
            }
            let hours = try OpeningHours(weekdays: columns)
            let expected = try OpeningHours(rules.isEmpty ? "off" : rules.joined(separator: "; "))
            let (week, other) = (hours.ordinaryWeek(of: day), expected.ordinaryWeek(of: day))
            #expect(Weekday.allCases.allSatisfy { week.ranges($0) == other.ranges($0) }, "\(columns)")
            #expect(try OpeningHours(hours.description) == hours, "\(columns)")
        }
    }

    /// What one column says stays on its day, but for what goes on past midnight.
    @Test(arguments: Weekday.allCases) func aColumnSpeaksOfItsDayOnly(_ day: Weekday) throws {
        var columns = [String](repeating: "", count: 7)
        columns[day.rawValue] = "18-2 Uhr"
        let week = try #require(try OpeningHours(weekdays: columns).ordinaryWeek)
        let next = try #require(Weekday(rawValue: (day.rawValue + 1) % 7))
        #expect(week.openMinutes == 480 && week.ranges(day) == [1080..<1440] && week.ranges(next) == [0..<120])
    }

    @Test func columnsThatAreMissingAreClosedAndMoreAreNotLookedAt() throws {
        #expect(try OpeningHours(weekdays: []).minutesPerWeek == 0)
        #expect(try OpeningHours(weekdays: ["9-10"]).minutesPerWeek == 60)
        #expect(try OpeningHours(weekdays: [String](repeating: "9-10", count: 7) + ["nie"]).minutesPerWeek == 420)
        #expect(
            try OpeningHours(weekdays: [String](repeating: "9-10", count: 7)).description == "Mo-Su 09:00-10:00")
    }

    @Test(
        arguments: [
            (["9-12", "9-"], .tuesday, .expectedTime, 3), (["", "", "9 Uhr"], .wednesday, .expectedRange, 6),
            (["9-12", "", "", "25-26"], .thursday, .timeOutOfRange, 1),
            (["", "", "", "", "Fr 9-12"], .friday, .unexpected, 1), (["sunrise-12:00"], .monday, .sunTime, 1),
            (["9-12 Uhr außer feiertags"], .monday, .unexpected, 1), (["Jan 9-12"], .monday, .unexpected, 1),
        ] as [([String], Weekday, OpeningHours.ParseError.Reason, Int)])
    func whatIsRefusedNamesItsColumn(
        _ columns: [String], _ day: Weekday, _ reason: OpeningHours.ParseError.Reason, _ position: Int
    ) {
        let error = OpeningHours.ColumnError(
            day: day, error: OpeningHours.ParseError(reason: reason, position: position))
        #expect(throws: error) { try OpeningHours(weekdays: columns) }
    }

    /// Whatever stands in the cells: a week or a refusal whose place lies within the cell of its day.
    @Test(arguments: 1...4) func noiseIsReadOrRefusedWithinItsCell(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed &* 547)
        let signs: [Character] = Array("0123456789:.-–,;\" +|UhrbisMoDi[]()/") + ["\u{0}", "\n", "👩‍👩‍👧", "e\u{301}", "٣"]
        for _ in 0..<2000 {
            let columns = (0..<7).map { _ in
                String(
                    (0..<Int.random(in: 0...9, using: &generator)).compactMap { _ in
                        signs.randomElement(using: &generator)
                    })
            }
            do throws(OpeningHours.ColumnError) {
                let hours = try OpeningHours(weekdays: columns)
                #expect(hours.rules.allSatisfy { $0.dates.isAlways })
                #expect((try? OpeningHours(hours.description)) == hours, "\(columns)")
            } catch {
                #expect((1...columns[error.day.rawValue].count + 1).contains(error.error.position), "\(columns)")
            }
        }
    }
}
