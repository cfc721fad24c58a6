import Features
import Foundation
import GRDB
import History
import Testing

@Suite struct SeriesTests {
    @Test func seriesBreakWhereTheMethodChanges() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        for (period, version, shift) in [("2021", 1, 0.0), ("2022", 1, 0.1), ("2023", 2, 0.3), ("2024", 2, 0.4)] {
            try store.append(makeRun(period, version: version, shift: shift))
        }
        let query = HistorySeriesQuery(indicator: "coverage_share", area: "q0", group: "all")
        let series = try #require(try store.series(query).first)
        #expect(series.points.map(\.period) == ["2021", "2022", "2023", "2024"])
        #expect(series.points.map(\.value) == [0.25, 0.35, 0.55, 0.65])
        #expect(series.points.map(\.isBreak) == [false, false, true, false])
        #expect(series.segments.map { $0.map(\.period) } == [["2021", "2022"], ["2023", "2024"]])
        #expect(series.measure.methodVersion == 2)
    }

    @Test func parametersAreAskedForInAnyOrder() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        var run = makeRun("2024")
        run.figures = run.figures.prefix(1).flatMap { figure in
            ["measure=walking;minutes=15", "kmh=3;measure=walking;minutes=15"].map { parameters in
                var other = figure
                other.measure.parameters = parameters
                return other
            }
        }
        try store.append(run)
        func found(_ parameters: String?) throws -> [String] {
            let indicator = run.figures[0].measure.indicator
            return try store.series(HistorySeriesQuery(indicator: indicator, parameters: parameters))
                .map(\.measure.parameters)
        }
        #expect(try found("minutes=15;measure=walking") == ["measure=walking;minutes=15"])
        #expect(try found("minutes=15").isEmpty)
        #expect(try found(nil).count == 2)
    }

    /// The old year computed anew by the new method stands before the others, and the break goes where the methods meet.
    @Test func periodsAreInOrderAndTheNewestRunCounts() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        try store.append(makeRun("2023", shift: 0.1))
        try store.append(makeRun("2024", shift: 0.2))
        try store.append(makeRun("2023", version: 2, shift: 0.3))
        let query = HistorySeriesQuery(indicator: "coverage_share", area: "q0", group: "all")
        let points = try #require(try store.series(query).first).points
        #expect(points.map(\.run) == [3, 2])
        #expect(points.map(\.isBreak) == [false, true])
        var all = query
        all.includesSuperseded = true
        #expect(try store.series(all).first?.points.map(\.run) == [1, 3, 2])
    }

    @Test func questionsNarrowTheSeries() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        for period in ["2023", "2024"] { try store.append(makeRun(period)) }
        #expect(try store.series(.init(indicator: "coverage_share")).count == 6)
        #expect(try store.series(.init(indicator: "coverage_share", group: "foreign")).count == 3)
        #expect(try store.series(.init(indicator: "coverage_share", level: "town")).isEmpty)
        #expect(try store.series(.init(indicator: "coverage_share", category: "library")).count == 6)
        #expect(try store.series(.init(indicator: "no_such")).isEmpty)
        let hidden = try store.series(.init(indicator: "residents", group: "foreign"))
        #expect(hidden.allSatisfy { $0.points.allSatisfy { $0.value == nil && $0.status == "suppressed" } })
    }

    @Test func renamedAreasAreOneSeries() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        try store.append(makeRun("2023"))
        var renamed = makeRun("2024")
        for index in renamed.figures.indices where renamed.figures[index].area.id == "q0" {
            renamed.figures[index].area.name = "Südstadt"
        }
        try store.append(renamed)
        let series = try store.series(.init(indicator: "coverage_share", area: "q0", group: "all"))
        #expect(series.map(\.area.name) == ["Südstadt"])
        #expect(series.map(\.points.count) == [2])
    }
}

@Suite struct ComparisonTests {
    @Test func saysWhatChanged() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        var old = makeRun("2023", quarters: 2, places: [makePlace("a"), makePlace("b"), makePlace("gone")])
        var new = makeRun(
            "2024", quarters: 2,
            places: [makePlace("a", x: 1.1, details: ["hours": "Mo"]), makePlace("b"), makePlace("c", x: 9)])
        // Rounding noise is no change; a status, a bound, a method and an area are.
        new.figures[0].value = old.figures[0].value.map { $0 * (1 + 1e-12) }
        new.figures[1].value = 121
        (new.figures[2].status, new.figures[2].value) = ("no_data", nil)
        new.figures[4].upper = 0.95
        new.figures[6].measure.methodVersion = 2
        new.figures[6].value = 0.99
        old.figures.remove(at: 5)
        new.figures.remove(at: 7)
        try store.append(old)
        try store.append(new)
        let comparison = try store.compare(1, 2)
        #expect(
            comparison.figures.map { "\($0.kind) \($0.before?.area.id ?? $0.after?.area.id ?? "")" }
                == ["status q0", "value q0", "certainty q1", "method q1", "added q1", "removed q1"])
        #expect(comparison.unchangedFigures == 2)
        #expect(comparison.figures.map(\.difference) == [nil, 1, 0, nil, nil, nil])
        #expect(
            comparison.places.map { "\($0.kind) \($0.before?.id ?? $0.after?.id ?? "")" } == [
                "changed a", "added c", "removed gone",
            ])
        #expect(comparison.places[0].fields == ["hours"])
        #expect(!comparison.isEmpty)
        #expect(try store.compare(2, 2).isEmpty)
        // Back again: what was added is removed.
        let back = try store.compare(2, 1)
        #expect(back.figures.count { $0.kind == .added } == 1 && back.figures.count { $0.kind == .removed } == 1)
        #expect(back.figures.map(\.difference) == [nil, -1, 0, nil, nil, nil])
    }

    @Test func runsAreFoundByName() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        for (period, shift) in [("2023", 0.0), ("2024", 0.1), ("2024", 0.2)] {
            try store.append(makeRun(period, shift: shift))
        }
        #expect(
            try ["latest", "previous", "2023", "2024", "1", "3"].map { try store.run(named: $0).id } == [
                3, 2, 1, 3, 1, 3,
            ])
        for name in ["4", "0", "2025", "", "' OR 1"] {
            #expect(failure { _ = try store.run(named: name) } == (.historyRunUnknown, .usage))
        }
    }
}

@Suite struct VerificationTests {
    /// Whoever goes around the triggers is found out.
    @Test(arguments: [
        "UPDATE figures SET value = value + 1 WHERE run = 2 AND value IS NOT NULL",
        "UPDATE runs SET recorded_at = 7 WHERE id = 2",
        "DELETE FROM figures WHERE run = 2 AND area = 1",
        "UPDATE words SET word = 'estimated' WHERE word = 'suppressed'",
        "UPDATE places SET x = 5", "UPDATE versions SET version = '9' WHERE run = 2", "DELETE FROM seals WHERE run = 2",
        "UPDATE areas SET name = 'X' WHERE id = 1", "UPDATE inputs SET sha256 = '' WHERE run = 2",
    ])
    func alteredRunsAreFound(_ statement: String) throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        for (period, shift) in [("2022", 0.0), ("2023", 0.1), ("2024", 0.2)] {
            try store.append(makeRun(period, shift: shift, places: [makePlace("a")]))
        }
        #expect(try store.verify() == store.verify() && store.verify().isSound)
        let queue = try DatabaseQueue(path: folder.store)
        try queue.write { database in
            for trigger in try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
                try database.execute(sql: "DROP TRIGGER \(trigger)")
            }
            try database.execute(sql: statement)
        }
        let found = try HistoryStore.openReadOnly(folder.store).verify()
        #expect(found.alteredRuns.contains(2))
    }

    @Test func backupsAreStoresOfTheirOwn() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        for period in ["2023", "2024"] { try store.append(makeRun(period)) }
        let copy = folder.path + "/sicherung.sqlite"
        try store.backup(to: copy)
        try store.append(makeRun("2025"))
        let backup = try HistoryStore.openReadOnly(copy)
        #expect(try backup.runs().map(\.period) == ["2023", "2024"])
        #expect(try backup.verify().isSound)
        #expect(try backup.run(2) == store.run(2))
        #expect(failure { try store.backup(to: copy) } == (.outputExists, .cannotCreate))
        #expect(failure { try store.backup(to: folder.path + "/no/where") }.kind != nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!names.contains { $0.contains(".part") })
        // A backup goes on as a store.
        #expect(try HistoryStore.open(copy).append(makeRun("2025")) == .recorded(run: 3))
    }
}
