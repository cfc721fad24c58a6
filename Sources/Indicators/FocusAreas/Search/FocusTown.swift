internal import Overlay
internal import Parallel
internal import Planar
internal import Town

/// A town as the search for focus areas sees it: who lives where, in two zonings.
struct FocusTown: Sendable {
    /// Where people live.
    let population: PopulationTable
    /// The quarters.
    let quarters: [AnalysisArea]
    /// Which quarters touch; borders drawn twice may be as far apart as slivers are wide.
    let quarterContiguity: Contiguity
    /// The squares.
    let squares: SquareZoning
    /// The group of residents of shared accommodation, where the project marks one.
    let accommodation: Int?
    /// For each quarter a number that stays with it.
    private let quarterKeys: [UInt64]
    /// The share of each origin that lies in the town.
    private let weights: [Double]
    /// The origins in an order of their own.
    private let order: [Int]

    /// Nil without people or quarters.
    ///
    /// - Parameter side: the side of the squares in metres; they are counted from the south-west corner of the box around
    ///   the quarters.
    init?(_ context: IndicatorContext, side: Double = 500) {
        let study = context.study
        guard let population = study.population, study.quarters.count > 0 else { return nil }
        self.population = population
        order = population.canonicalOrder
        quarters = context.areas.filter { $0.level == .quarter }
        quarterContiguity = Contiguity(queen: study.quarters.geometries, tolerance: CoverageCheck.sliverWidth)
        accommodation = study.groups.firstIndex { $0.id == PopulationGroup.sharedAccommodation }
        quarterKeys = study.quarters.ids.map(permutationKey)
        var weights = [Double](repeating: 0, count: population.xs.count)
        for area in context.areas where area.level == .town {
            for (origin, weight) in area.people { weights[Int(origin)] = weight }
        }
        self.weights = weights
        var box = Envelope.empty
        for quarter in study.quarters.geometries { box.include(quarter.envelope) }
        squares = SquareZoning(
            xs: population.xs, ys: population.ys, isCounted: weights.map { $0 > 0 }, west: box.minX, south: box.minY,
            side: side)
    }

    /// The quarters with the people and those of a group.
    func quarterUnits(people: [Double], cases: [Double]) -> FocusUnits {
        FocusUnits(
            cases: quarters.map { $0.residents(cases) }, people: quarters.map { $0.residents(people) },
            contiguity: quarterContiguity, keys: quarterKeys)
    }

    /// The squares with the people and those of a group.
    func squareUnits(people: [Double], cases: [Double]) -> FocusUnits {
        FocusUnits(
            cases: squares.sums(cases, weights: weights), people: squares.sums(people, weights: weights),
            contiguity: squares.contiguity, keys: squares.keys)
    }

    /// What the squares say of a quarter: found where at least half of its people live in found squares, not found where
    /// at least half live in squares that are not, nil where too many live in squares of which nothing can be said.
    func finding(ofQuarter quarter: Int, from squareUnits: [FocusSearch.Unit?], people: [Double]) -> Bool? {
        var (found, notFound, all) = (0.0, 0.0, 0.0)
        for (origin, weight) in quarters[quarter].people {
            let count = people[Int(origin)] * weight
            all += count
            let square = squares.squareOfOrigin[Int(origin)]
            guard square >= 0, let isFound = squareUnits[Int(square)]?.finding.isFound else { continue }
            if isFound { found += count } else { notFound += count }
        }
        if all > 0, 2 * found >= all { return true }
        return all > 0 && 2 * notFound >= all ? false : nil
    }

    /// Whether the share of a group is the same at all origins of each quarter but for rounding to whole persons, as where
    /// figures per quarter were spread: then squares know nothing that quarters do not, and are alike only because they lie
    /// in one quarter.
    func isSpreadFromQuarters(group: Int) -> Bool {
        let (people, cases) = (population.counts[0], population.counts[group])
        return quarters.allSatisfy { quarter in
            let all = quarter.residents(people)
            let share = all > 0 ? quarter.residents(cases) / all : 0
            return quarter.origins.allSatisfy { origin in
                abs(cases[Int(origin)] - share * people[Int(origin)]) <= 1 + share
            }
        }
    }

    /// Whether a group is counted in other squares than all residents are: see ``MixedResolution``.
    func isMixedInSquares(group: Int) -> Bool {
        let (people, cases) = (population.counts[0], population.counts[group])
        return MixedResolution.isMixed(
            members: squares.sums(cases, weights: weights), residents: squares.sums(people, weights: weights))
    }

    /// The share of each origin in the quarters that are chosen.
    func shares(of isChosen: (Int) -> Bool) -> [Double] {
        var shares = [Double](repeating: 0, count: population.xs.count)
        for (index, quarter) in quarters.enumerated() where isChosen(index) {
            for (origin, weight) in quarter.people { shares[Int(origin)] += weight }
        }
        return shares.map { min($0, 1) }
    }

    /// What may be drawn in place of the counts of a group.
    func draws(group: Int) -> CountDraws {
        CountDraws(population, groups: [group], order: order, movesWithinCells: true)
    }

    /// Between what figures of a group lie, as far as draws of the counts tell; nil for figures that nothing moves. None
    /// where counts are exact, or one can be anything.
    ///
    /// - Parameters:
    ///   - values: the figures as they are; nil for one that cannot be told.
    ///   - figures: the figures with other people and members of the group at the origins.
    func intervals(
        group: Int, about values: [Double?], _ figures: @Sendable (_ people: [Double], _ cases: [Double]) -> [Double?]
    ) -> [ClosedRange<Double>?] {
        let draws = draws(group: group)
        guard !draws.isExact, !population.isOpen else { return values.map { _ in nil } }
        let drawn = parallelMap(CountDraws.number(origins: order.count)) { draw in
            let counts = draws.counts(draw: draw)
            return figures(counts[0], counts[1])
        }
        return values.enumerated().map { number, value in
            value.flatMap { value in
                DrawnInterval.about(
                    value, drawn.compactMap { $0[number] }, in: -.infinity ... .infinity, withShift: true)
            }
        }
    }

    /// Whether the source sets bounds to all counts in a quarter.
    func isBounded(quarter: Int, group: Int) -> Bool {
        let most = [0, group].map { population.uncertain(group: $0).sum(quarters[quarter].people).highest }
        return most.allSatisfy { $0 < 1e9 }
    }
}
