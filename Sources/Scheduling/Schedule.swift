/// When something is to be done, again and again. Pure: the time is always given from outside, in seconds after
/// 1970-01-01 00:00:00 UTC.
///
/// - Each period, from one date of the expression to the next, has one run. A run that began in a period is that period's,
///   whoever started it.
/// - After downtime there is one run for all periods missed, never a burst.
/// - A date in an hour that wall clocks skip is at the moment of the change; one that comes twice counts once, the first time.
/// - The jitter puts all dates of a schedule off by the same time, so that many machines do not begin at once.
public struct Schedule: Sendable {
    /// What happens to dates that were missed.
    public enum CatchUp: String, Sendable, Hashable, CaseIterable {
        /// One run, as soon as possible.
        case once
        /// None: the next date is waited for.
        case skip
    }

    /// What is due.
    public enum Due: Sendable, Hashable {
        /// A run, for the date given.
        case now(date: Int)
        /// Nothing before the moment given.
        case later(moment: Int)
        /// Nothing any more.
        case never
    }

    /// The recurring times.
    public let expression: CalendarExpression
    /// The zone in which they are meant.
    public let zone: any TimeZoneRules
    /// What happens to dates that were missed.
    public let catchUp: CatchUp
    /// Seconds by which all dates are put off.
    public let delay: Int

    /// How late a date may be met and still count as met, seconds: timers have a minute of accuracy, and cron jobs
    /// are often hourly.
    public static let tolerance = 3_600
    /// A last run that lies further ahead than this was recorded by a clock that was wrong, seconds.
    static let largestClockCorrection = 86_400

    /// The largest jitter, seconds: a day.
    public static let largestJitter = 86_400

    /// Makes a schedule.
    /// - Parameters:
    ///   - jitter: The largest delay, seconds, at most ``largestJitter``.
    ///   - seed: What the delay is drawn from, such as the path of the project: the same gives the same.
    public init(
        _ expression: CalendarExpression, in zone: any TimeZoneRules, catchUp: CatchUp = .once, jitter: Int = 0,
        seed: String = ""
    ) {
        self.expression = expression
        self.zone = zone
        self.catchUp = catchUp
        delay = jitter > 0 ? Int(Self.hash(seed) % UInt64(min(jitter, Self.largestJitter))) : 0
    }

    /// What is due at `now`, where the last run began at `lastRun`; without any run the last date counts as missed.
    public func dueDate(lastRun: Int?, now: Int) -> Due {
        let now = CalendarExpression.clamped(now)
        let (last, isAhead) = Self.credible(lastRun.map(CalendarExpression.clamped), now: now)
        let reached = now - delay
        if !isAhead, let date = latestDate(notAfter: reached), last.map({ $0 < date }) ?? true {
            let isMissed = reached - date > Schedule.tolerance
            if catchUp == .once || !isMissed { return .now(date: date) }
        }
        let next = dates(after: max(reached, last ?? reached)).first { _ in true }
        return next.map { .later(moment: $0 + delay) } ?? .never
    }

    /// The coming dates after a moment, without the delay.
    public func dates(after moment: Int) -> some Sequence<Int> {
        sequence(state: moment) { [self] state -> Int? in
            guard let next = expression.next(after: state, in: zone, skippedHour: .movesToChange) else { return nil }
            state = next
            return next
        }
    }

    /// The last date that is not after a moment.
    ///
    /// The next date never falls as its start rises, so the latest start whose next date is not after the moment is found
    /// by halving: some 40 look-ups, however sparse or dense the dates are.
    public func latestDate(notAfter moment: Int) -> Int? {
        func date(after start: Int) -> Int? {
            guard let next = expression.next(after: start, in: zone, skippedHour: .movesToChange) else { return nil }
            return next <= moment ? next : nil
        }
        var (low, high) = (CalendarExpression.moments.lowerBound, CalendarExpression.clamped(moment))
        guard low < high, var latest = date(after: low) else { return nil }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if let found = date(after: middle) { (low, latest) = (middle, found) } else { high = middle }
        }
        return latest
    }

    /// The last run as far as it can be believed: one a little ahead of now happened before the clock was put back, so
    /// nothing is due before the next date after it; one far ahead was recorded by a wrong clock and counts as just now.
    private static func credible(_ lastRun: Int?, now: Int) -> (last: Int?, isAhead: Bool) {
        guard let lastRun, lastRun > now else { return (lastRun, false) }
        return (lastRun - now > largestClockCorrection ? now : lastRun, true)
    }

    /// FNV-1a with a final mix, so that short seeds differ in all bits.
    private static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ (hash >> 33)
    }
}
