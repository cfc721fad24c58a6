internal import Parallel

/// The nodes within a limit of one node.
public struct NodeBall: Sendable, Hashable {
    /// The nodes, ascending, the one in the middle included.
    public let nodes: [Int32]
    /// The cost from the one in the middle to each.
    public let costs: [Int32]

    /// The cost of a node; nil where it is not within the limit. O(log nodes).
    public func cost(of node: Int32) -> Int32? {
        var low = 0
        var high = nodes.count
        while low < high {
            let middle = (low + high) / 2
            if nodes[middle] < node { low = middle + 1 } else { high = middle }
        }
        return low < nodes.count && nodes[low] == node ? costs[low] : nil
    }
}

extension ArcList {
    /// For each of some nodes the nodes within a limit, the limit included. One bounded search each, on all cores.
    public func balls(around middles: [Int32], limit: Int32) throws(ReachQueryError) -> [NodeBall] {
        let nodeCount = starts.count - 1
        guard middles.allSatisfy({ $0 >= 0 && Int($0) < nodeCount }) else { throw .unknownNode }
        let seeds = Seeds(nodes: middles)
        let ranges = evenRanges(middles.count, pieces: 64)
        return parallelMap(ranges.count) { part in
            var search = BallSearch(nodeCount: nodeCount, limit: limit)
            return withPointers { arcs in
                ranges[part].map { position in
                    var found: [(node: Int32, cost: Int32)] = []
                    search.forEachNode(of: seeds, position: position, arcs) { found.append(($0, $1)) }
                    found.sort { $0.node < $1.node }
                    return NodeBall(nodes: found.map(\.node), costs: found.map(\.cost))
                }
            }
        }.flatMap(\.self)
    }
}
