import TestSupport
import Testing
import Town

@testable import Indicators

/// Which origins make a unit, and who lives around one.
@Suite struct ZoningTests {
    /// All of so many origins.
    static func all(_ count: Int) -> OriginWeights {
        OriginWeights(origins: (0..<count).map { Int32($0) }, weights: [Double](repeating: 1, count: count))
    }

    @Test func squaresLieOnMultiplesOfTheirSide() {
        let xs = [526_010.0, 526_499.999, 526_500, 525_999, 526_010]
        let ys = [6_071_010.0, 6_071_499.999, 6_071_010, 6_071_010, 6_070_999]
        let zoning = Zoning.grid(side: 500, town: ZoningTests.all(5), xs: xs, ys: ys)
        #expect(zoning.id == "grid_500" && zoning.side == 500)
        // From south to north, from west to east; the south and west edge belong to the square.
        #expect(zoning.units.map(\.origins) == [[4], [3], [0, 1], [2]])
        #expect(zoning.sums([1, 2, 4, 8, 16]) == [16, 8, 3, 4])
    }

    @Test func squaresWestAndSouthOfTheOriginAreSquares() {
        let zoning = Zoning.grid(side: 500, town: ZoningTests.all(3), xs: [-1, 1, -501], ys: [-1, 1, -1])
        #expect(zoning.units.map(\.origins) == [[2], [0], [1]])
    }

    @Test func coordinatesBeyondAllNumbersDoNotTrap() {
        let zoning = Zoning.grid(side: 100, town: ZoningTests.all(3), xs: [1e300, -1e300, 50], ys: [0, 0, 0])
        #expect(zoning.units.reduce(0) { $0 + $1.origins.count } == 3)
        let kernel = Zoning.kernel(radius: 100, town: ZoningTests.all(2), xs: [1e300, 0], ys: [0, 0])
        #expect(kernel.around([[1, 2]]) == [[1, 2]])
    }

    @Test func cutCellsCountWithTheirShare() {
        let town = OriginWeights(origins: [0, 2], weights: [0.5, 1])
        let zoning = Zoning.grid(side: 500, town: town, xs: [10, 20, 30], ys: [0, 0, 0])
        #expect(zoning.sums([100, 7, 40]) == [90])
        #expect(zoning.variances([8, 8, 8]) == [10])
        #expect(zoning.around([[90]]) == [[90]])
        // Only who lives in the town is around anybody.
        let kernel = Zoning.kernel(radius: 400, town: town, xs: [10, 20, 30], ys: [0, 0, 0])
        #expect(kernel.id == "kernel_400")
        #expect(kernel.around([kernel.sums([100, 7, 40])]) == [[90, 90]])
    }

    @Test func aDistanceEqualToTheRadiusCounts() {
        let (xs, ys) = ([0.0, 400, 400.001, 240, -400], [0.0, 0, 0, 320, -1])
        let zoning = Zoning.kernel(radius: 400, town: ZoningTests.all(5), xs: xs, ys: ys)
        // From south to north, from west to east.
        #expect(zoning.units.map(\.origins) == [[4], [0], [1], [2], [3]])
        #expect(zoning.around([zoning.sums([1, 10, 100, 1_000, 10_000])])[0] == [10_000, 1_011, 1_111, 1_110, 1_111])
    }

    @Test func surroundingsAreThoseOfTheWholeTableOfDistances() throws {
        let cells = try DistributionFixture.read().aroundCells
        let zoning = Zoning.kernel(
            radius: cells.radius, town: ZoningTests.all(cells.xs.count), xs: cells.xs, ys: cells.ys)
        let around = zoning.around([zoning.sums(cells.residents), zoning.sums(cells.members)])
        #expect(around == [cells.residentsAround, cells.membersAround])
    }

    /// Reardon & O'Sullivan 2004.
    @Test func theFiguresAroundCellsAreThoseOfNumpy() throws {
        let cells = try DistributionFixture.read().aroundCells
        let zoning = Zoning.kernel(
            radius: cells.radius, town: ZoningTests.all(cells.xs.count), xs: cells.xs, ys: cells.ys)
        let around = zoning.around([zoning.sums(cells.residents), zoning.sums(cells.members)])
        let units = try #require(
            TwoGroupUnits(residents: cells.residents, members: cells.members, around: (around[0], around[1])))
        #expect(isEqual(units.dissimilarity, cells.dissimilarity))
        #expect(isEqual(units.isolation, cells.isolation))
        #expect(isEqual(units.separation, cells.separation))
        #expect(isEqual(units.isolationWithoutSelf, cells.isolationWithoutSelf))
        #expect(isEqual(GroupUnits(units).mutualInformation, cells.mutualInformation))
        #expect(isEqual(GroupUnits(units).informationIndex, cells.informationIndex))
        // The larger the surroundings, the less is left to chance, and the more even they are.
        let cellsAlone = try #require(TwoGroupUnits(residents: cells.residents, members: cells.members))
        #expect(units.randomDissimilarity < cellsAlone.randomDissimilarity / 3)
        #expect(units.dissimilarity < cellsAlone.dissimilarity)
    }

    @Test func chanceAroundCellsIsWhatLotsShow() throws {
        var generator = SeededGenerator(seed: 11)
        let residents = (0..<36).map { _ in Int.random(in: 1...20, using: &generator) }
        let (xs, ys) = ((0..<36).map { Double($0 % 6) * 100 }, (0..<36).map { Double($0 / 6) * 100 })
        let zoning = Zoning.kernel(radius: 150, town: ZoningTests.all(36), xs: xs, ys: ys)
        let counts = residents.map { Double($0) }
        func units(_ members: [Double]) throws -> TwoGroupUnits {
            let around = zoning.around([counts, members])
            return try #require(TwoGroupUnits(residents: counts, members: members, around: (around[0], around[1])))
        }
        var (dissimilarity, separation, isolation) = ([Double](), [Double](), [Double]())
        var chance: TwoGroupUnits?
        for _ in 0..<800 {
            let drawn = try units(RandomAllocationTests.allocate(members: 60, to: residents, using: &generator))
            dissimilarity.append(drawn.dissimilarity)
            separation.append(try #require(drawn.separationWithoutSelf))
            isolation.append(drawn.isolation)
            chance = drawn
        }
        let expected = try #require(chance)
        for (values, mean) in [
            (dissimilarity, expected.randomDissimilarity), (separation, 0), (isolation, expected.randomIsolation),
        ] {
            let drawn = values.reduce(0, +) / 800
            let variance = values.reduce(0) { $0 + ($1 - drawn) * ($1 - drawn) } / 799
            #expect((drawn - mean).magnitude < 4 * (variance / 800).squareRoot())
        }
    }
}
