import Planar
import TestSupport
import Testing

@testable import Indicators

/// What must not change the figures: units of measurement, names, and what lies far away.
@Suite struct SpatialInvarianceTests {
    static func random(_ seed: UInt64, units: Int) -> (values: [Double], contiguity: Contiguity) {
        var generator = SeededGenerator(seed: seed)
        let values = (0..<units).map { _ in Double.random(in: 0...1, using: &generator) }
        let pairs = (0..<2 * units).map { _ in
            (
                Int32.random(in: 0..<Int32(units), using: &generator),
                Int32.random(in: 0..<Int32(units), using: &generator)
            )
        }
        return (values, Contiguity(pairs: pairs, count: units))
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func anotherScaleChangesNothing(_ seed: UInt64) throws {
        let (values, contiguity) = Self.random(seed, units: 25)
        let weights = SpatialWeights(contiguity, .rowStandardised)
        let scaled = values.map { 40 - 3 * $0 }
        let (one, other) = (try #require(MoranIndex.value(values, weights)), MoranIndex.value(scaled, weights))
        #expect(isClose(one, try #require(other)))
        let local = try #require(LocalMoran.values(values, weights))
        for (one, other) in zip(local, try #require(LocalMoran.values(scaled, weights))) {
            #expect(isClose(one ?? -1, other ?? -1))
        }
        // High becomes low.
        let star = try #require(GetisOrd.values(values, weights))
        for (one, other) in zip(star, try #require(GetisOrd.values(scaled, weights))) {
            #expect(isClose(one ?? 0, -(other ?? 0)))
        }
        let quadrants = zip(
            try #require(LocalMoran.quadrants(values, weights)), try #require(LocalMoran.quadrants(scaled, weights)))
        let opposite: [LocalMoran.Quadrant: LocalMoran.Quadrant] = [
            .highAmongHigh: .lowAmongLow, .lowAmongLow: .highAmongHigh, .lowAmongHigh: .highAmongLow,
            .highAmongLow: .lowAmongHigh,
        ]
        for (one, other) in quadrants { #expect(one.flatMap { opposite[$0] } == other) }
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>) func tailsOfOppositeValuesAreExchanged(_ seed: UInt64) throws {
        let (values, contiguity) = Self.random(seed, units: 20)
        let weights = SpatialWeights(contiguity, .binary)
        let keys = PermutationTests.keys(20)
        let permutation = ConditionalPermutation(permutations: 499, seed: seed)
        let plain = permutation.tails(values, weights, keys: keys)
        for (one, other) in zip(plain, permutation.tails(values.map { -$0 }, weights, keys: keys)) {
            #expect(one?.atLeast == other?.atMost && one?.atMost == other?.atLeast)
        }
    }

    @Test func weightsOfARowAddUpToOne() {
        let (_, contiguity) = Self.random(3, units: 30)
        let weights = SpatialWeights(contiguity, .rowStandardised)
        for unit in 0..<30 {
            let sum = weights.entries(of: unit).reduce(0) { $0 + weights.weights[$1] }
            #expect(isClose(sum, contiguity.entries(of: unit).isEmpty ? 0 : 1))
            #expect(isClose(weights.lag(of: unit, [Double](repeating: 7, count: 30)), 7 * sum))
        }
        #expect(isClose(weights.total, Double(30 - contiguity.islands.count)))
        #expect(SpatialWeights(contiguity, .binary).total == Double(contiguity.neighbours.count))
    }

    @Test func ofManyPeopleTheSharesThemselvesAreCompared() throws {
        // With a million people in each unit chance is nothing, so that z is the share in standard deviations.
        let shares = [0.1, 0.2, 0.15, 0.3, 0.25]
        let people = shares.map { _ in 1e6 }
        let cases = shares.map { $0 * 1e6 }
        let bayes = try #require(EmpiricalBayes(cases: cases, people: people))
        let deviation = (shares.reduce(0) { $0 + ($1 - 0.2) * ($1 - 0.2) } / 5).squareRoot()
        for (share, cases) in zip(shares, cases) {
            #expect(abs((bayes.score(cases: cases, people: 1e6) ?? 0) - (share - 0.2) / deviation) < 1e-3)
            #expect(abs((bayes.rate(cases: cases, people: 1e6) ?? 0) - share) < 1e-5)
        }
    }

    @Test func keysOfIdsAreThoseOfTheAlgorithm() {
        // FNV-1a of the empty text, "a" and "foobar", as its authors print them.
        #expect(permutationKey("") == 0xcbf2_9ce4_8422_2325)
        #expect(permutationKey("a") == 0xaf63_dc4c_8601_ec8c)
        #expect(permutationKey("foobar") == 0x8594_4171_f739_67e8)
    }
}
