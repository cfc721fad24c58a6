internal import Parallel

/// For each node the groups of places in reach of it and their costs: bounded searches from all groups, turned round.
/// Needs 8 bytes for each pair of a group and a node in its reach.
struct BallTable: Sendable {
    /// A group and the cost between it and the node.
    struct Entry: Sendable, Hashable {
        let group: Int32
        let cost: Int32
    }

    /// Where the entries of each node begin; one more than nodes.
    let starts: [Int]
    /// The entries, node after node, within a node ascending by group.
    let entries: [Entry]

    /// How many groups one task searches from: enough to be worth the memory of a task.
    private static let groupsPerPart = 2_048

    /// Searches on `arcs` from the seeds of all groups.
    init(
        _ seeds: Seeds, arcs: ArcList, limit: Int32, progress: SearchProgress
    ) throws(SearchCancelled) {
        let nodeCount = arcs.starts.count - 1
        let ranges = evenRanges(
            seeds.count, pieces: (seeds.count + BallTable.groupsPerPart - 1) / BallTable.groupsPerPart)
        let parts = try parallelMap(ranges.count) { (part: Int) throws(SearchCancelled) -> Part in
            var found = Part()
            var search = BallSearch(nodeCount: nodeCount, limit: limit)
            for group in ranges[part] {
                if group % 64 == 0 { try progress.check() }
                arcs.withPointers { arcs in
                    search.forEachNode(of: seeds, position: group, arcs) { node, cost in
                        found.nodes.append(node)
                        found.costs.append(cost)
                    }
                }
                found.ends.append(found.nodes.count)
            }
            return found
        }
        var starts = [Int](repeating: 0, count: nodeCount + 1)
        for part in parts {
            for node in part.nodes { starts[Int(node) + 1] += 1 }
        }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }
        var next = starts
        var entries = [Entry](repeating: Entry(group: 0, cost: 0), count: starts[nodeCount])
        for (part, range) in zip(parts, ranges) {
            var start = 0
            for (row, group) in range.enumerated() {
                for index in start..<part.ends[row] {
                    let node = Int(part.nodes[index])
                    entries[next[node]] = Entry(group: Int32(truncatingIfNeeded: group), cost: part.costs[index])
                    next[node] += 1
                }
                start = part.ends[row]
            }
        }
        self.starts = starts
        self.entries = entries
    }

    /// What a task found: the nodes of each group and their costs.
    private struct Part: Sendable {
        var nodes: [Int32] = []
        var costs: [Int32] = []
        var ends: [Int] = []
    }
}
