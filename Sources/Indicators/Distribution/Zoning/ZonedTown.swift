internal import Glibc
internal import Town

/// A town cut by a zoning, with the sums of every group in its units and around them.
struct ZonedTown {
    /// The zoning.
    let zoning: Zoning
    /// Whether what a unit holds is an estimate: a border cuts cells, or the middle of a cell decides where its people
    /// live.
    let isEstimated: Bool
    /// For each group, all residents first, its sum in each unit.
    private var sums: [[Double]]
    /// The same of those around each unit.
    private var sumsAround: [[Double]]
    /// For each group the variance of the noise of its sum in each unit; empty without noise.
    private let variances: [[Double]]

    init(_ zoning: Zoning, _ population: PopulationTable, isEstimated: Bool) {
        self.zoning = zoning
        self.isEstimated = isEstimated
        sums = population.counts.map(zoning.sums)
        sumsAround = zoning.around(sums)
        let isNoisy = population.spreads.contains { !$0.noiseVariances.isEmpty }
        variances =
            !isNoisy
            ? []
            : population.counts.indices.map { group in
                let noise = population.spreads.indices.contains(group) ? population.spreads[group].noiseVariances : []
                return noise.isEmpty ? zoning.units.map { _ in 0 } : zoning.variances(noise)
            }
    }

    /// Whether a noise lies on the counts.
    var isNoisy: Bool { !variances.isEmpty }

    /// The town with as much noise once more, drawn anew for every draw, the same in every run. Quarters that share a cut
    /// cell have noise of their own here.
    func drawn(_ draw: Int) -> ZonedTown {
        var random = SeededRandom(seed: DistributionGuard.seed, stream: UInt64(truncatingIfNeeded: draw))
        var town = self
        for group in sums.indices {
            for unit in sums[group].indices where variances[group][unit] > 0 {
                let noise = ZonedTown.normal(using: &random) * variances[group][unit].squareRoot()
                town.sums[group][unit] = max(0, sums[group][unit] + noise)
            }
        }
        town.sumsAround = zoning.around(town.sums)
        return town
    }

    /// How far figures move with the noise: for each the standard deviations of its three parts over the draws, 0 where
    /// none could be made; nil without noise.
    func deviations(_ figures: (ZonedTown) -> [DistributionFigure?]) -> [[Double]]? {
        guard isNoisy else { return nil }
        let draws = (0..<DistributionGuard.draws).map { draw in
            figures(drawn(draw)).map { figure in DistributionFigure.partNames.indices.map { figure?.parts[$0].value } }
        }
        return (draws.first ?? []).indices.map { figure in
            DistributionFigure.partNames.indices.map { part in
                let values = draws.compactMap { $0[figure][part] }
                guard values.count > 1 else { return 0 }
                let mean = values.reduce(0, +) / Double(values.count)
                let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
                return (squares / Double(values.count - 1)).squareRoot()
            }
        }
    }

    /// A number of the standard normal distribution (Box & Muller 1958, Annals of Mathematical Statistics 29(2):610–611).
    private static func normal(using random: inout SeededRandom) -> Double {
        let (first, second) = (Double.random(in: 0..<1, using: &random), Double.random(in: 0..<1, using: &random))
        return (-2 * log(1 - first)).squareRoot() * cos(2 * Double.pi * second)
    }

    /// A group among all residents; nil where it is nobody or everybody.
    func units(ofGroup group: Int) -> TwoGroupUnits? {
        TwoGroupUnits(residents: sums[0], members: sums[group], around: (sumsAround[0], sumsAround[group]))
    }

    /// Two groups among all residents; nil where one of them is nobody.
    func pair(of group: Int, with other: Int) -> GroupPair? {
        GroupPair(
            residents: sums[0], members: sums[group], others: sums[other],
            around: (residents: sumsAround[0], others: sumsAround[other]))
    }

    /// Whether a group is counted in other units than all residents are: see ``MixedResolution``.
    func isMixed(group: Int) -> Bool { MixedResolution.isMixed(members: sums[group], residents: sums[0]) }

    /// Whether two groups must have people in common: together they are more than all residents of where they live, by
    /// more than noise makes.
    func areOverlapping(_ group: Int, _ other: Int) -> Bool {
        let beyond = sums[0].indices.reduce(0) { $0 + max(0, sums[group][$1] + sums[other][$1] - sums[0][$1]) }
        return beyond > MixedResolution.most * min(sums[group].reduce(0, +), sums[other].reduce(0, +))
    }

    /// Whether the groups but the first, three or more, are all residents together, each in one of them.
    var isPartition: Bool {
        guard sums.count > 3 else { return false }
        return sums[0].indices.allSatisfy { unit in
            let members = sums.dropFirst().reduce(0) { $0 + $1[unit] }
            return (members - sums[0][unit]).magnitude <= 1e-6 * max(1, sums[0][unit])
        }
    }

    /// All groups but the first together, where they are a partition.
    func allGroups() -> GroupUnits? {
        GroupUnits(members: Array(sums.dropFirst()), around: Array(sumsAround.dropFirst()))
    }

    /// About what D would be in a town without any difference between its units, of the noise of protected counts alone:
    /// Σ t·√(2/π)·√(V_m + P²·V_t)/t̃ / (2·T·P·(1 − P)). 0 without noise.
    func noiseDissimilarity(ofGroup group: Int) -> Double {
        guard isNoisy else { return 0 }
        let variancesAround = zoning.around([variances[0], variances[group]])
        let (all, members) = (sums[0].reduce(0, +), sums[group].reduce(0, +))
        guard members > 0, members < all else { return 0 }
        let share = members / all
        var sum = 0.0
        for unit in sums[0].indices where sums[0][unit] > 0 && sumsAround[0][unit] > 0 {
            let variance = variancesAround[1][unit] + share * share * variancesAround[0][unit]
            sum += sums[0][unit] * (2 / Double.pi * variance).squareRoot() / sumsAround[0][unit]
        }
        return sum / (2 * all * share * (1 - share))
    }
}

extension IndicatorContext {
    /// The town by every zoning that an indicator looks at; none where nobody's home is known.
    func zonedTowns(_ descriptor: IndicatorDescriptor) -> [ZonedTown] {
        guard let population = study.population, let town = areas.first(where: { $0.level == .town }) else { return [] }
        // By id, so that the order of the file moves no number drawn.
        let quarters = areas.filter { $0.level == .quarter }.sorted { $0.id < $1.id }
        return zip(
            [
                Zoning.quarters(quarters),
                .grid(
                    side: number(DistributionParameter.grid.name, of: descriptor), town: town.people, xs: population.xs,
                    ys: population.ys),
                .kernel(
                    radius: number(DistributionParameter.kernel.name, of: descriptor), town: town.people,
                    xs: population.xs, ys: population.ys),
            ], [quarters.contains(where: \.isEstimated), population.areCells, population.areCells]
        ).map { ZonedTown($0, population, isEstimated: $1) }
    }

    /// The names of the zonings that an indicator looks at.
    func zoningIDs(_ descriptor: IndicatorDescriptor) -> [String] {
        let (grid, kernel) = (DistributionParameter.grid.name, DistributionParameter.kernel.name)
        return [
            "quarters", "grid_\(plainNumber(number(grid, of: descriptor)))",
            "kernel_\(plainNumber(number(kernel, of: descriptor)))",
        ]
    }
}

/// What a project may choose for figures of spatial distribution.
enum DistributionParameter {
    /// The side of the squares, in metres.
    static let grid = IndicatorParameter(name: "grid", defaults: [500], range: 100...5_000)
    /// How far the surroundings of a cell reach, in metres.
    static let kernel = IndicatorParameter(name: "kernel", defaults: [400], range: 100...2_000)
    /// The fewest people that a group must have in the town.
    static let leastPeople = IndicatorParameter(name: "least_people", defaults: [100], range: 2...100_000)
    /// All of them.
    static let all = [grid, kernel, leastPeople]
}
