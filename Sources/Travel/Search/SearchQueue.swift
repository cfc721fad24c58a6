/// The nodes a search has yet to settle, cheapest first, and the nodes it has reached: the memory of one task, used for
/// many searches, so that no search allocates.
///
/// A 4-ary heap of keys that hold cost and node; a node whose cost has fallen since it was put in is passed over when its
/// old key comes up. The hot loop of all searches lies here and works on plain memory; bounds hold because heads and
/// starts of an ``ArcList`` are those of its network.
/// Reference: E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1 (1959).
struct SearchQueue: ~Copyable {
    /// What stands for the cost of a node that was not reached.
    static let unreached = Int32.max

    /// The largest cost at which a node is reached.
    let limit: Int32
    private var keys: UnsafeMutablePointer<UInt64>
    private var capacity = 1 << 10
    private var count = 0
    /// The nodes reached since the last ``forget()``, in no useful order, each at least once.
    private var reachedNodes: UnsafeMutablePointer<Int32>
    private var reachedCapacity = 1 << 10
    private var reachedCount = 0

    /// A queue for searches that go no farther than a limit, at most ``StreetNetwork/largestCost``.
    init(limit: Int32) {
        self.limit = min(limit, StreetNetwork.largestCost)
        keys = .allocate(capacity: capacity)
        reachedNodes = .allocate(capacity: reachedCapacity)
    }

    deinit {
        keys.deallocate()
        reachedNodes.deallocate()
    }

    /// The nodes reached since the last ``forget()``; valid until the queue changes.
    var reached: UnsafeBufferPointer<Int32> { UnsafeBufferPointer(start: reachedNodes, count: reachedCount) }

    /// Begins a new list of reached nodes.
    mutating func forget() { reachedCount = 0 }

    /// Lets a search begin, or pass, at a node with a cost of at least 0, if that is below what `costs` hold for it.
    mutating func start(at node: Int32, cost: Int32, _ costs: UnsafeMutableBufferPointer<Int32>) {
        let old = costs[Int(node)]
        guard cost < old, cost <= limit else { return }
        if old == SearchQueue.unreached { note(node) }
        costs[Int(node)] = cost
        push(SearchQueue.key(cost, node))
    }

    /// Settles all nodes whose cost is within the limit: lowers `costs` to what can be reached from the started nodes.
    ///
    /// Never raises a cost; where a node has a lower one from an earlier search, the search ends there. So searches from
    /// several sources one after another leave what one search from all would.
    mutating func settle(_ arcs: ArcPointers, _ costs: UnsafeMutableBufferPointer<Int32>) {
        while let key = popLeast() {
            let node = Int(truncatingIfNeeded: key & 0xFFFF_FFFF)
            let cost = Int32(truncatingIfNeeded: key >> 32)
            if costs[node] != cost { continue }
            let left = limit &- cost
            var index = Int(arcs.starts[node])
            let end = Int(arcs.starts[node &+ 1])
            while index < end {
                let arc = arcs.arcs[index]
                index &+= 1
                guard arc.cost <= left else { continue }
                let next = cost &+ arc.cost
                let old = costs[Int(arc.head)]
                guard next < old else { continue }
                if old == SearchQueue.unreached { note(arc.head) }
                costs[Int(arc.head)] = next
                push(SearchQueue.key(next, arc.head))
            }
        }
    }

    @inline(__always)
    private static func key(_ cost: Int32, _ node: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: cost)) << 32 | UInt64(UInt32(bitPattern: node))
    }

    @inline(__always)
    private mutating func note(_ node: Int32) {
        if reachedCount == reachedCapacity { growReached() }
        reachedNodes[reachedCount] = node
        reachedCount &+= 1
    }

    @inline(__always)
    private mutating func push(_ key: UInt64) {
        if count == capacity { growKeys() }
        let keys = keys
        var place = count
        count &+= 1
        while place > 0 {
            let parent = (place &- 1) >> 2
            if keys[parent] <= key { break }
            keys[place] = keys[parent]
            place = parent
        }
        keys[place] = key
    }

    @inline(__always)
    private mutating func popLeast() -> UInt64? {
        guard count > 0 else { return nil }
        let keys = keys
        let least = keys[0]
        count &-= 1
        let last = keys[count]
        let count = count
        var place = 0
        while true {
            let first = place &* 4 &+ 1
            if first >= count { break }
            var smallest = first
            var child = first &+ 1
            let end = min(first &+ 4, count)
            while child < end {
                if keys[child] < keys[smallest] { smallest = child }
                child &+= 1
            }
            if keys[smallest] >= last { break }
            keys[place] = keys[smallest]
            place = smallest
        }
        keys[place] = last
        return least
    }

    @inline(never)
    private mutating func growKeys() {
        let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity * 2)
        larger.update(from: keys, count: count)
        keys.deallocate()
        keys = larger
        capacity *= 2
    }

    @inline(never)
    private mutating func growReached() {
        let larger = UnsafeMutablePointer<Int32>.allocate(capacity: reachedCapacity * 2)
        larger.update(from: reachedNodes, count: reachedCount)
        reachedNodes.deallocate()
        reachedNodes = larger
        reachedCapacity *= 2
    }
}

/// The arcs of a network while searches run.
struct ArcPointers {
    let starts: UnsafeBufferPointer<Int32>
    let arcs: UnsafeBufferPointer<ArcList.Arc>
}

extension ArcList {
    /// Calls `body` with the arcs as plain memory.
    func withPointers<Value, Failure: Error>(_ body: (ArcPointers) throws(Failure) -> Value) throws(Failure) -> Value {
        try starts.withUnsafeBufferPointer { (starts) throws(Failure) -> Value in
            try arcs.withUnsafeBufferPointer { (arcs) throws(Failure) -> Value in
                try body(ArcPointers(starts: starts, arcs: arcs))
            }
        }
    }
}
