import Glibc
import Testing

@testable import Disclosure

@Suite("Noise of the greatest entropy")
struct NoiseDistributionTests {
    /// A shift of probability that changes neither sum nor mean nor variance must not change the entropy to first
    /// order: the logarithms have no third differences.
    @Test(arguments: [1, 2, 3, 5, 8]) func thirdDifferencesOfTheLogarithmsVanish(count: Int) {
        let changes = Array(max(-count, -4)...4)
        let distribution = NoiseDistribution(changes: changes, variance: 1.2)
        let logarithms = distribution.probabilities.map { log($0) }
        for first in 0..<logarithms.count - 3 {
            let difference =
                logarithms[first + 3] - 3 * logarithms[first + 2] + 3 * logarithms[first + 1] - logarithms[first]
            #expect(difference.magnitude < 1e-7)
        }
        #expect(zip(changes, distribution.probabilities).reduce(0) { $0 + Double($1.0) * $1.1 }.magnitude < 1e-12)
    }

    @Test func whereACountMustMoveTheLeastVarianceIsTaken() {
        // From 1 to 0 or to 3: twice as often down.
        let forced = NoiseDistribution(changes: [-1, 2], variance: 0.5)
        #expect(forced.probabilities[0].isNear(2.0 / 3) && forced.probabilities[1].isNear(1.0 / 3))
        #expect(forced.variance.isNear(2))
        let wider = NoiseDistribution(changes: [-1, 2, 3, 4], variance: 0.5)
        #expect(wider.probabilities[0].isNear(2.0 / 3) && wider.probabilities[1].isNear(1.0 / 3))
        #expect(wider.probabilities[2] == 0 && wider.probabilities[3] == 0)
    }

    @Test func standingStillIsLikeliestWhereItIsAllowed() {
        // The variance 1 would make -1 likelier than 0 for a count of 1.
        let distribution = NoiseDistribution(changes: [-1, 0, 1, 2], variance: 1)
        #expect(distribution.probabilities[1] >= distribution.probabilities[0] - 1e-9)
        #expect(distribution.probabilities[1].isNear(distribution.probabilities[0]))
        #expect(distribution.variance < 1 && distribution.variance > 0.5)
    }

    @Test func withNothingOnOneSideNothingMoves() {
        #expect(NoiseDistribution(changes: [0], variance: 1).probabilities == [1])
        #expect(NoiseDistribution(changes: [0, 1, 2], variance: 1).probabilities == [1, 0, 0])
    }

    @Test func keysAreSpreadAndTheSame() {
        #expect(StableKey("a", seed: 1) == StableKey("a", seed: 1))
        var buckets = [Int](repeating: 0, count: 16)
        for number in 0..<16_000 { buckets[Int(StableKey("quarter \(number)", seed: 9).fraction * 16)] += 1 }
        // A thousand each; five standard deviations.
        #expect(buckets.allSatisfy { ($0 - 1_000).magnitude < 160 })
        // Keys of the same text under neighbouring seeds have nothing to do with each other.
        let agreeing = (0..<1_000).filter {
            StableKey("\($0)", seed: 1).bits & 1 == StableKey("\($0)", seed: 2).bits & 1
        }
        #expect((agreeing.count - 500).magnitude < 80)
    }
}
