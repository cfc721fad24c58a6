import TestSupport
import Testing
import Town

/// Rules made at random, written down in the many ways people write them, and interpreted a second time minute by
/// minute: the reader and the interpreter must agree on every minute of the week.
@Suite struct OpeningHoursGrammarTests {
    /// One rule: which weekdays, which times (none for closed), how it is joined to the rules before it.
    struct Rule {
        /// The first and last weekday of each stretch, Monday 0; nil for a rule without days.
        var days: [ClosedRange<Int>]?
        /// Start and end in minutes; an end before the start lies on the next day.
        var times: [(start: Int, end: Int)]
        /// Whether it adds to earlier rules instead of replacing them.
        var adds: Bool
    }

    /// The week as 10,080 truth values: each weekday keeps what begins on it, later rules replace or add.
    static func week(_ rules: [Rule]) -> [Bool] {
        var begun = [Set<Int>](repeating: [], count: 7)
        for rule in rules {
            let days = rule.days.map { Set($0.flatMap { stretch in stretch.map { $0 % 7 } }) } ?? Set(0..<7)
            for day in days {
                if !rule.adds || rule.times.isEmpty { begun[day] = [] }
                for time in rule.times {
                    var minute = time.start
                    let end = time.end > time.start ? time.end : time.end + 1440
                    while minute < end {
                        begun[day].insert(minute)
                        minute += 1
                    }
                }
            }
        }
        var week = [Bool](repeating: false, count: 10_080)
        for (day, minutes) in begun.enumerated() {
            for minute in minutes { week[(day * 1440 + minute) % 10_080] = true }
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
        ["Mo", "Montag", "monday", "Mo."], ["Tu", "Di", "Dienstag", "TUESDAY"], ["We", "Mi", "Mittwoch", "Mi."],
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
            if index > 0 { text += rule.adds ? pick([",", ", ", " , "]) : pick([";", "; ", " ; "]) }
            if let days = rule.days {
                text += days.map { stretch in
                    let first = pick(spellings[stretch.lowerBound % 7])
                    guard stretch.count > 1 else { return first }
                    return first + pick(["-", " - ", "–", " bis "]) + pick(spellings[stretch.upperBound % 7])
                }.joined(separator: pick([",", ", "]))
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
                }.joined(separator: pick([",", ", "]))
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
            let hours = try OpeningHours(text)
            let found = OpeningHours.Weekday.allCases.flatMap { day in
                (0..<1440).map { hours.isOpen(day, minute: $0) }
            }
            #expect(found == expected, "\(text)")
            #expect(hours.minutesPerWeek == expected.count { $0 }, "\(text)")
            #expect(hours.ignored.isEmpty, "\(text)")
        }
    }

    /// What ``OpeningHours/days`` promises, whatever was written: sorted ranges of a day, none touching the next.
    @Test func rangesAreSortedApartAndWithinTheirDay() throws {
        var generator = SeededGenerator(seed: 99)
        for _ in 0..<300 {
            let text = Self.text(Self.randomRules(&generator), &generator)
            let days = try OpeningHours(text).days
            #expect(days.count == 7)
            for ranges in days {
                #expect(ranges.allSatisfy { !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= 1440 }, "\(text)")
                #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound }, "\(text)")
            }
        }
    }

    /// A week is read back from its own ranges: writing and reading again changes nothing.
    @Test func readingWhatWasReadChangesNothing() throws {
        var generator = SeededGenerator(seed: 7)
        let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
        func clock(_ minute: Int) -> String {
            "\(minute / 60):" + (minute % 60 < 10 ? "0" : "") + "\(minute % 60)"
        }
        for _ in 0..<300 {
            let hours = try OpeningHours(Self.text(Self.randomRules(&generator), &generator))
            let rules = zip(names, hours.days).map { name, ranges in
                ranges.isEmpty
                    ? "\(name) off"
                    : name + " "
                        + ranges.map { clock($0.lowerBound) + "-" + clock($0.upperBound) }.joined(separator: ",")
            }
            #expect(try OpeningHours(rules.joined(separator: "; ")) == hours)
        }
    }

    /// The interpreter itself, on weeks that can be counted by hand.
    @Test func theInterpreterIsRight() {
        func minutes(_ rules: [Rule]) -> Int { Self.week(rules).count { $0 } }
        let office = Rule(days: [0...4], times: [(540, 1020)], adds: false)
        #expect(minutes([office]) == 2400)
        #expect(minutes([office, Rule(days: [4...4], times: [], adds: false)]) == 1920)
        #expect(minutes([office, Rule(days: [4...4], times: [(600, 660)], adds: false)]) == 1980)
        #expect(minutes([office, Rule(days: [4...4], times: [(1000, 1080)], adds: true)]) == 2460)
        #expect(minutes([Rule(days: [6...6], times: [(1320, 120)], adds: false)]) == 240)
        #expect(Self.week([Rule(days: [6...6], times: [(1320, 120)], adds: false)])[0])
        #expect(minutes([Rule(days: nil, times: [(0, 1440)], adds: false)]) == 10_080)
    }
}
