internal import Parallel

/// Pairs along streets: bounded searches from the destinations, done once; rows from what they left at the nodes.
struct NetworkPairs: PairSearch {
    private let travel: NetworkTravel
    private let groups: PlaceGroups
    private let table: BallTable
    private let access: NetworkAccess
    private let limit: Int32

    /// - Parameter limit: in milliseconds.
    init(
        originXs: [Double], originYs: [Double], query: ReachQuery, limit: Int32, travel: NetworkTravel,
        progress: SearchProgress
    ) throws(SearchCancelled) {
        self.travel = travel
        self.limit = limit
        groups = PlaceGroups(query, finder: travel.finder, leaving: travel.direction == .inward)
        table = try BallTable(
            groups.access.seeds, arcs: travel.network.arcs(from: travel.direction), limit: limit, progress: progress)
        access = travel.finder.access(
            xs: originXs, ys: originYs, leaving: travel.direction == .outward, edges: groups.isAttached)
    }

    var originCount: Int { access.count }

    func map<Result: Sendable>(_ body: @Sendable (PairRows) -> Result) -> [Result] {
        let ranges = PairRows.ranges(of: originCount)
        let members = groups.destinations
        return parallelMap(ranges.count) { part in
            var rows = PairRows(origins: ranges[part])
            var inReach = GroupCosts(travel.network, groups, direction: travel.direction, limit: limit)
            for origin in ranges[part] {
                rows.append(row(origin, members, &inReach).map { ($0.destination, Double($0.cost) / 1_000) })
            }
            return body(rows)
        }
    }

    /// The pairs of an origin with costs in milliseconds, ascending by destination.
    func row(
        _ origin: Int, _ members: [[Int32]], _ inReach: inout GroupCosts
    ) -> [(destination: Int32, cost: Int32)] {
        inReach.addOverNodes(access.seeds, origin: origin, table)
        inReach.addAlongEdges(access.attachments(of: origin))
        var row: [(destination: Int32, cost: Int32)] = []
        for group in inReach.found {
            for destination in members[Int(group)] { row.append((destination, inReach.costs[Int(group)])) }
        }
        inReach.forget()
        row.sort { $0.destination < $1.destination }
        return row
    }

    /// All pairs as a table.
    func table(
        destinationCount: Int, progress: SearchProgress
    ) throws(SearchCancelled) -> TravelTimes {
        let ranges = PairRows.ranges(of: originCount)
        let members = groups.destinations
        let parts = try parallelMap(ranges.count) { (part: Int) throws(SearchCancelled) -> SparseRows in
            try progress.check()
            var rows = SparseRows()
            var inReach = GroupCosts(travel.network, groups, direction: travel.direction, limit: limit)
            for origin in ranges[part] { rows.append(row(origin, members, &inReach)) }
            progress.report(part + 1, of: ranges.count)
            return rows
        }
        let rows = SparseRows(joining: parts)
        return TravelTimes(
            destinationCount: destinationCount, starts: rows.starts, destinations: rows.destinations,
            costs: rows.costs)
    }
}

/// Rows of destinations and costs while they are gathered.
struct SparseRows: Sendable {
    private(set) var starts = [0]
    private(set) var destinations: [Int32] = []
    private(set) var costs: [Int32] = []

    init() {}

    init(joining parts: [SparseRows]) {
        for part in parts {
            let offset = destinations.count
            starts.append(contentsOf: part.starts.dropFirst().map { $0 + offset })
            destinations += part.destinations
            costs += part.costs
        }
    }

    mutating func append(_ row: some Sequence<(destination: Int32, cost: Int32)>) {
        for pair in row {
            destinations.append(pair.destination)
            costs.append(pair.cost)
        }
        starts.append(destinations.count)
    }
}
