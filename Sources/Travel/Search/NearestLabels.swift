/// For each node the nearest few members of a list of seeds: labels of rank and cost, by cost, then rank.
///
/// One search for all: a node takes labels of different members until it is full, and passes each on. Keys rise by cost,
/// then rank, so the first label of a member at a node is its least, and ties go to the lower rank everywhere.
struct NearestLabels: Sendable {
    /// A member of the list, by its place in it, and the cost between it and the node.
    struct Label: Sendable, Hashable {
        var rank: Int32
        var cost: Int32
    }

    private let most: Int
    private var numbers: [Int32]
    private var labels: [Label]

    /// Searches from all members at once for the nearest `most` of each node within the limit.
    init(_ seeds: Seeds, members: [Int32], most: Int, arcs: ArcList, limit: Int32) {
        let nodeCount = arcs.starts.count - 1
        let limit = min(limit, StreetNetwork.largestCost)
        self.most = most
        numbers = [Int32](repeating: 0, count: nodeCount)
        labels = [Label](repeating: Label(rank: 0, cost: 0), count: nodeCount * most)
        var waiting = WaitingLabels()
        for (rank, member) in members.enumerated() {
            for seed in seeds.range(of: Int(member)) where seeds.costs[seed] <= limit {
                waiting.push(cost: seeds.costs[seed], rank: Int32(truncatingIfNeeded: rank), node: seeds.nodes[seed])
            }
        }
        while let next = waiting.popLeast() {
            guard add(Label(rank: next.rank, cost: next.cost), to: Int(next.node)) else { continue }
            for arc in arcs.arcs[Int(arcs.starts[Int(next.node)])..<Int(arcs.starts[Int(next.node) + 1])]
            where arc.cost <= limit - next.cost && numbers[Int(arc.head)] < most {
                waiting.push(cost: next.cost + arc.cost, rank: next.rank, node: arc.head)
            }
        }
    }

    /// The labels of a node.
    func labels(of node: Int) -> ArraySlice<Label> { labels[node * most..<node * most + Int(numbers[node])] }

    /// Gives a node a label, unless it is full or has one of the same member.
    private mutating func add(_ label: Label, to node: Int) -> Bool {
        let number = Int(numbers[node])
        guard number < most, !labels(of: node).contains(where: { $0.rank == label.rank }) else { return false }
        labels[node * most + number] = label
        numbers[node] += 1
        return true
    }
}

/// Labels that wait to be settled, a binary heap by cost, then rank, then node.
private struct WaitingLabels {
    private var heap: [(key: UInt64, node: Int32)] = []

    mutating func push(cost: Int32, rank: Int32, node: Int32) {
        let new = (key: UInt64(UInt32(bitPattern: cost)) << 32 | UInt64(UInt32(bitPattern: rank)), node: node)
        var place = heap.count
        heap.append(new)
        while place > 0, new < heap[(place - 1) / 2] {
            heap[place] = heap[(place - 1) / 2]
            place = (place - 1) / 2
        }
        heap[place] = new
    }

    mutating func popLeast() -> (cost: Int32, rank: Int32, node: Int32)? {
        guard let least = heap.first, let last = heap.popLast() else { return nil }
        if !heap.isEmpty {
            var place = 0
            while 2 * place + 1 < heap.count {
                var child = 2 * place + 1
                if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
                guard heap[child] < last else { break }
                heap[place] = heap[child]
                place = child
            }
            heap[place] = last
        }
        return (
            Int32(truncatingIfNeeded: least.key >> 32), Int32(truncatingIfNeeded: least.key & 0xFFFF_FFFF), least.node
        )
    }
}
