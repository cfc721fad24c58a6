internal import Town

/// How far exposure moves with what is not exactly known of counts: counts are drawn anew with their noise, those that were
/// not given from anywhere in their range, and everything is computed again.
///
/// The interval is the value ± 1.96 standard deviations of the draws. Where in large cells people live is not drawn.
struct ExposureNoise: Sendable {
    /// The number of draws: a standard deviation of 99 draws is exact to about 7 %.
    static let draws = 99
    /// What the draws follow from.
    static let seed: UInt64 = 1

    private let draws: ExposureDraws

    /// Nil where counts are exact, or one can be anything.
    init?(_ population: PopulationTable, _ people: EncounterPeople, _ town: ClassedTown) {
        guard let counts = NoisyCounts(population) else { return nil }
        let order = people.order(xs: population.xs, ys: population.ys)
        draws = ExposureDraws(
            town, groups: population.counts.count,
            count: ExposureDraws.count(ExposureNoise.draws, origins: order.count), seed: ExposureNoise.seed
        ) { counts.drawn(order, &$0) }
    }

    /// The interval of a figure within its range; nil where nothing moves it.
    func interval(
        about value: Double, in possible: ClosedRange<Double>, area: Int, sum: Int, group: Int, other: Int,
        _ figure: (ExposureSums.Exposure) -> Double
    ) -> ClosedRange<Double>? {
        let drawn = draws.figures(area: area, sum: sum, group: group, other: other, figure)
        guard drawn.count > 1 else { return nil }
        let mean = drawn.reduce(0, +) / Double(drawn.count)
        let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(drawn.count - 1)
        let reach = SpreadInterval.standardDeviations * variance.squareRoot()
        guard reach > 1e-12 else { return nil }
        return max(possible.lowerBound, value - reach)...min(possible.upperBound, value + reach)
    }
}

/// Counts with what is not exactly known of them.
struct NoisyCounts: Sendable {
    private let counts: [[Double]]
    private let spreads: [CountSpread]

    /// Nil where all counts are exact, or one can be anything.
    init?(_ population: PopulationTable) {
        guard population.isProtected, !NoisyCounts.isOpen(population) else { return nil }
        counts = population.counts
        spreads = population.spreads
    }

    /// Whether nobody knows how many people there may be somewhere.
    static func isOpen(_ population: PopulationTable) -> Bool {
        population.spreads.first?.highest.contains { $0 >= CountSpread.unbounded } ?? false
    }

    /// The counts of a draw: never below 0, and nobody of a group beside all residents.
    func drawn(_ order: [Int], _ random: inout SeededRandom) -> [[Double]] {
        var drawn = counts
        for origin in order {
            for group in counts.indices {
                let count = self.count(group, origin, &random)
                drawn[group][origin] = group == 0 ? count : min(count, drawn[0][origin])
            }
        }
        return drawn
    }

    private func count(_ group: Int, _ origin: Int, _ random: inout SeededRandom) -> Double {
        var count = counts[group][origin]
        guard spreads.indices.contains(group) else { return count }
        let spread = spreads[group]
        if spread.lowest.indices.contains(origin), spread.highest.indices.contains(origin),
            spread.lowest[origin] < spread.highest[origin]
        {
            let highest = min(spread.highest[origin], max(counts[0][origin], spread.lowest[origin]))
            count = spread.lowest[origin] + (highest - spread.lowest[origin]) * random.evenNumber()
        }
        if spread.noiseVariances.indices.contains(origin), spread.noiseVariances[origin] > 0 {
            count += spread.noiseVariances[origin].squareRoot() * random.normalNumber()
        }
        return max(0, count)
    }
}

extension SeededRandom {
    /// A number from 0 to below 1.
    fileprivate mutating func evenNumber() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number with mean 0 and variance 1, nearly normal: the sum of twelve even ones less six, the same on every machine.
    fileprivate mutating func normalNumber() -> Double { (0..<12).reduce(-6) { sum, _ in sum + evenNumber() } }
}
