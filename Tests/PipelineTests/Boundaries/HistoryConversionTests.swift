import History
import Indicators
import TestSupport
import Testing

@testable import Pipeline

/// Runs of the history whose quarters differ, side by side.
@Suite struct HistoryConversionTests {
    private static func compare(_ town: RedrawnTown, _ before: String, _ after: String) throws -> HistoryComparison {
        let store = try town.store()
        return try store.compare(
            store.run(named: before).id, store.run(named: after).id, converting: HistoryConversion.convert)
    }

    private static func figure(
        _ comparison: HistoryComparison, _ indicator: String, _ area: String, group: String = "all",
        category: String = "", parameters: String = ""
    ) throws -> HistoryComparison.FigureChange {
        try #require(
            comparison.figures.first {
                let figure = $0.after ?? $0.before
                return figure?.measure.indicator == indicator && figure?.area.id == area
                    && figure?.measure.group == group && figure?.measure.category == category
                    && figure?.measure.parameters.contains(parameters) == true
            })
    }

    @Test func countsAndSharesAreConverted() throws {
        let town = try RedrawnTown()
        try town.run("2023", isRedrawn: false)
        try town.run("2024", isRedrawn: true)
        let comparison = try Self.compare(town, "2023", "2024")
        #expect(comparison.boundaries == .changed(quarters: 3, weights: "quarter_residents"))

        // West had 100 people on 1 000 m; by today's residents 60 on its 700 m and, of East's 90 on 800 m, 300/800.
        let west = try Self.figure(comparison, "residents", "W")
        #expect(west.boundaries == .converted && west.kind == .value)
        let before = try #require(west.before)
        let share = 60 / (60 + 90 * 300.0 / 800)
        #expect(isClose(before.value ?? 0, 100 * share, tolerance: 1e-6))
        #expect(before.lower == 0 && before.upper == 100 && before.status == "estimated")
        #expect(west.after?.value == 60)
        let east = try Self.figure(comparison, "residents", "E")
        #expect(isClose((east.before?.value ?? 0) + (before.value ?? 0), 150, tolerance: 1e-6))
        #expect(east.before?.lower == 50 && east.before?.upper == 150)

        // Of West's 100 people 42 were foreign, of East's 50 five.
        let foreign = try Self.figure(comparison, "group_share", "E", group: "foreign")
        #expect(isClose(foreign.before?.lower ?? 0, 5 / (50 + 58.0), tolerance: 1e-6))
        #expect(isClose(foreign.before?.upper ?? 0, (5 + 42.0) / (50 + 42), tolerance: 1e-6))
        #expect(isClose(foreign.after?.value ?? 0, 35 / 90.0, tolerance: 1e-6))
        // The truth of the earlier date, 35 of 90, lies within.
        let (lower, upper) = (foreign.before?.lower ?? 1, foreign.before?.upper ?? 0)
        #expect(lower < 35 / 90.0 && 35 / 90.0 < upper)

        // The same land under another id, with its exact figures: nothing changed there.
        #expect(!comparison.figures.contains { $0.after?.area.id == "T" && $0.kind == .value })
        // (Figures of funding name the year that they end in, so each date has its own.)
        #expect(
            !comparison.figures.contains {
                ["residents", "group_share", "coverage_share"].contains(($0.after ?? $0.before)?.measure.indicator)
                    && ($0.kind == .removed || $0.kind == .added)
            })
        // A mean cannot be converted: no number of other land stands beside it.
        let mean = try Self.figure(comparison, "nearest_distance", "E", category: "library")
        #expect(mean.kind == .boundaries && mean.boundaries == .notComparable("not_a_count"))
        #expect(mean.before?.value == nil && mean.difference == nil && mean.after?.value != nil)
        // Figures of the town stay as they are.
        #expect(!comparison.figures.contains { $0.after?.area.level == "town" && $0.boundaries != .same })
    }

    @Test func sameBoundariesAndUnknownOnesChangeNothing() throws {
        let town = try RedrawnTown()
        try town.run("2023", isRedrawn: false)
        try town.run("2024", isRedrawn: false)
        #expect(try Self.compare(town, "2023", "2024").boundaries == .same)
        var (old, new) = (try town.store().run(1), try town.store().run(2))
        old.boundaries = nil
        let unknown = HistoryConversion.convert(old, new)
        #expect(unknown.boundaries == .unknown && unknown.figures.map(\.figure) == old.figures)
        // An outline that cannot be read is none.
        old.boundaries = HistoryBoundaries(system: "EPSG:25832", outlines: [.init(id: "W", wellKnownBinary: [1, 2])])
        #expect(HistoryConversion.convert(old, new).boundaries == .unknown)
        new.boundaries = nil
        #expect(HistoryConversion.convert(old, new).boundaries == .unknown)
    }

    @Test func outlinesInAnotherSystemAreBroughtOver() throws {
        let town = try RedrawnTown()
        try town.run("2023", isRedrawn: false)
        try town.run("2024", isRedrawn: false)
        var old = try town.store().run(1)
        let new = try town.store().run(2)
        let outlines = try #require(old.boundaries.flatMap(QuarterOutlines.init))
        old.boundaries = try #require(outlines.brought(into: "EPSG:25833")).kept
        #expect(old.boundaries?.checksum != new.boundaries?.checksum)
        #expect(HistoryConversion.convert(old, new).boundaries == .same)
        #expect(outlines.brought(into: "no system") == nil)
    }

    @Test func seriesBreakWhereTheLandIsOther() throws {
        let town = try RedrawnTown()
        try town.run("2022", isRedrawn: false)
        try town.run("2023", isRedrawn: false)
        try town.run("2024", isRedrawn: true)
        try town.run("2025", isRedrawn: true)
        let store = try town.store()
        func breaks(_ area: String) throws -> [Bool] {
            let found = try store.series(HistorySeriesQuery(indicator: "residents", area: area, group: "all"))
            return try SeriesBoundaries.mark(found, in: store).flatMap { $0.points.map(\.hasOtherLand) }
        }
        #expect(try breaks("W") == [false, false, true, false])
        #expect(try breaks("T") == [false, false])
        #expect(try breaks("01999001") == [false, false, false, false])
        let west = try store.series(HistorySeriesQuery(indicator: "residents", area: "W", group: "all"))
        let marked = try SeriesBoundaries.mark(west, in: store)
        #expect(marked[0].segments.map { $0.map(\.period) } == [["2022", "2023"], ["2024", "2025"]])
    }

    /// Computations over several dates take only figures that mean the same land exactly.
    @Test func estimatesAreNotComputedWith() throws {
        let town = try RedrawnTown()
        try town.run("2023", isRedrawn: false)
        try town.run("2024", isRedrawn: true)
        let store = try town.store()
        let run = HistoryConversion.comparable(try store.run(1), to: try store.run(2))
        // Of shares that are none or all everywhere the bounds are one number.
        let residents = run.figures.filter { $0.area.level == "quarter" && $0.measure.indicator == "residents" }
        let areas = Set(residents.map(\.area.id))
        #expect(areas == ["T"])
        #expect(run.figures.contains { $0.area.level == "town" })
    }
}
