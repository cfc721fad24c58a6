internal import Parallel

/// How large a difference between two groups would be if access had nothing to do with where they live: the values of
/// whole units (cells, quarters) change places among each other at random, the people stay. Never single persons: those
/// of one unit have the same neighbours and the same ways, and to count each of them as a chance of its own would make
/// any difference look certain. All conditional on how the town is cut into units.
///
/// The difference d of group g and all others (rest) over the entries e, each an origin or the part of it that lies in a
/// unit u, with c_e = P_eg/P_g − P_er/P_r, Σ c = 0:
///
///     d = Σ_e c_e·x_e = Σ_u a_u·x̄_u + Σ_u w_u,   a_u = Σ_{e∈u} c_e,   w_u = Σ_{e∈u} c_e·(x_e − x̄_u)
///
/// with x̄_u the mean of all residents of the unit. In a draw the x̄ of the units change places, and what differs inside of
/// a unit changes its sign or not, by the toss of a coin for each unit (w_u = 0 where a unit is one origin):
///
///     d* = Σ_u a_u·x̄_π(u) + Σ_u ±w_u
///
/// On average over all draws d* is 0. P. Good 2005, Permutation, Parametric and Bootstrap Tests of Hypotheses.
struct UnitPermutation: Sendable {
    /// The difference that is there, and what chance alone makes of it.
    struct Difference: Sendable, Hashable {
        /// d = x̄_g − x̄_rest.
        var observed: Double
        /// Between which values 95 of 100 of the permuted differences lie, never without 0.
        var chance: ClosedRange<Double>

        /// The interval of the difference: d less what chance makes, [d − highest d*, d − lowest d*]. It holds 0 exactly
        /// where d is one of those values that chance makes as well.
        var interval: ClosedRange<Double> { observed - chance.upperBound...observed - chance.lowerBound }

        /// Whether the difference is larger than what chance makes.
        var isReliable: Bool { !chance.contains(observed) }
    }

    /// Two groups of people, over the entries.
    struct Sides: Sendable {
        /// The people of the group.
        var group: [Double]
        /// Everybody else.
        var rest: [Double]
    }

    /// With fewer units there are so few arrangements (4! = 24) that even the most extreme one is not rarer than one in
    /// forty, which is the end of an interval of 95 %.
    static let fewestUnits = 5
    /// The least number of draws of which one in forty can be left out at each end.
    static let fewestDraws = 39

    /// The number of draws.
    let draws: Int
    /// What the draws follow from.
    let seed: UInt64

    /// The difference for each of the sides and each column of values.
    ///
    /// - Parameters:
    ///   - columns: what is compared: for each column the value of every entry.
    ///   - sides: the groups that are compared, with people of each kind in at least one entry; others give no difference.
    ///   - people: all residents of each entry.
    ///   - units: the unit of each entry, from 0.
    /// - Returns: for each of `sides`, for each of `columns`; nil where a side is empty, or units are too few.
    func differences(
        of columns: [[Double]], between sides: [Sides], people: [Double], units: [Int]
    ) -> [[Difference?]] {
        let table = UnitTable(columns: columns, sides: sides, people: people, units: units)
        guard table.unitCount >= UnitPermutation.fewestUnits, draws >= UnitPermutation.fewestDraws else {
            return sides.map { _ in columns.map { _ in nil } }
        }
        // The parts of the draws do not depend on the machine: each has a sequence of its own.
        let parts = evenRanges(draws, pieces: 16)
        let permuted = parallelMap(parts.count) { part in
            var random = SeededRandom(seed: seed, stream: UInt64(part))
            return table.permuted(parts[part].count, using: &random)
        }
        let cells = columns.count
        return sides.indices.map { side in
            columns.indices.map { column -> Difference? in
                guard table.hasBoth[side] else { return nil }
                let observed = table.observed[side * cells + column]
                var all = permuted.flatMap { part in
                    stride(from: side * cells + column, to: part.count, by: sides.count * cells).map { part[$0] }
                }
                // What is observed is one of the arrangements.
                all.append(observed)
                return Difference(
                    observed: observed,
                    chance: UnitPermutation.middle(all, scale: table.scale(side: side, column: column)))
            }
        }
    }

    /// The range of what is left of some numbers without one in forty at each end, widened to hold 0, and by what rounding
    /// can do to a number that is the same.
    private static func middle(_ numbers: [Double], scale: Double) -> ClosedRange<Double> {
        let sorted = numbers.sorted()
        let cut = sorted.count / 40
        let slack = 1e-12 * scale
        return min(0, sorted[cut] - slack)...max(0, sorted[sorted.count - 1 - cut] + slack)
    }
}
