/// People in the order of a rank variable, such as an income. Units with the same rank are one block: they share one
/// middle rank, and where a block is cut, all its units are cut alike. So no result depends on the order of rows.
struct RankedPeople: Sendable {
    /// All units of one rank.
    struct Block: Sendable {
        /// The share of all people in it.
        var share: Double
        /// Σ p·x.
        var sum: Double
        /// The share of all people who rank lower.
        var below: Double

        /// The middle of the ranks that its people take, in 0…1.
        var middle: Double { below + share / 2 }
    }

    /// The blocks, ascending.
    let blocks: [Block]

    /// Ranks units; nil where a unit with people has no finite rank.
    ///
    /// - Parameter ranks: the rank variable of each unit, the least first.
    init?(_ people: WeightedValues, by ranks: [Double]) {
        let units = people.shares.indices.filter { people.shares[$0] > 0 }
        guard ranks.count == people.shares.count, units.allSatisfy({ ranks[$0].isFinite }) else { return nil }
        var blocks: [Block] = []
        var last: Double?
        for unit in units.sorted(by: { ranks[$0] < ranks[$1] }) {
            if ranks[unit] != last {
                let below = blocks.last.map { $0.below + $0.share } ?? 0
                blocks.append(Block(share: 0, sum: 0, below: below))
                last = ranks[unit]
            }
            blocks[blocks.count - 1].share += people.shares[unit]
            blocks[blocks.count - 1].sum += people.shares[unit] * people.values[unit]
        }
        self.blocks = blocks
    }

    /// The mean of x of those between two shares of the order, such as 0.9…1 for the highest tenth; the blocks at the
    /// ends count with the part that lies inside.
    func mean(_ part: ClosedRange<Double>) -> Double? {
        var (share, sum) = (0.0, 0.0)
        for block in blocks {
            let inside = min(part.upperBound, block.below + block.share) - max(part.lowerBound, block.below)
            guard inside > 0 else { continue }
            share += inside
            sum += inside * block.sum / block.share
        }
        return share > 0 ? sum / share : nil
    }
}
