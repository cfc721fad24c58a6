/// The rule of a zone for all years to come, in the form of POSIX' `TZ`: `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// Days of change are those of months (`M3.5.0`), which all zones of today have; others (`J60`) are not read.
struct ZoneRule: Sendable {
    private struct Change {
        var month: Int
        /// Which of the weekdays in the month, 5 for the last.
        var week: Int
        /// 0 for Sunday.
        var weekday: Int
        /// Seconds after midnight; may lie on another day.
        var time: Int

        /// Seconds after 1970-01-01 00:00:00 on the wall clock that shows the change.
        func seconds(in year: Int) -> Int {
            let first = CivilTime(year: year, month: month)
            var day = 1 + (weekday - (first.weekday + 1) % 7 + 7) % 7 + (week - 1) * 7
            while day > CivilTime.daysInMonth(month, year: year) { day -= 7 }
            return CivilTime(year: year, month: month, day: day).seconds + time
        }
    }

    private let standard: Int
    private let summer: (offset: Int, start: Change, end: Change)?

    /// Reads a rule; nil where it is empty or of another form.
    init?(_ text: String) {
        var rest = Substring(text)
        guard Self.takeName(&rest), let west = Self.takeTime(&rest) else { return nil }
        standard = -west
        guard !rest.isEmpty else {
            summer = nil
            return
        }
        guard Self.takeName(&rest) else { return nil }
        var offset = standard + 3_600
        if rest.first != "," {
            guard let west = Self.takeTime(&rest) else { return nil }
            offset = -west
        }
        guard let start = Self.takeChange(&rest), let end = Self.takeChange(&rest), rest.isEmpty else { return nil }
        summer = (offset, start, end)
    }

    func offset(at moment: Int) -> Int {
        guard let summer else { return standard }
        let year = CivilTime(seconds: moment + standard).year
        let start = summer.start.seconds(in: year) - standard
        let end = summer.end.seconds(in: year) - summer.offset
        // South of the equator, summer is at the turn of the year.
        let isSummer = start < end ? moment >= start && moment < end : moment >= start || moment < end
        return isSummer ? summer.offset : standard
    }

    /// An abbreviation: letters, or anything between `<` and `>`.
    private static func takeName(_ rest: inout Substring) -> Bool {
        if rest.first == "<" {
            guard let end = rest.firstIndex(of: ">") else { return false }
            rest = rest[rest.index(after: end)...]
            return true
        }
        let name = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(name.count)
        return name.count >= 3
    }

    /// `[+-]hours[:minutes[:seconds]]` in seconds.
    private static func takeTime(_ rest: inout Substring) -> Int? {
        var sign = 1
        if rest.first == "-" || rest.first == "+" { sign = rest.removeFirst() == "-" ? -1 : 1 }
        guard var seconds = takeNumber(&rest, within: 0...167).map({ $0 * 3_600 }) else { return nil }
        for unit in [60, 1] where rest.first == ":" {
            rest.removeFirst()
            guard let number = takeNumber(&rest, within: 0...59) else { return nil }
            seconds += number * unit
        }
        return sign * seconds
    }

    private static func takeNumber(_ rest: inout Substring, within range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { "0"..."9" ~= $0 }
        rest = rest.dropFirst(digits.count)
        return Int(digits).flatMap { range.contains($0) ? $0 : nil }
    }

    /// `,Mmonth.week.weekday[/time]`.
    private static func takeChange(_ rest: inout Substring) -> Change? {
        guard rest.hasPrefix(",M") else { return nil }
        rest = rest.dropFirst(2)
        guard let month = takeNumber(&rest, within: 1...12), rest.popFirst() == ".",
            let week = takeNumber(&rest, within: 1...5), rest.popFirst() == ".",
            let weekday = takeNumber(&rest, within: 0...6)
        else { return nil }
        var time = 7_200
        if rest.first == "/" {
            rest.removeFirst()
            guard let given = takeTime(&rest) else { return nil }
            time = given
        }
        return Change(month: month, week: week, weekday: weekday, time: time)
    }
}
