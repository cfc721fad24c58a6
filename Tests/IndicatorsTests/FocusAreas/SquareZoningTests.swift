import Planar
import TestSupport
import Testing
import Town

@testable import Indicators

/// The parts of the search for focus areas: squares, comparisons, figures of quarters.
@Suite struct SquareZoningTests {
    private static func squares(_ xs: [Double], _ ys: [Double], side: Double = 100) -> SquareZoning {
        SquareZoning(xs: xs, ys: ys, isCounted: xs.map { _ in true }, west: 0, south: 0, side: side)
    }

    @Test func originsLieInTheSquareOfTheirCorner() {
        let squares = Self.squares([0, 99.9, 100, 50, 250], [0, 50, 0, 100, 0])
        // Numbered from west to east, in each column from south to north; only squares with origins.
        #expect(squares.squareOfOrigin == [0, 0, 2, 1, 3] && squares.count == 4)
        #expect(squares.sums([1, 2, 4, 8, 16], weights: [1, 0.5, 1, 1, 0.25]) == [2, 8, 4, 4])
        // The first two squares touch, and both touch the third; the last stands apart.
        #expect(
            squares.contiguity.entries(of: 0).count == 2 && squares.contiguity.entries(of: 3).count == 1)
    }

    /// Origins that take no part, or lie beyond all numbers, are in no square.
    @Test func whatIsNotCountedIsInNoSquare() {
        let squares = SquareZoning(
            xs: [10, 20, 1e15, .infinity, .nan], ys: [10, 20, 0, 0, 0],
            isCounted: [false, true, true, true, true],
            west: 0, south: 0, side: 100)
        #expect(squares.squareOfOrigin == [-1, 0, -1, -1, -1] && squares.count == 1)
        let none = Self.squares([], [])
        #expect(none.count == 0 && none.sums([], weights: []).isEmpty)
    }

    /// Squares twice as wide hold the people of those inside of them; nobody is lost.
    @Test(arguments: UInt64(1)...5) func nobodyIsLost(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let xs = (0..<200).map { _ in Double.random(in: 0...3_000, using: &generator) }
        let ys = (0..<200).map { _ in Double.random(in: 0...3_000, using: &generator) }
        let people = (0..<200).map { _ in Double(Int.random(in: 0...90, using: &generator)) }
        let (fine, coarse) = (Self.squares(xs, ys), Self.squares(xs, ys, side: 200))
        for squares in [fine, coarse] {
            #expect(
                squares.sums(people, weights: people.map { _ in 1 }).reduce(0, +) == people.reduce(0, +))
        }
        #expect(coarse.count < fine.count)
        for one in xs.indices {
            for other in xs.indices where fine.squareOfOrigin[one] == fine.squareOfOrigin[other] {
                #expect(coarse.squareOfOrigin[one] == coarse.squareOfOrigin[other])
            }
        }
    }

    // MARK: - What is left of a finding

    /// All of the ways of looking must agree; one that cannot tell is no objection.
    @Test func aFindingHoldsWhereAllAgree() {
        func finding(
            _ plain: FocusSearch.Finding, _ zoning: Bool?, _ without: Bool?, _ kept: Double?
        ) -> FocusSearch.Finding {
            ComparedFinding(plain: plain, otherZoning: zoning, withoutAccommodation: without, kept: kept)
                .finding(leastKept: 0.9)
        }
        for (plain, isFound) in [(FocusSearch.Finding.found, true), (.notFound, false)] {
            #expect(
                finding(plain, nil, nil, nil) == plain && finding(plain, isFound, isFound, 0.9) == plain)
            #expect(finding(plain, !isFound, !isFound, 0) == .cannotTell(.dependsOnZoning))
            #expect(finding(plain, nil, !isFound, 0) == .cannotTell(.dependsOnAccommodation))
            #expect(finding(plain, isFound, nil, 0.89) == .cannotTell(.dependsOnNoise))
        }
        // What cannot be told stays so, whatever else says.
        #expect(finding(.cannotTell(.smallCounts), true, true, 1) == .cannotTell(.smallCounts))
    }

    @Test func classesAreKeptInSomeOfTheDraws() {
        let plain: [FocusSearch.Finding?] = [.found, .notFound, .cannotTell(.fewUnits), nil]
        let draws: [[FocusSearch.Finding?]] = [
            [.found, .found, .found, nil], [.found, .notFound, .found, .found],
            [.cannotTell(.fewUnits), .notFound, nil, nil], [.found, nil, nil, nil],
        ]
        #expect(ComparedFinding.kept(plain, in: draws) == [0.75, 0.5, nil, nil])
        #expect(ComparedFinding.kept(plain, in: []) == [nil, nil, nil, nil])
    }

    // MARK: - Figures of units

    @Test func figuresOfInhabitedUnitsStandAtTheirUnits() {
        let units = FocusUnits(
            cases: [1, 0, 4, 0], people: [10, 0, 20, 0],
            contiguity: Contiguity(columns: [0, 1, 2, 3], rows: [0, 0, 0, 0], corners: true),
            keys: [9, 8, 7, 6])
        #expect(units.inhabited().indexes == [0, 2] && units.inhabited().units.keys == [9, 7])
        #expect(units.spreadOut { $0.people.map { $0 / 10 } } == [1, nil, 2, nil])
        #expect(units.spreadOut { _ in nil } == [nil, nil, nil, nil])
        var empty = units
        empty.people = [0, 0, 0, 0]
        #expect(empty.scores == nil && units.scores?.count == 4)
    }

    @Test func onlyFiguresHaveAFirstOne() {
        #expect(
            QuarterFigure.Told.figures([2, 3]).first == 2
                && QuarterFigure.Told.figures([nil, 3], .fewUnits).first == nil)
        #expect(
            QuarterFigure.Told.nobody.first == nil
                && QuarterFigure.Told.refused(.noVariation).first == nil)
        #expect(QuarterFigure.Told.figures([]).first == nil)
    }
}
