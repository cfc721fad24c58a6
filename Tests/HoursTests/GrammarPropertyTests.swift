import Features
import TestSupport
import Testing

@testable import Hours

/// Rules made at random, written down in the many ways people write them, and interpreted a second time minute by
/// minute: the reader and the interpreter must agree on every minute of the week.
@Suite struct GrammarPropertyTests {
    /// One rule: which weekdays, which times (none for closed), how it is joined to the rules before it.
    struct Rule {
        /// The first and last weekday of each stretch, Monday 0; nil for a rule without days.
        var days: [ClosedRange<Int>]?
        /// Start and end in minutes; an end before the start lies on the next day.
        var times: [(start: Int, end: Int)]
        /// Whether it adds to earlier rules instead of replacing them.
        var adds: Bool
    }

    /// The week as 10,080 truth values: a later rule has its days to itself unless it adds; one that closes closes
    /// the whole day; hours over midnight belong to the rule of the day before.
    static func week(_ rules: [Rule]) -> [Bool] {
        var week = [Bool](repeating: false, count: 10_080)
        for rule in rules {
            let days = rule.days.map { Set($0.flatMap { stretch in stretch.map { $0 % 7 } }) } ?? Set(0..<7)
            for day in days where !rule.adds || rule.times.isEmpty {
                for minute in day * 1440..<(day + 1) * 1440 { week[minute] = false }
            }
            for day in days {
                for time in rule.times {
                    let end = time.end > time.start ? time.end : time.end + 1440
                    for minute in time.start..<end { week[(day * 1440 + minute) % 10_080] = true }
                }
            }
        }
        return week
    }

    static func randomRules(_ generator: inout SeededGenerator) -> [Rule] {
        (0...Int.random(in: 0...4, using: &generator)).map { index in
            var days: [ClosedRange<Int>]?
            if Int.random(in: 0..<6, using: &generator) > 0 {
                days = (0...Int.random(in: 0...2, using: &generator)).map { _ in
                    let first = Int.random(in: 0..<7, using: &generator)
                    return first...first + Int.random(in: 0..<7, using: &generator)
                }
            }
            let isClosed = Int.random(in: 0..<6, using: &generator) == 0
            let times: [(start: Int, end: Int)] = (0...Int.random(in: 0...2, using: &generator)).map { _ in
                let start = Int.random(in: 0..<1440, using: &generator)
                let end = (start + Int.random(in: 1..<1440, using: &generator)) % 1440
                return (start, end)
            }
            // A rule without days behind a comma would be read as another time of the rule before it.
            let adds = index > 0 && days != nil && Bool.random(using: &generator)
            return Rule(days: days, times: isClosed ? [] : times, adds: adds)
        }
    }

    private static let spellings = [
        ["Mo", "Montag", "monday", "Mo.", "montags"], ["Tu", "Di", "Dienstag", "TUESDAY"],
        ["We", "Mi", "Mittwoch", "Mi."],
        ["Th", "Do", "Donnerstag", "thursday"], ["Fr", "Freitag", "FR", "Friday"], ["Sa", "Samstag", "sa", "Sa."],
        ["Su", "So", "Sonntag", "sunday"],
    ]

    static func text(_ rules: [Rule], _ generator: inout SeededGenerator) -> String {
        func pick(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }
        func clock(_ minute: Int) -> String {
            let (hours, minutes) = (minute / 60, minute % 60)
            let padded = hours < 10 ? pick(["0", ""]) + "\(hours)" : "\(hours)"
            if minutes == 0, pick(["short", "long"]) == "short" { return padded }
            return padded + pick([":", "."]) + (minutes < 10 ? "0" : "") + "\(minutes)"
        }
        var text = ""
        for (index, rule) in rules.enumerated() {
            if index > 0 { text += rule.adds ? pick([",", ", ", " , ", " und "]) : pick([";", "; ", " ; "]) }
            if let days = rule.days {
                text += days.map { stretch in
                    let first = pick(spellings[stretch.lowerBound % 7])
                    guard stretch.count > 1 else { return first }
                    return first + pick(["-", " - ", "–", " bis "]) + pick(spellings[stretch.upperBound % 7])
                }.joined(separator: pick([",", ", ", " und "]))
                text += pick([" ", ": ", "  "])
            }
            if rule.times.isEmpty {
                text += pick(["off", "closed", "geschlossen", "OFF"])
            } else {
                text += rule.times.map { time in
                    let hour = pick(["", " Uhr"])
                    // The end of a day has two names; both are used where it is one.
                    let end = time.end == 0 ? pick(["24:00", "00:00", "24"]) : clock(time.end)
                    return clock(time.start) + hour + pick(["-", " - ", "–", " bis "]) + end + hour
                }.joined(separator: pick([",", ", ", " und "]))
            }
        }
        return text + pick(["", ";", " "])
    }

    @Test(arguments: 1...8) func everyMinuteIsAsInterpreted(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            let rules = Self.randomRules(&generator)
            let text = Self.text(rules, &generator)
            let expected = Self.week(rules)
            let week = try #require(try OpeningHours(text).ordinaryWeek)
            var found = [Bool](repeating: false, count: 10_080)
            for day in Weekday.allCases {
                for range in week.ranges(day) {
                    for minute in range { found[day.rawValue * 1440 + minute] = true }
                }
            }
            #expect(found == expected, "\(text)")
            #expect(week.openMinutes == expected.count { $0 }, "\(text)")
        }
    }

    // MARK: The whole grammar

    /// Any text of the grammar, with everything it has.
    static func anyText(_ generator: inout SeededGenerator) -> String {
        func pick(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        func clock(_ minute: Int) -> String {
            (minute < 600 ? "0" : "") + "\(minute / 60):" + (minute % 60 < 10 ? "0" : "") + "\(minute % 60)"
        }
        let days = Weekday.allCases.map(\.abbreviation)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func day() -> String {
            switch number(0...7) {
            case 0, 1: return pick(days)
            case 2, 3: return pick(days) + "-" + pick(days)
            case 4:
                return pick(days) + pick(["[1]", "[-1]", "[2,4]", "[1-3]", "[5,-2]"])
                    + pick(["", " +1 day", " -2 days"])
            case 5: return "PH" + pick(["", " -1 day", " +2 days"])
            case 6: return "SH"
            default: return pick(["täglich", "montags", "1. Di im Monat", "letzten Freitag im Monat"])
            }
        }
        func date() -> String {
            switch number(0...8) {
            case 0: return pick(months)
            case 1: return pick(months) + "-" + pick(months)
            case 2: return pick(months) + " \(number(1...28))"
            case 3: return pick(months) + " \(number(1...9))-\(number(10...28))"
            case 4: return pick(months) + " \(number(1...28))-" + pick(months) + " \(number(1...28))"
            case 5: return pick(["easter", "easter -2 days", "easter-easter +1 day", "easter +1 day-Jun 5"])
            case 6: return "20\(number(10...20)) " + pick(months) + pick(["", " 3", "-" + pick(months)])
            case 7: return "20\(number(10...20)) Dec 24-20\(number(21...30)) Jan 6"
            default: return "\(number(1...28)).\(number(1...12))."
            }
        }
        func rule() -> String {
            var text = ""
            if number(0...3) == 0 { text += pick(["2024 ", "2020-2030/2 ", "2024+ ", "2021,2023 "]) }
            if number(0...2) == 0 { text += (0...number(0...1)).map { _ in date() }.joined(separator: ",") + " " }
            if number(0...4) == 0 { text += "week " + pick(["1", "1-53/2", "50-3", "2,4-6"]) + " " }
            switch number(0...5) {
            case 0: break
            case 1: text += "PH,SH " + pick(days) + " "
            default: text += (0...number(0...2)).map { _ in day() }.joined(separator: ",") + " "
            }
            if number(0...5) == 0 {
                return text + pick(["off", "closed \"zu\"", "unknown", "open", "\"nach Absprache\""])
            }
            text += (0...number(0...2)).map { _ in
                let start = number(0...1439)
                switch number(0...6) {
                case 0: return clock(start) + "+"
                case 1: return clock(start) + "-" + clock(start + number(1...1440)) + "+"
                default: return clock(start) + "-" + clock(start + number(1...1440))
                }
            }.joined(separator: ",")
            return text + pick(["", "", "", " off", " unknown", " open \"Hof\"", " \"Termin\"", " nach Vereinbarung"])
        }
        var text = number(0...9) == 0 ? "24/7" : rule()
        for _ in 0..<number(0...4) { text += pick(["; ", ";", ", ", " || "]) + rule() }
        return text
    }

    @Test(arguments: 1...6) func whatIsPrintedIsReadAsTheSame(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 31)
        var readable = 0
        for _ in 0..<2000 {
            let text = Self.anyText(&generator)
            // Some texts run a date into a time or a list into the next rule: those are refused.
            guard let hours = try? OpeningHours(text) else { continue }
            readable += 1
            let printed = hours.description
            let again = try? OpeningHours(printed)
            #expect(again == hours, "\(text) is printed as \(printed)")
            #expect(again?.description == printed, "\(text)")
        }
        #expect(readable > 1000)
    }

    /// Sums and order of stretches, with holidays known and unknown.
    @Test(arguments: 1...4) func stretchesFillTheDay(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 1009)
        let start = try #require(CalendarDate(iso: "2024-12-20"))
        let known = HolidayCalendar(
            publicHolidays: PublicHolidays(state: .bavaria, local: [.assumption: true]),
            schoolHolidays: SchoolHolidays([], covering: start...(try #require(start.adding(days: 400)))))
        for _ in 0..<150 {
            let text = Self.anyText(&generator)
            guard let hours = try? OpeningHours(text) else { continue }
            let day = try #require(start.adding(days: Int.random(in: 1...380, using: &generator)))
            for holidays in [known, .unknown, .ordinary] {
                let week = hours.week(of: day, holidays: holidays)
                for (weekday, intervals) in zip(Weekday.allCases, week.days) {
                    #expect(intervals.first?.minutes.lowerBound == 0 && intervals.last?.minutes.upperBound == 1440)
                    for (one, next) in zip(intervals, intervals.dropFirst()) {
                        #expect(one.minutes.upperBound == next.minutes.lowerBound, "\(text)")
                        #expect(one.state != next.state || one.comment != next.comment, "\(text)")
                    }
                    let total = OpeningState.allCases.map { week.minutes(weekday, $0) }.reduce(0, +)
                    #expect(total == 1440, "\(text)")
                }
                let sum = Weekday.allCases.map { week.minutes($0) }.reduce(0, +)
                #expect(week.openMinutes == sum && week.cannotTellMinutes + sum <= 10_080)
            }
            // What is certain without knowing the holidays is so with them.
            let certain = hours.intervals(on: day, holidays: .unknown).filter { $0.state != .cannotTell }
            for interval in certain {
                let minute = interval.minutes.lowerBound
                #expect(hours.state(on: day, minute: minute, holidays: known) == interval.state, "\(text)")
            }
        }
    }

    /// An open rule that adds never takes a minute away.
    @Test(arguments: 1...4) func addingNeverReduces(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 77)
        let day = try #require(CalendarDate(iso: "2024-06-12"))
        for _ in 0..<200 {
            let text = Self.anyText(&generator)
            guard let before = try? OpeningHours(text) else { continue }
            let start = Int.random(in: 0..<23, using: &generator)
            let added = try OpeningHours("We \(start):00-\(start + 1):00").rules.map { rule in
                var rule = rule
                rule.joint = .adding
                return rule
            }
            let more = OpeningHours(rules: before.rules + added)
            let (old, new) = (before.ordinaryWeek(of: day), more.ordinaryWeek(of: day))
            #expect(new.openMinutes >= old.openMinutes, "\(text)")
            for weekday in Weekday.allCases {
                for range in old.ranges(weekday) {
                    #expect(new.minutes(weekday, within: range) == range.count, "\(text)")
                }
            }
        }
    }

    // MARK: Hostile

    @Test func randomTextNeverTraps() {
        let signs = Array("MoTuFrPHSH 0123456789:-;,./\"[]+–|()äoffUhrJaneasterweek")
        var generator = SeededGenerator(seed: 3)
        var readable = 0
        for _ in 0..<20_000 {
            let length = Int.random(in: 0..<24, using: &generator)
            let text = String((0..<length).compactMap { _ in signs.randomElement(using: &generator) })
            if let hours = try? OpeningHours(text) {
                readable += 1
                #expect((try? OpeningHours(hours.description)) == hours, "\(text)")
            }
        }
        #expect(readable > 0 && readable < 20_000)
    }

    /// Texts of the grammar with a character lost, doubled or put in: read or refused, and where is within the text.
    @Test(arguments: 1...4) func damagedTextIsReadOrRefusedWithin(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed &* 5)
        let strange: [Character] = [
            "\u{0}", "\u{202E}", "é", "e\u{301}", "👩‍👩‍👧", "\"", "٣", "½", "\r\n", "\u{FEFF}", "9", ".",
        ]
        for _ in 0..<3000 {
            var characters = Array(Self.anyText(&generator))
            let at = Int.random(in: 0..<characters.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: characters.remove(at: at)
            case 1: characters.insert(characters[at], at: at)
            default: characters.insert(strange.randomElement(using: &generator) ?? "x", at: at)
            }
            let text = String(characters)
            do {
                let hours = try OpeningHours(text)
                #expect((try? OpeningHours(hours.description)) == hours, "\(text)")
            } catch {
                #expect((1...Array(text).count + 1).contains(error.position), "\(text)")
                #expect(error.drawn(under: text).filter(\.isNewline).count == 1)
            }
        }
    }

    @Test func longAndDeepTextsAreRefusedAtOnce() {
        for text in [
            String(repeating: "(", count: 10_000), String(repeating: "[", count: 10_000),
            String(repeating: "Mo,", count: 4000), String(repeating: "9", count: 10_000),
            String(repeating: "\"", count: 10_001), String(repeating: "1. und ", count: 2000),
            String(repeating: "außer ", count: 2000), String(repeating: "👩‍👩‍👧", count: 3000),
        ] {
            #expect(throws: OpeningHours.ParseError(reason: .tooLong, position: 1001)) { try OpeningHours(text) }
            #expect(throws: OpeningHours.ParseError.self) { try OpeningHours(String(text.prefix(1000))) }
        }
        // as long as allowed, and much to lay out
        let long = Array(repeating: "Mo-Su 22:00-21:00", count: 52).joined(separator: ", ")
        #expect(long.count <= 1000 && (try? OpeningHours(long))?.minutesPerWeek == 7 * 1380)
    }
}
