/// Boundary edges joined into rings that do not touch themselves.
///
/// Where several rings meet at a vertex, each edge that comes in is followed by the first one clockwise from it: the
/// other border of the same piece of interior. A ring that comes by the same vertex twice is cut there, so that a
/// hole touching the shell becomes a hole.
struct BoundaryRings {
    /// For each edge the one that follows it.
    private var next: [Int32]
    /// For each vertex whether more than one ring or piece of ring passes it.
    private var isShared: [Bool]

    /// Nothing when edges lie upon each other, or the interior is not on the left of all.
    init?(_ boundary: BoundaryEdges) {
        let vertexCount = boundary.xs.count
        var outgoingEnds = [Int32](repeating: 0, count: vertexCount)
        for start in boundary.starts { outgoingEnds[Int(start)] += 1 }
        isShared = outgoingEnds.map { $0 > 1 }
        var sum: Int32 = 0
        for vertex in 0..<vertexCount { (outgoingEnds[vertex], sum) = (sum, sum &+ outgoingEnds[vertex]) }
        var outgoing = [Int32](repeating: 0, count: boundary.starts.count)
        for (edge, start) in boundary.starts.enumerated() {
            outgoing[Int(outgoingEnds[Int(start)])] = Int32(truncatingIfNeeded: edge)
            outgoingEnds[Int(start)] += 1
        }
        next = [Int32](repeating: -1, count: boundary.starts.count)
        var incoming: [Int32: [Int32]] = [:]
        for (edge, end) in boundary.ends.enumerated() {
            let index = Int32(truncatingIfNeeded: edge)
            if isShared[Int(end)] {
                incoming[end, default: []].append(index)
            } else {
                let follower = outgoing[Int(outgoingEnds[Int(end)]) - 1]
                guard !boundary.foldsBack(at: end, from: boundary.starts[edge], to: boundary.ends[Int(follower)])
                else { return nil }
                next[edge] = follower
            }
        }
        for (vertex, edgesIn) in incoming {
            let last = Int(outgoingEnds[Int(vertex)])
            // As many edges leave a vertex as come in: rings are closed, and edges drop out in opposite pairs.
            guard last >= edgesIn.count else { return nil }
            let edgesOut = outgoing[last - edgesIn.count..<last]
            guard let fan = Fan(boundary, at: vertex, incoming: edgesIn, outgoing: edgesOut) else { return nil }
            for (edge, follower) in fan.followers { next[Int(edge)] = follower }
        }
    }

    /// The rings as lists of vertices, each but once.
    func rings(_ boundary: BoundaryEdges) -> [Ring] {
        var rings: [Ring] = []
        var isUsed = [Bool](repeating: false, count: next.count)
        var placeOnWay = [Int32](repeating: -1, count: boundary.xs.count)
        var way: [Int32] = []
        for first in next.indices where !isUsed[first] {
            var edge = first
            repeat {
                isUsed[edge] = true
                let vertex = boundary.starts[edge]
                if isShared[Int(vertex)] {
                    let place = Int(placeOnWay[Int(vertex)])
                    if place >= 0 {
                        // Back at a vertex of the way: what lies between is a ring of its own.
                        for passed in way[place...] { placeOnWay[Int(passed)] = -1 }
                        rings.append(Ring(boundary, way[place...]))
                        way.removeSubrange(place...)
                    }
                    placeOnWay[Int(vertex)] = Int32(truncatingIfNeeded: way.count)
                }
                way.append(vertex)
                edge = Int(next[edge])
            } while edge != first
            for passed in way { placeOnWay[Int(passed)] = -1 }
            rings.append(Ring(boundary, way[...]))
            way.removeAll(keepingCapacity: true)
        }
        return rings
    }
}

/// The edges at a vertex in the order of their directions.
private struct Fan {
    /// The edges that come in, each with the one that follows.
    var followers: [(edge: Int32, follower: Int32)] = []

    /// Nothing when two edges have the same direction, or edges in and out do not alternate.
    init?(_ boundary: BoundaryEdges, at vertex: Int32, incoming: [Int32], outgoing: ArraySlice<Int32>) {
        let arms =
            incoming.map { (edge: $0, other: boundary.starts[Int($0)], isIncoming: true) }
            + outgoing.map { (edge: $0, other: boundary.ends[Int($0)], isIncoming: false) }
        let counterClockwise = arms.sorted { boundary.isBefore($0.other, $1.other, around: vertex) }
        for (index, arm) in counterClockwise.enumerated() {
            let clockwiseNext = counterClockwise[index == 0 ? counterClockwise.count - 1 : index - 1]
            guard arm.isIncoming != clockwiseNext.isIncoming,
                index == 0 || boundary.isBefore(clockwiseNext.other, arm.other, around: vertex)
            else { return nil }
            if arm.isIncoming { followers.append((arm.edge, clockwiseNext.edge)) }
        }
    }
}

extension BoundaryEdges {
    fileprivate func turn(_ first: Int32, _ second: Int32, _ third: Int32) -> Int {
        let (a, b, c) = (Int(first), Int(second), Int(third))
        return orientation(ax: xs[a], ay: ys[a], bx: xs[b], by: ys[b], cx: xs[c], cy: ys[c])
    }

    /// Whether, seen from `centre`, one vertex comes before another counter-clockwise from east. Exact.
    fileprivate func isBefore(_ one: Int32, _ other: Int32, around centre: Int32) -> Bool {
        let oneIsNorth = isNorth(one, of: centre)
        if oneIsNorth != isNorth(other, of: centre) { return oneIsNorth }
        return turn(centre, one, other) > 0
    }

    /// Whether the direction from `centre` is east or on the way from east over north to before west.
    private func isNorth(_ vertex: Int32, of centre: Int32) -> Bool {
        let (vertex, centre) = (Int(vertex), Int(centre))
        return ys[vertex] != ys[centre] ? ys[vertex] > ys[centre] : xs[vertex] > xs[centre]
    }

    /// Whether the way from one vertex over another to a third turns back upon itself.
    fileprivate func foldsBack(at vertex: Int32, from previous: Int32, to following: Int32) -> Bool {
        turn(previous, vertex, following) == 0
            && isNorth(previous, of: vertex) == isNorth(following, of: vertex)
    }
}
