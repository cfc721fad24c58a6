import TestSupport
import Testing
import Town

@testable import Indicators

/// Counts that are drawn anew, for all indicators that ask how far a figure moves with what is not exactly known of them.
@Suite struct CountDrawsTests {
    static func population(
        _ counts: [[Double]], _ spreads: [CountSpread], coarse: [Int32] = []
    ) -> PopulationTable {
        PopulationTable(
            xs: counts[0].indices.map(Double.init), ys: counts[0].map { _ in 0 }, counts: counts, spreads: spreads,
            areCells: false, coarseCells: CoarseCells(cellsOfOrigins: coarse))
    }

    static func draws(_ population: PopulationTable, movesWithinCells: Bool = true) -> CountDraws {
        CountDraws(population, order: population.canonicalOrder, movesWithinCells: movesWithinCells)
    }

    @Test func drawsHaveTheMeanAndVarianceOfTheNoise() {
        let draws = Self.draws(
            Self.population(
                [[100, 100, 100], [100, 2, 7]],
                [
                    CountSpread(noiseVariances: [4, 4, 4]),
                    CountSpread(noiseVariances: [4, 0, 0], lowest: [100, 1, 7], highest: [100, 5, 7]),
                ]))
        #expect(!draws.isExact)
        var (sums, squares, low, high) = (0.0, 0.0, 9.0, 0.0)
        for draw in 0..<4_000 {
            let counts = draws.counts(draw: draw)
            sums += counts[0][1]
            squares += (counts[0][1] - 100) * (counts[0][1] - 100)
            (low, high) = (min(low, counts[1][1]), max(high, counts[1][1]))
            #expect(counts[1][2] == 7 && counts[1][0] <= counts[0][0])
        }
        #expect(abs(sums / 4_000 - 100) < 0.15 && abs(squares / 4_000 - 4) < 0.4)
        #expect(low >= 1 && low < 1.1 && high <= 5 && high > 4.9)
        #expect(draws.counts(draw: 3) == draws.counts(draw: 3) && draws.counts(draw: 3) != draws.counts(draw: 4))
        #expect(draws.counts(draw: 3, seed: 2) != draws.counts(draw: 3))
    }

    @Test func drawnCountsArePossibleOnes() {
        let draws = Self.draws(
            Self.population(
                [[3, 50, 20], [2, 10, 1]],
                [
                    CountSpread(noiseVariances: [4, 4, 0]),
                    CountSpread(noiseVariances: [4, 0, 0], lowest: [2, 10, 0], highest: [2, 10, 2]),
                ]))
        for draw in 0..<2_000 {
            let drawn = draws.counts(draw: draw)
            for origin in 0..<3 { #expect(drawn[0][origin] >= 0 && (0...drawn[0][origin]).contains(drawn[1][origin])) }
            #expect(drawn[0][2] == 20 && drawn[1][1] == 10 && (0...2).contains(drawn[1][2]))
        }
    }

    @Test func exactCountsAreNotDrawn() {
        #expect(Self.draws(Self.population([[3], [1]], [])).isExact)
        let equal = CountSpread(lowest: [3], highest: [3])
        #expect(Self.draws(Self.population([[3], [1]], [equal, .none])).isExact)
        let large = Self.population([[3], [1]], [], coarse: [0])
        #expect(!Self.draws(large).isExact && Self.draws(large, movesWithinCells: false).isExact)
        // Of a group that is not asked for nothing is drawn.
        let noisy = Self.population(
            [[3], [1], [1]], [.none, .none, CountSpread(noiseVariances: [2])])
        #expect(!CountDraws(noisy, order: [0], movesWithinCells: false).isExact)
        #expect(CountDraws(noisy, groups: [1], order: [0], movesWithinCells: false).isExact)
    }

    /// All residents that may be any number stay as they are; a group that may be any number is at most all of them.
    @Test func whatHasNoBoundIsDrawnWithinAllResidents() {
        let open = Self.population(
            [[3], [1]], [CountSpread(lowest: [3], highest: [.infinity]), .none])
        #expect(open.isOpen && !Self.population([[3]], []).isOpen)
        #expect((0..<50).allSatisfy { Self.draws(open).counts(draw: $0) == [[3], [1]] })
        let group = Self.population([[40], [1]], [.none, CountSpread(lowest: [0], highest: [.infinity])])
        let drawn = (0..<500).map { Self.draws(group).counts(draw: $0)[1][0] }
        #expect(!group.isOpen && drawn.allSatisfy { (0...40).contains($0) })
        // The mean of even numbers in 0…40 has a standard deviation of 0.5 over 500 draws.
        #expect(abs(drawn.reduce(0, +) / 500 - 20) < 2)
    }

    @Test func peopleOfLargeCellsAreDrawnToOnePlace() {
        let population = Self.population([[10, 30, 5, 0], [1, 3, 2, 0]], [], coarse: [0, 0, -1, 0])
        let draws = Self.draws(population)
        var second = 0
        for draw in 0..<2_000 {
            let counts = draws.counts(draw: draw)
            let isSecond = counts[0][1] == 40
            second += isSecond ? 1 : 0
            #expect(counts == (isSecond ? [[0, 40, 5, 0], [0, 4, 2, 0]] : [[40, 0, 5, 0], [4, 0, 2, 0]]))
        }
        #expect(abs(Double(second) / 2_000 - 0.75) < 0.04)
    }

    /// Seeded: rows in another order are drawn the same.
    @Test(arguments: 1...5) func theOrderOfRowsDoesNotMatter(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let count = 30
        var population = Self.population(
            [(0..<count).map { _ in Double(Int.random(in: 0...9, using: &generator)) }], [],
            coarse: (0..<count).map { Int32($0 % 4) - 1 })
        population.spreads = [CountSpread(of: population.counts[0], noise: CountNoise(variance: 2))]
        let rows = Array(0..<count).shuffled(using: &generator)
        var numbers: [Int32: Int32] = [-1: -1]
        for row in rows where numbers[Int32(row % 4) - 1] == nil {
            numbers[Int32(row % 4) - 1] = Int32(numbers.count) - 1
        }
        let counts = rows.map { population.counts[0][$0] }
        let other = PopulationTable(
            xs: rows.map { population.xs[$0] }, ys: rows.map { _ in 0 }, counts: [counts],
            spreads: [CountSpread(of: counts, noise: CountNoise(variance: 2))], areCells: false,
            coarseCells: CoarseCells(cellsOfOrigins: rows.map { numbers[Int32($0 % 4) - 1] ?? -1 }))
        for draw in 0..<5 {
            let (plain, moved) = (Self.draws(population).counts(draw: draw), Self.draws(other).counts(draw: draw))
            #expect(rows.map { plain[0][$0] } == moved[0])
        }
    }

    @Test func largeTownsAreDrawnLessOften() {
        #expect(CountDraws.number(199, origins: 4_000) == 199)
        #expect(CountDraws.number(199, origins: 20_000) == 50)
        #expect(CountDraws.number(199, origins: 1_300_000) == CountDraws.fewest)
        #expect(CountDraws.number(199, origins: 0) == 199)
        #expect(CountDraws.number(origins: 100) == 99)
    }
}
