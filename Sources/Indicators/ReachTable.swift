internal import Town
internal import Travel

/// Who reaches what: for each target and origin the cost to the nearest place, and how many lie within each limit.
public struct ReachTable: Sendable {
    /// The thresholds, in the measure's unit, ascending.
    public let limits: [Double]
    /// How it was measured, in the canonical form of parameters: `measure=straight_line`.
    public let measureParameters: String
    private let reach: Reach

    /// What stands for the parameters where nobody lives and nothing could be measured.
    static let unknownParameters = "measure=none"

    /// Measures from every origin to the places of every target.
    init(
        population: PopulationTable, places: PlaceTable, targets: [ReachTarget], measure: some ReachMeasure,
        limits: [Double]
    ) throws(ReachQueryError) {
        var xs: [Double] = []
        var ys: [Double] = []
        var categories: [Int32] = []
        for (index, target) in targets.enumerated() {
            let wanted = Set(target.categories)
            for place in 0..<places.count where wanted.contains(places.categoryIndexes[place]) {
                xs.append(places.xs[place])
                ys.append(places.ys[place])
                categories.append(Int32(index))
            }
        }
        self.limits = limits
        measureParameters = "measure=\(measure.methodName)"
        reach = measure.reach(
            originXs: population.xs, originYs: population.ys,
            query: try ReachQuery(
                xs: xs, ys: ys, categories: categories, categoryCount: targets.count, limits: limits))
    }

    /// The cost to the nearest place of a target in thousandths of the unit; nil where none is in reach.
    func nearest(target: Int, origin: Int) -> Int32? {
        let costs = reach.nearestCosts(category: target)
        let cost = costs[costs.startIndex + origin]
        return cost == Reach.absent ? nil : cost
    }

    /// The number of places of a target within a limit (inclusive).
    func count(target: Int, limit: Int, origin: Int) -> Int32 {
        let counts = reach.counts(category: target, limit: limit)
        return counts[counts.startIndex + origin]
    }

    /// The parameters of a value at one limit: `measure=straight_line;metres=500`.
    func parameters(limit: Int) -> String {
        let value = limits[limit]
        let text = value == value.rounded() ? Int(exactly: value).map { "\($0)" } ?? "\(value)" : "\(value)"
        return measureParameters + ";metres=" + text
    }
}
