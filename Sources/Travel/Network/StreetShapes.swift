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
                    counts = [Int32](unsafeUninitializedCapacity: cuts.count) { counts, filled in
                        nonisolated(unsafe) let memory = ShapeMemory(
                            xs: xs, ys: ys, forward: forward, backward: backward, forwardCosts: forwardCosts,
                            backwardCosts: backwardCosts, counts: counts)
                        parallelRanges(cuts.count) { edges in
                            memory.write(edges, cuts, starts, ways, rules, halfDelays: halfDelays)
                        }
                        filled = cuts.count
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
    /// The number of positions of each edge.
    let counts: UnsafeMutableBufferPointer<Int32>

    /// Writes the shapes of edges and what they cost. First all nodes are gathered, then all positions: look-ups that
    /// follow each other closely wait for memory together.
    ///
    /// - Parameters:
    ///   - starts: where the shape of each edge begins.
    ///   - halfDelays: see ``StreetRules/halfDelays(_:)``.
    func write(
        _ edges: Range<Int>, _ cuts: [StreetCuts.Cut], _ starts: [Int32], _ ways: StreetWays, _ rules: StreetRules,
        halfDelays: [Int32]
    ) {
        let first = Int(starts[edges.lowerBound])
        let count = Int(starts[edges.upperBound]) - first
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { nodes in
            var next = 0
            for edge in edges {
                for place in cuts[edge].first...cuts[edge].last {
                    nodes.initializeElement(at: next, to: ways.nodeIndexes[Int(place)])
                    next += 1
                }
            }
            let (nodeXs, nodeYs) = (ways.xs, ways.ys)
            for place in 0..<count {
                xs[first + place] = nodeXs[Int(nodes[place])]
                ys[first + place] = nodeYs[Int(nodes[place])]
            }
            for edge in edges {
                let start = Int(starts[edge]) - first
                let nodes = UnsafeBufferPointer(rebasing: nodes[start..<Int(starts[edge + 1]) - first])
                counts[edge] = finish(
                    edge, at: first + start, nodes, passage: rules.passage(ofWay: cuts[edge].way, ways), ways, rules,
                    halfDelays)
            }
        }
    }

    /// Writes what an edge costs whose positions are there, and gives their number. A position that repeats the one
    /// before is taken out; where nothing is left, the end stands beside the start.
    private func finish(
        _ edge: Int, at start: Int, _ nodes: UnsafeBufferPointer<Int32>, passage: Passage, _ ways: StreetWays,
        _ rules: StreetRules, _ halfDelays: [Int32]
    ) -> Int32 {
        var position = start
        var forwardCost: Int32 = 0
        var backwardCost: Int32 = 0
        setCosts(position, 0, 0)
        for place in 1..<nodes.count {
            // What stands there was not overwritten yet: positions only move towards the start.
            let (x, y) = (xs[start + place], ys[start + place])
            if x == xs[position], y == ys[position], place < nodes.count - 1 || position > start { continue }
            let (node, next) = (Int(nodes[place - 1]), Int(nodes[place]))
            let cost = rules.cost(
                x: x - xs[position], y: y - ys[position], rise: rules.rise(from: node, to: next, ways), passage)
            let delay = halfDelays.isEmpty ? 0 : ShapeMemory.sum(halfDelays[node], halfDelays[next])
            if passage.forward {
                forwardCost = ShapeMemory.sum(forwardCost, ShapeMemory.sum(cost.forward, delay))
            }
            if passage.backward {
                backwardCost = ShapeMemory.sum(backwardCost, ShapeMemory.sum(cost.backward, delay))
            }
            position += 1
            (xs[position], ys[position]) = (x, y)
            setCosts(position, forwardCost, backwardCost)
        }
        forwardCosts[edge] = passage.forward ? forwardCost : StreetNetwork.impassable
        if !backwardCosts.isEmpty { backwardCosts[edge] = passage.backward ? backwardCost : StreetNetwork.impassable }
        return Int32(truncatingIfNeeded: position - start + 1)
    }

    private func setCosts(_ position: Int, _ forwardCost: Int32, _ backwardCost: Int32) {
        forward[position] = forwardCost
        if !backward.isEmpty { backward[position] = backwardCost }
    }

    /// A sum of costs that stays within what a search can hold: nobody is under way for 12 days.
    private static func sum(_ left: Int32, _ right: Int32) -> Int32 {
        let limit = StreetNetwork.largestCost
        return min(min(max(left, 0), limit) + min(max(right, 0), limit), limit)
    }
}
