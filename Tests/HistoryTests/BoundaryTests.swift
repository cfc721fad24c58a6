import Features
import Foundation
import GRDB
import Testing

@testable import History

/// The outlines of a run's quarters in the store.
@Suite struct BoundaryTests {
    /// A square of the given size as well-known binary, made by hand: little-endian, polygon, one ring, five positions.
    private static func square(_ size: Double) -> [UInt8] {
        var bytes: [UInt8] = [1, 3, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0]
        for number in [0, 0, size, 0, size, size, 0, size, 0, 0] {
            withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    private static func boundaries(_ sizes: Double...) -> HistoryBoundaries {
        HistoryBoundaries(
            system: "EPSG:25832",
            outlines: sizes.enumerated().map { .init(id: "q\($0)", wellKnownBinary: square($1)) })
    }

    private static func run(_ period: String, _ boundaries: HistoryBoundaries?) -> HistoryRun {
        var run = makeRun(period)
        run.boundaries = boundaries
        return run
    }

    @Test func outlinesComeBackAndAreKeptOnce() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        let (first, second) = (Self.boundaries(1, 2, 3), Self.boundaries(1, 2.5, 3))
        for (period, boundaries) in [("2020", first), ("2021", first), ("2022", second), ("2023", first)] {
            var given = Self.run(period, boundaries)
            given.boundaries?.outlines.reverse()
            try store.append(given)
        }
        try store.append(Self.run("2024", nil))
        #expect(try store.boundaries(ofRun: 1) == first)
        #expect(try store.run(3).boundaries == second)
        #expect(try store.boundaries(ofRun: 5) == nil)
        #expect(try store.boundaries(ofRun: 99) == nil)
        #expect(try store.verify().isSound)
        let queue = try DatabaseQueue(path: folder.store)
        #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM outlines") } == 6)
    }

    @Test func otherOutlinesAreAnotherRun() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        #expect(try store.append(Self.run("2024", Self.boundaries(1))) == .recorded(run: 1))
        #expect(try store.append(Self.run("2024", Self.boundaries(1))) == .unchanged(run: 1))
        #expect(try store.append(Self.run("2024", Self.boundaries(1.001))) == .recorded(run: 2))
        var moved = Self.boundaries(1.001)
        moved.system = "EPSG:25833"
        #expect(try store.append(Self.run("2024", moved)) == .recorded(run: 3))
        let (one, other) = (try store.compare(1, 2), try store.compare(1, 1))
        #expect(one.boundaries == .unknown && other.boundaries == .same)
    }

    /// A store of the first version is read as it is, and gets its tables when something is added.
    @Test func olderStoresStayReadable() throws {
        let folder = try Folder()
        let old = try HistoryStore.open(folder.store, migrations: Array(HistorySchema.migrations.prefix(1)))
        try old.append(makeRun("2023"))
        let reading = try HistoryStore.openReadOnly(folder.store)
        #expect(try reading.run(1).boundaries == nil)
        #expect(try reading.verify().isSound)
        let points = try reading.series(HistorySeriesQuery(indicator: "residents")).flatMap(\.points)
        #expect(!points.isEmpty && points.allSatisfy { $0.boundaries == nil })

        let store = try HistoryStore.open(folder.store)
        try store.append(Self.run("2024", Self.boundaries(1, 2)))
        #expect(try store.run(1).boundaries == nil)
        #expect(try store.run(2).boundaries == Self.boundaries(1, 2))
        #expect(try store.verify().isSound)
        #expect(try store.compare(1, 2).boundaries == .unknown)
        let later = try store.series(HistorySeriesQuery(indicator: "residents")).flatMap(\.points)
        #expect(Set(later.map(\.boundaries)) == [nil, Self.boundaries(1, 2).checksum])
        #expect(later.allSatisfy { !$0.hasOtherLand })
    }

    @Test func outlinesCannotBeChangedUnseen() throws {
        let folder = try Folder()
        try HistoryStore.open(folder.store).append(Self.run("2024", Self.boundaries(1, 2)))
        let queue = try DatabaseQueue(path: folder.store)
        for statement in [
            "UPDATE outlines SET shape = x'00'", "DELETE FROM outlines", "DELETE FROM boundaries",
            "UPDATE boundaries SET system = ''", "DELETE FROM boundaries_of_runs",
            "INSERT INTO outlines VALUES (1, 'q9', x'00')",
            "INSERT OR REPLACE INTO outlines SELECT * FROM outlines",
            "INSERT OR REPLACE INTO boundaries SELECT * FROM boundaries",
            "INSERT OR REPLACE INTO boundaries_of_runs SELECT * FROM boundaries_of_runs",
        ] {
            #expect(throws: DatabaseError.self, "\(statement)") {
                try queue.write { try $0.execute(sql: statement) }
            }
        }
        try queue.write {
            try $0.execute(sql: "DROP TRIGGER outlines_update")
            try $0.execute(sql: "UPDATE outlines SET shape = x'00' WHERE code = 'q1'")
        }
        try queue.close()
        #expect(try HistoryStore.openReadOnly(folder.store).verify().alteredRuns == [1])
    }

    @Test func anOutlineStandsOnce() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        var twice = Self.boundaries(1, 2)
        twice.outlines[1].id = "q0"
        #expect(failure { try store.append(Self.run("2024", twice)) }.code == .internalInconsistency)
        #expect(try store.runs().isEmpty)
        // No quarters is not unknown quarters.
        try store.append(Self.run("2024", HistoryBoundaries(system: "", outlines: [])))
        #expect(try store.run(1).boundaries?.outlines == [])
    }

    /// Who knows outlines says what earlier figures are on the later land.
    @Test func convertedFiguresStandInTheComparison() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        try store.append(makeRun("2023", quarters: 2, groups: ["all"]))
        try store.append(makeRun("2024", quarters: 2, shift: 0.1, groups: ["all"]))
        let comparison = try store.compare(1, 2) { old, _ in
            let figures = old.figures.map { figure -> (figure: HistoryRun.Figure, mark: BoundaryMark) in
                var converted = figure
                guard figure.measure.indicator == "coverage_share" else { return (figure, .same) }
                if figure.area.id == "q0" {
                    (converted.value, converted.lower, converted.upper) = (0.3, 0.1, 0.8)
                    return (converted, .converted)
                }
                return (converted, .notComparable("new_land"))
            }
            return ConvertedFigures(figures: figures, boundaries: .changed(quarters: 2, weights: "area"))
        }
        #expect(comparison.boundaries == .changed(quarters: 2, weights: "area"))
        #expect(comparison.figures.map(\.kind) == [.value, .boundaries])
        #expect(comparison.figures.map(\.boundaries) == [.converted, .notComparable("new_land")])
        #expect(abs((comparison.figures[0].difference ?? 0) - 0.05) < 1e-12)
        #expect(comparison.figures[1].difference == nil)
        #expect(comparison.unchangedFigures == 2)
    }
}
