/// Gathers the seeds of one position after another from its attachments: per node the least, without those that another
/// seed makes needless. Keeps its memory from position to position.
struct SeedCollector {
    private let leaving: Bool
    /// Seeds as cost and node in one number: in order of cost, then node.
    private var candidates: [UInt64] = []
    private var kept: [UInt64] = []
    private var edge: Int32 = -1
    private var leastStart = Int.max
    private var leastEnd = Int.max

    /// A collector for positions at which trips begin, or end.
    init(leaving: Bool) { self.leaving = leaving }

    /// Begins a position.
    mutating func begin() {
        candidates.removeAll(keepingCapacity: true)
        edge = -1
    }

    /// Adds an attachment; those of one edge follow each other.
    mutating func add(_ attachment: Attachment, _ network: StreetNetwork) {
        if attachment.edge != edge {
            closeEdge(network)
            edge = attachment.edge
        }
        let leg = network.legCost(metres: attachment.legMetres)
        let costs = network.endCosts(
            edge: Int(edge), piece: Int(attachment.piece), fraction: attachment.fraction, leaving: leaving)
        if let cost = costs.start { leastStart = min(leastStart, leg + cost) }
        if let cost = costs.end { leastEnd = min(leastEnd, leg + cost) }
    }

    private mutating func closeEdge(_ network: StreetNetwork) {
        guard edge >= 0 else { return }
        put(network.edgeStarts[Int(edge)], leastStart)
        put(network.edgeEnds[Int(edge)], leastEnd)
        leastStart = .max
        leastEnd = .max
    }

    private mutating func put(_ node: Int32, _ cost: Int) {
        guard cost <= Int(StreetNetwork.largestCost) else { return }
        candidates.append(UInt64(truncatingIfNeeded: cost) << 32 | UInt64(UInt32(bitPattern: node)))
    }

    /// Ends the position: appends what is left of its seeds. A seed is needless when an earlier one and the arc between
    /// their nodes cost no more.
    mutating func finish(_ network: StreetNetwork, _ seeds: inout Seeds) {
        closeEdge(network)
        candidates.sort()
        kept.removeAll(keepingCapacity: true)
        let arcs = leaving ? network.incoming : network.outgoing
        for candidate in candidates where !isNeedless(candidate, arcs) {
            kept.append(candidate)
            seeds.nodes.append(Int32(truncatingIfNeeded: candidate & 0xFFFF_FFFF))
            seeds.costs.append(Int32(truncatingIfNeeded: candidate >> 32))
        }
    }

    private func isNeedless(_ candidate: UInt64, _ arcs: ArcList) -> Bool {
        let node = Int(truncatingIfNeeded: candidate & 0xFFFF_FFFF)
        let cost = candidate >> 32
        for earlier in kept where Int(truncatingIfNeeded: earlier & 0xFFFF_FFFF) == node { return true }
        for index in Int(arcs.starts[node])..<Int(arcs.starts[node + 1]) {
            let arc = arcs.arcs[index]
            let most = Int(truncatingIfNeeded: cost) - Int(arc.cost)
            guard most >= 0 else { continue }
            for earlier in kept
            where UInt32(truncatingIfNeeded: earlier) == UInt32(bitPattern: arc.head)
                && Int(truncatingIfNeeded: earlier >> 32) <= most
            {
                return true
            }
        }
        return false
    }
}
