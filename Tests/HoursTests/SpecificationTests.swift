import Features
import Hours
import Testing

/// The examples of the specification (wiki.openstreetmap.org/wiki/Key:opening_hours and …/specification), each with
/// moments of which its explanation says whether it is open. Dates are of 2024 unless named; Hesse where holidays matter.
@Suite struct SpecificationTests {
    /// A moment and what holds in it: `Fr 2024-06-14 23:30 open`. The weekday is checked, so that no date is mistaken.
    struct Moment: Sendable, CustomTestStringConvertible, ExpressibleByStringLiteral {
        var testDescription: String

        init(stringLiteral text: String) { testDescription = text }
    }

    /// Christmas 2023 to Christmas 2024.
    private static let schoolHolidays = [
        ("2023-12-27", "2024-01-13"), ("2024-03-25", "2024-04-13"), ("2024-07-15", "2024-08-23"),
        ("2024-10-14", "2024-10-25"), ("2024-12-23", "2025-01-10"),
    ]

    private static func hesse() throws -> HolidayCalendar {
        HolidayCalendar(
            publicHolidays: PublicHolidays(state: .hesse),
            schoolHolidays: SchoolHolidays(
                try schoolHolidays.map {
                    try #require(CalendarDate(iso: $0.0))...(try #require(CalendarDate(iso: $0.1)))
                }))
    }

    private func check(_ text: String, _ moments: [Moment]) throws {
        let hours = try OpeningHours(text)
        let holidays = try Self.hesse()
        for moment in moments {
            let words = moment.testDescription.split(separator: " ").map(String.init)
            let day = try #require(CalendarDate(iso: words[1]), "\(moment.testDescription)")
            #expect(day.weekday.abbreviation == words[0], "\(moment.testDescription)")
            let clock = words[2].split(separator: ":").compactMap { Int($0) }
            let state = hours.state(on: day, minute: clock[0] * 60 + clock[1], holidays: holidays)
            #expect(state.rawValue == words[3], "\(text) at \(moment.testDescription)")
        }
        #expect(try OpeningHours(hours.description) == hours, "\(hours.description)")
    }

    // MARK: Weekdays and times

    @Test(
        arguments: [
            ("24/7", ["Mo 2024-06-10 00:00 open", "Su 2024-06-16 23:59 open", "We 2024-12-25 12:00 open"]),
            (
                "Mo-Fr 08:00-17:30",
                [
                    "Mo 2024-06-10 07:59 closed", "Mo 2024-06-10 08:00 open", "Fr 2024-06-14 17:29 open",
                    "Fr 2024-06-14 17:30 closed", "Sa 2024-06-15 12:00 closed",
                ]
            ),
            (
                "Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00; PH off",
                [
                    "Mo 2024-06-10 12:30 closed", "Mo 2024-06-10 13:00 open", "Sa 2024-06-15 11:59 open",
                    "We 2024-05-01 09:00 closed", "Th 2024-05-30 09:00 closed", "Th 2024-06-06 09:00 open",
                ]
            ),
            (
                "Tu,Th 16:00-20:00",
                ["Tu 2024-06-11 19:59 open", "Th 2024-06-13 16:00 open", "We 2024-06-12 17:00 closed"]
            ),
            (
                "08:30-12:30,15:30-20:00",
                ["Su 2024-06-16 08:30 open", "Su 2024-06-16 13:00 closed", "Su 2024-06-16 19:59 open"]
            ),
            // Later rules have their days to themselves.
            (
                "Mo-Sa 10:00-20:00; Tu off",
                ["Mo 2024-06-10 10:00 open", "Tu 2024-06-11 12:00 closed", "We 2024-06-12 12:00 open"]
            ),
            (
                "Mo-Sa 10:00-20:00; Tu 10:00-14:00",
                ["Tu 2024-06-11 13:59 open", "Tu 2024-06-11 14:00 closed", "We 2024-06-12 14:00 open"]
            ),
            // … a comma lets the earlier ones stand.
            (
                "Mo-Fr 08:00-12:00, We 14:00-18:00",
                ["We 2024-06-12 09:00 open", "We 2024-06-12 15:00 open", "Th 2024-06-13 15:00 closed"]
            ),
            (
                "Mo-Fr 08:00-12:00; We 14:00-18:00",
                ["We 2024-06-12 09:00 closed", "We 2024-06-12 15:00 open", "Th 2024-06-13 09:00 open"]
            ),
            ("Mo-Su 10:00+", ["Mo 2024-06-10 09:59 closed", "Mo 2024-06-10 10:00 cannot_tell"]),
            (
                "Fr-Mo 10:00-11:00",
                ["Fr 2024-06-14 10:30 open", "Mo 2024-06-17 10:30 open", "Th 2024-06-13 10:30 closed"]
            ),
        ] as [(String, [Moment])])
    func weekdaysAndTimes(_ text: String, _ moments: [Moment]) throws { try check(text, moments) }

    @Test(
        arguments: [
            (
                "Su-Tu 11:00-01:00, We-Th 11:00-03:00, Fr 11:00-06:00, Sa 11:00-07:00",
                [
                    "Mo 2024-06-10 00:59 open", "Mo 2024-06-10 01:00 closed", "We 2024-06-12 00:30 open",
                    "Th 2024-06-13 02:59 open", "Fr 2024-06-14 02:59 open", "Sa 2024-06-15 05:59 open",
                    "Sa 2024-06-15 06:30 closed", "Su 2024-06-16 06:59 open", "Su 2024-06-16 07:00 closed",
                ]
            ),
            ("Fr 22:00-02:00", ["Fr 2024-06-14 23:30 open", "Sa 2024-06-15 01:59 open", "Fr 2024-06-14 01:00 closed"]),
            // Hours above 24 are those of the next day.
            ("Fr 22:00-26:00", ["Sa 2024-06-15 01:59 open", "Sa 2024-06-15 02:00 closed"]),
            // What began on the last day of a month, a year, a season goes on in the next.
            (
                "Dec 31 22:00-02:00",
                ["Tu 2024-12-31 22:00 open", "We 2025-01-01 01:59 open", "We 2025-01-01 22:00 closed"]
            ),
            (
                "Jun 20:00-04:00",
                ["Mo 2024-07-01 03:59 open", "Sa 2024-06-01 03:00 closed", "Sa 2024-06-01 20:00 open"]
            ),
            ("2024 22:00-02:00", ["We 2025-01-01 01:00 open", "Mo 2024-01-01 01:00 closed"]),
            ("Feb 29 22:00-02:00", ["Fr 2024-03-01 01:00 open", "We 2023-03-01 01:00 closed"]),
            // … and so does the evening before a public holiday, and the holiday's own. `PH off` closes the holiday
            // itself; the hour after its midnight stays with the first rule, as in opening_hours.js.
            (
                "Mo-Su 20:00-02:00; PH off",
                ["Tu 2024-04-30 23:00 open", "We 2024-05-01 21:00 closed", "Th 2024-05-02 00:30 open"]
            ),
            ("PH 20:00-02:00", ["We 2024-05-01 21:00 open", "Th 2024-05-02 01:59 open", "Th 2024-05-02 02:00 closed"]),
        ] as [(String, [Moment])])
    func overMidnight(_ text: String, _ moments: [Moment]) throws { try check(text, moments) }

    // MARK: Dates

    @Test(
        arguments: [
            (
                "Mo-Su 08:00-18:00; Apr 10-15 off; Jun 08:00-14:00; Aug off; Dec 25 off",
                [
                    "Tu 2024-04-09 12:00 open", "We 2024-04-10 12:00 closed", "Mo 2024-04-15 12:00 closed",
                    "Tu 2024-04-16 12:00 open", "Mo 2024-06-10 13:59 open", "Mo 2024-06-10 15:00 closed",
                    "Th 2024-08-01 12:00 closed", "Sa 2024-08-31 12:00 closed", "Su 2024-09-01 12:00 open",
                    "We 2024-12-25 12:00 closed", "Th 2024-12-26 12:00 open",
                ]
            ),
            (
                "Mo-Fr 10:00-18:00; Dec 24 10:00-14:00",
                ["Tu 2024-12-24 13:59 open", "Tu 2024-12-24 15:00 closed", "We 2025-12-24 15:00 closed"]
            ),
            (
                "Jan 23-Feb 11,Feb 12 00:00-24:00",
                [
                    "Mo 2024-01-22 12:00 closed", "Tu 2024-01-23 00:00 open", "Mo 2024-02-12 23:59 open",
                    "Tu 2024-02-13 00:00 closed",
                ]
            ),
            (
                "Nov-Mar Su 14:00-16:00",
                ["Su 2024-11-03 15:00 open", "Su 2024-03-31 15:00 open", "Su 2024-04-07 15:00 closed"]
            ),
            (
                "Dec 20-Jan 06 off",
                ["Fr 2024-12-20 12:00 closed", "Mo 2025-01-06 12:00 closed"]
            ),
            (
                "Mo,Tu,Th,Fr 12:00-18:00; Sa 12:00-17:00; Th[3] off; Th[-1] off",
                [
                    "Th 2024-06-13 12:00 open", "Th 2024-06-20 12:00 closed", "Th 2024-06-27 12:00 closed",
                    "Sa 2024-06-15 16:59 open", "We 2024-06-12 12:00 closed",
                ]
            ),
            (
                "Mo-Fr 09:00-12:00; Mo[1] 14:00-16:00",
                ["Mo 2024-06-03 15:00 open", "Mo 2024-06-03 10:00 closed", "Mo 2024-06-10 10:00 open"]
            ),
            (
                "Sa[-1] +1 day 10:00-12:00",
                // The last Saturday of June is the 29th, of November the 30th: its Sunday lies in December.
                ["Su 2024-06-30 11:00 open", "Su 2024-12-01 11:00 open", "Sa 2024-06-29 11:00 closed"]
            ),
            (
                "2024 easter -2 days-2024 easter +2 days 10:00-12:00",
                [
                    "Fr 2024-03-29 11:00 open", "Tu 2024-04-02 11:00 open", "We 2024-04-03 11:00 closed",
                    "Th 2024-03-28 11:00 closed", "Fr 2025-04-18 11:00 closed",
                ]
            ),
        ] as [(String, [Moment])])
    func dates(_ text: String, _ moments: [Moment]) throws { try check(text, moments) }

    // Week 1 of 2024 begins on 1 January, week 1 of 2025 on 30 December 2024; 2020 had 53 weeks.
    @Test(
        arguments: [
            (
                "week 1-53/2 Fr 09:00-12:00; week 2-52/2 We 09:00-12:00",
                [
                    "Fr 2024-01-05 10:00 open", "We 2024-01-03 10:00 closed", "We 2024-01-10 10:00 open",
                    "Fr 2024-01-12 10:00 closed", "Fr 2020-12-25 10:00 closed", "Fr 2021-01-01 10:00 open",
                ]
            ),
            (
                "week 1 10:00-12:00",
                ["Mo 2024-12-30 11:00 open", "Su 2024-12-29 11:00 closed", "Su 2025-01-05 11:00 open"]
            ),
            (
                "week 53 10:00-12:00",
                ["Mo 2020-12-28 11:00 open", "Su 2021-01-03 11:00 open", "Mo 2021-01-04 11:00 closed"]
            ),
            (
                "week 50-3 10:00-12:00",
                ["Mo 2024-12-09 11:00 open", "Su 2025-01-19 11:00 open", "Mo 2025-01-20 11:00 closed"]
            ),
            (
                "week 4,6-7 10:00-12:00",
                ["Mo 2024-01-22 11:00 open", "Mo 2024-01-29 11:00 closed", "Su 2024-02-18 11:00 open"]
            ),
        ] as [(String, [Moment])])
    func weeks(_ text: String, _ moments: [Moment]) throws { try check(text, moments) }

    // MARK: Holidays

    @Test(
        arguments: [
            (
                "Mo-Su,PH 15:00-03:00; easter -2 days off",
                // Good Friday: closed, but what began on Maundy Thursday goes on up to midnight only.
                [
                    "Th 2024-03-28 23:00 open", "Fr 2024-03-29 16:00 closed", "Sa 2024-03-30 16:00 open",
                    "We 2024-05-01 16:00 open",
                ]
            ),
            (
                "Mo,Tu,Th,Fr 12:00-18:00; Sa,PH 12:00-17:00",
                ["We 2024-05-01 16:59 open", "Th 2024-05-09 17:30 closed", "Th 2024-06-06 17:30 open"]
            ),
            (
                "Su,PH 10:00-12:00",
                ["Th 2024-10-03 11:00 open", "Su 2024-10-06 11:00 open", "Fr 2024-10-04 11:00 closed"]
            ),
            (
                "PH Mo-Fr 10:00-12:00",
                // Of the holidays only those on these days: New Year's Day 2024 was a Monday, Easter a Sunday.
                ["Mo 2024-01-01 11:00 open", "Mo 2024-04-01 11:00 open", "We 2024-01-03 11:00 closed"]
            ),
            (
                "Mo-Fr 08:00-16:00; SH 09:00-12:00; PH off",
                [
                    "Mo 2024-06-10 15:00 open", "Mo 2024-07-15 15:00 closed", "Mo 2024-07-15 10:00 open",
                    "Sa 2024-07-20 10:00 open", "Mo 2024-04-01 10:00 closed", "Fr 2024-08-23 10:00 open",
                    "Mo 2024-08-26 15:00 open",
                ]
            ),
            ("SH,PH off; Mo-Fr 10:00-12:00", ["Mo 2024-07-15 11:00 open", "We 2024-05-01 11:00 open"]),
            ("PH +1 day 10:00-12:00", ["Fr 2024-10-04 11:00 open", "Th 2024-10-03 11:00 closed"]),
            (
                "Mo-Fr 08:00-12:00; PH,SH off",
                ["Fr 2024-10-11 09:00 open", "Mo 2024-10-14 09:00 closed", "Mo 2024-10-28 09:00 open"]
            ),
        ] as [(String, [Moment])])
    func holidays(_ text: String, _ moments: [Moment]) throws { try check(text, moments) }

    // MARK: Comments and fallback

    @Test(
        arguments: [
            (
                "Mo-Sa 08:00-13:00,14:00-17:00 || \"by appointment\"",
                [
                    "Mo 2024-06-10 09:00 open", "Mo 2024-06-10 13:30 cannot_tell", "Su 2024-06-16 09:00 cannot_tell",
                    "Sa 2024-06-15 16:59 open",
                ]
            ),
            (
                "Mo-Sa 08:00-13:00; Tu off || Tu 10:00-11:00 unknown \"call us\"",
                ["Tu 2024-06-11 09:00 closed", "Tu 2024-06-11 10:30 cannot_tell", "Mo 2024-06-10 09:00 open"]
            ),
            ("\"only after registration\"", ["Mo 2024-06-10 09:00 cannot_tell"]),
            (
                "22:00-23:00; PH off \"holiday\"",
                ["Mo 2024-06-10 22:30 open", "We 2024-05-01 22:30 closed"]
            ),
            ("Mo-Fr 10:00-12:00 closed \"renovation\"", ["Mo 2024-06-10 11:00 closed"]),
        ] as [(String, [Moment])])
    func commentsAndFallback(_ text: String, _ moments: [Moment]) throws { try check(text, moments) }
}
