/// Whether any two of the edges meet anywhere but at a common end.
///
/// Edges are compared within the cells of a grid, so that the time is linear for edges of similar length. Two edges
/// with a common end that run in the same direction from there are left to ``BoundaryRings``.
func hasCrossings(_ edges: [Edge]) -> Bool {
    var extent = Envelope.empty
    var total = 0.0
    for edge in edges {
        extent.include(edge.box)
        total += max((edge.bx - edge.ax).magnitude, (edge.by - edge.ay).magnitude)
    }
    let grid = CellGrid(over: extent, cellSize: total / Double(max(edges.count, 1)), edges.count)
    var cellEnds = [Int32](repeating: 0, count: grid.count)
    for edge in edges { grid.forEachCell(of: edge) { cellEnds[$0] += 1 } }
    var sum: Int32 = 0
    for cell in cellEnds.indices { (cellEnds[cell], sum) = (sum, sum &+ cellEnds[cell]) }
    var entries = [Int32](repeating: 0, count: Int(sum))
    for (index, edge) in edges.enumerated() {
        grid.forEachCell(of: edge) { cell in
            entries[Int(cellEnds[cell])] = Int32(truncatingIfNeeded: index)
            cellEnds[cell] += 1
        }
    }
    var start = 0
    for end in cellEnds {
        for one in start..<Int(end) {
            let edge = edges[Int(entries[one])]
            for other in one + 1..<max(one + 1, Int(end)) where edge.crosses(edges[Int(entries[other])]) {
                return true
            }
        }
        start = Int(end)
    }
    return false
}

extension Edge {
    /// The bounding box.
    var box: Envelope {
        Envelope(minX: min(ax, bx), minY: min(ay, by), maxX: max(ax, bx), maxY: max(ay, by))
    }

    /// On which side of the edge a position lies.
    private func side(_ x: Double, _ y: Double) -> Int {
        orientation(ax: ax, ay: ay, bx: bx, by: by, cx: x, cy: y)
    }

    /// Whether two edges without a common end have a position in common. Exact.
    func crosses(_ other: Edge) -> Bool {
        guard box.intersects(other.box) else { return false }
        let hasCommonEnd =
            (ax == other.ax && ay == other.ay) || (ax == other.bx && ay == other.by)
            || (bx == other.ax && by == other.ay) || (bx == other.bx && by == other.by)
        if hasCommonEnd { return false }
        // When all four positions lie on one line, the boxes that meet say that the edges do.
        return side(other.ax, other.ay) * side(other.bx, other.by) <= 0
            && other.side(ax, ay) * other.side(bx, by) <= 0
    }
}
