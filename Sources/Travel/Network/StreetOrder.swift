internal import Parallel
internal import Planar

/// The final numbers of junctions and edges: by place and by the ids of the source, so that they do not depend on the
/// order in which ways and nodes came.
///
/// Junctions follow a Hilbert curve. Those in one of its cells are ordered by position, those at one position by the id
/// of their node, then by way and place in it. Edges are ordered by the junctions they join, then by way and place.
struct StreetOrder {
    /// The cut junctions in their final order.
    let junctions: [Int32]
    /// The cuts in their final order.
    let cuts: [Int32]
    /// The final number of each junction.
    let numbers: [Int32]

    /// Finds the order. O(n log n) in junctions.
    init(_ streets: StreetCuts, _ ways: StreetWays) {
        var (order, cells) = StreetOrder.alongCurve(streets, ways)
        StreetOrder.settleTies(&order, cells, streets, ways)
        junctions = order
        var places = [Int32](repeating: 0, count: streets.nodes.count)
        for (number, junction) in junctions.enumerated() {
            places[Int(junction)] = Int32(truncatingIfNeeded: number)
        }
        let numbers = places
        self.numbers = numbers
        cuts = StreetNetwork.order(
            nodeCount: numbers.count, tails: parallelColumn(streets.cuts.count) { numbers[Int(streets.cuts[$0].tail)] },
            heads: parallelColumn(streets.cuts.count) { numbers[Int(streets.cuts[$0].head)] }
        ) { StreetOrder.precedes(streets.cuts[Int($0)], streets.cuts[Int($1)], ways) }
    }

    /// The junctions along the curve, and the place of each on it.
    private static func alongCurve(_ streets: StreetCuts, _ ways: StreetWays) -> (order: [Int32], places: [UInt32]) {
        let xs = parallelColumn(streets.nodes.count) { ways.xs[Int(streets.nodes[$0])] }
        let ys = parallelColumn(streets.nodes.count) { ways.ys[Int(streets.nodes[$0])] }
        var extent = Envelope.empty
        for index in xs.indices { extent.include(x: xs[index], y: ys[index]) }
        let curve = HilbertCurve(over: extent)
        return curve.orderAndPlaces(xs, ys)
    }

    /// Puts the junctions of one cell of the curve in an order of their own.
    private static func settleTies(
        _ junctions: inout [Int32], _ keys: [UInt32], _ streets: StreetCuts, _ ways: StreetWays
    ) {
        var ties: [Range<Int>] = []
        var start = 0
        for place in 1..<max(keys.count + 1, 1) where place == keys.count || keys[place] != keys[start] {
            if place - start > 1 { ties.append(start..<place) }
            start = place
        }
        guard !ties.isEmpty else { return }
        // The first cut at each tied junction, by the ids of ways.
        var firstCuts: [Int32: Int32] = [:]
        for tie in ties { for junction in junctions[tie] { firstCuts[junction] = -1 } }
        for (cut, ends) in streets.cuts.enumerated() {
            for junction in [ends.tail, ends.head] {
                guard let known = firstCuts[junction] else { continue }
                if known < 0 || precedes(ends, streets.cuts[Int(known)], ways) {
                    firstCuts[junction] = Int32(truncatingIfNeeded: cut)
                }
            }
        }
        for tie in ties {
            junctions[tie].sort { left, right in
                let (leftNode, rightNode) = (Int(streets.nodes[Int(left)]), Int(streets.nodes[Int(right)]))
                if ways.xs[leftNode] != ways.xs[rightNode] { return ways.xs[leftNode] < ways.xs[rightNode] }
                if ways.ys[leftNode] != ways.ys[rightNode] { return ways.ys[leftNode] < ways.ys[rightNode] }
                if !ways.nodeIDs.isEmpty, ways.nodeIDs[leftNode] != ways.nodeIDs[rightNode] {
                    return ways.nodeIDs[leftNode] < ways.nodeIDs[rightNode]
                }
                guard let leftCut = firstCuts[left], let rightCut = firstCuts[right], leftCut != rightCut else {
                    return false
                }
                return precedes(streets.cuts[Int(leftCut)], streets.cuts[Int(rightCut)], ways)
            }
        }
    }

    /// Whether a cut comes before another: by the id of its way, then by its place in it. Ways with one id, which no
    /// good source has, stay in the order of the input.
    private static func precedes(_ left: StreetCuts.Cut, _ right: StreetCuts.Cut, _ ways: StreetWays) -> Bool {
        guard left.way != right.way else { return left.first < right.first }
        let (leftID, rightID) = (ways.ids[Int(left.way)], ways.ids[Int(right.way)])
        return leftID != rightID ? leftID < rightID : left.way < right.way
    }
}
