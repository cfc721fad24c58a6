internal import Parallel

/// Whether the neighbours of a unit are higher, or lower, than chance would have it: the unit keeps its value, all other
/// values are dealt anew to the other units, and the sum over its neighbours Σ_j w_ij·x_j is compared.
///
/// This one comparison answers for local Moran and for Gi*, which grow with that sum (local Moran of a unit below the mean
/// falls with it). With up to ``TailCounts/mostExactUnits`` units all ways of dealing are gone through; else they are drawn,
/// for each unit from a stream of its own, by shuffling only as many values as there are neighbours.
///
/// Reference: Anselin 1995, Geographical Analysis 27(2):93–115.
package struct ConditionalPermutation: Sendable {
    /// How many are drawn for each unit. With m draws no p-value is below 1/(m + 1): with 99 a single unit among 40 could
    /// never be found.
    package var permutations: Int
    /// The seed.
    package var seed: UInt64
    /// Drawing for a unit ends once so many sums were at least as large as the observed one; nil to draw all.
    package var mostAtLeast: Int?

    /// Draws so many from a seed.
    package init(permutations: Int, seed: UInt64, mostAtLeast: Int? = nil) {
        self.permutations = max(permutations, 1)
        self.seed = seed
        self.mostAtLeast = mostAtLeast
    }

    /// For each unit the counts, nil for units without neighbours. Runs on all cores.
    ///
    /// - Parameter keys: a number for each unit that stays with it whatever the order of units.
    package func tails(_ values: [Double], _ weights: SpatialWeights, keys: [UInt64]) -> [TailCounts?] {
        guard values.count == weights.count, keys.count == values.count else { return values.map { _ in nil } }
        let order = CanonicalOrder(keys: keys)
        let sorted = order.units.map { values[$0] }
        let largest = values.reduce(0) { max($0, $1.magnitude) }
        let pieces = evenRanges(values.count, pieces: 64)
        return parallelMap(pieces.count) { piece in
            var pool = [Double](repeating: 0, count: max(values.count - 1, 0))
            return pieces[piece].map { unit -> TailCounts? in
                let entries = weights.entries(of: unit)
                if entries.isEmpty { return nil }
                fill(&pool, sorted, without: order.ranks[unit])
                let row = Row(
                    weights: Array(weights.weights[entries]), observed: weights.lag(of: unit, values),
                    rounding: 1e-12 * largest * weights.weights[entries].reduce(0) { $0 + $1.magnitude })
                if values.count <= TailCounts.mostExactUnits { return row.exact(&pool) }
                var random = SeededRandom(seed: seed, stream: keys[unit])
                return row.drawn(&pool, permutations, mostAtLeast ?? .max, &random)
            }
        }.flatMap(\.self)
    }

    /// The values of all units but one.
    private func fill(_ pool: inout [Double], _ sorted: [Double], without rank: Int) {
        for place in 0..<rank { pool[place] = sorted[place] }
        for place in rank..<pool.count { pool[place] = sorted[place + 1] }
    }
}

/// The neighbours of one unit: their weights, and the sum that was observed.
private struct Row {
    let weights: [Double]
    let observed: Double
    let rounding: Double

    /// All ways to deal values of the pool to the neighbours.
    func exact(_ pool: inout [Double]) -> TailCounts {
        var counts = TailCounts.none(isExact: true)
        forEachArrangement(of: &pool, places: weights.count) { dealt in
            let sum = zip(weights, dealt).reduce(0) { $0 + $1.0 * $1.1 }
            counts.count(sum, beside: observed, rounding: rounding)
        }
        return counts
    }

    /// Ways drawn at random: the first steps of a shuffle (Fisher & Yates), as many as there are neighbours. What one draw
    /// leaves is as good a start for the next as any.
    func drawn(
        _ pool: inout [Double], _ permutations: Int, _ mostAtLeast: Int, _ random: inout SeededRandom
    ) -> TailCounts {
        let (low, high) = (observed - rounding, observed + rounding)
        var (atLeast, atMost, total) = (0, 0, 0)
        weights.withUnsafeBufferPointer { weights in
            pool.withUnsafeMutableBufferPointer { pool in
                while total < permutations, atLeast < mostAtLeast {
                    var sum = 0.0
                    for place in 0..<weights.count {
                        let other = place &+ random.index(below: pool.count &- place)
                        let value = pool[other]
                        pool[other] = pool[place]
                        pool[place] = value
                        sum += weights[place] * value
                    }
                    total &+= 1
                    if sum >= low { atLeast &+= 1 }
                    if sum <= high { atMost &+= 1 }
                }
            }
        }
        return TailCounts(
            atLeast: atLeast, atMost: atMost, total: total, isExact: false, isStopped: total < permutations)
    }
}

extension ConditionalPermutation {
    /// The smallest p-value that a unit with so many neighbours could have among so many units, if all values differ: that
    /// of the one set of neighbours with the largest sum, or the floor of drawing.
    package func smallestChance(neighbours: Int, units: Int) -> Double {
        guard neighbours < units, neighbours > 0 else { return 1 }
        // The number of sets of neighbours among the other units.
        var sets = 1.0
        for place in 0..<neighbours { sets = sets * Double(units - 1 - place) / Double(place + 1) }
        return units <= TailCounts.mostExactUnits ? 1 / sets : max(1 / sets, 1 / Double(permutations + 1))
    }
}
