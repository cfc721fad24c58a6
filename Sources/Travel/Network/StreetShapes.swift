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

    /// Adds the shape of a cut. A position that repeats the one before is left out; where nothing is left, the end
    /// stands beside the start.
    ///
    /// - Parameters:
    ///   - halfDelays: see ``StreetRules/halfDelays(_:)``.
    ///   - cost: the time along a piece from its metres, the rise in metres along it, and the passage.
    mutating func append(
        _ cut: StreetCuts.Cut, _ ways: StreetWays, _ passage: Passage, halfDelays: [Int32],
        cost: (Double, Double, Passage) -> Int32
    ) {
        var node = Int(ways.nodeIndexes[Int(cut.first)])
        var count: Int32 = 1
        var forwardCost: Int32 = 0
        var backwardCost: Int32 = 0
        append(ways.xs[node], ways.ys[node], 0, 0)
        for place in cut.first + 1...cut.last {
            let next = Int(ways.nodeIndexes[Int(place)])
            let x = ways.xs[next] - ways.xs[node]
            let y = ways.ys[next] - ways.ys[node]
            if x == 0, y == 0, place < cut.last || count > 1 { continue }
            let metres = (x * x + y * y).squareRoot()
            let rise = StreetShapes.rise(ways.heights, from: node, to: next)
            let delay = halfDelays.isEmpty ? 0 : StreetShapes.sum(halfDelays[node], halfDelays[next])
            if passage.forward {
                forwardCost = StreetShapes.sum(forwardCost, StreetShapes.sum(cost(metres, rise, passage), delay))
            }
            if passage.backward {
                backwardCost = StreetShapes.sum(backwardCost, StreetShapes.sum(cost(metres, -rise, passage), delay))
            }
            append(ways.xs[next], ways.ys[next], forwardCost, backwardCost)
            count += 1
            node = next
        }
        counts.append(count)
    }

    private mutating func append(_ x: Double, _ y: Double, _ forwardCost: Int32, _ backwardCost: Int32) {
        xs.append(x)
        ys.append(y)
        forward.append(forwardCost)
        backward.append(backwardCost)
    }

    /// The rise in metres; 0 where a height is not known.
    private static func rise(_ heights: [Double], from node: Int, to next: Int) -> Double {
        guard !heights.isEmpty else { return 0 }
        let rise = heights[next] - heights[node]
        return rise.isFinite ? rise : 0
    }

    /// A sum of costs that stays within what a search can hold: nobody is under way for 12 days.
    private static func sum(_ left: Int32, _ right: Int32) -> Int32 {
        let limit = StreetNetwork.largestCost
        return min(min(max(left, 0), limit) + min(max(right, 0), limit), limit)
    }
}
