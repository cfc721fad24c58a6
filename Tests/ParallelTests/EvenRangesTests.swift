import Parallel
import TestSupport
import Testing

@Suite struct EvenRangesTests {
    @Test(arguments: [
        (10, 3, [0..<3, 3..<6, 6..<10]), (10, 1, [0..<10]), (3, 10, [0..<1, 1..<2, 2..<3]), (4, 2, [0..<2, 2..<4]),
        (0, 4, []), (5, 0, []), (-1, 4, []), (5, -1, []),
    ])
    func workedExamples(_ count: Int, _ pieces: Int, _ ranges: [Range<Int>]) {
        #expect(evenRanges(count, pieces: pieces) == ranges)
    }

    @Test func rangesCoverTheWholeWithoutGapAndDifferByAtMostOne() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<500 {
            let count = Int.random(in: 1...5_000, using: &generator)
            let pieces = Int.random(in: 1...200, using: &generator)
            let ranges = evenRanges(count, pieces: pieces)
            #expect(ranges.count == min(count, pieces))
            #expect(ranges.first?.lowerBound == 0)
            #expect(ranges.last?.upperBound == count)
            for (left, right) in zip(ranges, ranges.dropFirst()) { #expect(left.upperBound == right.lowerBound) }
            let lengths = ranges.map(\.count)
            #expect((lengths.min() ?? 0) >= 1)
            #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) <= 1)
        }
    }
}
