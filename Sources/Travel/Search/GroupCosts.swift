/// The costs between one origin and the groups in its reach, for one origin after another.
struct GroupCosts {
    private let network: StreetNetwork
    private let groups: PlaceGroups
    private let direction: TravelDirection
    private let limit: Int32
    /// The least cost of each group; ``SearchQueue/unreached`` for those not in `found`.
    private(set) var costs: [Int32]
    /// The groups in reach, in no useful order.
    private(set) var found: [Int32] = []

    /// Costs up to a limit.
    init(_ network: StreetNetwork, _ groups: PlaceGroups, direction: TravelDirection, limit: Int32) {
        self.network = network
        self.groups = groups
        self.direction = direction
        self.limit = limit
        costs = [Int32](repeating: SearchQueue.unreached, count: groups.count)
    }

    /// Forgets the origin.
    mutating func forget() {
        for group in found { costs[Int(group)] = SearchQueue.unreached }
        found.removeAll(keepingCapacity: true)
    }

    /// Adds what the origin reaches over nodes.
    mutating func addOverNodes(_ seeds: Seeds, origin: Int, _ table: BallTable) {
        for seed in seeds.range(of: origin) {
            let node = Int(seeds.nodes[seed])
            for index in table.starts[node]..<table.starts[node + 1] {
                let entry = table.entries[index]
                add(entry.group, Int(entry.cost) + Int(seeds.costs[seed]))
            }
        }
    }

    /// Adds what the origin reaches along an edge that both are attached to.
    mutating func addAlongEdges(_ attachments: ArraySlice<Attachment>) {
        for attachment in attachments {
            let leg = network.legCost(metres: attachment.legMetres)
            for (group, other) in groups.attached(toEdge: attachment.edge) {
                let legs = leg + network.legCost(metres: other.legMetres)
                guard legs < Int(costs[Int(group)]) else { continue }
                let along =
                    direction == .outward
                    ? network.costAlong(from: attachment, to: other) : network.costAlong(from: other, to: attachment)
                if let along { add(group, legs + along) }
            }
        }
    }

    /// Adds one way to a group.
    @inline(__always)
    mutating func add(_ group: Int32, _ cost: Int) {
        guard cost <= Int(limit) else { return }
        let old = costs[Int(group)]
        if old == SearchQueue.unreached { found.append(group) }
        if cost < Int(old) { costs[Int(group)] = Int32(truncatingIfNeeded: cost) }
    }
}
