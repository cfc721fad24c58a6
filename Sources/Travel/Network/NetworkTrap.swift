/// Streets that one-ways cut off from the largest part of the network in which every node reaches every other: one gets
/// in but not out, or out but not in. Often a one-way drawn the wrong way round.
public struct NetworkTrap: Sendable, Hashable {
    /// The number of nodes outside the largest strongly connected part of their component.
    public let nodeCount: Int
    /// The length of the edges of which both ends are such nodes, in metres.
    public let metres: Double
    /// The position of the lowest such node.
    public let place: NetworkReport.Place
}

extension StreetNetwork {
    /// The trap of the network; nil where nothing is trapped. Components are looked at one by one: an island is no trap.
    var trap: NetworkTrap? {
        guard zip(forwardCosts, backwardCosts).contains(where: { $0 < 0 || $1 < 0 }) else { return nil }
        let parts = StrongParts.parts(outgoing)
        var sizes = [Int](repeating: 0, count: nodeCount)
        for part in parts { sizes[Int(part)] += 1 }
        // The largest part of each component; of equal ones the one that has the lowest node.
        var largest = [Int32](repeating: -1, count: Int(components.max() ?? -1) + 1)
        for node in parts.indices {
            let best = largest[Int(components[node])]
            if best < 0 || sizes[Int(parts[node])] > sizes[Int(best)] { largest[Int(components[node])] = parts[node] }
        }
        let isTrapped = parts.indices.map { parts[$0] != largest[Int(components[$0])] }
        guard let first = isTrapped.firstIndex(of: true) else { return nil }
        var millimetres = 0
        for edge in 0..<edgeCount where isTrapped[Int(edgeStarts[edge])] && isTrapped[Int(edgeEnds[edge])] {
            millimetres += self.millimetres(ofEdge: edge)
        }
        return NetworkTrap(
            nodeCount: isTrapped.count { $0 }, metres: Double(millimetres) / 1_000,
            place: NetworkReport.Place(x: nodeXs[first], y: nodeYs[first]))
    }
}

/// The strongly connected parts of a graph.
enum StrongParts {
    /// A number for each node, equal for nodes that reach each other; less than the number of nodes.
    ///
    /// R. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972), with stacks of
    /// its own in place of recursion. O(nodes + arcs).
    static func parts(_ arcs: ArcList) -> [Int32] {
        let count = arcs.starts.count - 1
        var parts = [Int32](repeating: -1, count: count)
        var partCount: Int32 = 0
        var order = [Int32](repeating: -1, count: count)
        var lows = [Int32](repeating: 0, count: count)
        var nextArc = arcs.starts
        var visited: Int32 = 0
        var open: [Int32] = []
        var path: [Int32] = []
        for root in 0..<count where order[root] < 0 {
            path.append(Int32(truncatingIfNeeded: root))
            while let last = path.last {
                let node = Int(last)
                if order[node] < 0 {
                    order[node] = visited
                    lows[node] = visited
                    visited += 1
                    open.append(last)
                }
                if nextArc[node] < arcs.starts[node + 1] {
                    let head = Int(arcs.arcs[Int(nextArc[node])].head)
                    if order[head] < 0 {
                        // The arc is looked at again when its head is done.
                        path.append(Int32(truncatingIfNeeded: head))
                        continue
                    }
                    if parts[head] < 0 { lows[node] = min(lows[node], lows[head]) }
                    nextArc[node] += 1
                    continue
                }
                path.removeLast()
                guard lows[node] == order[node] else { continue }
                while let member = open.popLast() {
                    parts[Int(member)] = partCount
                    if member == last { break }
                }
                partCount += 1
            }
        }
        return parts
    }
}
