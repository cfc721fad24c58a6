internal import Town

/// What places would add to home if it were chance who lives where: the compositions of whole cells (or points) change
/// places among each other at random, everybody else stays as they are; then everything is computed anew.
///
/// In a draw the origin i has the share s_π(i) of each group, and still P_i residents. Places so have as many visitors as
/// before, but others. What remains of the gain is what large catchments always do: they mix, whoever lives where. Never
/// single persons change places: those of one house or cell are not there independently of each other.
struct GainByChance: Sendable {
    /// The gains of all draws for one group of one area.
    struct Chance: Sendable, Hashable {
        /// The mean over all draws.
        var mean: Double
        /// Between which values 95 of 100 draws lie.
        var range: ClosedRange<Double>
    }

    /// With fewer inhabited origins there are too few arrangements for an interval of 95 %.
    static let fewestUnits = 5

    private let draws: ExposureDraws

    /// Draws so often.
    ///
    /// - Parameter order: the inhabited origins in an order that does not depend on the table's.
    init(_ town: ClassedTown, _ people: EncounterPeople, order: [Int], draws: Int, seed: UInt64) {
        self.draws = ExposureDraws(town, groups: people.counts.count, count: draws, seed: seed) { random in
            var sources = order
            random.shuffle(&sources)
            return people.exchanged(order, sources)
        }
    }

    /// The chance for a group of an area; nil where nobody of it has a place in reach in nearly all draws.
    func chance(area: Int, sum: Int, group: Int, other: Int, home: ExposureSums.Home) -> Chance? {
        let gains = draws.figures(area: area, sum: sum, group: group, other: other) { $0.gain(home) }
        guard gains.count >= CountDraws.fewest else { return nil }
        let cut = gains.count / 40
        let (low, high) = (gains[cut], gains[gains.count - 1 - cut])
        // Sums in another order differ by rounding, which is no difference.
        let slack = 1e-12
        return Chance(
            mean: min(max(gains.reduce(0, +) / Double(gains.count), low), high), range: low - slack...high + slack)
    }
}

extension EncounterPeople {
    /// The people where origins have the compositions of others, and still as many residents as before.
    func exchanged(_ origins: [Int], _ sources: [Int]) -> [[Double]] {
        [counts[0]]
            + counts.dropFirst().map { column in
                var result = column
                for (origin, source) in zip(origins, sources) {
                    result[origin] = counts[0][origin] * (column[source] / counts[0][source])
                }
                return result
            }
    }
}
