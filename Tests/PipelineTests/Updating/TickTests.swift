import Features
import Foundation
import Scheduling
import TestSupport
import Testing

@testable import Pipeline

/// What is due is done once, whatever the clock does. Every night at 03:00 in Berlin: 02:00 UTC in winter, 01:00 in summer.
@Suite struct TickTests {
    /// The hour of a day in UTC.
    private func time(_ text: String) throws -> Int { try #require(UpdateTime.parse(text)) }

    private func tick(_ town: UpdatedTown, _ now: String) throws -> Tick.Outcome {
        try Tick.run(project: town.project, options: UpdateOptions(now: try time(now)))
    }

    /// The date that an update was for; nil where nothing was due.
    private func date(_ town: UpdatedTown, _ now: String) throws -> String? {
        guard case .updated(_, let date) = try tick(town, now) else { return nil }
        return HistoryExport.time(date)
    }

    @Test func eachNightHasOneUpdateHoweverOftenItIsTicked() throws {
        let town = try UpdatedTown()
        // What was never done is due at once.
        #expect(try date(town, "2025-01-10T12:00Z") == "2025-01-10T02:00:00Z")
        #expect(try date(town, "2025-01-10T12:15Z") == nil)
        #expect(try date(town, "2025-01-11T01:59:59Z") == nil)
        #expect(try date(town, "2025-01-11T02:00:00Z") == "2025-01-11T02:00:00Z")
        #expect(try date(town, "2025-01-11T02:00:00Z") == nil)
        #expect(try date(town, "2025-01-11T02:15:00Z") == nil)
        // Who updates by hand has done the night's work.
        _ = try town.update(try time("2025-01-12T02:30Z"))
        #expect(try date(town, "2025-01-12T02:45Z") == nil)
        #expect(try town.runs() == 1)
    }

    @Test func threeMissedNightsAreMadeUpForOnce() throws {
        let town = try UpdatedTown()
        _ = try town.update(try time("2025-01-10T02:00Z"))
        #expect(try date(town, "2025-01-13T14:00Z") == "2025-01-13T02:00:00Z")
        #expect(try date(town, "2025-01-13T14:15Z") == nil)
        #expect(try date(town, "2025-01-14T02:00Z") == "2025-01-14T02:00:00Z")

        let patient = try UpdatedTown(keys: "  schedule: \"*-*-* 03:00\"\n  catch_up: skip\n")
        _ = try patient.update(try time("2025-01-10T02:00Z"))
        #expect(try date(patient, "2025-01-13T14:00Z") == nil)
        #expect(try date(patient, "2025-01-14T02:05Z") == "2025-01-14T02:00:00Z")
    }

    @Test func clocksThatJumpLoseNoNightAndDoubleNone() throws {
        let town = try UpdatedTown()
        _ = try town.update(try time("2025-01-10T02:00Z"))
        // Put back by two hours: what is done is done.
        #expect(try date(town, "2025-01-10T00:00Z") == nil)
        #expect(try date(town, "2025-01-10T02:00Z") == nil)
        #expect(try date(town, "2025-01-11T02:00Z") == "2025-01-11T02:00:00Z")
        // A clock that was years ahead once: nights go on.
        _ = try town.update(try time("2031-05-05T00:00Z"))
        #expect(try date(town, "2025-01-12T01:00Z") == nil)
        guard case .later(let moment) = try tick(town, "2025-01-12T01:00Z") else {
            Issue.record("not later")
            return
        }
        #expect(HistoryExport.time(moment) == "2025-01-12T02:00:00Z")
    }

    @Test(
        arguments: [
            // The hour from 02:00 to 03:00 is skipped: its date is at the change.
            (
                "2025-03-30", "02:30",
                ["2025-03-30T00:59Z": nil, "2025-03-30T01:00Z": "2025-03-30T01:00:00Z", "2025-03-30T01:30Z": nil]
            ),
            // It comes twice: the first time counts.
            (
                "2025-10-26", "02:30",
                ["2025-10-26T00:29Z": nil, "2025-10-26T00:30Z": "2025-10-26T00:30:00Z", "2025-10-26T01:30Z": nil]
            ),
        ] as [(String, String, [String: String?])])
    func nightsOfClockChangesHaveOneUpdate(_ day: String, _ hour: String, _ ticks: [String: String?]) throws {
        let town = try UpdatedTown(keys: "  schedule: \"*-*-* \(hour)\"\n")
        _ = try town.update(try time(day + "T00:00Z") - 7_200)
        for (now, expected) in ticks.sorted(by: { $0.key < $1.key }) { #expect(try date(town, now) == expected) }
    }

    @Test func aFailedUpdateIsTriedAgainEachHourUpToFiveTimes() throws {
        let town = try UpdatedTown()
        let places = try String(contentsOfFile: town.scratch.path("town/places.geojson"), encoding: .utf8)
        try town.scratch.write("{", to: "town/places.geojson")
        var attempts: [String] = []
        // A tick each quarter of an hour, for a day and a bit.
        for quarter in 0..<(26 * 4) {
            let now = try time("2025-01-10T02:00Z") + quarter * 900
            switch try Tick.run(project: town.project, options: UpdateOptions(now: now)) {
            case .updated(let outcome, let date):
                #expect(outcome.kind == .failed)
                attempts.append(HistoryExport.time(now) + " for " + HistoryExport.time(date))
            case .later(let moment): #expect(moment > now && moment <= now + 86_400)
            case .never: Issue.record("never")
            }
        }
        #expect(
            attempts == [
                "2025-01-10T02:00:00Z for 2025-01-10T02:00:00Z", "2025-01-10T03:00:00Z for 2025-01-10T02:00:00Z",
                "2025-01-10T04:00:00Z for 2025-01-10T02:00:00Z", "2025-01-10T05:00:00Z for 2025-01-10T02:00:00Z",
                "2025-01-10T06:00:00Z for 2025-01-10T02:00:00Z", "2025-01-11T02:00:00Z for 2025-01-11T02:00:00Z",
                "2025-01-11T03:00:00Z for 2025-01-11T02:00:00Z",
            ])
        // The coming attempt, then the dates.
        #expect(
            try ProjectSchedule(project: town.project).next(3, from: try time("2025-01-11T03:30Z"))
                .map(HistoryExport.time) == [
                    "2025-01-11T04:00:00Z", "2025-01-12T02:00:00Z", "2025-01-13T02:00:00Z",
                ])
        // What works is not tried again.
        try town.scratch.write(places, to: "town/places.geojson")
        #expect(try date(town, "2025-01-11T03:59Z") == nil)
        #expect(try date(town, "2025-01-11T04:00Z") == "2025-01-11T02:00:00Z")
        #expect(try date(town, "2025-01-11T05:00Z") == nil)
        #expect(
            try ProjectSchedule(project: town.project).next(1, from: try time("2025-01-11T05:00Z"))
                .map(HistoryExport.time) == ["2025-01-12T02:00:00Z"])
        #expect(try town.runs() == 1)
    }

    /// Attempts are counted by their times, whatever the clock does.
    @Test func attemptsAndClocks() throws {
        let town = try UpdatedTown()
        let schedule = try ProjectSchedule(project: town.project).schedule
        let night = try time("2025-01-10T02:00Z")
        func due(_ failed: [Int], _ now: Int) -> Schedule.Due {
            Retry.due(schedule, lastRun: failed.last, failedAt: failed, now: now)
        }
        #expect(due([night], night + 3_599) == .later(moment: night + 3_600))
        #expect(due([night], night + 3_600) == .now(date: night))
        // Attempts for another night, or by hand, count for the night that they were in.
        #expect(
            due([night - 90_000, night - 80_000, night - 70_000, night - 60_000, night], night + 3_600)
                == .now(date: night))
        #expect(due((0..<5).map { night + $0 }, night + 9_000) == .later(moment: night + 86_400))
        // The next date comes before the hour is over.
        #expect(due([night + 86_000], night + 86_100) == .later(moment: night + 86_400))
        // The clock was put back: nothing is tried twice at once.
        #expect(due([night + 7_200], night + 60) == .later(moment: night + 86_400))
    }

    @Test func oneThatCouldNotBeginDoesNot() throws {
        let town = try UpdatedTown()
        _ = try town.update(try time("2025-01-10T02:00Z"))
        do {
            let lock = try UpdateLock(town.scratch.path("town/aktualisierung/sperre"), startedAt: 0)
            #expect(throws: Failure.self) { try tick(town, "2025-01-11T02:00Z") }
            withExtendedLifetime(lock) {}
        }
        #expect(try date(town, "2025-01-11T02:15Z") == "2025-01-11T02:00:00Z")
    }

    @Test func jitterPutsAllDatesOffAlike() throws {
        let town = try UpdatedTown(keys: "  schedule: \"*-*-* 03:00\"\n  jitter: 60\n")
        let delay = try ProjectSchedule(project: town.project).schedule.delay
        #expect((0..<3_600).contains(delay))
        _ = try town.update(try time("2025-01-10T02:00Z") + delay)
        let night = try time("2025-01-11T02:00Z")
        #expect(
            try ProjectSchedule(project: town.project).next(3, from: night - 3_600)
                == [0, 1, 2].map { night + delay + $0 * 86_400 })
        guard
            case .later(night + delay) = try Tick.run(
                project: town.project, options: UpdateOptions(now: night + delay - 1))
        else {
            Issue.record("too early")
            return
        }
    }

    @Test func projectsWithoutAScheduleOrWithAnUnknownZoneAreRefused() throws {
        for (keys, code, kind) in [
            ("  output: aus\n", DiagnosticCode.scheduleMissing, Failure.Kind.usage),
            ("  schedule: daily\n  time_zone: \"Europe/Musterstadt\"\n", .timeZoneUnknown, .malformedData),
            ("  schedule: daily\n  time_zone: \"../../etc/passwd\"\n", .timeZoneUnknown, .malformedData),
            ("  schedule: \"03:00 Atlantis/Mitte\"\n", .timeZoneUnknown, .malformedData),
        ] {
            let town = try UpdatedTown(keys: keys)
            let refused = #expect(throws: Failure.self) { try tick(town, "2025-01-10T02:00Z") }
            #expect(refused?.kind == kind && refused?.diagnostics.first?.code == code)
        }
    }
}

/// Times as people write them.
@Suite struct UpdateTimeTests {
    @Test(arguments: [
        ("2025-03-01T03:00:00Z", 1_740_798_000), ("2025-03-01T03:00Z", 1_740_798_000),
        ("2025-03-01 03:00", 1_740_798_000), ("2025-03-01T04:00+01:00", 1_740_798_000),
        ("2025-02-28T22:30:00-04:30", 1_740_798_000), ("0", 0), ("1740798000", 1_740_798_000),
    ]) func areRead(_ text: String, _ seconds: Int) {
        #expect(UpdateTime.parse(text) == seconds)
    }

    @Test(arguments: [
        "", "gestern", "2025-03-01", "2025-02-29T00:00Z", "2025-03-01T24:00Z", "2025-03-01T03:60Z", "2025-03-01T03:00:",
        "2025-03-01T03:00:00ZZ", "2025-03-01T03:00+1", "2025-03-01T03:00 Z", "-1", "99999999999999999999",
    ]) func areRefused(_ text: String) {
        #expect(UpdateTime.parse(text) == nil)
    }
}
