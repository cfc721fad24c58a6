import Testing

@testable import Indicators

@Suite struct SeededRandomTests {
    /// The first numbers of SplitMix64 from the seed 1234567, as its authors' program prints them.
    @Test func numbersAreThoseOfTheAlgorithm() {
        var random = SeededRandom(seed: 1_234_567)
        #expect(
            [random.next(), random.next(), random.next()] == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

    @Test func numbersBelowACountAreEven() {
        var random = SeededRandom(seed: 5)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[random.index(below: 7)] += 1 }
        // χ² with six degrees of freedom: 22.5 at 1 ‰.
        let distance = counts.reduce(0.0) { $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000 }
        #expect(distance < 22.5)
        #expect((0..<100).allSatisfy { _ in random.index(below: 1) == 0 })
        let uniform = (0..<10_000).map { _ in random.uniform() }
        #expect(uniform.allSatisfy { $0 >= 0 && $0 < 1 } && abs(uniform.reduce(0, +) / 10_000 - 0.5) < 0.015)
    }

    @Test func deviatesAreNearlyNormal() {
        var random = SeededRandom(seed: 9)
        let drawn = (0..<20_000).map { _ in random.deviate() }
        #expect(abs(drawn.reduce(0, +) / 20_000) < 0.03)
        #expect(abs(drawn.reduce(0) { $0 + $1 * $1 } / 20_000 - 1) < 0.04)
        // Of a normal number 95 of 100 lie within 1.96.
        #expect(abs(Double(drawn.count { abs($0) < 1.96 }) / 20_000 - 0.95) < 0.007)
        #expect(drawn.allSatisfy { abs($0) <= 6 })
    }

    /// Each of the 24 orders of four comes about equally often.
    @Test func everyOrderIsAsLikely() {
        var random = SeededRandom(seed: 8)
        var counts: [[Int]: Int] = [:]
        for _ in 0..<24_000 {
            var order = [0, 1, 2, 3]
            random.shuffle(&order)
            counts[order, default: 0] += 1
        }
        #expect(counts.count == 24 && counts.values.allSatisfy { (850...1_150).contains($0) })
    }

    @Test func littleIsShuffledWithoutDrawing() {
        var random = SeededRandom(seed: 8)
        var (none, one) = ([Int](), [7])
        random.shuffle(&none)
        random.shuffle(&one)
        #expect(none.isEmpty && one == [7])
        var untouched = SeededRandom(seed: 8)
        #expect(random.next() == untouched.next())
    }

    @Test func streamsOfOneSeedDiffer() {
        let first = (0..<100).map { stream -> UInt64 in
            var random = SeededRandom(seed: 1, stream: UInt64(stream))
            return random.next()
        }
        #expect(Set(first).count == 100)
    }
}

@Suite struct ArrangementTests {
    @Test func allWaysAreGoneThroughOnceAndTheRowIsLeftAsItWas() {
        for (count, places, ways) in [(4, 4, 24), (5, 2, 20), (3, 1, 3), (3, 0, 1), (0, 0, 1)] {
            var row = (0..<count).map(Double.init)
            var found: Set<[Double]> = []
            var calls = 0
            forEachArrangement(of: &row, places: places) {
                found.insert(Array($0.prefix(places)))
                calls += 1
            }
            #expect(calls == ways && found.count == ways)
            #expect(row == (0..<count).map(Double.init))
        }
    }
}
