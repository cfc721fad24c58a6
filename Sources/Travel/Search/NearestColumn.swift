extension ArcList {
    /// How many places search together: enough to share the ground between them, few enough that what they reach stays in
    /// the cache of a core.
    private static let placesPerGroup = 64

    /// For each node the least cost to or from any of the members of `seeds`, ``SearchQueue/unreached`` beyond the limit.
    ///
    /// The same as one search from all of them at once. But places go in groups of neighbours (nodes lie along a Hilbert
    /// curve), each group lowering what the groups before it left: the search stays in a small part of memory, which
    /// matters more than the nodes at the borders that are settled twice.
    func nearestColumn(_ seeds: Seeds, members: [Int32], limit: Int32) -> [Int32] {
        let sorted = members.filter { !seeds.range(of: Int($0)).isEmpty }
            .map { (node: seeds.nodes[Int(seeds.starts[Int($0)])], member: $0) }
            .sorted { ($0.node, $0.member) < ($1.node, $1.member) }
        var column = [Int32](repeating: SearchQueue.unreached, count: starts.count - 1)
        var queue = SearchQueue(limit: limit)
        column.withUnsafeMutableBufferPointer { costs in
            withPointers { arcs in
                for first in stride(from: 0, to: sorted.count, by: ArcList.placesPerGroup) {
                    for place in sorted[first..<min(first + ArcList.placesPerGroup, sorted.count)] {
                        for seed in seeds.range(of: Int(place.member)) {
                            queue.start(at: seeds.nodes[seed], cost: seeds.costs[seed], costs)
                        }
                    }
                    queue.settle(arcs, costs)
                    queue.forget()
                }
            }
        }
        return column
    }
}
