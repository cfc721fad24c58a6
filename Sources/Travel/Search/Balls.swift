/// Bounded searches from one place after another, on one set of costs that is put back after each.
struct BallSearch: ~Copyable {
    private var queue: SearchQueue
    private let costs: UnsafeMutableBufferPointer<Int32>

    /// Searches on a network of that many nodes, none farther than the limit.
    init(nodeCount: Int, limit: Int32) {
        queue = SearchQueue(limit: limit)
        costs = .allocate(capacity: nodeCount)
        costs.initialize(repeating: SearchQueue.unreached)
    }

    deinit { costs.deallocate() }

    /// Calls `body` with each node in reach of a position and its cost, in no useful order.
    @inline(__always)
    mutating func forEachNode(
        of seeds: Seeds, position: Int, _ arcs: ArcPointers, _ body: (_ node: Int32, _ cost: Int32) -> Void
    ) {
        for seed in seeds.range(of: position) {
            queue.start(at: seeds.nodes[seed], cost: seeds.costs[seed], costs)
        }
        queue.settle(arcs, costs)
        for node in queue.reached {
            body(node, costs[Int(node)])
            costs[Int(node)] = SearchQueue.unreached
        }
        queue.forget()
    }
}
