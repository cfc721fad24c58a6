/// Between which ranks a unit lies, as far as its figures decide: shares are drawn anew from their variances, sums are made
/// and ranked, and the middle 95 of 100 ranks are kept. Rank 1 has the highest status.
enum RankIntervals {
    /// The ranks of each unit.
    ///
    /// - Parameters:
    ///   - shares: one column for each kind.
    ///   - variances: the variance of each share.
    ///   - keys: a number for each unit that stays with it whatever the order of units.
    static func ranks(
        shares: [[Double]], variances: [[Double]], keys: [UInt64], draws: Int, seed: UInt64
    ) -> [ClosedRange<Int>]? {
        guard let count = shares.first?.count, count > 0, draws > 0 else { return nil }
        let order = CanonicalOrder(keys: keys).units
        var ranks = [[Int]](repeating: [], count: count)
        for draw in 0..<draws {
            var random = SeededRandom(seed: seed, stream: UInt64(truncatingIfNeeded: draw))
            var drawn = shares
            for column in shares.indices {
                for unit in order { drawn[column][unit] += variances[column][unit].squareRoot() * random.deviate() }
            }
            guard let index = StatusIndex(drawn) else { return nil }
            let ranked = order.sorted { (index.sums[$0], keys[$0]) < (index.sums[$1], keys[$1]) }
            for (rank, unit) in ranked.enumerated() { ranks[unit].append(rank + 1) }
        }
        let outside = Int(0.025 * Double(draws))
        return ranks.map { unsorted in
            let sorted = unsorted.sorted()
            return sorted[outside]...sorted[sorted.count - 1 - outside]
        }
    }
}
