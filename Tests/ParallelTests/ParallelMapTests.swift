import Parallel
import Synchronization
import TestSupport
import Testing

@Suite struct ParallelMapTests {
    struct Refusal: Error, Equatable {
        let index: Int
    }

    @Test(arguments: [0, 1, 2, 3, 64, 1_000])
    func resultsStandInTheOrderOfTheIndexes(_ count: Int) {
        #expect(parallelMap(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }

    @Test func aNegativeCountIsNone() {
        #expect(parallelMap(-1) { $0 }.isEmpty)
    }

    @Test func unevenWorkChangesNothing() {
        // The first pieces take longest, so that later ones finish before them.
        let sums = parallelMap(40) { index in (0..<(40 - index) * 2_000).reduce(0) { $0 ^ ($1 &* 31) } }
        #expect(sums == (0..<40).map { index in (0..<(40 - index) * 2_000).reduce(0) { $0 ^ ($1 &* 31) } })
    }

    @Test func everyIndexIsVisitedOnce() {
        let visits = Mutex([Int](repeating: 0, count: 500))
        _ = parallelMap(500) { index in visits.withLock { $0[index] += 1 } }
        #expect(visits.withLock { $0 } == [Int](repeating: 1, count: 500))
    }

    @Test(arguments: [[0], [7], [7, 3, 99], [99], Array(0..<100)])
    func theErrorOfTheLowestIndexIsThrown(_ failing: [Int]) {
        #expect(throws: Refusal(index: failing.min() ?? -1)) {
            try parallelMap(100) { (index: Int) throws(Refusal) -> Int in
                if failing.contains(index) { throw Refusal(index: index) }
                return index
            }
        }
    }

    @Test func theErrorOfASingleIndexIsThrown() {
        #expect(throws: Refusal(index: 0)) {
            try parallelMap(1) { (index: Int) throws(Refusal) -> Int in throw Refusal(index: index) }
        }
    }

    @Test func callsNest() {
        let table = parallelMap(20) { row in parallelMap(20) { column in row * 20 + column } }
        #expect(table.flatMap { $0 } == Array(0..<400))
    }
}
