/// A straight piece of a ring.
struct Edge {
    let ax: Double
    let ay: Double
    let bx: Double
    let by: Double

    /// Whether the position lies to the left of the line through the edge. A position on the line counts as moved
    /// east by an infinitely small step and north by an infinitely smaller one, so that every one has a side.
    @inline(__always)
    func hasOnLeft(x: Double, y: Double) -> Bool {
        let turn = orientation(ax: ax, ay: ay, bx: bx, by: by, cx: x, cy: y)
        if turn != 0 { return turn > 0 }
        return ay == by ? bx > ax : by < ay
    }

    /// Whether the edge passes the height of a position (moved as above).
    @inline(__always)
    func spans(y: Double) -> Bool { (ay > y) != (by > y) }

    /// Whether the edge passes the easting of a position (moved as above).
    @inline(__always)
    func spans(x: Double) -> Bool { (ax > x) != (bx > x) }
}

/// The uniform grid of ``PolygonLocator``: for each cell the polygons that matter there and their edges.
///
/// A *run* is one polygon in one cell: whether it holds the cell's centre, and its edges in the cell. A position
/// is joined to the centre by a horizontal and then a vertical piece, both within the cell, and every edge
/// crossed changes inside to outside or back. All three corners of the way are moved by the same infinitely small
/// steps (see ``Edge``), so that no edge is ever met at its end or along its length; the answer is exact
/// for positions that are on no edge, and those are found by exact tests (H. Edelsbrunner, E. P. Mücke,
/// "Simulation of Simplicity", ACM Transactions on Graphics 9 (1990), gives the idea).
struct CellEdges: Sendable {
    let grid: CellGrid
    /// Where the runs of each cell end.
    private(set) var runEnds: [Int32]
    /// For each run its polygon.
    private(set) var polygons: [Int32] = []
    /// For each run whether the polygon holds the cell's centre.
    private(set) var holdsCentre: [Bool] = []
    /// Where the entries of each run end.
    private(set) var entryEnds: [Int32] = []
    /// For each entry its edge.
    private(set) var entries: [Int32] = []
    /// The edges of all polygons.
    private let edges: [Edge]

    /// The grid over the areal parts of `geometries`; without `cellSize` it fits the length of the edges.
    init(_ geometries: [Geometry], cellSize: Double?) {
        var edges: [Edge] = []
        edges.reserveCapacity(geometries.reduce(0) { $0 + $1.positionCount })
        var edgeEnds: [Int] = []
        var extent = Envelope.empty
        for geometry in geometries {
            geometry.appendEdges(to: &edges, extent: &extent)
            edgeEnds.append(edges.count)
        }
        let grid = CellGrid(over: extent, cellSize: cellSize ?? CellEdges.fittingSize(edges, extent), edges.count)
        self.grid = grid
        self.edges = edges
        runEnds = [Int32](repeating: 0, count: grid.count)

        // Both passes walk polygon by polygon, so the runs of a cell ascend by polygon.
        var latest = [Int32](repeating: -1, count: grid.count)
        var entryCounts = [Int32](repeating: 0, count: grid.count)
        func walk(
            _ body: (_ polygon: Int32, _ cell: Int, _ edge: Int32?, _ isNew: Bool) -> Void
        ) {
            var start = 0
            for (index, end) in edgeEnds.enumerated() {
                let polygon = Int32(truncatingIfNeeded: index)
                func touch(_ cell: Int, _ edge: Int32?) {
                    let isNew = latest[cell] != polygon
                    if isNew { latest[cell] = polygon }
                    body(polygon, cell, edge, isNew)
                }
                for edge in start..<end {
                    grid.forEachCell(of: edges[edge]) { touch($0, Int32(truncatingIfNeeded: edge)) }
                }
                grid.forEachCentre(inside: edges[start..<end]) { touch($0, nil) }
                start = end
            }
        }
        walk { _, cell, edge, isNew in
            if isNew { runEnds[cell] += 1 }
            if edge != nil { entryCounts[cell] += 1 }
        }
        // From counts to starts; the second pass moves each start to its end.
        var runs: Int32 = 0
        var entryTotal: Int32 = 0
        for cell in 0..<grid.count {
            (runEnds[cell], runs) = (runs, runs &+ runEnds[cell])
            (entryCounts[cell], entryTotal) = (entryTotal, entryTotal &+ entryCounts[cell])
            latest[cell] = -1
        }
        polygons = [Int32](repeating: 0, count: Int(runs))
        holdsCentre = [Bool](repeating: false, count: Int(runs))
        entryEnds = [Int32](repeating: 0, count: Int(runs))
        entries = [Int32](repeating: 0, count: Int(entryTotal))
        walk { polygon, cell, edge, isNew in
            if isNew {
                polygons[Int(runEnds[cell])] = polygon
                runEnds[cell] += 1
            }
            if let edge {
                entries[Int(entryCounts[cell])] = edge
                entryCounts[cell] += 1
            } else {
                holdsCentre[Int(runEnds[cell]) - 1] = true
            }
            entryEnds[Int(runEnds[cell]) - 1] = entryCounts[cell]
        }
    }

    /// Twice the mean length of an edge: few edges lie in a cell, and most cells of a large polygon have none.
    private static func fittingSize(_ edges: [Edge], _ extent: Envelope) -> Double {
        let total = edges.reduce(0) { $0 + max(($1.bx - $1.ax).magnitude, ($1.by - $1.ay).magnitude) }
        return 2 * total / Double(max(edges.count, 1))
    }

    /// Gives access to the columns without bounds checks; all indexes in them were made by `init`.
    func withCells<Result>(_ body: (Cells) -> Result) -> Result {
        runEnds.withUnsafeBufferPointer { runEnds in
            polygons.withUnsafeBufferPointer { polygons in
                holdsCentre.withUnsafeBufferPointer { holdsCentre in
                    entryEnds.withUnsafeBufferPointer { entryEnds in
                        entries.withUnsafeBufferPointer { entries in
                            edges.withUnsafeBufferPointer { edges in
                                body(
                                    Cells(
                                        grid: grid, runEnds: runEnds, polygons: polygons, holdsCentre: holdsCentre,
                                        entryEnds: entryEnds, entries: entries, edges: edges))
                            }
                        }
                    }
                }
            }
        }
    }

    /// The columns of a grid while a query runs.
    struct Cells {
        let grid: CellGrid
        let runEnds: UnsafeBufferPointer<Int32>
        let polygons: UnsafeBufferPointer<Int32>
        let holdsCentre: UnsafeBufferPointer<Bool>
        let entryEnds: UnsafeBufferPointer<Int32>
        let entries: UnsafeBufferPointer<Int32>
        let edges: UnsafeBufferPointer<Edge>

        /// Where a position lies in relation to one polygon.
        enum Place {
            case inside, boundary, outside
        }

        /// Calls `body` with each polygon that holds the position or has it on its boundary, ascending, until it
        /// answers false.
        @inline(__always)
        func visit(x: Double, y: Double, _ body: (Int32, Place) -> Bool) {
            guard grid.extent.contains(x: x, y: y) else { return }
            let column = grid.column(x)
            let row = grid.row(y)
            let cell = row * grid.columns + column
            var run = cell == 0 ? 0 : Int(runEnds[cell - 1])
            let runEnd = Int(runEnds[cell])
            guard run < runEnd else { return }
            let centreX = grid.centreX(column)
            let centreY = grid.centreY(row)
            var entry = run == 0 ? 0 : Int(entryEnds[run - 1])
            while run < runEnd {
                let entryEnd = Int(entryEnds[run])
                let place = place(
                    x: x, y: y, centreX: centreX, centreY: centreY, holdsCentre: holdsCentre[run], entry..<entryEnd)
                if place != .outside, !body(polygons[run], place) { return }
                entry = entryEnd
                run += 1
            }
        }

        /// The place of a position in relation to the polygon of a run with the given entries.
        @inline(__always)
        private func place(
            x: Double, y: Double, centreX: Double, centreY: Double, holdsCentre: Bool, _ range: Range<Int>
        ) -> Place {
            let west = min(x, centreX)
            let east = max(x, centreX)
            var inside = holdsCentre
            for entry in range {
                let edge = edges[Int(entries[entry])]
                if edge.spans(y: y) {
                    // An edge wholly east or wholly west of the way is not crossed and does not hold the position.
                    let isBeside = (edge.ax < west && edge.bx < west) || (edge.ax > east && edge.bx > east)
                    if !isBeside {
                        let turn = orientation(ax: edge.ax, ay: edge.ay, bx: edge.bx, by: edge.by, cx: x, cy: y)
                        if turn == 0 { return .boundary }
                        if (turn > 0) != edge.hasOnLeft(x: centreX, y: y) { inside.toggle() }
                    }
                } else if edge.ay == y {
                    // Not passed, but perhaps touched: at its start, or anywhere when it is horizontal. (A ring's
                    // every vertex is the start of an edge.)
                    if edge.ax == x { return .boundary }
                    if edge.by == y, (edge.ax > x) != (edge.bx > x) { return .boundary }
                }
                if edge.spans(x: centreX),
                    edge.hasOnLeft(x: centreX, y: y) != edge.hasOnLeft(x: centreX, y: centreY)
                {
                    inside.toggle()
                }
            }
            return inside ? .inside : .outside
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
