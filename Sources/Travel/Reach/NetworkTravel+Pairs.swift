internal import Parallel

extension NetworkTravel {
    /// How many origins one task answers.
    private static let originsPerPart = 1_024

    /// The costs of all pairs within a limit in seconds, the limit included: bounded searches from the destinations,
    /// those at one place sharing theirs. No limit goes beyond the cap; the limits and categories of the query do not
    /// matter here.
    public func travelTimes(
        originXs: [Double], originYs: [Double], query: ReachQuery, limit: Double, progress: SearchProgress = .silent
    ) throws(SearchCancelled) -> TravelTimes {
        let limit = NetworkTravel.milliseconds(limit, atMost: cap)
        let groups = PlaceGroups(query, finder: finder, leaving: direction == .inward)
        let table = try BallTable(
            groups.access.seeds, arcs: network.arcs(from: direction), limit: limit, progress: progress)
        let members = groups.destinations
        let access = finder.access(
            xs: originXs, ys: originYs, leaving: direction == .outward, edges: groups.isAttached)
        let ranges = evenRanges(access.count, pieces: NetworkTravel.parts(access.count))
        let parts = try parallelMap(ranges.count) { (part: Int) throws(SearchCancelled) -> Pairs in
            try progress.check()
            var pairs = Pairs()
            var inReach = GroupCosts(network, groups, direction: direction, limit: limit)
            for origin in ranges[part] {
                inReach.addOverNodes(access.seeds, origin: origin, table)
                inReach.addAlongEdges(access.attachments(of: origin))
                var row: [(destination: Int32, cost: Int32)] = []
                for group in inReach.found {
                    for destination in members[Int(group)] { row.append((destination, inReach.costs[Int(group)])) }
                }
                row.sort { $0.destination < $1.destination }
                pairs.append(row)
                inReach.forget()
            }
            progress.report(part + 1, of: ranges.count)
            return pairs
        }
        let pairs = Pairs(joining: parts)
        return TravelTimes(
            destinationCount: query.xs.count, starts: pairs.starts, destinations: pairs.destinations, costs: pairs.costs
        )
    }

    /// For each category and origin the nearest destinations, at most `most` of them, none farther than the cap: one
    /// search per category.
    public func nearestPlaces(
        _ most: Int, originXs: [Double], originYs: [Double], query: ReachQuery, progress: SearchProgress = .silent
    ) throws(SearchCancelled) -> NearestPlaces {
        let groups = PlaceGroups(query, finder: finder, leaving: direction == .inward)
        let access = finder.access(
            xs: originXs, ys: originYs, leaving: direction == .outward, edges: groups.isAttached)
        let arcs = network.arcs(from: direction)
        let most = max(most, 0)
        let parts = try parallelMap(query.categoryCount) { (category: Int) throws(SearchCancelled) -> Pairs in
            try progress.check()
            let members = CategoryMembers(query, groups, category: Int32(truncatingIfNeeded: category))
            let labels = NearestLabels(
                groups.access.seeds, members: members.groups, most: min(most, members.groups.count), arcs: arcs,
                limit: cap)
            var inReach = GroupCosts(network, groups, direction: direction, limit: cap)
            var pairs = Pairs()
            for origin in 0..<access.count {
                inReach.addAlongEdges(access.attachments(of: origin))
                for seed in access.seeds.range(of: origin) {
                    for label in labels.labels(of: Int(access.seeds.nodes[seed])) {
                        inReach.add(
                            members.groups[Int(label.rank)], Int(label.cost) + Int(access.seeds.costs[seed]))
                    }
                }
                var row: [(destination: Int32, cost: Int32)] = []
                for group in inReach.found {
                    for destination in members.destinations(of: group) {
                        row.append((destination, inReach.costs[Int(group)]))
                    }
                }
                row.sort { ($0.cost, $0.destination) < ($1.cost, $1.destination) }
                pairs.append(row.prefix(most))
                inReach.forget()
            }
            progress.report(category + 1, of: query.categoryCount)
            return pairs
        }
        let pairs = Pairs(joining: parts)
        return NearestPlaces(
            categoryCount: query.categoryCount, starts: pairs.starts, destinations: pairs.destinations,
            costs: pairs.costs)
    }

    /// For each destination of a query whether it is connected, through any of its entrances.
    public func areConnected(_ query: ReachQuery) -> [Bool] {
        let groups = PlaceGroups(query, finder: finder, leaving: direction == .inward)
        return groups.groupOfDestination.map { groups.access.isConnected(Int($0)) }
    }

    private static func parts(_ origins: Int) -> Int { (origins + originsPerPart - 1) / originsPerPart }
}

/// The destinations of one category by their groups.
private struct CategoryMembers: Sendable {
    /// The groups with destinations of the category, by the first of these.
    var groups: [Int32] = []
    private var byGroup: [[Int32]]

    init(_ query: ReachQuery, _ groups: PlaceGroups, category: Int32) {
        byGroup = [[Int32]](repeating: [], count: groups.count)
        for destination in query.categories.indices where query.categories[destination] == category {
            let group = groups.groupOfDestination[destination]
            if byGroup[Int(group)].isEmpty { self.groups.append(group) }
            byGroup[Int(group)].append(Int32(truncatingIfNeeded: destination))
        }
    }

    func destinations(of group: Int32) -> [Int32] { byGroup[Int(group)] }
}

/// Rows of destinations and costs while they are gathered.
private struct Pairs: Sendable {
    var starts = [0]
    var destinations: [Int32] = []
    var costs: [Int32] = []

    init() {}

    init(joining parts: [Pairs]) {
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
