/// The arcs at each node as compressed sparse rows: those of node n are `arcs[starts[n]..<starts[n + 1]]`.
public struct ArcList: Sendable {
    /// One step of a search.
    public struct Arc: Sendable, Hashable {
        /// The node it leads to.
        public let head: Int32
        /// What it costs, at least 0.
        public let cost: Int32
    }

    /// Where the arcs of each node begin; one entry more than nodes.
    public let starts: [Int32]
    /// The arcs, node after node, in the order of the edges.
    public let arcs: [Arc]

    /// The arcs of edges: one from tail to head where the forward cost is passable, one back where the backward cost is.
    /// Edges that begin and end at one node lead nowhere and are left out. O(nodes + edges).
    init(nodeCount: Int, tails: [Int32], heads: [Int32], forwardCosts: [Int32], backwardCosts: [Int32]) {
        var starts = [Int32](repeating: 0, count: nodeCount + 1)
        for edge in tails.indices where tails[edge] != heads[edge] {
            if forwardCosts[edge] >= 0 { starts[Int(tails[edge]) + 1] += 1 }
            if backwardCosts[edge] >= 0 { starts[Int(heads[edge]) + 1] += 1 }
        }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }
        var next = starts
        var arcs = [Arc](repeating: Arc(head: 0, cost: 0), count: Int(starts[nodeCount]))
        for edge in tails.indices where tails[edge] != heads[edge] {
            if forwardCosts[edge] >= 0 {
                let tail = Int(tails[edge])
                arcs[Int(next[tail])] = Arc(head: heads[edge], cost: forwardCosts[edge])
                next[tail] += 1
            }
            if backwardCosts[edge] >= 0 {
                let head = Int(heads[edge])
                arcs[Int(next[head])] = Arc(head: tails[edge], cost: backwardCosts[edge])
                next[head] += 1
            }
        }
        self.starts = starts
        self.arcs = arcs
    }

    /// The arcs of edges that cost the same both ways; edges whose cost is negative cannot be passed.
    public init(
        nodeCount: Int, edgeStarts: [Int32], edgeEnds: [Int32], costs: [Int32]
    ) throws(ReachQueryError) {
        guard edgeStarts.count == edgeEnds.count, edgeStarts.count == costs.count, costs.count <= Int(Int32.max) / 2
        else { throw .columnsOfDifferentLength }
        guard [edgeStarts, edgeEnds].allSatisfy({ $0.allSatisfy { $0 >= 0 && Int($0) < nodeCount } }) else {
            throw .unknownNode
        }
        self.init(
            nodeCount: nodeCount, tails: edgeStarts, heads: edgeEnds, forwardCosts: costs, backwardCosts: costs)
    }
}
