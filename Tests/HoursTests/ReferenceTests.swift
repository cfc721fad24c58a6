import Features
import Foundation
import Hours
import Testing
import Wording

/// The open and unknown minutes of 100 values as places have them and 400 generated ones, in three weeks, as
/// opening-hours-py gives them, or an equivalent text where it differs from the specification
/// (Scripts/fixtures/opening-hours.py says where and why); and the public holidays by the package holidays.
@Suite struct ReferenceTests {
    struct Values: Decodable {
        struct Value: Decodable {
            var text: String
            var source: String
            var differences: [String]
            var weeks: [String]
        }

        var state: String
        var mondays: [String]
        var values: [Value]
    }

    struct Holidays: Decodable {
        var states: [String: [String: String]]
        var local2025: [String: String]
    }

    static func fixture<Content: Decodable>(_ name: String, _ type: Content.Type) throws -> Content {
        let file = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "json"))
        return try JSONDecoder().decode(type, from: Data(contentsOf: file))
    }

    /// `540-1020 u1980-2000`: the open and unknown stretches of a week in minutes after its beginning.
    static func runs(_ week: OpeningWeek) -> String {
        var runs: [(state: OpeningState, start: Int, end: Int)] = []
        for (day, intervals) in week.days.enumerated() {
            for interval in intervals {
                let (start, end) = (day * 1440 + interval.minutes.lowerBound, day * 1440 + interval.minutes.upperBound)
                if let last = runs.last, last.state == interval.state {
                    runs[runs.count - 1].end = end
                } else {
                    runs.append((interval.state, start, end))
                }
            }
        }
        return runs.filter { $0.state != .closed }
            .map { ($0.state == .cannotTell ? "u" : "") + "\($0.start)-\($0.end)" }.joined(separator: " ")
    }

    @Test func everyValueIsAsTheReferenceHasIt() throws {
        let fixture = try Self.fixture("opening_hours", Values.self)
        #expect(fixture.values.count == 500 && fixture.mondays.count == 3)
        let state = try #require(FederalState(rawValue: fixture.state))
        let first = try #require(CalendarDate(iso: "2024-01-01"))
        let last = try #require(CalendarDate(iso: "2025-12-31"))
        // The package knows no school holidays: none in these years.
        let holidays = HolidayCalendar(
            publicHolidays: PublicHolidays(state: state), schoolHolidays: SchoolHolidays([], covering: first...last))
        for value in fixture.values {
            let hours: OpeningHours
            do {
                hours = try OpeningHours(value.text)
            } catch {
                Issue.record("\(error.message(value.text, .english))")
                continue
            }
            for (monday, expected) in zip(fixture.mondays, value.weeks) {
                let day = try #require(CalendarDate(iso: monday))
                #expect(
                    Self.runs(hours.week(of: day, holidays: holidays)) == expected, "\(value.text), week of \(monday)")
            }
            #expect(try OpeningHours(hours.description) == hours, "\(value.text)")
        }
        let agreeing = fixture.values.count { $0.differences.isEmpty }
        #expect(agreeing > 350, "too many values are compared through an equivalent text")
    }

    @Test func publicHolidaysOfAllStatesFrom1995To2035() throws {
        let fixture = try Self.fixture("public_holidays", Holidays.self)
        #expect(fixture.states.count == 16)
        for state in FederalState.allCases {
            let years = try #require(fixture.states[state.rawValue])
            #expect(years.count == 41)
            for (year, expected) in years {
                let number = try #require(Int(year))
                #expect(Self.text(PublicHolidays.days(of: state, in: number)) == expected, "\(state) \(year)")
            }
        }
    }

    @Test func localHolidaysOf2025() throws {
        let expected = try Self.fixture("public_holidays", Holidays.self).local2025
        for (state, local) in [
            (FederalState.bavaria, PublicHolidays.LocalHoliday.assumption), (.saxony, .corpusChristi),
            (.thuringia, .corpusChristi),
        ] {
            let days = PublicHolidays(state: state, local: [local: true]).days(in: 2025)
            #expect(Self.text(days) == expected[state.rawValue])
        }
        let augsburg = PublicHolidays(municipality: try MunicipalKey("09761000"))
        #expect(Self.text(augsburg.days(in: 2025)) == expected["DE-BY Augsburg"])
    }

    private static func text(_ days: [CalendarDate]) -> String {
        days.map { day in
            let iso = Array("\(day)".dropFirst(5))
            return String(iso.filter { $0 != "-" })
        }.joined(separator: " ")
    }
}
