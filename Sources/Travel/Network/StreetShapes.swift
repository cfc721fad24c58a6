internal import Parallel

/// The shapes of edges with what their pieces cost, as the columns of a network.
struct StreetShapes: Sendable {
    /// Where the shape of each edge begins; one entry more than edges.
    private(set) var starts: [Int32]
    /// The positions, one edge after another, at least two each.
    private(set) var xs: [Double] = []
    /// The positions, one edge after another.
    private(set) var ys: [Double] = []
    /// The cost from the edge's start; 0 where the edge cannot be passed.
    private(set) var forward: [Int32] = []
    /// The cost back to the edge's start; 0 where the edge cannot be passed.
    private(set) var backward: [Int32] = []
    /// The cost along each edge, or ``StreetNetwork/impassable``.
    private(set) var forwardCosts: [Int32] = []
    /// The cost against each edge, or ``StreetNetwork/impassable``.
    private(set) var backwardCosts: [Int32] = []

    /// The shapes of cuts. Each is written at once to where it belongs, on all cores.
    init(_ cuts: [StreetCuts.Cut], _ ways: StreetWays, _ rules: StreetRules) {
        starts = [0]
        starts.reserveCapacity(cuts.count + 1)
        var total: Int32 = 0
        for cut in cuts {
            total += Int32(truncatingIfNeeded: cut.positionCount)
            starts.append(total)
        }
        let starts = self.starts
        let halfDelays = rules.halfDelays(ways)
        let isSymmetric = rules.isSymmetric(ways)
        var counts: [Int32] = []
        // All columns are filled in one go: finding the positions of the nodes in memory is what takes the time.
        (xs, ys) = StreetShapes.columns(Int(total), Int(total)) { xs, ys in
            (forward, backward) = StreetShapes.columns(Int(total), isSymmetric ? 0 : Int(total)) { forward, backward in
                (forwardCosts, backwardCosts) = StreetShapes.columns(cuts.count, isSymmetric ? 0 : cuts.count) {
                    forwardCosts, backwardCosts in
                    nonisolated(unsafe) let memory = ShapeMemory(
                        xs: xs, ys: ys, forward: forward, backward: backward, forwardCosts: forwardCosts,
                        backwardCosts: backwardCosts)
                    counts = parallelColumn(cuts.count) { edge in
                        memory.write(
                            cuts[edge], edge: edge, at: Int(starts[edge]), ways, rules, halfDelays: halfDelays)
                    }
                }
            }
        }
        close(counts)
        if isSymmetric { (backward, backwardCosts) = (forward, forwardCosts) }
    }

    /// Two columns whose numbers are written by `write`, without being set to zero first.
    private static func columns<Number>(
        _ count: Int, _ otherCount: Int,
        _ write: (UnsafeMutableBufferPointer<Number>, UnsafeMutableBufferPointer<Number>) -> Void
    ) -> ([Number], [Number]) where Number: BitwiseCopyable {
        var other: [Number] = []
        let column = [Number](unsafeUninitializedCapacity: count) { memory, filled in
            other = [Number](unsafeUninitializedCapacity: otherCount) { otherMemory, otherFilled in
                write(memory, otherMemory)
                otherFilled = otherCount
            }
            filled = count
        }
        return (column, other)
    }

    /// Closes the gaps behind edges that have fewer positions than their cuts, which is rare.
    private mutating func close(_ counts: [Int32]) {
        guard counts.indices.contains(where: { counts[$0] < starts[$0 + 1] - starts[$0] }) else { return }
        let kept = counts.indices.flatMap { edge in
            let start = Int(starts[edge])
            return start..<start + Int(counts[edge])
        }
        xs = kept.map { xs[$0] }
        ys = kept.map { ys[$0] }
        forward = kept.map { forward[$0] }
        if !backward.isEmpty { backward = kept.map { backward[$0] } }
        for edge in counts.indices { starts[edge + 1] = starts[edge] + counts[edge] }
    }
}

/// Where shapes are written; edges have places of their own.
private struct ShapeMemory {
    let xs: UnsafeMutableBufferPointer<Double>
    let ys: UnsafeMutableBufferPointer<Double>
    let forward: UnsafeMutableBufferPointer<Int32>
    /// Empty where every piece costs the same both ways.
    let backward: UnsafeMutableBufferPointer<Int32>
    let forwardCosts: UnsafeMutableBufferPointer<Int32>
    /// Empty where every piece costs the same both ways.
    let backwardCosts: UnsafeMutableBufferPointer<Int32>

    /// Writes the shape of a cut and what it costs as an edge, and gives the number of its positions. A position that
    /// repeats the one before is left out; where nothing is left, the end stands beside the start.
    ///
    /// - Parameter halfDelays: see ``StreetRules/halfDelays(_:)``.
    func write(
        _ cut: StreetCuts.Cut, edge: Int, at start: Int, _ ways: StreetWays, _ rules: StreetRules, halfDelays: [Int32]
    ) -> Int32 {
        let passage = rules.passage(ofWay: cut.way, ways)
        var node = Int(ways.nodeIndexes[Int(cut.first)])
        var position = start
        var forwardCost: Int32 = 0
        var backwardCost: Int32 = 0
        set(position, ways.xs[node], ways.ys[node], 0, 0)
        for place in cut.first + 1...cut.last {
            let next = Int(ways.nodeIndexes[Int(place)])
            defer { node = next }
            if ways.xs[next] == ways.xs[node], ways.ys[next] == ways.ys[node], place < cut.last || position > start {
                continue
            }
            let cost = rules.cost(from: node, to: next, ways, passage)
            let delay = halfDelays.isEmpty ? 0 : ShapeMemory.sum(halfDelays[node], halfDelays[next])
            if passage.forward {
                forwardCost = ShapeMemory.sum(forwardCost, ShapeMemory.sum(cost.forward, delay))
            }
            if passage.backward {
                backwardCost = ShapeMemory.sum(backwardCost, ShapeMemory.sum(cost.backward, delay))
            }
            position += 1
            set(position, ways.xs[next], ways.ys[next], forwardCost, backwardCost)
        }
        forwardCosts[edge] = passage.forward ? forwardCost : StreetNetwork.impassable
        if !backwardCosts.isEmpty { backwardCosts[edge] = passage.backward ? backwardCost : StreetNetwork.impassable }
        return Int32(truncatingIfNeeded: position - start + 1)
    }

    private func set(_ position: Int, _ x: Double, _ y: Double, _ forwardCost: Int32, _ backwardCost: Int32) {
        xs[position] = x
        ys[position] = y
        forward[position] = forwardCost
        if !backward.isEmpty { backward[position] = backwardCost }
    }

    /// A sum of costs that stays within what a search can hold: nobody is under way for 12 days.
    private static func sum(_ left: Int32, _ right: Int32) -> Int32 {
        let limit = StreetNetwork.largestCost
        return min(min(max(left, 0), limit) + min(max(right, 0), limit), limit)
    }
}
