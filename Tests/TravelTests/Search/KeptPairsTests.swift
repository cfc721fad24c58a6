import Synchronization
import TestSupport
import Testing

@testable import Travel

/// Pairs in memory are the pairs that were found, in the same parts; what takes too much memory is found anew.
@Suite struct KeptPairsTests {
    /// A search that counts how often it is walked through.
    private final class Counted: PairSearch {
        let search: any PairSearch
        let walks = Mutex(0)

        init(_ search: any PairSearch) { self.search = search }

        var originCount: Int { search.originCount }

        func map<Result: Sendable>(_ body: @Sendable (PairRows) -> Result) -> [Result] {
            walks.withLock { $0 += 1 }
            return search.map(body)
        }
    }

    private struct Pair: Hashable {
        var part: Range<Int>
        var origin: Int
        var destination: Int
        var cost: Double
    }

    private static func pairs(_ search: some PairSearch) -> [Pair] {
        search.map { rows in
            var pairs: [Pair] = []
            for origin in rows.origins {
                rows.forEachPair(of: origin) {
                    pairs.append(Pair(part: rows.origins, origin: origin, destination: $0, cost: $1))
                }
            }
            return pairs
        }.flatMap(\.self)
    }

    /// 2,500 origins, three parts of them.
    private static func search(seed: UInt64) throws -> Counted {
        var generator = SeededGenerator(seed: seed)
        func coordinates(_ count: Int) -> [Double] {
            (0..<count).map { _ in Double.random(in: 0...1_000, using: &generator) }
        }
        let query = try ReachQuery(
            xs: coordinates(12), ys: coordinates(12), categories: (0..<12).map { _ in 0 }, categoryCount: 1, limits: [])
        return Counted(
            StraightLine().pairs(
                originXs: coordinates(2_500), originYs: coordinates(2_500), query: query, limit: 300))
    }

    @Test(arguments: UInt64(1)...3) func fewPairsAreFoundOnce(_ seed: UInt64) throws {
        let search = try Self.search(seed: seed)
        let plain = Self.pairs(search)
        #expect(plain.count > 1_000 && Set(plain.map(\.part)).count == 3)
        let kept = KeptPairs(search, bytes: 1 << 20)
        #expect(kept.originCount == 2_500 && !kept.areKept)
        for _ in 0..<3 { #expect(Self.pairs(kept) == plain) }
        #expect(kept.areKept && search.walks.withLock(\.self) == 2)
    }

    @Test func whatTakesTooMuchMemoryIsFoundAnew() throws {
        let search = try Self.search(seed: 4)
        let plain = Self.pairs(search)
        let parts = search.map(\.byteCount)
        let needed = parts.reduce(0, +)
        // 12 bytes for each pair and 8 for each origin, at least; how much more, the allocator decides anew each time.
        let least = plain.count * 12 + 2_500 * 8
        #expect(needed >= least && needed < 3 * least)
        for (bytes, isEnough) in [(3 * least, true), (least - 1, false), (parts[0], false), (0, false)] {
            let kept = KeptPairs(search, bytes: bytes)
            search.walks.withLock { $0 = 0 }
            for _ in 0..<3 { #expect(Self.pairs(kept) == plain) }
            #expect(kept.areKept == isEnough && search.walks.withLock(\.self) == (isEnough ? 1 : 3))
        }
    }

    @Test func nobodyLeavesNothing() {
        let kept = KeptPairs(NoPairs(originCount: 0), bytes: 1)
        #expect(Self.pairs(kept).isEmpty && Self.pairs(kept).isEmpty && kept.areKept)
    }
}
