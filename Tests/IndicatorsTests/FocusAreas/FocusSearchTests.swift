import Planar
import TestSupport
import Testing

@testable import Indicators

/// What is found, what is not, and of what nothing is said.
@Suite struct FocusSearchTests {
    static let search = FocusSearch(rate: 0.05, permutation: ConditionalPermutation(permutations: 9_999, seed: 1))

    /// A grid of squares with 400 people each, of whom `share` belong to the group.
    static func grid(_ columns: Int, _ rows: Int, people: Double = 400, share: (Int, Int) -> Double) -> FocusUnits {
        let squares = (0..<columns * rows).map { ($0 % columns, $0 / columns) }
        return FocusUnits(
            cases: squares.map { (people * share($0.0, $0.1)).rounded() }, people: squares.map { _ in people },
            contiguity: Contiguity(
                columns: squares.map { Int32($0.0) }, rows: squares.map { Int32($0.1) }, corners: true),
            keys: squares.map { permutationKey("\($0.0),\($0.1)") })
    }

    /// A corner of 3 × 3 squares among 8 × 6.
    static func corner(_ column: Int, _ row: Int) -> Double {
        column < 3 && row < 3 ? 0.4 : 0.05 + 0.01 * Double((column * 5 + row * 3) % 4)
    }

    @Test func aFocusAreaIsFoundAndNothingElse() {
        let units = Self.search.units(Self.grid(8, 6, share: Self.corner))
        for (index, unit) in units.enumerated() {
            // The three corners that lie between as many low neighbours as high ones are not sure enough.
            let isFound = [0, 1, 8, 9, 10, 17].contains(index)
            #expect(unit?.finding.isFound == isFound, "\(index)")
            if isFound { #expect((unit?.score ?? 0) > 1.5 && (unit?.adjusted ?? 1) <= 0.05) }
        }
    }

    @Test func nothingIsFoundInATownOfEqualShares() {
        let exact = Self.search.units(Self.grid(8, 6) { _, _ in 0.1 })
        #expect(exact.allSatisfy { $0?.finding == .cannotTell(.noVariation) })
        let rounded = Self.search.units(Self.grid(8, 6) { 0.1 + 0.0025 * Double(($0 * 7 + $1 * 3) % 3) })
        #expect(rounded.allSatisfy { $0?.finding == .notFound })
    }

    @Test func chanceFindingsStayRare() {
        var generator = SeededGenerator(seed: 4)
        var towns = 0
        for seed in 0..<60 {
            var units = Self.grid(6, 5) { _, _ in 0.1 }
            units.cases = units.cases.map { _ in
                Double((0..<400).count { _ in Double.random(in: 0...1, using: &generator) < 0.1 })
            }
            let search = FocusSearch(
                rate: 0.05, permutation: ConditionalPermutation(permutations: 999, seed: UInt64(seed)))
            if search.units(units).contains(where: { $0?.finding == .found }) { towns += 1 }
        }
        // At 5 % some three of sixty towns are expected to have any; ten would come by chance once in a thousand times.
        #expect(towns < 10, "\(towns)")
    }

    @Test func emptyLandTakesNoPart() {
        var units = Self.grid(8, 6, share: Self.corner)
        for index in [7, 15, 47] { (units.people[index], units.cases[index]) = (0, 0) }
        let found = Self.search.units(units)
        #expect(found[7] == nil && found[15] == nil && found[47] == nil)
        #expect(found[0]?.finding == .found)
        #expect(Self.search.units(Self.grid(3, 3, people: 0) { _, _ in 0 }).allSatisfy { $0 == nil })
    }

    @Test func fewPeopleOfTheGroupSayNothing() {
        var units = Self.grid(8, 6, share: Self.corner)
        (units.people[20], units.cases[20]) = (12, 11)
        // 12 people at the town's share are fewer than five of the group, however many there are.
        #expect(Self.search.units(units)[20]?.finding == .cannotTell(.smallCounts))
    }

    @Test func anIslandSaysNothing() {
        var units = Self.grid(8, 6, share: Self.corner)
        units.contiguity = Contiguity(
            columns: (0..<48).map { Int32($0 == 47 ? 99 : $0 % 8) }, rows: (0..<48).map { Int32($0 / 8) }, corners: true
        )
        let found = Self.search.units(units)
        #expect(found[47]?.finding == .cannotTell(.noNeighbours) && found[47]?.chance == nil)
        #expect(found[0]?.finding == .found)
    }

    @Test func fewQuartersSayNothing() {
        // In a town of four quarters each touches all others: there is only one way to deal.
        let four = Self.search.units(Self.grid(2, 2) { $0 == 0 && $1 == 0 ? 0.6 : 0.1 })
        #expect(four.allSatisfy { $0?.finding == .cannotTell(.fewUnits) })
        // Of nine the one in the middle touches all others.
        let nine = Self.search.units(Self.grid(3, 3) { $0 == 0 ? 0.5 : 0.1 + 0.01 * Double($1) })
        #expect(nine[4]?.finding == .cannotTell(.fewUnits))
        #expect(nine[0]?.finding != .cannotTell(.fewUnits))
    }

    @Test func lowAmongHighIsNotFound() {
        // The square in the middle of a high neighbourhood has a low share itself.
        let units = Self.grid(9, 7) { column, row in
            column == 1 && row == 1 ? 0.02 : Self.corner(column, row)
        }
        #expect(Self.search.units(units)[10]?.finding == .notFound)
    }

    // MARK: - In other ways

    @Test func aFindingHoldsOnlyWhereAllWaysAgree() {
        func finding(_ finding: ComparedFinding) -> FocusSearch.Finding { finding.finding(leastKept: 0.9) }
        #expect(finding(ComparedFinding(plain: .found)) == .found)
        #expect(
            finding(ComparedFinding(plain: .found, otherZoning: true, withoutAccommodation: true, kept: 0.9)) == .found)
        #expect(finding(ComparedFinding(plain: .found, otherZoning: false)) == .cannotTell(.dependsOnZoning))
        #expect(finding(ComparedFinding(plain: .notFound, otherZoning: true)) == .cannotTell(.dependsOnZoning))
        #expect(
            finding(ComparedFinding(plain: .found, withoutAccommodation: false)) == .cannotTell(.dependsOnAccommodation)
        )
        #expect(finding(ComparedFinding(plain: .notFound, kept: 0.89)) == .cannotTell(.dependsOnNoise))
        #expect(
            finding(ComparedFinding(plain: .cannotTell(.smallCounts), otherZoning: true)) == .cannotTell(.smallCounts))
    }

    @Test func keptIsTheShareOfDrawsWithTheSameClass() {
        let kept = ComparedFinding.kept(
            [.found, .notFound, .cannotTell(.fewUnits), nil],
            in: [
                [.found, .found, .found, nil], [.found, .notFound, .notFound, nil],
                [.cannotTell(.smallCounts), .notFound, .found, nil], [.notFound, .notFound, .found, nil],
            ])
        #expect(kept == [0.5, 0.75, nil, nil])
        #expect(ComparedFinding.kept([.found], in: []) == [nil])
    }

    // MARK: - Squares

    @Test func squaresGatherOrigins() {
        let zoning = SquareZoning(
            xs: [10, 490, 510, 10, -10, 5_000], ys: [10, 490, 10, 510, 10, 10],
            isCounted: [true, true, true, true, true, false], west: 0, south: 0, side: 500)
        #expect(zoning.count == 4)
        #expect(zoning.squareOfOrigin == [1, 1, 3, 2, 0, -1])
        #expect(
            zoning.sums([1, 2, 4, 8, 16, 32], weights: [1, 1, 0.5, 1, 1, 1]) == [16, 3, 8, 2])
        // West of the corner and the one east of it touch; all touch the middle one.
        #expect(Array(zoning.contiguity.neighbours[zoning.contiguity.entries(of: 1)]) == [0, 2, 3])
        let nowhere = SquareZoning(
            xs: [.infinity, 1e300], ys: [0, 0], isCounted: [true, true], west: 0, south: 0, side: 500)
        #expect(nowhere.count == 0 && nowhere.squareOfOrigin == [-1, -1])
    }

    // MARK: - Given and found

    @Test func givenAndFoundInPeople() {
        let agreement = GivenAndFound(counts: [100, 50, 30, 20], found: [1, 1, 0, 0], given: [1, 0, 1, 0])
        #expect(agreement.foundInGiven == 100.0 / 150 && agreement.givenInFound == 100.0 / 130)
        #expect(!agreement.isEstimated)
        let cut = GivenAndFound(counts: [100], found: [0.5], given: [0.8])
        #expect(isClose(cut.both, 40) && isClose(cut.leastBoth, 30) && isClose(cut.mostBoth, 50) && cut.isEstimated)
        let none = GivenAndFound(counts: [100], found: [0], given: [0])
        #expect(none.foundInGiven == nil && none.givenInFound == nil)
        let whole = GivenAndFound(counts: [3, 4], found: [1, 1], given: [1, 1])
        #expect(whole.foundInGiven == 1 && whole.givenInFound == 1)
    }
}
