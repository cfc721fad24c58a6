import Scheduling
import Testing

@Suite struct CalendarExpressionTests {
    /// The text, why it is refused, and where the caret stands.
    @Test(
        arguments: [
            ("", .empty, 0), ("   ", .empty, 3), ("dayly", .unknownWord, 0), ("Mon,Thue 6:00", .weekdayExpected, 4),
            ("Mon.. 6:00", .weekdayExpected, 5), ("Fri..Mon", .rangeReversed, 5), ("24:00", .outOfRange, 0),
            ("6:60", .outOfRange, 2), ("6:00:61", .outOfRange, 5), ("*-13-01", .outOfRange, 2),
            ("*-*-32", .outOfRange, 4),
            ("*-*~29", .outOfRange, 4), ("2200-1-1", .outOfRange, 0), ("1969-1-1", .outOfRange, 0),
            ("99999999999999999999-1-1", .outOfRange, 0), ("*-*-31..5", .rangeReversed, 8), ("0/0:0", .stepUseless, 2),
            ("20/4:00", .stepUseless, 3), ("6", .separatorExpected, 1), ("*/2:00", .separatorExpected, 1),
            ("*-*-1 6", .separatorExpected, 7), ("6:", .numberExpected, 2), ("6:,5", .numberExpected, 2),
            ("6:00x", .unexpected, 4), ("6:00 UTC x", .unexpected, 9), ("6:00:01.5", .unsupported, 7),
            ("@1700000000", .unsupported, 0), ("Mon6:00", .unexpected, 3), ("6:00 Europe/Bärlin", .unexpected, 13),
            ("ä", .numberExpected, 0), ("*-*-*T10:00", .unexpected, 5), ("daily 6:00", .unexpected, 6),
        ] as [(String, CalendarExpressionError.Reason, Int)])
    func refusesWithACaret(_ text: String, _ reason: CalendarExpressionError.Reason, _ column: Int) {
        #expect(throws: CalendarExpressionError(reason: reason, column: column)) { try CalendarExpression(text) }
    }

    @Test func caretStandsUnderTheCharacter() {
        #expect(CalendarExpressionError.sketch("Mon 24:00", column: 4) == "Mon 24:00\n    ^")
        #expect(CalendarExpressionError.sketch("ä\t5", column: 3) == "ä?5\n  ^")
        #expect(CalendarExpressionError.sketch("", column: 0) == "\n^")
    }

    @Test func longTextsAreRefused() {
        let text = String(repeating: "1,", count: 400) + "1:00"
        #expect(throws: CalendarExpressionError(reason: .tooLong, column: 500)) { try CalendarExpression(text) }
    }

    @Test func namesItsZone() throws {
        let expression = try CalendarExpression("Mon *-*-01 06:00 Europe/Berlin")
        #expect(expression.zoneName == "Europe/Berlin")
        #expect(expression.zoneColumn == 17)
        #expect(try CalendarExpression("daily utc").zoneName == "UTC")
        #expect(try CalendarExpression("daily").zoneName == nil)
    }

    /// Any bytes are refused or read; nothing ends the process.
    @Test func randomTextsDoNoHarm() {
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let letters = Array("Mon,Tue..*-~:/0123459 UTCdaily@ä.\u{0}")
        let seeds = ["Mon..Wed,Sat *-01/3-1..7 6:30 UTC", "*-*~1..3/2 0/15:*:10", "2026..2030-2-29", "semi-annually"]
        var read = 0
        for _ in 0..<20_000 {
            var text = Array(seeds[random(seeds.count)])
            for _ in 0...random(3) { text[random(text.count)] = letters[random(letters.count)] }
            guard let expression = try? CalendarExpression(String(text)) else { continue }
            read += 1
            _ = expression.next(after: random(4_000_000_000), in: UniversalTime())
        }
        #expect((500...10_000).contains(read))
    }

    @Test func endsOfTimeAreHarmless() throws {
        let expression = try CalendarExpression("*:*:*")
        let last = CivilTime(year: 2199, month: 12, day: 31, hour: 23, minute: 59, second: 59).seconds
        #expect(expression.next(after: .min, in: UniversalTime()) == 0)
        #expect(expression.next(after: last - 1, in: UniversalTime()) == last)
        #expect(expression.next(after: last, in: UniversalTime()) == nil)
        #expect(expression.next(after: .max, in: UniversalTime()) == nil)
        #expect(try CalendarExpression("*-02-30").next(after: 0, in: UniversalTime()) == nil)
        #expect(
            try CalendarExpression("Mon *-02-29").next(after: 1_774_746_000, in: UniversalTime())
                == CivilTime(year: 2044, month: 2, day: 29).seconds)
    }
}
