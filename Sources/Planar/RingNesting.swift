/// A closed ring of coordinates that does not touch itself; the first position is repeated at the end.
struct Ring {
    let xs: [Double]
    let ys: [Double]
    let box: Envelope
    /// Positive for shells (counter-clockwise), negative for holes.
    let signedArea: Double

    /// The ring through the given vertices, begun at its westernmost (then southernmost) position.
    init(_ boundary: BoundaryEdges, _ vertices: ArraySlice<Int32>) {
        let ring = Array(vertices)
        var first = 0
        for (place, vertex) in ring.enumerated() {
            let (x, y) = (boundary.xs[Int(vertex)], boundary.ys[Int(vertex)])
            let (leastX, leastY) = (boundary.xs[Int(ring[first])], boundary.ys[Int(ring[first])])
            if x < leastX || (x == leastX && y < leastY) { first = place }
        }
        let turned = ring[first...] + ring[...first]
        xs = turned.map { boundary.xs[Int($0)] }
        ys = turned.map { boundary.ys[Int($0)] }
        box = Envelope(around: xs, ys)
        signedArea = Planar.signedArea(xs, ys, xs.indices)
    }

    /// Whether a ring that does not cross this one lies inside it; nil when all its vertices are on this one.
    func encloses(_ other: Ring) -> Bool? {
        for index in other.xs.indices.dropLast() {
            let x = other.xs[index]
            let y = other.ys[index]
            guard box.contains(x: x, y: y) else { return false }
            if let isInside = holds(x: x, y: y) { return isInside }
        }
        return nil
    }

    /// Whether a position is enclosed; nil on the ring. Exact.
    private func holds(x: Double, y: Double) -> Bool? {
        var inside = false
        for index in xs.indices.dropLast() {
            let edge = Edge(ax: xs[index], ay: ys[index], bx: xs[index + 1], by: ys[index + 1])
            if edge.spans(y: y) {
                if max(edge.ax, edge.bx) < x { continue }
                let turn = orientation(ax: edge.ax, ay: edge.ay, bx: edge.bx, by: edge.by, cx: x, cy: y)
                if turn == 0 { return nil }
                // Crossed by the ray to the east when the position is west of the edge.
                if (turn > 0) == (edge.by > edge.ay) { inside.toggle() }
            } else if edge.ay == y, edge.ax == x || (edge.by == y && (edge.ax > x) != (edge.bx > x)) {
                return nil
            }
        }
        return inside
    }
}

/// One geometry of shells with their holes, or nil when the rings do not nest as boundaries do: a shell in no other
/// or in a hole, a hole in a shell.
///
/// The rings must not cross each other; they may touch in single positions.
func nest(_ rings: [Ring]) -> Geometry? {
    let ordered = rings.sorted { ($0.xs[0], $0.ys[0], -$0.signedArea) < ($1.xs[0], $1.ys[0], -$1.signedArea) }
    let tree = PackedRTree(ordered.map(\.box))
    var holes = [[Int]](repeating: [], count: ordered.count)
    for (index, ring) in ordered.enumerated() {
        guard ring.signedArea != 0 else { return nil }
        var depth = 0
        var shell: Int?
        for candidate in tree.indexes(meeting: ring.box).map(Int.init) where candidate != index {
            let other = ordered[candidate]
            guard other.box.contains(ring.box), other.signedArea.magnitude > ring.signedArea.magnitude else {
                continue
            }
            guard let isEnclosed = other.encloses(ring) else { return nil }
            guard isEnclosed else { continue }
            depth += other.signedArea > 0 ? 1 : -1
            if other.signedArea > 0, shell.map({ other.signedArea < ordered[$0].signedArea }) ?? true {
                shell = candidate
            }
        }
        if ring.signedArea > 0 {
            guard depth == 0 else { return nil }
        } else {
            guard depth == 1, let shell else { return nil }
            holes[shell].append(index)
        }
    }
    var xs: [Double] = []
    var ys: [Double] = []
    var ringEnds: [Int32] = []
    var partEnds: [Int32] = []
    for (index, shell) in ordered.enumerated() where shell.signedArea > 0 {
        for ring in [shell] + holes[index].map({ ordered[$0] }) {
            xs += ring.xs
            ys += ring.ys
            ringEnds.append(Int32(truncatingIfNeeded: xs.count))
        }
        partEnds.append(Int32(truncatingIfNeeded: ringEnds.count))
    }
    return partEnds.count == 1
        ? try? Geometry(kind: .polygon, xs: xs, ys: ys, ringEnds: ringEnds)
        : try? Geometry(kind: .multiPolygon, xs: xs, ys: ys, ringEnds: ringEnds, partEnds: partEnds)
}
