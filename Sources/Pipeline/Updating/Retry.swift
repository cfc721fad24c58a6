internal import Scheduling

/// When an update that failed is tried again: what was wrong may be over in an hour, and must not cost a month.
enum Retry {
    /// How long after a failed attempt the next may begin, seconds.
    static let pause = 3_600
    /// How many attempts a date of the schedule has in all.
    static let mostAttempts = 5

    /// What is due: what the schedule says; and between its dates another attempt where the last one failed.
    ///
    /// - Parameters:
    ///   - lastRun: when the last update began that came to an end.
    ///   - failedAt: when the updates began that failed since the last good one, the oldest first.
    static func due(_ schedule: Schedule, lastRun: Int?, failedAt: [Int], now: Int) -> Schedule.Due {
        let due = schedule.dueDate(lastRun: lastRun, now: now)
        if case .now = due { return due }
        // An attempt ahead of now was before the clock was put back; the schedule says what to make of that.
        guard let last = failedAt.last, last <= now, let date = schedule.latestDate(notAfter: now - schedule.delay),
            last >= date, failedAt.count(where: { $0 >= date }) < mostAttempts
        else { return due }
        guard now < last + pause else { return .now(date: date) }
        guard case .later(let next) = due else { return .later(moment: last + pause) }
        return .later(moment: min(next, last + pause))
    }
}
