/// The destinations of a query on the network: those at the same positions are one group, whatever their categories, and
/// share one search.
struct PlaceGroups: Sendable {
    /// The group of each destination of the query.
    let groupOfDestination: [Int32]
    /// The access of each group, over all entrances.
    let access: NetworkAccess
    /// For each edge whether a group is attached to it.
    let isAttached: [Bool]
    /// Where the attachments to each edge begin in `attached`; one entry more than edges.
    private let attachedStarts: [Int32]
    /// The attachments edge after edge, each with its group.
    private let attached: [(group: Int32, attachment: Attachment)]

    /// Groups the destinations and finds their access; trips begin there if `leaving`.
    init(_ query: ReachQuery, finder: AccessFinder, leaving: Bool) {
        var groups: [[Double]: Int32] = [:]
        var groupOfDestination: [Int32] = []
        var xs: [Double] = []
        var ys: [Double] = []
        var ends: [Int] = []
        for destination in query.xs.indices {
            let entrances = query.accessPositions(of: destination)
            let positions = entrances.flatMap { [$0.x, $0.y] }
            let new = Int32(truncatingIfNeeded: groups.count)
            let group = groups[positions] ?? new
            groupOfDestination.append(group)
            guard group == new else { continue }
            groups[positions] = group
            for entrance in entrances {
                xs.append(entrance.x)
                ys.append(entrance.y)
            }
            ends.append(xs.count)
        }
        let network = finder.network
        let entrances = finder.access(xs: xs, ys: ys, leaving: leaving)
        var access = NetworkAccess()
        var start = 0
        for end in ends {
            access.append(merging: start..<end, of: entrances)
            start = end
        }
        self.groupOfDestination = groupOfDestination
        self.access = access

        var starts = [Int32](repeating: 0, count: network.edgeCount + 1)
        for attachment in access.attachments { starts[Int(attachment.edge) + 1] += 1 }
        isAttached = starts.dropFirst().map { $0 > 0 }
        for edge in 0..<network.edgeCount { starts[edge + 1] += starts[edge] }
        var next = starts
        var attached = access.attachments.map { (group: Int32(0), attachment: $0) }
        for group in 0..<access.count {
            for attachment in access.attachments(of: group) {
                attached[Int(next[Int(attachment.edge)])] = (Int32(truncatingIfNeeded: group), attachment)
                next[Int(attachment.edge)] += 1
            }
        }
        attachedStarts = starts
        self.attached = attached
    }

    /// The number of groups.
    var count: Int { access.count }

    /// The destinations of each group, ascending.
    var destinations: [[Int32]] {
        var destinations = [[Int32]](repeating: [], count: count)
        for (destination, group) in groupOfDestination.enumerated() {
            destinations[Int(group)].append(Int32(truncatingIfNeeded: destination))
        }
        return destinations
    }

    /// The attachments of groups to an edge.
    func attached(toEdge edge: Int32) -> ArraySlice<(group: Int32, attachment: Attachment)> {
        attached[Int(attachedStarts[Int(edge)])..<Int(attachedStarts[Int(edge) + 1])]
    }
}

extension NetworkAccess {
    /// Appends one position whose access is that of several: the least seed of each node, all attachments.
    fileprivate mutating func append(merging positions: Range<Int>, of other: NetworkAccess) {
        if positions.count == 1 { return append(positions.lowerBound, of: other) }
        var merged: [(cost: Int32, node: Int32)] = []
        for position in positions {
            for seed in other.seeds.range(of: position) {
                merged.append((other.seeds.costs[seed], other.seeds.nodes[seed]))
            }
            attachments += other.attachments(of: position)
        }
        merged.sort { ($0.cost, $0.node) < ($1.cost, $1.node) }
        var seen: Set<Int32> = []
        for seed in merged where seen.insert(seed.node).inserted {
            seeds.nodes.append(seed.node)
            seeds.costs.append(seed.cost)
        }
        close()
    }
}
