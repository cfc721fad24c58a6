import Planar
import TestSupport
import Testing

@testable import Indicators

/// Dealing values anew: all ways counted by hand, the same result in any order of units, and honest chances where there is
/// nothing to find.
@Suite struct PermutationTests {
    static func line(_ count: Int) -> SpatialWeights {
        SpatialWeights(
            Contiguity(pairs: (1..<max(count, 1)).map { (Int32($0 - 1), Int32($0)) }, count: count), .rowStandardised)
    }

    static func keys(_ count: Int) -> [UInt64] { (0..<count).map { permutationKey("q\($0)") } }

    // MARK: - All ways

    @Test func allWaysOfFourUnitsInALine() throws {
        // 1 – 2 – 3 – 10: of the unit at the end, the neighbour may be any of the other three.
        let values = [1.0, 2, 3, 10]
        let tails = ConditionalPermutation(permutations: 9_999, seed: 1).tails(values, Self.line(4), keys: Self.keys(4))
        let last = try #require(tails[3])
        #expect(last == TailCounts(atLeast: 1, atMost: 3, total: 3, isExact: true))
        #expect(isClose(last.upper, 1 / 3) && last.lower == 1 && isClose(last.twoSided, 2 / 3))
        // The unit 2 sees the mean of two of (1, 3, 10), in either order: 1 and 3 is the lowest.
        #expect(tails[1] == TailCounts(atLeast: 6, atMost: 2, total: 6, isExact: true))
        // The unit 3 sees two of (1, 2, 10): 2 and 10 is the highest.
        #expect(tails[2] == TailCounts(atLeast: 2, atMost: 6, total: 6, isExact: true))
    }

    @Test func allWaysOfMoran() throws {
        // Of the 24 orders of 1, 2, 3, 4 in a line only the ascending and the descending one are as alike.
        let result = try #require(
            GlobalPermutation(permutations: 1, seed: 1).test([1, 2, 3, 4], Self.line(4), keys: Self.keys(4)))
        #expect(result.tails == TailCounts(atLeast: 2, atMost: 24, total: 24, isExact: true))
        #expect(isClose(result.tails.upper, 1 / 12))
    }

    @Test func drawingComesNearToAllWays() throws {
        // Nine units: drawn; the same eight and all ways: the chance of the highest pair among the others.
        let values = [9.0, 8, 1, 2, 3, 4, 5, 6, 7]
        let tails = ConditionalPermutation(permutations: 99_999, seed: 7).tails(
            values, Self.line(9), keys: Self.keys(9))
        // The neighbour of the first is 8, the highest of eight.
        #expect(abs((tails[0]?.upper ?? 0) - 1 / 8) < 0.006)
        #expect(tails[0]?.isExact == false && tails[0]?.total == 99_999)
    }

    @Test func smallestChances() {
        let permutation = ConditionalPermutation(permutations: 9_999, seed: 1)
        #expect(isClose(permutation.smallestChance(neighbours: 3, units: 8), 1 / 35))
        #expect(permutation.smallestChance(neighbours: 8, units: 9) == 1)
        #expect(permutation.smallestChance(neighbours: 0, units: 9) == 1)
        #expect(permutation.smallestChance(neighbours: 5, units: 40) == 1e-4)
        #expect(
            isClose(ConditionalPermutation(permutations: 99, seed: 1).smallestChance(neighbours: 5, units: 40), 0.01))
    }

    @Test func stoppingEarlyGivesTheSameWithinChance() throws {
        let values = (0..<30).map { Double(($0 * 7) % 30) }
        var permutation = ConditionalPermutation(permutations: 9_999, seed: 3)
        let whole = permutation.tails(values, Self.line(30), keys: Self.keys(30))
        permutation.mostAtLeast = 200
        let stopped = permutation.tails(values, Self.line(30), keys: Self.keys(30))
        var stops = 0
        for (whole, stopped) in zip(whole, stopped) {
            let (whole, stopped) = (try #require(whole), try #require(stopped))
            if stopped.isStopped {
                stops += 1
                #expect(stopped.atLeast == 200 && stopped.total < 9_999)
                #expect(abs(stopped.upper - whole.upper) <= 0.3 * whole.upper)
            } else {
                #expect(stopped == whole)
            }
        }
        #expect(stops > 15)
    }

    @Test func islandsAndNothingHaveNoChance() {
        let permutation = ConditionalPermutation(permutations: 99, seed: 1)
        let weights = SpatialWeights(Contiguity(pairs: [(0, 1)], count: 3), .binary)
        #expect(permutation.tails([1, 2, 3], weights, keys: Self.keys(3))[2] == nil)
        #expect(permutation.tails([], Self.line(0), keys: []) == [])
        #expect(permutation.tails([1, 2], weights, keys: Self.keys(2)) == [nil, nil])
        #expect(GlobalPermutation(permutations: 99, seed: 1).test([1, 1, 1], weights, keys: Self.keys(3)) == nil)
    }

    // MARK: - Order and seeds

    @Test(arguments: [6, 25]) func theOrderOfUnitsChangesNothing(_ count: Int) throws {
        var generator = SeededGenerator(seed: 11)
        let values = (0..<count).map { _ in Double.random(in: 0...1, using: &generator) }
        let pairs = (0..<3 * count).map { _ in
            (
                Int32.random(in: 0..<Int32(count), using: &generator),
                Int32.random(in: 0..<Int32(count), using: &generator)
            )
        }
        let weights = SpatialWeights(Contiguity(pairs: pairs, count: count), .rowStandardised)
        let permutation = ConditionalPermutation(permutations: 999, seed: 5)
        let plain = permutation.tails(values, weights, keys: Self.keys(count))
        let global = try #require(
            GlobalPermutation(permutations: 999, seed: 5).test(values, weights, keys: Self.keys(count)))
        for _ in 0..<5 {
            let order = (0..<count).shuffled(using: &generator)
            var place = [Int32](repeating: 0, count: count)
            for (new, old) in order.enumerated() { place[old] = Int32(new) }
            let moved = SpatialWeights(
                Contiguity(pairs: pairs.map { (place[Int($0.0)], place[Int($0.1)]) }, count: count), .rowStandardised)
            let keys = order.map { Self.keys(count)[$0] }
            #expect(permutation.tails(order.map { values[$0] }, moved, keys: keys) == order.map { plain[$0] })
            let other = try #require(
                GlobalPermutation(permutations: 999, seed: 5).test(order.map { values[$0] }, moved, keys: keys))
            #expect(other.tails == global.tails && isClose(other.observed, global.observed))
        }
    }

    /// Defect 2 of other tools: one seed for each draw made all draws the same.
    @Test func defect2DrawsDifferAndSeedZeroIsASeed() throws {
        let values = (0..<20).map { Double($0 * $0 % 17) }
        func tails(_ seed: UInt64) -> [TailCounts?] {
            ConditionalPermutation(permutations: 999, seed: seed).tails(values, Self.line(20), keys: Self.keys(20))
        }
        #expect(tails(0) == tails(0) && tails(1) == tails(1))
        #expect(tails(0) != tails(1))
        // Were all draws the same, every count would be 0 or all.
        #expect(tails(0).compactMap(\.self).contains { $0.atLeast > 0 && $0.atLeast < 999 })
        // Two units with equal values and neighbours draw from streams of their own.
        let even = [Double](repeating: 1, count: 10) + (0..<10).map(Double.init)
        let counts = ConditionalPermutation(permutations: 999, seed: 1).tails(
            even, Self.line(20), keys: Self.keys(20))
        #expect(Set(counts[1..<9].map { $0?.atMost }).count > 1)
    }

    @Test func manyUnitsOfSmallChanceNeedManyDraws() {
        // With 99 draws no chance is below 0.01: of 40 units one alone is never found, with 9,999 it is.
        var chances = [Double](repeating: 0.5, count: 40)
        chances[0] = ConditionalPermutation(permutations: 99, seed: 1).smallestChance(neighbours: 5, units: 40)
        #expect(FalseDiscovery.adjusted(chances)[0] > 0.05)
        chances[0] = ConditionalPermutation(permutations: 9_999, seed: 1).smallestChance(neighbours: 5, units: 40)
        #expect(FalseDiscovery.adjusted(chances)[0] < 0.05)
    }

    // MARK: - Nothing to find

    @Test func chancesAreUniformWhereThereIsNothingToFind() {
        var generator = SeededGenerator(seed: 99)
        let contiguity = Contiguity(
            columns: (0..<36).map { Int32($0 % 6) }, rows: (0..<36).map { Int32($0 / 6) }, corners: true)
        let weights = SpatialWeights(contiguity, .rowStandardised)
        var (local, global): ([Double], [Double]) = ([], [])
        for round in 0..<60 {
            let values = (0..<36).map { _ in Double.random(in: 0...1, using: &generator) }
            let tails = ConditionalPermutation(permutations: 199, seed: UInt64(round)).tails(
                values, weights, keys: Self.keys(36))
            // Neighbouring units share values, so that only units far apart are independent.
            for unit in [0, 3, 18, 21] { if let tails = tails[unit] { local.append(tails.upper) } }
            let result = GlobalPermutation(permutations: 199, seed: UInt64(round)).test(
                values, weights, keys: Self.keys(36))
            if let result { global.append(result.tails.upper) }
        }
        for chances in [local, global] {
            // Kolmogorov's distance from the uniform distribution, at 1 ‰: 1.95/√n.
            let sorted = chances.sorted()
            let count = Double(sorted.count)
            let distance = sorted.enumerated().map { abs($0.element - (Double($0.offset) + 0.5) / count) }.max() ?? 1
            #expect(distance < 1.95 / count.squareRoot() + 0.5 / count, "\(distance)")
        }
    }
}
