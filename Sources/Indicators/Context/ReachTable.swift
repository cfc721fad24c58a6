internal import Town
public import Travel

/// Who reaches what by one measure: for each target and origin the cost to the nearest place, and how many lie within
/// each limit.
public struct ReachTable: Sendable {
    /// The limits: the plain ones ascending, then those of other speeds.
    public let limits: [ReachLimit]
    /// What costs are counted in.
    public let unit: CostUnit
    /// How it was measured, in the canonical form of parameters: `measure=straight_line`.
    public let measureParameters: String
    /// Whether each origin reaches the streets; nil where all do.
    let connected: [Bool]?
    private let measureName: String
    private let reach: Reach

    /// What stands for the parameters where nobody lives and nothing could be measured.
    static let unknownParameters = "measure=none"

    /// Measures from every origin to the places of every target.
    init(
        population: PopulationTable, places: PlaceTable, targets: [ReachTarget], request: ReachRequest
    ) throws(ReachQueryError) {
        // A place stands once for each target that counts it.
        var destinations = Destinations()
        for (index, target) in targets.enumerated() {
            let wanted = Set(target.categories)
            for place in 0..<places.count where wanted.contains(places.categoryIndexes[place]) {
                destinations.append(
                    x: places.xs[place], y: places.ys[place], entrances: places.entrances(ofPlace: place),
                    of: (places.entranceXs, places.entranceYs), category: Int32(index))
            }
        }
        limits = request.limits
        unit = request.measure.unit
        measureName = request.name
        measureParameters = "measure=\(request.name)"
        connected = request.connected.flatMap { $0.contains(false) ? $0 : nil }
        let unit = request.measure.unit
        reach = request.measure.reach(
            originXs: population.xs, originYs: population.ys,
            query: try destinations.query(
                categoryCount: targets.count, limits: request.limits.map { $0.cost(unit) }))
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
    func parameters(limit: Int) -> String { limits[limit].parameters(measure: measureName, unit) }
}
