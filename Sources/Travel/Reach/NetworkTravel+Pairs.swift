internal import Parallel

extension NetworkTravel {
    /// The costs of all pairs within a limit in seconds, the limit included: bounded searches from the destinations,
    /// those at one place sharing theirs. No limit goes beyond the cap; the limits and categories of the query do not
    /// matter here.
    public func travelTimes(
        originXs: [Double], originYs: [Double], query: ReachQuery, limit: Double, progress: SearchProgress = .silent
    ) throws(SearchCancelled) -> TravelTimes {
        try NetworkPairs(
            originXs: originXs, originYs: originYs, query: query,
            limit: NetworkTravel.milliseconds(limit, atMost: cap), travel: self, progress: progress
        ).table(destinationCount: query.xs.count, progress: progress)
    }

    /// The same pairs row by row, without a table of them; see ``PairSearch``. Nobody can stop the searches.
    public func pairs(
        originXs: [Double], originYs: [Double], query: ReachQuery, limit: Double
    ) -> any PairSearch {
        let search = try? NetworkPairs(
            originXs: originXs, originYs: originYs, query: query,
            limit: NetworkTravel.milliseconds(limit, atMost: cap), travel: self, progress: .silent)
        return search ?? NoPairs(originCount: originXs.count)
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
        let parts = try parallelMap(query.categoryCount) { (category: Int) throws(SearchCancelled) -> SparseRows in
            try progress.check()
            let members = CategoryMembers(query, groups, category: Int32(truncatingIfNeeded: category))
            let labels = NearestLabels(
                groups.access.seeds, members: members.groups, most: min(most, members.groups.count), arcs: arcs,
                limit: cap)
            var inReach = GroupCosts(network, groups, direction: direction, limit: cap)
            var pairs = SparseRows()
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
        let pairs = SparseRows(joining: parts)
        return NearestPlaces(
            categoryCount: query.categoryCount, starts: pairs.starts, destinations: pairs.destinations,
            costs: pairs.costs)
    }

    /// For each destination of a query whether it is connected, through any of its entrances.
    public func areConnected(_ query: ReachQuery) -> [Bool] {
        let groups = PlaceGroups(query, finder: finder, leaving: direction == .inward)
        return groups.groupOfDestination.map { groups.access.isConnected(Int($0)) }
    }

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
