/// The shapes of edges with what their pieces cost, for a run of edges.
struct StreetShapes: Sendable {
    /// The number of positions of each edge, at least two.
    var counts: [Int32] = []
    /// The positions, one edge after another.
    var xs: [Double] = []
    /// The positions, one edge after another.
    var ys: [Double] = []
    /// The cost from the edge's start; 0 where the edge cannot be passed.
    var forward: [Int32] = []
    /// The cost back to the edge's start; 0 where the edge cannot be passed.
    var backward: [Int32] = []

    /// No shapes, with memory for a number of edges and positions.
    init(edges: Int, positions: Int) {
        counts.reserveCapacity(edges)
        xs.reserveCapacity(positions)
        ys.reserveCapacity(positions)
        forward.reserveCapacity(positions)
        backward.reserveCapacity(positions)
    }

    /// Adds the shape of a cut. A position that repeats the one before is left out; where nothing is left, the end
    /// stands beside the start.
    ///
    /// - Parameter halfDelays: see ``StreetRules/halfDelays(_:)``.
    mutating func append(_ cut: StreetCuts.Cut, _ ways: StreetWays, _ rules: StreetRules, halfDelays: [Int32]) {
        let passage = rules.passage(ofWay: cut.way, ways)
        var node = Int(ways.nodeIndexes[Int(cut.first)])
        var count: Int32 = 1
        var forwardCost: Int32 = 0
        var backwardCost: Int32 = 0
        append(ways.xs[node], ways.ys[node], 0, 0)
        for place in cut.first + 1...cut.last {
            let next = Int(ways.nodeIndexes[Int(place)])
            defer { node = next }
            if ways.xs[next] == ways.xs[node], ways.ys[next] == ways.ys[node], place < cut.last || count > 1 {
                continue
            }
            let cost = rules.cost(from: node, to: next, ways, passage)
            let delay = halfDelays.isEmpty ? 0 : StreetShapes.sum(halfDelays[node], halfDelays[next])
            if passage.forward {
                forwardCost = StreetShapes.sum(forwardCost, StreetShapes.sum(cost.forward, delay))
            }
            if passage.backward {
                backwardCost = StreetShapes.sum(backwardCost, StreetShapes.sum(cost.backward, delay))
            }
            append(ways.xs[next], ways.ys[next], forwardCost, backwardCost)
            count += 1
        }
        counts.append(count)
    }

    private mutating func append(_ x: Double, _ y: Double, _ forwardCost: Int32, _ backwardCost: Int32) {
        xs.append(x)
        ys.append(y)
        forward.append(forwardCost)
        backward.append(backwardCost)
    }

    /// A sum of costs that stays within what a search can hold: nobody is under way for 12 days.
    private static func sum(_ left: Int32, _ right: Int32) -> Int32 {
        let limit = StreetNetwork.largestCost
        return min(min(max(left, 0), limit) + min(max(right, 0), limit), limit)
    }
}
