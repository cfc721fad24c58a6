import Scheduling
import Testing

@Suite struct ScheduleTests {
    private func berlin(
        _ text: String, catchUp: Schedule.CatchUp = .once, jitter: Int = 0, seed: String = ""
    ) throws -> Schedule {
        Schedule(
            try CalendarExpression(text), in: try zone("Europe/Berlin"), catchUp: catchUp, jitter: jitter, seed: seed)
    }

    /// Runs what is due every five minutes between two moments, and says when.
    private func runs(_ schedule: Schedule, from start: Int, to end: Int, skipping: [ClosedRange<Int>] = []) -> [Int] {
        var (runs, last): ([Int], Int?) = ([], start)
        for now in stride(from: start, through: end, by: 300) where !skipping.contains(where: { $0.contains(now) }) {
            if case .now = schedule.dueDate(lastRun: last, now: now) {
                runs.append(now)
                last = now
            }
        }
        return runs
    }

    @Test func runsOncePerPeriod() throws {
        let schedule = try berlin("06:00")
        let runs = runs(schedule, from: try moment("2026-06-01 00:00"), to: try moment("2026-06-04 00:00"))
        #expect(
            runs == [try moment("2026-06-01 04:00"), try moment("2026-06-02 04:00"), try moment("2026-06-03 04:00")])
    }

    /// 02:30 does not exist on 29 March 2026: the run is at the change. On 25 October it exists twice: one run.
    @Test func nightsOfDaylightSaving() throws {
        let schedule = try berlin("02:30")
        let spring = runs(schedule, from: try moment("2026-03-28 00:00"), to: try moment("2026-03-31 00:00"))
        #expect(
            try spring == ["2026-03-28 01:30", "2026-03-29 01:00", "2026-03-30 00:30"].map { try moment($0) })
        let autumn = runs(schedule, from: try moment("2026-10-24 00:00"), to: try moment("2026-10-27 00:00"))
        #expect(
            try autumn == ["2026-10-24 00:30", "2026-10-25 00:30", "2026-10-26 01:30"].map { try moment($0) })
    }

    /// Two dates within the hour that is skipped are one run; each hour that exists has its own.
    @Test func hourlyThroughTheNights() throws {
        let half = runs(
            try berlin("02:00/30"), from: try moment("2026-03-29 00:00"), to: try moment("2026-03-29 12:00"))
        #expect(half == [try moment("2026-03-29 01:00")])
        let spring = runs(
            try berlin("hourly"), from: try moment("2026-03-28 23:00") + 1, to: try moment("2026-03-29 22:00") + 1)
        #expect(spring.count == 23)
        // The hour that comes twice is one local period.
        let autumn = runs(
            try berlin("hourly"), from: try moment("2026-10-24 22:00") + 1, to: try moment("2026-10-25 23:00") + 1)
        #expect(autumn.count == 24)
    }

    @Test func oneRunAfterMissedNights() throws {
        let schedule = try berlin("06:00")
        let (start, end) = (try moment("2026-06-01 00:00"), try moment("2026-06-07 00:00"))
        let off = try moment("2026-06-02 00:00")...(try moment("2026-06-05 09:00"))
        #expect(
            try runs(schedule, from: start, to: end, skipping: [off])
                == ["2026-06-01 04:00", "2026-06-05 09:05", "2026-06-06 04:00"].map { try moment($0) })
        let patient = try berlin("06:00", catchUp: .skip)
        #expect(
            try runs(patient, from: start, to: end, skipping: [off])
                == ["2026-06-01 04:00", "2026-06-06 04:00"].map { try moment($0) })
    }

    @Test func saysWhatIsNext() throws {
        let schedule = try berlin("*-01-01 06:00")
        let now = try moment("2026-06-01 00:00")
        #expect(schedule.dueDate(lastRun: nil, now: now) == .now(date: try moment("2026-01-01 05:00")))
        #expect(schedule.dueDate(lastRun: now - 1, now: now) == .later(moment: try moment("2027-01-01 05:00")))
        #expect(try berlin("2020-01-01").dueDate(lastRun: now - 1, now: now) == .never)
        #expect(try berlin("2030-01-01").dueDate(lastRun: nil, now: now) == .later(moment: moment("2029-12-31 23:00")))
        // A run that began exactly at the date is that date's.
        let date = try moment("2026-01-01 05:00")
        #expect(schedule.dueDate(lastRun: date, now: date) == .later(moment: try moment("2027-01-01 05:00")))
    }

    @Test func clocksPutBackDoubleNothing() throws {
        let schedule = try berlin("06:00")
        let run = try moment("2026-06-01 04:00") + 5
        // Half an hour back, before the date: that date had its run.
        #expect(schedule.dueDate(lastRun: run, now: run - 1_800) == .later(moment: try moment("2026-06-02 04:00")))
        // A year back: the clock was wrong, the schedule goes on.
        let now = try moment("2025-06-01 12:00")
        #expect(schedule.dueDate(lastRun: run, now: now) == .later(moment: try moment("2025-06-02 04:00")))
        // A year forward: one run.
        let later = try moment("2027-06-01 12:00")
        #expect(schedule.dueDate(lastRun: run, now: later) == .now(date: try moment("2027-06-01 04:00")))
        #expect(schedule.dueDate(lastRun: later, now: later + 1) == .later(moment: try moment("2027-06-02 04:00")))
        for extreme in [Int.min, .max] {
            _ = schedule.dueDate(lastRun: 0, now: extreme)
            _ = schedule.dueDate(lastRun: extreme, now: 0)
        }
    }

    @Test func jitterIsStableAndWithinBounds() throws {
        let seeds = (0..<200).map { "/srv/town\($0)/quartier.yaml" }
        let delays = try seeds.map { try berlin("06:00", jitter: 1_800, seed: $0).delay }
        #expect(try delays == seeds.map { try berlin("06:00", jitter: 1_800, seed: $0).delay })
        #expect(delays.allSatisfy { (0..<1_800).contains($0) })
        // Evenly spread: a sixth each, give or take four standard deviations.
        for sixth in 0..<6 { #expect((12...55).contains(delays.count { $0 / 300 == sixth })) }

        let schedule = try berlin("06:00", jitter: 1_800, seed: "town")
        let date = try moment("2026-06-01 04:00")
        #expect(
            schedule.dueDate(lastRun: date - 60, now: date + schedule.delay - 1)
                == .later(moment: date + schedule.delay))
        #expect(schedule.dueDate(lastRun: date - 60, now: date + schedule.delay) == .now(date: date))
        // Somebody ran it by hand between date and delay: that was the run.
        guard schedule.delay > 1 else { return }
        #expect(schedule.dueDate(lastRun: date + 1, now: date + schedule.delay) != .now(date: date))
    }

    /// The latest date by halving is the one found by walking.
    @Test func latestDateAgreesWithWalking() throws {
        for (text, days) in [
            ("06:00", 9), ("Mon *-*-01..07 06:00", 90), ("*-02-29", 2_000), ("*:0/7", 2), ("Sun *-10-* *:*:30", 200),
        ] {
            let schedule = try berlin(text)
            for now in stride(from: try moment("2026-03-28 20:00"), to: try moment("2026-03-29 04:00"), by: 1_234) {
                let walked = schedule.dates(after: now - days * 86_400).prefix { $0 <= now }.reduce(nil as Int?) { $1 }
                #expect(schedule.latestDate(notAfter: now) == walked, "\(text) \(now)")
            }
        }
    }
}
