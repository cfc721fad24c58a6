internal import Town
internal import Travel

/// Who has which stops in reach.
struct StopReach: Sendable {
    /// The departures per hour on a weekday that are asked for.
    static let departures: [Double] = [1, 2]

    /// The canonical parameters, as far as they do not speak of departures.
    let parameters: String
    /// The number of stops.
    let count: Int
    /// Whether departures on weekdays are recorded of any stop.
    let hasDepartures: Bool
    /// Whether each origin reaches the streets; nil where all do.
    let connected: [Bool]?
    private let reach: Reach

    /// Measures from every origin to all stops (kind 0), and for each number of departures to the stops that certainly
    /// have as many (kinds 1, 3, …) and to those that have or may have (2, 4, …).
    init(population: PopulationTable, stops: StopTable, request: ReachRequest) throws(ReachQueryError) {
        let limit = request.stopLimit ?? ReachLimit(value: 0)
        let unit = request.measure.unit
        parameters = limit.parameters(measure: request.name, unit)
        count = stops.count
        let departures = stops.departures(on: .weekday)
        hasDepartures = departures.contains { $0 != nil }
        connected = request.connected.flatMap { $0.contains(false) ? $0 : nil }
        var destinations = Destinations()
        for stop in 0..<stops.count {
            let recorded = departures.indices.contains(stop) ? departures[stop] : nil
            var kindsOfStop: [Int32] = [0]
            for (index, least) in StopReach.departures.enumerated() {
                if let recorded, recorded >= least { kindsOfStop.append(Int32(1 + 2 * index)) }
                if recorded.map({ $0 >= least }) ?? true { kindsOfStop.append(Int32(2 + 2 * index)) }
            }
            for kind in kindsOfStop {
                destinations.append(
                    x: stops.xs[stop], y: stops.ys[stop], entrances: stops.entrances(ofStop: stop),
                    of: (stops.entranceXs, stops.entranceYs), category: kind)
            }
        }
        reach = request.measure.reach(
            originXs: population.xs, originYs: population.ys,
            query: try destinations.query(
                categoryCount: 1 + 2 * StopReach.departures.count, limits: [limit.cost(unit)]))
    }

    /// Whether an origin has a stop of a kind in reach.
    func isInReach(of origin: Int, kind: Int) -> Bool {
        let counts = reach.counts(category: kind, limit: 0)
        return counts[counts.startIndex + origin] > 0
    }
}
