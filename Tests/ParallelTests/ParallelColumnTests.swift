import Parallel
import Synchronization
import TestSupport
import Testing

@Suite struct ParallelColumnTests {
    @Test(arguments: [-3, 0, 1, 4_095, 4_096, 4_097, 100_000])
    func rangesCoverTheWholeOnce(_ count: Int) {
        let seen = Mutex([Int](repeating: 0, count: max(count, 0)))
        parallelRanges(count) { range in
            #expect(!range.isEmpty)
            seen.withLock { for index in range { $0[index] += 1 } }
        }
        #expect(seen.withLock { $0 }.allSatisfy { $0 == 1 })
    }

    @Test(arguments: [-3, 0, 1, 2, 4_096, 65_537])
    func aColumnHoldsTheNumberOfEachIndex(_ count: Int) {
        let column = parallelColumn(count) { Int32(truncatingIfNeeded: 3 * $0 + 1) }
        #expect(column == (0..<max(count, 0)).map { Int32(truncatingIfNeeded: 3 * $0 + 1) })
    }

    @Test func aColumnIsTheSameAsAMapOfAnother() {
        var generator = SeededGenerator(seed: 5)
        let values = (0..<10_000).map { _ in Double.random(in: -1...1, using: &generator) }
        #expect(parallelColumn(values.count) { values[$0] * values[$0] } == values.map { $0 * $0 })
    }
}
