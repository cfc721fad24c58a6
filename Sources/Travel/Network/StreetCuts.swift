/// Passable ways cut at their junctions: what becomes an edge, before nodes and edges have their numbers.
///
/// A junction is a node at which a passable way ends, one that passable ways use twice or more, or one that the profile
/// cannot pass. A closed node gets one junction for each street end at it, so that nothing is joined there. A node
/// without a usable position is a gap: the way ends before it and begins anew behind it. So is a piece that is too steep
/// by the heights of its ends.
struct StreetCuts {
    /// A stretch of a way from one junction to the next.
    struct Cut {
        /// The way.
        var way: Int32
        /// Where it begins in ``StreetWays/nodeIndexes``.
        var first: Int32
        /// Where it ends there, more than `first`.
        var last: Int32
        /// The junction it begins at.
        var tail: Int32
        /// The junction it ends at; may be the same.
        var head: Int32

        /// The number of its positions, both ends included.
        var positionCount: Int { Int(last - first) + 1 }
    }

    /// The cuts, way by way.
    private(set) var cuts: [Cut] = []
    /// The node of the ways at each junction.
    private(set) var nodes: [Int32] = []
    /// How many nodes of passable ways the profile cannot pass: gates, stiles, kerbs.
    private(set) var closedNodeCount = 0
    /// The pieces of passable ways that are too steep, by their end in ``StreetWays/nodeIndexes``, with their ways.
    private(set) var steepPieces: [(way: Int32, place: Int32)] = []

    /// Neighbouring usable positions of a passable way: its number, and the first and last place in its nodes.
    private struct Run {
        var way: Int32
        var first: Int32
        var last: Int32
    }

    /// How often a node is used, as far as it matters.
    private enum Use {
        static let never: UInt8 = 0, once: UInt8 = 1, junction: UInt8 = 2, closed: UInt8 = 3
    }

    /// Cuts the ways. O(nodes of all ways).
    init(_ ways: StreetWays, _ rules: StreetRules) {
        let runs = runs(ways, rules)
        var uses = [UInt8](repeating: Use.never, count: ways.xs.count)
        for run in runs {
            for place in run.first...run.last {
                let node = Int(ways.nodeIndexes[Int(place)])
                let isEnd = place == run.first || place == run.last
                uses[node] = isEnd || uses[node] > Use.never ? Use.junction : Use.once
            }
        }
        for (node, tags) in ways.nodeTags where !rules.nodePassages[Int(tags)].isOpen {
            guard uses.indices.contains(Int(node)), uses[Int(node)] != Use.never else { continue }
            uses[Int(node)] = Use.closed
            closedNodeCount += 1
        }
        var junctions = [Int32](repeating: -1, count: ways.xs.count)
        // More than these there cannot be; memory that stays unused is never given.
        cuts.reserveCapacity(ways.nodeIndexes.count)
        nodes.reserveCapacity(ways.xs.count)
        for run in runs { cut(run, ways, uses, &junctions) }
    }

    private mutating func cut(_ run: Run, _ ways: StreetWays, _ uses: [UInt8], _ junctions: inout [Int32]) {
        var first = run.first
        // The junction at `first`, once it is known.
        var tail: Int32?
        for place in run.first + 1...run.last {
            let node = ways.nodeIndexes[Int(place)]
            // A node repeated at once adds nothing; it was cut at its first mention.
            guard node != ways.nodeIndexes[Int(place - 1)], uses[Int(node)] >= Use.junction else { continue }
            let start = tail ?? junction(ways.nodeIndexes[Int(first)], uses, &junctions)
            let head = junction(node, uses, &junctions)
            cuts.append(Cut(way: run.way, first: first, last: place, tail: start, head: head))
            first = place
            // What begins at a closed node begins at a junction of its own.
            tail = uses[Int(node)] == Use.closed ? nil : head
        }
    }

    /// The junction at a node: for a closed node a new one every time.
    private mutating func junction(_ node: Int32, _ uses: [UInt8], _ junctions: inout [Int32]) -> Int32 {
        let known = junctions[Int(node)]
        if known >= 0, uses[Int(node)] != Use.closed { return known }
        let junction = Int32(truncatingIfNeeded: nodes.count)
        nodes.append(node)
        junctions[Int(node)] = junction
        return junction
    }

    /// The longest runs of usable positions of passable ways, two positions at least; notes steep pieces.
    private mutating func runs(_ ways: StreetWays, _ rules: StreetRules) -> [Run] {
        let isUsable = ways.xs.indices.map { ways.xs[$0].isFinite && ways.ys[$0].isFinite }
        let judgesHeights = rules.judgesHeights(ways)
        // As nearly always: every way is one run.
        let isWhole = !judgesHeights && !isUsable.contains(false)
        var runs: [Run] = []
        runs.reserveCapacity(ways.count)
        var start: Int32 = 0
        for way in ways.ids.indices {
            let end = ways.nodeEnds[way]
            defer { start = end }
            let passage = rules.passages[Int(ways.wayTags[way])]
            guard passage.reasonClosed == nil else { continue }
            let number = Int32(truncatingIfNeeded: way)
            var first = start
            for place in isWhole ? end..<end : start..<end {
                let node = Int(ways.nodeIndexes[Int(place)])
                if !isUsable[node] {
                    if place - first >= 2 { runs.append(Run(way: number, first: first, last: place - 1)) }
                    first = place + 1
                } else if judgesHeights, place > first {
                    let last = Int(ways.nodeIndexes[Int(place - 1)])
                    let cost = rules.cost(from: last, to: node, ways, passage)
                    guard cost.forward < 0, cost.backward < 0 else { continue }
                    if place - first >= 2 { runs.append(Run(way: number, first: first, last: place - 1)) }
                    first = place
                    steepPieces.append((number, place))
                }
            }
            if end - first >= 2 { runs.append(Run(way: number, first: first, last: end - 1)) }
        }
        return runs
    }
}
