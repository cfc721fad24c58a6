internal import Planar

/// Why nodes and edges make no network.
public enum NetworkInputError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Columns that belong together are not equally long.
    case columnsOfDifferentLength
    /// A node has a coordinate that is not a finite number.
    case positionNotFinite
    /// An edge names a node that is not there.
    case unknownNode
    /// A cost is above the largest, or below 0 without being ``StreetNetwork/impassable``.
    case costNotUsable

    /// One sentence in English.
    public var description: String {
        switch self {
        case .columnsOfDifferentLength: "The columns of nodes or edges are not equally long."
        case .positionNotFinite: "A node has a coordinate that is not a finite number."
        case .unknownNode: "An edge begins or ends at a node that is not there."
        case .costNotUsable: "A cost is above the largest one, or negative without standing for impassable."
        }
    }
}

extension StreetNetwork {
    /// A network from nodes and edges with costs of their own, in any unit, as straight lines.
    ///
    /// Nodes are renumbered along a Hilbert curve: ``nodeSources`` holds the number each had, ``nodes(ofSources:)`` the
    /// way back. Edges are ordered by the nodes they join, those between the same nodes as given; ``edgeWays`` holds
    /// the number each had.
    ///
    /// - Parameters:
    ///   - xs: The x of each node in metres.
    ///   - ys: The y of each node in metres.
    ///   - tails: The node at which each edge begins.
    ///   - heads: The node at which each edge ends.
    ///   - forwardCosts: The cost along each edge, or ``impassable``.
    ///   - backwardCosts: The cost against each edge, or ``impassable``; nil where it is the same as along it.
    ///   - legCostPerMetre: The cost of a metre beside the streets.
    public init(
        xs: [Double], ys: [Double], tails: [Int32], heads: [Int32], forwardCosts: [Int32],
        backwardCosts: [Int32]? = nil, legCostPerMetre: Double
    ) throws(NetworkInputError) {
        let backwardCosts = backwardCosts ?? forwardCosts
        guard xs.count == ys.count, tails.count == heads.count, tails.count == forwardCosts.count,
            tails.count == backwardCosts.count
        else { throw .columnsOfDifferentLength }
        guard xs.allSatisfy(\.isFinite), ys.allSatisfy(\.isFinite) else { throw .positionNotFinite }
        guard tails.allSatisfy({ xs.indices.contains(Int($0)) }), heads.allSatisfy({ xs.indices.contains(Int($0)) })
        else { throw .unknownNode }
        let allowed = StreetNetwork.impassable...StreetNetwork.largestCost
        guard forwardCosts.allSatisfy(allowed.contains), backwardCosts.allSatisfy(allowed.contains) else {
            throw .costNotUsable
        }

        var extent = Envelope.empty
        for node in xs.indices { extent.include(x: xs[node], y: ys[node]) }
        let sources = HilbertCurve(over: extent).order(xs, ys)
        var numbers = [Int32](repeating: 0, count: xs.count)
        for (number, source) in sources.enumerated() { numbers[Int(source)] = Int32(truncatingIfNeeded: number) }
        let order = StreetNetwork.order(
            nodeCount: xs.count, tails: tails.map { numbers[Int($0)] }, heads: heads.map { numbers[Int($0)] }
        ) { $0 < $1 }
        let forward = order.map { forwardCosts[Int($0)] }
        let backward = order.map { backwardCosts[Int($0)] }
        self.init(
            nodeXs: sources.map { xs[Int($0)] }, nodeYs: sources.map { ys[Int($0)] },
            edgeStarts: order.map { numbers[Int(tails[Int($0)])] },
            edgeEnds: order.map { numbers[Int(heads[Int($0)])] },
            forwardCosts: forward, backwardCosts: backward, edgeWays: order,
            shapeStarts: (0...order.count).map { Int32(truncatingIfNeeded: 2 * $0) },
            shapeXs: StreetNetwork.ends(of: order, tails, heads, xs),
            shapeYs: StreetNetwork.ends(of: order, tails, heads, ys),
            shapeForwardCosts: StreetNetwork.costsAtEnds(forward),
            shapeBackwardCosts: StreetNetwork.costsAtEnds(backward),
            legCostPerMetre: legCostPerMetre, nodeSources: sources)
    }

    /// The edges by the nodes they join, those between the same nodes as `precedes` has it. Linear but for nodes that
    /// many edges join.
    static func order(
        nodeCount: Int, tails: [Int32], heads: [Int32], precedes: (Int32, Int32) -> Bool
    ) -> [Int32] {
        let given = tails.indices.map { Int32(truncatingIfNeeded: $0) }
        var order = sorted(sorted(given, by: heads, nodeCount), by: tails, nodeCount)
        var start = 0
        for end in 1..<max(order.count + 1, 1) {
            if end < order.count, tails[Int(order[end])] == tails[Int(order[start])],
                heads[Int(order[end])] == heads[Int(order[start])]
            {
                continue
            }
            if end - start > 1 { order[start..<end].sort(by: precedes) }
            start = end
        }
        return order
    }

    /// Edges by the node that each has, those with one node in the order given.
    private static func sorted(_ edges: [Int32], by nodes: [Int32], _ nodeCount: Int) -> [Int32] {
        var next = [Int32](repeating: 0, count: nodeCount + 1)
        for node in nodes { next[Int(node) + 1] += 1 }
        for node in 0..<nodeCount { next[node + 1] += next[node] }
        var order = [Int32](repeating: 0, count: edges.count)
        for edge in edges {
            let node = Int(nodes[Int(edge)])
            order[Int(next[node])] = edge
            next[node] += 1
        }
        return order
    }

    /// One coordinate of both ends of each edge.
    private static func ends(of order: [Int32], _ tails: [Int32], _ heads: [Int32], _ values: [Double]) -> [Double] {
        var ends: [Double] = []
        ends.reserveCapacity(2 * order.count)
        for edge in order {
            ends.append(values[Int(tails[Int(edge)])])
            ends.append(values[Int(heads[Int(edge)])])
        }
        return ends
    }

    /// The costs at both ends of each edge: 0, and that of the edge where it can be passed.
    private static func costsAtEnds(_ costs: [Int32]) -> [Int32] {
        var ends: [Int32] = []
        ends.reserveCapacity(2 * costs.count)
        for cost in costs {
            ends.append(0)
            ends.append(max(cost, 0))
        }
        return ends
    }
}
