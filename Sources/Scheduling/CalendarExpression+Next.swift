extension CalendarExpression {
    /// What becomes of dates that fall into an hour that wall clocks skip.
    public enum SkippedHour: Sendable, Hashable {
        /// They are left out, as systemd does.
        case isLeftOut
        /// They are at the moment when the clock is put forward, so that no day goes without its run.
        case movesToChange
    }

    /// The first date after a moment, both in seconds after 1970-01-01 00:00:00 UTC; nil where there is none up to the
    /// year 2199.
    ///
    /// A wall-clock time that comes twice counts once, the first time.
    /// - Parameter zone: The zone in which the expression is meant; whoever calls looks up ``zoneName``.
    public func next(
        after moment: Int, in zone: any TimeZoneRules, skippedHour: SkippedHour = .isLeftOut
    ) -> Int? {
        let moment = CalendarExpression.clamped(moment)
        var time = zone.civilTime(at: moment)
        // In an hour that comes twice, or right after one that was skipped, dates of the past are met again: at most as
        // many as two hours have seconds.
        while let candidate = firstTime(from: time) {
            switch zone.moment(of: candidate) {
            case .once(let found), .twice(let found, _): if found > moment { return found }
            case .never(let change):
                if skippedHour == .movesToChange, change > moment { return change }
            }
            time = CivilTime(seconds: candidate.seconds + 1)
        }
        return nil
    }

    /// From the day before the first date to the day after the last.
    static let moments =
        CivilTime(year: years.lowerBound).seconds - 86_400...CivilTime(year: years.upperBound + 1).seconds + 86_400

    /// A moment, or the nearest before all or after all dates.
    static func clamped(_ moment: Int) -> Int { min(max(moment, moments.lowerBound), moments.upperBound) }

    /// The first wall-clock time that is not before `time`.
    func firstTime(from time: CivilTime) -> CivilTime? {
        var time = max(time, CivilTime(year: CalendarExpression.years.lowerBound))
        let lastYear = CalendarExpression.years.upperBound
        while let year = CalendarExpression.first(of: self.year, from: time.year, through: lastYear) {
            if year > time.year { time = CivilTime(year: year) }
            if let found = firstTime(inYearOf: time) { return found }
            time = CivilTime(year: year + 1)
        }
        return nil
    }

    private func firstTime(inYearOf time: CivilTime) -> CivilTime? {
        var time = time
        while let month = CalendarExpression.first(of: self.month, from: time.month, through: 12) {
            if month > time.month { time = CivilTime(year: time.year, month: month) }
            if let found = firstTime(inMonthOf: time) { return found }
            guard month < 12 else { return nil }
            time = CivilTime(year: time.year, month: month + 1)
        }
        return nil
    }

    private func firstTime(inMonthOf time: CivilTime) -> CivilTime? {
        var time = time
        let last = CivilTime.daysInMonth(time.month, year: time.year)
        let days = countsFromEnd ? day.map { $0.map { CalendarExpression.fromStart($0, last: last) } } : day
        while let day = CalendarExpression.first(of: days, from: time.day, through: last) {
            if day > time.day { time = CivilTime(year: time.year, month: time.month, day: day) }
            if weekdays & (1 << UInt8(time.weekday)) != 0, let found = firstTime(inDayOf: time) { return found }
            guard day < last else { return nil }
            time = CivilTime(year: time.year, month: time.month, day: day + 1)
        }
        return nil
    }

    private func firstTime(inDayOf time: CivilTime) -> CivilTime? {
        var time = time
        while let hour = CalendarExpression.first(of: self.hour, from: time.hour, through: 23) {
            if hour > time.hour { (time.hour, time.minute, time.second) = (hour, 0, 0) }
            while let minute = CalendarExpression.first(of: self.minute, from: time.minute, through: 59) {
                if minute > time.minute { (time.minute, time.second) = (minute, 0) }
                if let second = CalendarExpression.first(of: self.second, from: time.second, through: 59) {
                    time.second = second
                    return time
                }
                (time.minute, time.second) = (minute + 1, 0)
            }
            (time.hour, time.minute, time.second) = (hour + 1, 0, 0)
        }
        return nil
    }

    /// Days counted from the end of a month as days of that month. A repetition still goes upwards.
    private static func fromStart(_ numbers: Numbers, last: Int) -> Numbers {
        Numbers(
            start: last + 1 - (numbers.stop ?? numbers.start), stop: numbers.stop.map { _ in last + 1 - numbers.start },
            step: numbers.step)
    }

    /// The smallest number of a part from `value` through `last`.
    private static func first(of part: Part, from value: Int, through last: Int) -> Int? {
        guard value <= last else { return nil }
        guard let part else { return value }
        var smallest: Int?
        for numbers in part {
            var number = numbers.start
            if number < value {
                guard let step = numbers.step else { continue }
                number += (value - number + step - 1) / step * step
            }
            guard number <= min(numbers.stop ?? last, last), number < smallest ?? .max else { continue }
            smallest = number
        }
        return smallest
    }
}
