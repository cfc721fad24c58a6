import TestSupport
import Testing

@testable import Indicators

/// The parts of change against numpy, and what each of them means.
@Suite struct ChangeDecompositionTests {
    /// 4 groups in 6 quarters.
    static func table(seed: UInt64) -> [[Double]] {
        var generator = SeededGenerator(seed: seed)
        return (0..<4).map { _ in (0..<6).map { _ in Double(Int.random(in: 5...90, using: &generator)) } }
    }

    private func expectZero(_ value: Double?, _ what: String) {
        #expect((value ?? 1).magnitude < 1e-11, "\(what)")
    }

    @Test func allPartsAreThoseOfNumpy() throws {
        for fixture in try DistributionFixture.read().changes {
            let change = try #require(ChangeDecomposition(from: fixture.first, to: fixture.second))
            for (value, expected) in [
                (change.first, fixture.m1), (change.second, fixture.m2), (change.additions, fixture.additions),
                (change.removals, fixture.removals), (change.groupMargin, fixture.groupMargin),
                (change.unitMargin, fixture.unitMargin), (change.structural, fixture.structural),
            ] {
                // Parts are differences of numbers of the size of M.
                #expect((value - expected).magnitude < 1e-9 * fixture.m1, "\(fixture.name)")
            }
        }
    }

    @Test(arguments: 1...15 as ClosedRange<UInt64>) func thePartsAddUpAndTurnWithTheDates(_ seed: UInt64) throws {
        var (first, second) = (
            ChangeDecompositionTests.table(seed: seed), ChangeDecompositionTests.table(seed: seed + 99)
        )
        // A quarter that is new and one that is gone.
        for group in first.indices { (first[group][1], second[group][4]) = (0, 0) }
        let there = try #require(ChangeDecomposition(from: first, to: second))
        let sum = there.additions + there.removals + there.unitMargin + there.groupMargin + there.structural
        expectZero(sum - (there.second - there.first), "sum")
        let back = try #require(ChangeDecomposition(from: second, to: first))
        expectZero(back.additions + there.removals, "additions")
        expectZero(back.unitMargin + there.unitMargin, "unit margin")
        expectZero(back.groupMargin + there.groupMargin, "group margin")
        expectZero(back.structural + there.structural, "structural")
        // Groups as units and units as groups.
        func turned(_ table: [[Double]]) -> [[Double]] { (0..<6).map { unit in table.map { $0[unit] } } }
        let across = try #require(ChangeDecomposition(from: turned(first), to: turned(second)))
        expectZero(across.groupMargin - there.unitMargin, "across")
        expectZero(across.structural - there.structural, "across")
    }

    @Test func whereNothingChangesNothingIsExplained() throws {
        let table = ChangeDecompositionTests.table(seed: 1)
        let same = try #require(ChangeDecomposition(from: table, to: table))
        // Twice as many people everywhere.
        let doubled = try #require(ChangeDecomposition(from: table, to: table.map { $0.map { $0 * 2 } }))
        for change in [same, doubled] {
            expectZero(change.structural, "structural")
            expectZero(change.groupMargin, "group margin")
            expectZero(change.unitMargin, "unit margin")
            #expect(change.additions == 0 && change.removals == 0)
        }
    }

    @Test func growthOfAQuarterIsNotStructural() throws {
        let first = ChangeDecompositionTests.table(seed: 2)
        var second = first
        for group in second.indices { second[group][3] *= 4 }
        let change = try #require(ChangeDecomposition(from: first, to: second))
        // The odds ratios are the same, and so is everything but the margins.
        expectZero(change.structural, "structural")
        #expect(change.unitMargin.magnitude > 1e-4)
    }

    @Test func growthOfAGroupIsNotStructural() throws {
        let first = ChangeDecompositionTests.table(seed: 3)
        var second = first
        second[0] = second[0].map { $0 * 3 }
        let change = try #require(ChangeDecomposition(from: first, to: second))
        expectZero(change.structural, "structural")
        #expect(change.groupMargin.magnitude > 1e-4)
    }

    @Test func changedPlacesAreStructural() throws {
        // All margins are equal, before and after.
        let change = try #require(ChangeDecomposition(from: [[30, 20], [20, 30]], to: [[40, 10], [10, 40]]))
        expectZero(change.groupMargin, "group margin")
        expectZero(change.unitMargin, "unit margin")
        #expect(isEqual(change.structural, change.second - change.first) && change.structural > 0.1)
    }

    @Test func aNewQuarterIsAnAddition() throws {
        let change = try #require(
            ChangeDecomposition(from: [[30, 20, 0], [20, 30, 0]], to: [[30, 20, 50], [20, 30, 0]]))
        #expect(change.additions > 0.05 && change.removals == 0)
        expectZero(change.structural, "structural")
    }

    @Test func whatCannotBeComparedIsRefused() {
        let table: [[Double]] = [[1, 2], [3, 4]]
        #expect(ChangeDecomposition(from: table, to: []) == nil)
        #expect(ChangeDecomposition(from: table, to: [[1, 2, 3], [4, 5, 6]]) == nil)
        #expect(ChangeDecomposition(from: table, to: [[1, 2], [0, 0]]) == nil)
        #expect(ChangeDecomposition(from: table, to: [[1, .nan], [3, 4]]) == nil)
        // No quarter is there at both dates.
        #expect(ChangeDecomposition(from: [[1, 0], [3, 0]], to: [[0, 2], [0, 4]]) == nil)
    }

    // MARK: - Fitting

    @Test func theFittedTableHasTheMarginsAndTheOddsRatios() throws {
        let table = ChangeDecompositionTests.table(seed: 5)
        let (rows, columns) = ([0.1, 0.2, 0.3, 0.4], [0.05, 0.15, 0.1, 0.3, 0.2, 0.2])
        let fitted = try #require(ProportionalFitting.fit(table, rows: rows, columns: columns))
        for row in rows.indices { #expect(isClose(fitted[row].reduce(0, +), rows[row], tolerance: 1e-12)) }
        for column in columns.indices {
            #expect(isClose(fitted.reduce(0) { $0 + $1[column] }, columns[column], tolerance: 1e-12))
        }
        for row in 1..<4 {
            for column in 1..<6 {
                func odds(_ table: [[Double]]) -> Double {
                    table[0][0] * table[row][column] / (table[0][column] * table[row][0])
                }
                #expect(isEqual(odds(fitted), odds(table)))
            }
        }
    }

    @Test func anEmptyFieldStaysEmptyWhereTheMarginsAllowIt() throws {
        let fitted = try #require(
            ProportionalFitting.fit([[10, 0], [10, 10]], rows: [0.4, 0.6], columns: [0.6, 0.4]))
        #expect(fitted[0][1] < 1e-10)
    }

    @Test func tablesOfNobodyAreNotFitted() {
        #expect(ProportionalFitting.fit([[0, 0], [0, 0]], rows: [0.5, 0.5], columns: [0.5, 0.5]) == nil)
        #expect(ProportionalFitting.fit([], rows: [], columns: []) == nil)
    }
}
