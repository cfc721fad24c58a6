internal import Town

/// A town cut by a zoning, with the sums of every group in its units and around them.
struct ZonedTown {
    /// The zoning.
    let zoning: Zoning
    /// Whether what a unit holds is an estimate: a border cuts cells, or the middle of a cell decides where its people
    /// live.
    let isEstimated: Bool
    /// For each group, all residents first, its sum in each unit.
    private let sums: [[Double]]
    /// The same of those around each unit.
    private let sumsAround: [[Double]]
    /// For each group the variance of the noise of the sums around each unit; empty without noise.
    private let variancesAround: [[Double]]

    init(_ zoning: Zoning, _ population: PopulationTable, isEstimated: Bool) {
        self.zoning = zoning
        self.isEstimated = isEstimated
        sums = population.counts.map(zoning.sums)
        sumsAround = zoning.around(sums)
        let isNoisy = population.spreads.contains { !$0.noiseVariances.isEmpty }
        variancesAround =
            isNoisy
            ? zoning.around(
                population.counts.indices.map { group in
                    let noise =
                        population.spreads.indices.contains(group) ? population.spreads[group].noiseVariances : []
                    return noise.isEmpty ? zoning.units.map { _ in 0 } : zoning.variances(noise)
                }) : []
    }

    /// A group among all residents; nil where it is nobody or everybody.
    func units(ofGroup group: Int) -> TwoGroupUnits? {
        TwoGroupUnits(residents: sums[0], members: sums[group], around: (sumsAround[0], sumsAround[group]))
    }

    /// All groups but the first together, if they are all residents, each in one of them; else nil.
    func partition() -> GroupUnits? {
        guard sums.count > 3 else { return nil }
        for unit in sums[0].indices {
            let members = sums.dropFirst().reduce(0) { $0 + $1[unit] }
            guard (members - sums[0][unit]).magnitude <= 1e-6 * max(1, sums[0][unit]) else { return nil }
        }
        return GroupUnits(members: Array(sums.dropFirst()), around: Array(sumsAround.dropFirst()))
    }

    /// About what D would be in a town without any difference between its units, of the noise of protected counts alone:
    /// Σ t·√(2/π)·√(V_m + P²·V_t)/t̃ / (2·T·P·(1 − P)). 0 without noise.
    func noiseDissimilarity(ofGroup group: Int) -> Double {
        guard !variancesAround.isEmpty else { return 0 }
        let (all, members) = (sums[0].reduce(0, +), sums[group].reduce(0, +))
        guard members > 0, members < all else { return 0 }
        let share = members / all
        var sum = 0.0
        for unit in sums[0].indices where sums[0][unit] > 0 && sumsAround[0][unit] > 0 {
            let variance = variancesAround[group][unit] + share * share * variancesAround[0][unit]
            sum += sums[0][unit] * (2 / Double.pi * variance).squareRoot() / sumsAround[0][unit]
        }
        return sum / (2 * all * share * (1 - share))
    }
}

extension IndicatorContext {
    /// The town by every zoning that an indicator looks at; none where nobody's home is known.
    func zonedTowns(_ descriptor: IndicatorDescriptor) -> [ZonedTown] {
        guard let population = study.population, let town = areas.first(where: { $0.level == .town }) else { return [] }
        let quarters = areas.filter { $0.level == .quarter }
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
