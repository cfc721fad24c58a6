/// Which nodes hang together, whatever the direction of the edges between them.
enum ConnectedNodes {
    /// The component of each node: 0 is the one with the longest edges in sum, ties by lowest node.
    ///
    /// Union–find with path halving; the root of a tree is its lowest node, so nothing depends on the order of edges.
    /// Near linear in nodes and edges.
    static func components(
        nodeCount: Int, _ edgeStarts: [Int32], _ edgeEnds: [Int32], millimetres: [Int]
    ) -> [Int32] {
        var parents = (0..<nodeCount).map { Int32(truncatingIfNeeded: $0) }
        for edge in edgeStarts.indices {
            let first = root(of: edgeStarts[edge], &parents)
            let second = root(of: edgeEnds[edge], &parents)
            if first < second {
                parents[Int(second)] = first
            } else if second < first {
                parents[Int(first)] = second
            }
        }
        var lengths = [Int](repeating: 0, count: nodeCount)
        for edge in edgeStarts.indices {
            lengths[Int(root(of: edgeStarts[edge], &parents))] += millimetres[edge]
        }
        let roots = parents.indices.filter { Int(parents[$0]) == $0 }.sorted {
            lengths[$0] != lengths[$1] ? lengths[$0] > lengths[$1] : $0 < $1
        }
        var ranks = [Int32](repeating: 0, count: nodeCount)
        for (rank, root) in roots.enumerated() { ranks[root] = Int32(truncatingIfNeeded: rank) }
        return (0..<nodeCount).map { ranks[Int(root(of: Int32(truncatingIfNeeded: $0), &parents))] }
    }

    private static func root(of node: Int32, _ parents: inout [Int32]) -> Int32 {
        var node = node
        while parents[Int(node)] != node {
            parents[Int(node)] = parents[Int(parents[Int(node)])]
            node = parents[Int(node)]
        }
        return node
    }
}
