import Hours
import Testing
import Wording

/// Plain German, and what is refused.
@Suite struct PlainGermanTests {
    @Test(
        arguments: [
            ("Di 15–18 Uhr", "Tu 15:00-18:00"),
            ("Mo-Fr 9-17 Uhr, Sa 10-13 Uhr", "Mo-Fr 09:00-17:00, Sa 10:00-13:00"),
            ("Di–Do 9.00–12.00 Uhr", "Tu-Th 09:00-12:00"), ("Mo.-Mi.: 9-12 Uhr", "Mo-We 09:00-12:00"),
            ("Mo.-Fr.: 9.00-12.00 Uhr u. 14-18 Uhr", "Mo-Fr 09:00-12:00,14:00-18:00"),
            ("So 10 Uhr bis 12 Uhr", "Su 10:00-12:00"), ("Montag-Dienstag 8:00-9:00;", "Mo-Tu 08:00-09:00"),
            ("täglich 10-18 Uhr", "Mo-Su 10:00-18:00"), ("Täglich von 10 bis 18 Uhr", "Mo-Su 10:00-18:00"),
            ("montags und mittwochs 14 bis 16.30 Uhr", "Mo,We 14:00-16:30"),
            ("Montag, Mittwoch und Freitag 9-12 Uhr", "Mo,We,Fr 09:00-12:00"),
            ("am Wochenende 10-16 Uhr", "Sa-Su 10:00-16:00"), ("Sonnabend 9-12h", "Sa 09:00-12:00"),
            ("Di 15-18 Uhr und Do 9-12 Uhr", "Tu 15:00-18:00, Th 09:00-12:00"),
            ("Mo, Mi, Fr 9-12 und 14-18 Uhr sowie Di 10-12 Uhr", "Mo,We,Fr 09:00-12:00,14:00-18:00, Tu 10:00-12:00"),
            ("jeden 1. Donnerstag im Monat 19-21 Uhr", "Th[1] 19:00-21:00"),
            ("1. und 3. Mittwoch im Monat 14-16 Uhr", "We[1,3] 14:00-16:00"),
            ("jeden ersten und dritten Dienstag im Monat von 9 bis 11 Uhr", "Tu[1,3] 09:00-11:00"),
            ("jeden letzten Freitag im Monat 18-20 Uhr", "Fr[-1] 18:00-20:00"),
            ("Mo 9-12 Uhr, 1. Di im Monat 9-11 Uhr", "Mo 09:00-12:00, Tu[1] 09:00-11:00"),
            ("ab 17 Uhr", "17:00+"), ("freitags ab 17.30 Uhr", "Fr 17:30+"), ("rund um die Uhr", "24/7"),
            ("nach Vereinbarung", "unknown \"nach Vereinbarung\""), ("n. V.", "unknown \"nach Vereinbarung\""),
            ("nur nach Vereinbarung", "unknown \"nach Vereinbarung\""), ("Auf Anfrage", "unknown \"auf Anfrage\""),
            ("Mi nach Vereinbarung", "We \"nach Vereinbarung\""),
            ("Mi 9-12 Uhr nach Absprache", "We 09:00-12:00 \"nach Absprache\""),
            ("Di 15-18 Uhr und nach Vereinbarung", "Tu 15:00-18:00 || unknown \"nach Vereinbarung\""),
            ("Di 15-18 Uhr, nach Vereinbarung", "Tu 15:00-18:00 || unknown \"nach Vereinbarung\""),
            ("Di 15-18 Uhr; nach Vereinbarung", "Tu 15:00-18:00 || unknown \"nach Vereinbarung\""),
            ("geschlossen", "off"), ("Mo-Su geschlossen", "Mo-Su off"), ("montags geschlossen", "Mo off"),
            ("Di-So 10-17 Uhr, montags geschlossen", "Tu-Su 10:00-17:00, Mo off"),
            ("Mo-Fr 9-17 Uhr außer feiertags", "Mo-Fr 09:00-17:00; PH off"),
            ("Mo-Fr 9-17 Uhr, außer an Feiertagen", "Mo-Fr 09:00-17:00; PH off"),
            ("Mo-Fr 9-17 Uhr, nicht in den Schulferien", "Mo-Fr 09:00-17:00; SH off"),
            ("Mo-Fr 9-17 Uhr, feiertags geschlossen", "Mo-Fr 09:00-17:00, PH off"),
            ("täglich außer montags 10-18 Uhr", "Mo-Su 10:00-18:00; Mo off"),
            ("in den Ferien 9-15 Uhr", "SH 09:00-15:00"), ("24.12. geschlossen", "Dec 24 off"),
            ("24.12.-26.12. geschlossen", "Dec 24-26 off"), ("24.12.2024 9-12 Uhr", "2024 Dec 24 09:00-12:00"),
            ("1. Mai geschlossen", "May 01 off"), ("Dez 10-12 Uhr", "Dec 10:00-12:00"),
            ("1. April bis 31. Oktober täglich 9-18 Uhr", "Apr 01-Oct 31 Mo-Su 09:00-18:00"),
            ("Mai-September täglich 9-18 Uhr", "May-Sep Mo-Su 09:00-18:00"),
        ] as [(String, String)]) func germanIsReadAsTheGrammar(_ text: String, _ canonical: String) throws
    {
        let hours = try OpeningHours(text)
        #expect(hours.description == canonical)
        #expect(try OpeningHours(canonical) == hours)
    }

    @Test(
        arguments: [
            ("", OpeningHours.ParseError.Reason.empty, 1), ("   ", .empty, 4),
            ("vormittags, bitte klingeln", .expectedDay, 1), ("Mo-Xx 09:00-10:00", .expectedDay, 4),
            ("Mo-Fr", .expectedTime, 6), ("Apr-Oct Mo-Fr", .expectedTime, 14), ("täglich", .expectedTime, 8),
            ("Mo 09:00", .expectedRange, 9), ("jeden 1. Donnerstag im Monat 19 Uhr", .expectedRange, 36),
            ("Mo 9:5-10:00", .expectedTime, 7), ("Mo 09:60-10:00", .timeOutOfRange, 4),
            ("Mo 25:00-26:00", .timeOutOfRange, 4), ("Mo 24:00-25:00", .timeOutOfRange, 4),
            ("Mo 10:00-49:00", .timeOutOfRange, 10), ("Mo 01:00-26:00", .timeOutOfRange, 4),
            ("Mo 10:00-10:00", .emptyRange, 4), ("Mo 10:00-11:00 Tu", .unexpected, 16),
            ("Mo 10:00-11:00,", .expectedRule, 16), (";", .expectedRule, 1), ("|| Mo 10:00-11:00", .expectedRule, 1),
            ("Mo 10:00-11:00 ||", .expectedRule, 18), ("\"open", .unexpected, 1), ("Mo 10:00-11:000", .unexpected, 15),
            ("٠٩:٠٠-١٠:٠٠", .expectedRule, 1), ("24/8", .timeOutOfRange, 1),
            ("sunrise-sunset", .sunTime, 1), ("Mo 10:00-sunset", .sunTime, 10),
            ("Mo (sunset+01:00)-22:00", .sunTime, 4),
            ("Mo 10:00-(sunset-01:00)", .sunTime, 10), ("werktags 9-12", .ambiguous, 1),
            ("Sommer: 9-12", .ambiguous, 1),
            ("10:00-16:00/01:30", .notEvaluated, 12), ("Dec 24+ off", .notEvaluated, 7),
            ("Mo[0] 10:00-11:00", .numberOutOfRange, 4), ("Mo[6] 10:00-11:00", .numberOutOfRange, 4),
            ("Mo[] 10:00-11:00", .numberOutOfRange, 4), ("Mo[1 10:00-11:00", .unexpected, 6),
            ("6. Montag im Monat 9-10 Uhr", .numberOutOfRange, 1), ("Feb 30 off", .numberOutOfRange, 5),
            ("2023 Feb 29 off", .numberOutOfRange, 10), ("week 54 10:00-11:00", .numberOutOfRange, 6),
            ("week 1-10/0 10:00-11:00", .numberOutOfRange, 6), ("week Mo 10:00-11:00", .expectedDate, 1),
            ("2025-2024 10:00-11:00", .numberOutOfRange, 1), ("Apr-10 10:00-11:00", .expectedDate, 5),
            ("Dec 24-2025 Jan 06 off", .expectedDate, 8), ("32.12. geschlossen", .numberOutOfRange, 1),
            ("Mo-Fr 9-17 Uhr außer feiertags, Sa 9-12 Uhr", .unexpected, 36), ("außer feiertags", .expectedDay, 16),
            ("Mo 9-12 Uhr\nDi 9-12 Uhr", .unexpected, 13),
        ] as [(String, OpeningHours.ParseError.Reason, Int)])
    func whatIsNotReadableSaysWhere(_ text: String, _ reason: OpeningHours.ParseError.Reason, _ position: Int) {
        #expect(throws: OpeningHours.ParseError(reason: reason, position: position)) { try OpeningHours(text) }
    }

    @Test func longTextsAreRefused() {
        #expect(throws: OpeningHours.ParseError(reason: .tooLong, position: 1001)) {
            try OpeningHours(String(repeating: "Mo 10:00-11:00; ", count: 700))
        }
    }

    @Test func reasonsHaveTexts() {
        for reason in OpeningHours.ParseError.Reason.allCases {
            for language in Language.allCases {
                #expect(Catalogue.of(language).template("hours.\(reason.rawValue)") != nil)
            }
        }
    }

    // These words stand in outputs: changing one breaks them.
    @Test func theWordsOfTheReasonsAreAsAgreed() {
        #expect(
            OpeningHours.ParseError.Reason.allCases.map(\.rawValue) == [
                "empty", "too_long", "expected_rule", "expected_day", "expected_time", "expected_range",
                "time_out_of_range", "empty_range", "unexpected", "expected_date", "number_out_of_range", "sun_time",
                "not_evaluated", "ambiguous",
            ])
        #expect(OpeningState.allCases.map(\.rawValue) == ["open", "closed", "cannot_tell"])
        #expect(HolidayKind.allCases.map(\.rawValue) == ["PH", "SH"])
        #expect(Weekday.allCases.map(\.rawValue) == Array(0..<7) && Weekday.allCases == Weekday.allCases.sorted())
    }

    @Test func theCaretStandsUnderTheCharacter() throws {
        let error = OpeningHours.ParseError(reason: .sunTime, position: 10)
        #expect(error.drawn(under: "Mo 10:00-sunset") == "Mo 10:00-sunset\n         ^")
        #expect(
            error.message("Mo 10:00-sunset", .english)
                == "times that depend on the sun are not evaluated:\nMo 10:00-sunset\n         ^")
        // one line, whatever the text holds; behind its end, too
        #expect(
            OpeningHours.ParseError(reason: .unexpected, position: 5).drawn(under: "Mo\n9\u{0}") == "Mo 9 \n    ^")
        // of a long text the part around the place
        let long = String(repeating: "Mo 10:00-11:00; ", count: 40) + "xx"
        let far = OpeningHours.ParseError(reason: .expectedDay, position: 641).drawn(under: long)
        let lines = far.split(separator: "\n").map(Array.init)
        #expect(lines.count == 2 && lines[0].count <= 72 && lines[0].first == "…")
        #expect(lines[0][lines[1].count - 1] == "x" && lines[1].last == "^")
    }
}
