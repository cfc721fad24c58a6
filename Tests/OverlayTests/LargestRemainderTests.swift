import Overlay
import TestSupport
import Testing

/// Whole numbers that add up.
@Suite struct LargestRemainderTests {
    @Test(
        arguments: [
            // The textbook case: quotas 4.7, 1.6, 1.58, 1.2, 0.61, 0.31.
            ([47_000, 16_000, 15_800, 12_000, 6_100, 3_100], 10, [5, 2, 1, 1, 1, 0]),
            // Equal remainders: the first ones.
            ([1, 1, 1], 2, [1, 1, 0]), ([1, 1, 1], 100, [34, 33, 33]), ([2.5, 2.5], 5, [3, 2]),
            // Already whole: nothing moves.
            ([3, 0, 4], 7, [3, 0, 4]), ([0.1 + 0.2, 0.7], 10, [3, 7]),
            // Nobody to give out, nothing that weighs, nonsense.
            ([5, 6], 0, [0, 0]), ([0, 0, 0], 4, [2, 1, 1]), ([-1, .nan, .infinity, 2], 3, [0, 0, 0, 3]),
            ([1, 2], -3, [0, 0]), ([], 5, []), ([0.000_001], 7, [7]),
        ] as [([Double], Int, [Int])])
    func examples(_ values: [Double], _ total: Int, _ expected: [Int]) {
        #expect(LargestRemainder.round(values, total: total) == expected)
    }

    @Test func everybodyIsGivenOutAndNobodyFarFromTheirQuota() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            let values = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
                Bool.random(using: &generator) ? Double.random(in: 0...1_000, using: &generator) : 0
            }
            let total = Int.random(in: 0...5_000, using: &generator)
            let whole = LargestRemainder.round(values, total: total)
            let sum = values.reduce(0, +)
            #expect(whole.reduce(0, +) == total)
            for (value, number) in zip(values, whole) where sum > 0 {
                let quota = value / sum * Double(total)
                #expect((Double(number) - quota).magnitude < 1 && number >= 0)
                if value == 0 { #expect(number == 0) }
            }
        }
    }

    @Test func millionsOfPeopleAreCountedExactly() {
        let values = (1...1_000).map { 1 / Double($0) }
        #expect(LargestRemainder.round(values, total: 83_000_000).reduce(0, +) == 83_000_000)
        #expect(LargestRemainder.round([1, 2, 4], total: 9_007_199_254_740_991).reduce(0, +) == 9_007_199_254_740_991)
    }

    @Test func orderDecidesOnlyBetweenEqualRemainders() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<50 {
            let values = (0..<20).map { _ in Double.random(in: 0...9, using: &generator) }
            let order = values.indices.shuffled(using: &generator)
            let plain = LargestRemainder.round(values, total: 97)
            #expect(LargestRemainder.round(order.map { values[$0] }, total: 97) == order.map { plain[$0] })
        }
    }
}
