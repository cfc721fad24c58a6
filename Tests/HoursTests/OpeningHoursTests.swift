import Testing
import Wording

@testable import Town

@Suite struct OpeningHoursTests {
    /// The week as text, `Mo 540-1020 …`, so that a failure can be read.
    private func week(_ text: String) throws -> String {
        let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
        return try zip(names, OpeningHours(text).days).filter { !$1.isEmpty }.map { name, ranges in
            name + " " + ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
        }.joined(separator: " ")
    }

    @Test(
        arguments: [
            (
                "Mo-Fr 09:00-17:00; Sa 10:00-13:00",
                "Mo 540-1020 Tu 540-1020 We 540-1020 Th 540-1020 Fr 540-1020 Sa 600-780"
            ),
            ("Mo,We 15:00-18:00", "Mo 900-1080 We 900-1080"),
            ("Mo, We 15:00-18:00", "Mo 900-1080 We 900-1080"),
            ("Th 08:30-12:00,14:00-18:00", "Th 510-720,840-1080"),
            ("Th 08:30-12:00, 14:00-18:00", "Th 510-720,840-1080"),
            ("Mo-We,Su 10:00-11:00", "Mo 600-660 Tu 600-660 We 600-660 Su 600-660"),
            // a range of days over the end of the week
            ("Sa-Mo 10:00-11:00", "Mo 600-660 Sa 600-660 Su 600-660"),
            ("Mo-Mo 10:00-11:00", "Mo 600-660"),
            // across midnight, also from Sunday to Monday
            ("Fr 22:00-02:00", "Fr 1320-1440 Sa 0-120"),
            ("Su 22:00-02:00", "Mo 0-120 Su 1320-1440"),
            ("Fr 22:00-26:00", "Fr 1320-1440 Sa 0-120"),
            ("Fr 22:00-24:00", "Fr 1320-1440"),
            ("Fr 22:00-00:00", "Fr 1320-1440"),
            ("Fr 20:00-02:00; Sa 01:00-03:00", "Fr 1200-1440 Sa 0-180"),
            // overlapping and touching ranges are one
            ("Mo 09:00-12:00,11:00-13:00", "Mo 540-780"),
            ("Mo 09:00-12:00,12:00-13:00", "Mo 540-780"),
            // later rules replace, rules behind a comma add
            ("Mo-We 09:00-17:00; We off", "Mo 540-1020 Tu 540-1020"),
            ("Mo-We 09:00-17:00; We 10:00-12:00", "Mo 540-1020 Tu 540-1020 We 600-720"),
            ("Mo-We 09:00-12:00, We 14:00-16:00", "Mo 540-720 Tu 540-720 We 540-720,840-960"),
            ("Fr 22:00-02:00; Sa off", "Fr 1320-1440 Sa 0-120"),
            // as German tables write it
            ("Di–Do 9.00–12.00 Uhr", "Tu 540-720 We 540-720 Th 540-720"),
            ("Mo.-Mi.: 9-12 Uhr", "Mo 540-720 Tu 540-720 We 540-720"),
            ("So 10 Uhr bis 12 Uhr", "Su 600-720"),
            ("Montag-Dienstag 8:00-9:00;", "Mo 480-540 Tu 480-540"),
            ("  MO 08:00 - 09:00  ", "Mo 480-540"),
            ("off", ""), ("Mo-Su geschlossen", ""),
        ] as [(String, String)]) func weeks(_ text: String, _ expected: String) throws
    {
        #expect(try week(text) == expected)
    }

    @Test func timesWithoutDaysHoldEveryDay() throws {
        let hours = try OpeningHours("07:30-16:30")
        #expect(hours.days == Array(repeating: [450..<990], count: 7))
        #expect(hours.minutesPerWeek == 7 * 540)
    }

    @Test func alwaysOpen() throws {
        #expect(try OpeningHours("24/7").minutesPerWeek == 7 * 1440)
        #expect(try OpeningHours("00:00-24:00") == OpeningHours("24/7"))
        #expect(try OpeningHours("24/7; Su off").minutesPerWeek == 6 * 1440)
    }

    @Test(arguments: [
        ("Mo-Fr 09:00-17:00; PH off", ["PH off"], 5 * 480),
        ("PH,SH 10:00-12:00; Mo 10:00-11:00", ["PH,SH 10:00-12:00"], 60),
        ("Mo,PH 10:00-11:00", [], 60),
        ("Apr-Oct: Mo-Su 08:00-20:00; Sa 10:00-12:00", ["Apr-Oct: Mo-Su 08:00-20:00"], 120),
        ("Mrz Mo \"a;b\" 8-9; Mo 8-9", ["Mrz Mo \"a;b\" 8-9"], 60),
        ("Mo 10:00-11:00 \"nach Absprache; sonst\"", ["\"nach Absprache; sonst\""], 60),
        ("\"nach Vereinbarung\"", ["\"nach Vereinbarung\""], 0),
    ]) func whatIsNotEvaluatedIsListed(_ text: String, _ ignored: [String], _ minutes: Int) throws {
        let hours = try OpeningHours(text)
        #expect(hours.ignored == ignored)
        #expect(hours.minutesPerWeek == minutes)
    }

    @Test(
        arguments: [
            ("", OpeningHours.ParseError.Reason.empty, 1), ("   ", .empty, 4),
            ("vormittags, bitte klingeln", .expectedDay, 1),
            ("Mo-Xx 09:00-10:00", .expectedDay, 4), ("Mo-Fr", .expectedTime, 6), ("Mo 09:00", .expectedRange, 9),
            ("Mo 09:00+", .expectedRange, 9), ("Mo 9:5-10:00", .expectedTime, 7),
            ("Mo 09:60-10:00", .timeOutOfRange, 4),
            ("Mo 25:00-26:00", .timeOutOfRange, 4), ("Mo 24:00-25:00", .timeOutOfRange, 4),
            ("Mo 10:00-49:00", .timeOutOfRange, 10), ("Mo 01:00-26:00", .timeOutOfRange, 4),
            ("Mo 10:00-10:00", .emptyRange, 4), ("Mo 10:00-11:00 Tu", .unexpected, 16),
            ("Mo 10:00-11:00,", .expectedRule, 16),
            (";", .expectedRule, 1), ("Mo[1] 10:00-11:00", .expectedTime, 3), ("sunrise-sunset", .expectedDay, 1),
            ("Mo 10:00-11:00 || \"x\"", .unexpected, 16), ("\"open", .unexpected, 1),
            ("Mo 10:00-11:000", .unexpected, 15),
            ("٠٩:٠٠-١٠:٠٠", .expectedRule, 1), ("24/8", .timeOutOfRange, 1),
        ] as [(String, OpeningHours.ParseError.Reason, Int)])
    func whatIsNotReadableSaysWhere(_ text: String, _ reason: OpeningHours.ParseError.Reason, _ position: Int) {
        #expect(throws: OpeningHours.ParseError(reason: reason, position: position)) { try OpeningHours(text) }
    }

    @Test func longTextsAreRefused() {
        #expect(throws: OpeningHours.ParseError(reason: .tooLong, position: 1001)) {
            try OpeningHours(String(repeating: "Mo 10:00-11:00; ", count: 100))
        }
    }

    @Test func reasonsHaveTexts() {
        for reason in OpeningHours.ParseError.Reason.allCases {
            for language in Language.allCases {
                #expect(Catalogue.of(language).template("hours.\(reason.rawValue)") != nil)
            }
        }
    }

    @Test func eveningsAndSingleMinutes() throws {
        let hours = try OpeningHours("Mo-Fr 09:00-20:00; Fr 22:00-02:00")
        #expect(hours.minutes(.monday, within: 1080..<1440) == 120)
        #expect(hours.minutes(.saturday, within: 1080..<1440) == 0)
        #expect(hours.isOpen(.monday, minute: 540) && !hours.isOpen(.monday, minute: 1200))
        #expect(hours.isOpen(.saturday, minute: 119) && !hours.isOpen(.saturday, minute: 120))
    }

    /// Seeded random weeks: written as rules, read again, compared minute by minute.
    @Test func writtenWeeksAreReadBack() throws {
        var state: UInt64 = 11
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        func clock(_ minute: Int) -> String {
            let (hours, minutes) = (minute / 60, minute % 60)
            return (hours < 10 ? "0" : "") + "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes)"
        }
        let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
        for _ in 0..<300 {
            var open = [Bool](repeating: false, count: 7 * 1440)
            var rules: [String] = []
            for _ in 0...next(4) {
                let (day, from, length) = (next(7), next(1440), 1 + next(1440))
                rules.append("\(names[day]) \(clock(from))-\(clock(from + length))")
                for minute in from..<from + length { open[(day * 1440 + minute) % (7 * 1440)] = true }
            }
            let hours = try OpeningHours(rules.joined(separator: ", "))
            #expect(hours.minutesPerWeek == open.filter(\.self).count)
            for day in OpeningHours.Weekday.allCases {
                for minute in 0..<1440 where hours.isOpen(day, minute: minute) != open[day.rawValue * 1440 + minute] {
                    Issue.record("\(rules) \(day) \(minute)")
                }
            }
        }
    }

    @Test func randomTextNeverCrashes() {
        let signs = Array("MoTuFrPH 0123456789:-;,./\"[]+–äoffUhrJan")
        var state: UInt64 = 3
        var readable = 0
        for _ in 0..<20_000 {
            var text = ""
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            for step in 0..<Int(state >> 60) {
                state = state &* 6_364_136_223_846_793_005 &+ UInt64(step) | 1
                text.append(signs[Int((state >> 33) % UInt64(signs.count))])
            }
            if let hours = try? OpeningHours(text) {
                readable += 1
                #expect((0...10_080).contains(hours.minutesPerWeek))
            }
        }
        #expect(readable < 20_000)
    }
}
