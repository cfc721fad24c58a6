import Disclosure
import Testing

@Suite("The cell-key method")
struct CellKeyTests {
    /// The R package ptable (Destatis) gives 0.0638 and 0.383 for a change by -2 and for none of a count of 2 with the
    /// maximum 2 and the variance 1 (its introduction, version 1.0.0).
    @Test func theDistributionIsThatOfThePublishedExample() throws {
        let method = try #require(CellKey(maximum: 2, variance: 1, seed: 1))
        let row = method.transitions(from: 2)
        #expect(row.map(\.change) == [-2, -1, 0, 1, 2])
        #expect((row[0].probability - 0.0638).magnitude < 5e-5)
        #expect((row[2].probability - 0.383).magnitude < 5e-4)
        // The greatest entropy: the logarithms lie on a parabola.
        let ratio = row[1].probability / row[2].probability
        #expect((row[0].probability / row[2].probability - ratio * ratio * ratio * ratio).magnitude < 1e-9)
    }

    @Test(arguments: [(1, 0.5, 1), (2, 1.0, 1), (4, 2.0, 1), (4, 2.0, 3), (5, 4.0, 5), (6, 3.0, 5), (10, 9.0, 4)])
    func theTransitionMatrixKeepsItsPromises(maximum: Int, variance: Double, leastResult: Int) throws {
        let method = try #require(
            CellKey(maximum: maximum, variance: variance, leastResult: leastResult, seed: 3))
        for count in 0...40 {
            let row = method.transitions(from: count)
            #expect((row.reduce(0) { $0 + $1.probability } - 1).magnitude < 1e-9)
            #expect(row.reduce(0) { $0 + Double($1.change) * $1.probability }.magnitude < 1e-9, "mean of \(count)")
            #expect(row.allSatisfy { $0.probability >= 0 && $0.change.magnitude <= UInt(maximum) })
            #expect(
                row.allSatisfy { count + $0.change == 0 || count + $0.change >= leastResult || $0.probability == 0 })
            let spread = row.reduce(0) { $0 + Double($1.change * $1.change) * $1.probability }
            if count >= maximum + leastResult { #expect((spread - variance).magnitude < 1e-9) }
            if count >= leastResult { #expect(spread <= variance + 1e-9) }
        }
        #expect(method.transitions(from: 0).map(\.change) == [0])
    }

    @Test func theDrawnNoiseFollowsTheMatrix() throws {
        let method = try #require(CellKey(maximum: 3, variance: 2, leastResult: 2, seed: 11))
        for count in [1, 2, 4, 100] {
            let row = method.transitions(from: count)
            var frequency: [Int: Int] = [:]
            let draws = 20_000
            for draw in 0..<draws {
                frequency[method.published(count, identity: "area \(draw)") - count, default: 0] += 1
            }
            for (change, probability) in row {
                // Five standard deviations of a binomial count.
                let allowed = 5 * (Double(draws) * probability * (1 - probability)).squareRoot() + 1
                #expect((Double(frequency[change, default: 0]) - Double(draws) * probability).magnitude < allowed)
            }
            #expect(frequency.values.reduce(0, +) == draws)
        }
    }

    @Test func theSameCellAppearsAlikeAndZeroStaysZero() throws {
        let method = try #require(CellKey(maximum: 3, variance: 2, seed: 5))
        let other = try #require(CellKey(maximum: 3, variance: 2, seed: 6))
        let identities = (0..<500).map { "quarter \($0)|syria|residents" }
        let first = identities.map { method.published(50, identity: $0) }
        #expect(first == identities.map { method.published(50, identity: $0) })
        #expect(first != identities.map { other.published(50, identity: $0) })
        #expect(identities.allSatisfy { method.published(0, identity: $0) == 0 })
        #expect(method.published(.max, identity: "x") > Int.max - 4)
        #expect(method.published(-1, identity: "x") == -1)
        // Golden: a change of the key would change every figure already out.
        #expect(identities.prefix(8).map { method.published(50, identity: $0) - 50 } == [-1, 0, -3, 1, 0, 1, -1, 1])
    }

    @Test func numbersThatAllowNoNoiseAreRefused() {
        #expect(CellKey(maximum: 0, variance: 1, seed: 1) == nil)
        #expect(CellKey(maximum: 3, variance: 2, leastResult: 5, seed: 1) == nil)
        #expect(CellKey(maximum: 3, variance: 0, seed: 1) == nil)
        #expect(CellKey(maximum: 3, variance: 9, seed: 1) == nil)
        #expect(CellKey(maximum: 3, variance: .nan, seed: 1) == nil)
    }
}
