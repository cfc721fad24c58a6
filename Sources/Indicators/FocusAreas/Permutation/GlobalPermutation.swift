internal import Parallel
internal import Planar

/// Whether neighbours are more alike, or less, than chance would have it: all values are dealt anew to all units, and
/// Moran's index is compared.
///
/// With up to ``TailCounts/mostExactUnits`` units all ways of dealing are gone through; else they are drawn.
package struct GlobalPermutation: Sendable {
    /// What the rearrangements gave.
    package struct Result: Sendable, Hashable {
        /// Moran's index of the values as they are.
        package var observed: Double
        /// How many rearrangements gave one as large or as small.
        package var tails: TailCounts
        /// Between what 95 of 100 rearrangements lie.
        package var chance: ClosedRange<Double>
    }

    /// How many are drawn.
    package var permutations: Int
    /// The seed.
    package var seed: UInt64

    /// Draws so many from a seed.
    package init(permutations: Int, seed: UInt64) {
        self.permutations = max(permutations, 1)
        self.seed = seed
    }

    /// The comparison; nil where Moran's index has no value. Runs on all cores.
    ///
    /// - Parameter keys: a number for each unit that stays with it whatever the order of units.
    package func test(_ values: [Double], _ weights: SpatialWeights, keys: [UInt64]) -> Result? {
        guard keys.count == values.count, let observed = MoranIndex.value(values, weights),
            let deviations = Deviations(values)
        else { return nil }
        let order = CanonicalOrder(keys: keys)
        let pairs = HalfPairs(weights, order)
        let scale = Double(values.count) / weights.total / deviations.squares
        let start = order.units.map { deviations.values[$0] }
        let isExact = values.count <= TailCounts.mostExactUnits
        let indexes = isExact ? exact(start, pairs) : drawn(start, pairs)
        var tails = TailCounts.none(isExact: isExact)
        for index in indexes { tails.count(index * scale, beside: observed, rounding: 1e-9) }
        let sorted = indexes.sorted()
        let outside = Int(0.025 * Double(sorted.count))
        return Result(
            observed: observed, tails: tails,
            chance: sorted[outside] * scale...sorted[sorted.count - 1 - outside] * scale)
    }

    /// Draws in each piece of work from a stream of its own: a whole shuffle (Fisher & Yates) for each.
    private func drawn(_ start: [Double], _ pairs: HalfPairs) -> [Double] {
        let pieces = evenRanges(permutations, pieces: (permutations + 63) / 64)
        return parallelMap(pieces.count) { piece in
            var values = start
            var random = SeededRandom(seed: seed, stream: UInt64(piece))
            return pieces[piece].map { _ in
                random.shuffle(&values)
                return pairs.sum(values)
            }
        }.flatMap(\.self)
    }

    private func exact(_ start: [Double], _ pairs: HalfPairs) -> [Double] {
        var values = start
        var sums: [Double] = []
        forEachArrangement(of: &values, places: values.count) { sums.append(pairs.sum($0)) }
        return sums
    }
}

/// Each pair of neighbours once, with the weights of both directions together.
private struct HalfPairs {
    private let ends: [Int32]
    private let others: [Int32]
    private let weights: [Double]

    init(_ spatial: SpatialWeights, _ order: CanonicalOrder) {
        var rows = [[Int32: Double]](repeating: [:], count: spatial.count)
        for unit in 0..<spatial.count {
            let own = order.ranks[unit]
            for entry in spatial.entries(of: unit) {
                let other = order.ranks[Int(spatial.neighbours[entry])]
                rows[min(own, other)][Int32(truncatingIfNeeded: max(own, other)), default: 0] += spatial.weights[entry]
            }
        }
        var (ends, others, weights): ([Int32], [Int32], [Double]) = ([], [], [])
        for row in rows {
            for (other, weight) in row.sorted(by: { $0.key < $1.key }) {
                others.append(other)
                weights.append(weight)
            }
            ends.append(Int32(truncatingIfNeeded: others.count))
        }
        (self.ends, self.others, self.weights) = (ends, others, weights)
    }

    /// Σ_i Σ_j w_ij·z_i·z_j.
    func sum(_ values: [Double]) -> Double {
        values.withUnsafeBufferPointer { values in
            var (total, entry) = (0.0, 0)
            for unit in 0..<values.count {
                var lag = 0.0
                let end = Int(ends[unit])
                while entry < end {
                    lag += weights[entry] * values[Int(others[entry])]
                    entry &+= 1
                }
                total += values[unit] * lag
            }
            return total
        }
    }
}
