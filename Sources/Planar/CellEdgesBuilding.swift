internal import Parallel

extension CellEdges {
    /// The grid over the areal parts of `geometries`; without `cellSize` it fits the length of the edges.
    init(_ geometries: [Geometry], cellSize: Double?) {
        var edges: [Edge] = []
        edges.reserveCapacity(geometries.reduce(0) { $0 + $1.positionCount })
        var edgeEnds: [Int] = []
        var extent = Envelope.empty
        var covered = 0.0
        for geometry in geometries {
            var box = Envelope.empty
            geometry.appendEdges(to: &edges, extent: &box)
            edgeEnds.append(edges.count)
            extent.include(box)
            covered += box.width * box.height
        }
        let size = cellSize ?? CellEdges.fittingSize(edges, covered: covered)
        let grid = CellGrid(over: extent, cellSize: size, edges.count)
        let touches = CellEdges.touches(of: edges, edgeEnds: edgeEnds, grid)
        let (byCell, cellEnds) = CellEdges.sortedByCell(touches, cellCount: grid.count)

        var contents = [Int32](repeating: Content.nothing, count: grid.count)
        var runs: [Run] = []
        var copies: [Edge] = []
        copies.reserveCapacity(byCell.count)
        var start = 0
        for (cell, end) in cellEnds.lazy.map(Int.init).enumerated() where end > start {
            let isFilledByOne = end == start + 1 && byCell[start].isCentre
            contents[cell] = isFilledByOne ? byCell[start].polygon : Content.runs(from: runs.count)
            if !isFilledByOne {
                CellEdges.appendRuns(byCell[start..<end], edges, to: &runs, &copies)
            }
            start = end
        }
        let edgeCount = Int32(truncatingIfNeeded: copies.count)
        runs.append(Run(polygon: 0, edgeStart: edgeCount, holdsCentre: false, isLastOfCell: true))
        self.init(grid: grid, contents: contents, runs: runs, edges: copies)
    }

    /// Twice the mean length of an edge, so that few edges lie in a cell and few cells on an edge; more where many
    /// polygons lie above each other, so that they hold no more than about four centres for each edge in all.
    private static func fittingSize(_ edges: [Edge], covered: Double) -> Double {
        let total = edges.reduce(0) { $0 + max(($1.bx - $1.ax).magnitude, ($1.by - $1.ay).magnitude) }
        let byLength = 2 * total / Double(max(edges.count, 1))
        return max(byLength, (covered / Double(4 * edges.count + 1_024)).squareRoot())
    }

    /// That an edge of a polygon passes a cell, or that the polygon holds its centre.
    private struct Touch {
        let cell: Int32
        let polygon: Int32
        /// The edge, or −1 for the centre.
        let edge: Int32

        var isCentre: Bool { edge < 0 }
    }

    /// All touches, polygon by polygon, the edges of each before its centres.
    private static func touches(of edges: [Edge], edgeEnds: [Int], _ grid: CellGrid) -> [[Touch]] {
        let pieces = evenRanges(edgeEnds.count, pieces: 64)
        return parallelMap(pieces.count) { piece in
            var touches: [Touch] = []
            for polygon in pieces[piece] {
                let own = (polygon == 0 ? 0 : edgeEnds[polygon - 1])..<edgeEnds[polygon]
                let number = Int32(truncatingIfNeeded: polygon)
                for edge in own {
                    grid.forEachCell(of: edges[edge]) { cell in
                        touches.append(
                            Touch(
                                cell: Int32(truncatingIfNeeded: cell), polygon: number,
                                edge: Int32(truncatingIfNeeded: edge)))
                    }
                }
                grid.forEachCentre(inside: edges[own]) { cell in
                    touches.append(Touch(cell: Int32(truncatingIfNeeded: cell), polygon: number, edge: -1))
                }
            }
            return touches
        }
    }

    /// The touches cell by cell, in each cell in the old order, and where each cell ends.
    private static func sortedByCell(_ pieces: [[Touch]], cellCount: Int) -> ([Touch], [Int32]) {
        var ends = [Int32](repeating: 0, count: cellCount)
        var total: Int32 = 0
        for piece in pieces {
            for touch in piece { ends[Int(touch.cell)] &+= 1 }
        }
        for cell in ends.indices { (ends[cell], total) = (total, total &+ ends[cell]) }
        let sorted = [Touch](unsafeUninitializedCapacity: Int(total)) { buffer, count in
            for piece in pieces {
                for touch in piece {
                    buffer[Int(ends[Int(touch.cell)])] = touch
                    ends[Int(touch.cell)] &+= 1
                }
            }
            count = Int(total)
        }
        return (sorted, ends)
    }

    /// Appends the runs of one cell and copies of their edges.
    private static func appendRuns(
        _ touches: ArraySlice<Touch>, _ edges: [Edge], to runs: inout [Run], _ copies: inout [Edge]
    ) {
        var index = touches.startIndex
        while index < touches.endIndex {
            let polygon = touches[index].polygon
            let edgeStart = Int32(truncatingIfNeeded: copies.count)
            var holdsCentre = false
            while index < touches.endIndex, touches[index].polygon == polygon {
                if touches[index].isCentre {
                    holdsCentre = true
                } else {
                    copies.append(edges[Int(touches[index].edge)])
                }
                index += 1
            }
            runs.append(
                Run(
                    polygon: polygon, edgeStart: edgeStart, holdsCentre: holdsCentre,
                    isLastOfCell: index == touches.endIndex))
        }
    }
}

extension Geometry {
    /// Appends the edges of all rings (those of length 0 left out) and grows `extent` to hold them.
    fileprivate func appendEdges(to edges: inout [Edge], extent: inout Envelope) {
        forEachRing { piece, ring, _ in
            for index in piece.positions(ofRing: ring).dropLast() {
                let edge = Edge(
                    ax: piece.xs[index], ay: piece.ys[index], bx: piece.xs[index + 1], by: piece.ys[index + 1])
                extent.include(x: edge.ax, y: edge.ay)
                if edge.ax != edge.bx || edge.ay != edge.by { edges.append(edge) }
            }
        }
    }
}
