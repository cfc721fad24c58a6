internal import Parallel
internal import Planar

/// A query after its searches: what they left at the nodes, from which every origin is answered.
struct PlaceSearch: Sendable {
    private let travel: NetworkTravel
    private let query: ReachQuery
    private let groups: PlaceGroups
    /// For each category the cost at each node of the nearest place.
    private let nearest: [[Int32]]
    /// What is in reach of each node within the farthest limit; nil where nothing is counted.
    private let table: BallTable?
    /// The limits in milliseconds.
    private let limits: [Int32]

    /// Searches from all places of a query.
    init(_ query: ReachQuery, on travel: NetworkTravel, progress: SearchProgress) throws(SearchCancelled) {
        let groups = PlaceGroups(query, finder: travel.finder, leaving: travel.direction == .inward)
        let members = (0..<query.categoryCount).map { category in
            query.categories.indices.filter { Int(query.categories[$0]) == category }.map {
                groups.groupOfDestination[$0]
            }
        }
        let arcs = travel.network.arcs(from: travel.direction)
        nearest = try parallelMap(members.count) { (category: Int) throws(SearchCancelled) -> [Int32] in
            try progress.check()
            let column = arcs.nearestColumn(groups.access.seeds, members: members[category], limit: travel.cap)
            progress.report(category + 1, of: members.count + 1)
            return column
        }
        limits = query.limits.map { NetworkTravel.milliseconds($0, atMost: travel.cap) }
        table =
            try limits.max().map { (farthest) throws(SearchCancelled) -> BallTable in
                try BallTable(groups.access.seeds, arcs: arcs, limit: farthest, progress: progress)
            }
        progress.report(1, of: 1)
        self.travel = travel
        self.query = query
        self.groups = groups
    }

    /// Answers all origins, block by block; see ``ReachMeasure``.
    func reach<Summary: Sendable, Failure: Error>(
        originXs: [Double], originYs: [Double], blockSize: Int,
        summarise: @Sendable (Reach) throws(Failure) -> Summary
    ) throws(Failure) -> [Summary] {
        let order = CellOrder(xs: originXs, ys: originYs, perCell: 8).order
        let blockSize = max(blockSize, 1)
        let destinations = DestinationsOfGroups(query, groups)
        return try parallelMap((order.count + blockSize - 1) / blockSize) { (block: Int) throws(Failure) -> Summary in
            let origins = order[block * blockSize..<min((block + 1) * blockSize, order.count)]
            let access = travel.finder.trace(
                xs: originXs, ys: originYs, order: origins, leaving: travel.direction == .outward,
                edges: groups.isAttached)
            return try summarise(answer(Array(origins), access, destinations))
        }
    }

    /// The answer for a block of origins with their access.
    private func answer(
        _ origins: [Int32], _ access: NetworkAccess, _ destinations: DestinationsOfGroups
    ) -> Reach {
        let count = origins.count
        var costs = nearestOverNodes(access)
        var counts = [Int32](repeating: 0, count: count * query.categoryCount * limits.count)
        var inReach = GroupCosts(travel.network, groups, direction: travel.direction, limit: travel.cap)
        for row in 0..<count {
            inReach.addAlongEdges(access.attachments(of: row))
            for group in inReach.found {
                for (category, _) in destinations.categories(of: group) {
                    let place = Int(category) * count + row
                    let cost = inReach.costs[Int(group)]
                    if costs[place] < 0 || cost < costs[place] { costs[place] = cost }
                }
            }
            if let table {
                inReach.addOverNodes(access.seeds, origin: row, table)
                for group in inReach.found {
                    let cost = inReach.costs[Int(group)]
                    for (limit, most) in limits.enumerated() where cost <= most {
                        for (category, number) in destinations.categories(of: group) {
                            counts[(limit * query.categoryCount + Int(category)) * count + row] += number
                        }
                    }
                }
            }
            inReach.forget()
        }
        return Reach(
            origins: origins, categoryCount: query.categoryCount, limitCount: limits.count, nearest: costs,
            counts: counts)
    }

    /// For each category and origin the least over the origin's seeds of their cost and that of the nearest place there.
    private func nearestOverNodes(_ access: NetworkAccess) -> [Int32] {
        var costs: [Int32] = []
        costs.reserveCapacity(access.count * query.categoryCount)
        for column in nearest {
            for row in 0..<access.count {
                var least = Int(SearchQueue.unreached)
                for seed in access.seeds.range(of: row) {
                    least = min(least, Int(access.seeds.costs[seed]) + Int(column[Int(access.seeds.nodes[seed])]))
                }
                costs.append(
                    !access.isConnected(row)
                        ? Reach.notConnected : least > Int(travel.cap) ? Reach.absent : Int32(truncatingIfNeeded: least)
                )
            }
        }
        return costs
    }
}

/// For each group of places the categories it counts for, and how many destinations of each.
private struct DestinationsOfGroups: Sendable {
    private let starts: [Int32]
    private let entries: [(category: Int32, number: Int32)]

    init(_ query: ReachQuery, _ groups: PlaceGroups) {
        let pairs = query.categories.indices.map {
            (group: groups.groupOfDestination[$0], category: query.categories[$0])
        }
        .sorted { ($0.group, $0.category) < ($1.group, $1.category) }
        var starts: [Int32] = []
        var entries: [(category: Int32, number: Int32)] = []
        for (index, pair) in pairs.enumerated() {
            while starts.count <= Int(pair.group) { starts.append(Int32(truncatingIfNeeded: entries.count)) }
            if index > 0, pairs[index - 1] == pair {
                entries[entries.count - 1].number += 1
            } else {
                entries.append((pair.category, 1))
            }
        }
        starts.append(Int32(truncatingIfNeeded: entries.count))
        self.starts = starts
        self.entries = entries
    }

    func categories(of group: Int32) -> ArraySlice<(category: Int32, number: Int32)> {
        entries[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
    }
}
