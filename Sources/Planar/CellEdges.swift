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
///
/// A query waits for memory more than it computes: a cell without edges is answered by one number, and edges
/// lie cell by cell, copied for each cell they touch.
struct CellEdges: Sendable {
    /// The cells.
    let grid: CellGrid
    /// For each cell what is there: see ``Content``.
    let contents: [Int32]
    /// The runs, cell by cell, ascending by polygon; one more at the end.
    let runs: [Run]
    /// The edges, run by run.
    let edges: [Edge]

    /// One polygon in one cell.
    struct Run {
        let polygon: Int32
        /// Where its edges start; they end where those of the next run start.
        let edgeStart: Int32
        let holdsCentre: Bool
        let isLastOfCell: Bool
    }

    /// What a cell holds, as one number: a polygon (0 or more) that fills the cell, nothing at all (−1), or a first
    /// run r, written as −2 − r.
    enum Content {
        static let nothing: Int32 = -1

        @inline(__always)
        static func runs(from first: Int) -> Int32 { -2 - Int32(truncatingIfNeeded: first) }

        /// The first run; only for a content below ``nothing``.
        @inline(__always)
        static func firstRun(_ content: Int32) -> Int { -2 - Int(content) }
    }

    /// Gives access to the columns without bounds checks; all indexes in them were made by `init`.
    func withCells<Result>(_ body: (Cells) -> Result) -> Result {
        contents.withUnsafeBufferPointer { contents in
            runs.withUnsafeBufferPointer { runs in
                edges.withUnsafeBufferPointer { edges in
                    body(Cells(grid: grid, contents: contents, runs: runs, edges: edges))
                }
            }
        }
    }

    /// The columns of a grid while a query runs.
    struct Cells {
        let grid: CellGrid
        let contents: UnsafeBufferPointer<Int32>
        let runs: UnsafeBufferPointer<Run>
        let edges: UnsafeBufferPointer<Edge>

        /// Where a position lies in relation to one polygon.
        enum Place {
            case inside, boundary, outside
        }

        /// What the cell of a position holds: see ``Content``.
        @inline(__always)
        func content(x: Double, y: Double) -> Int32 {
            guard grid.extent.contains(x: x, y: y) else { return Content.nothing }
            return contents[grid.row(y) &* grid.columns &+ grid.column(x)]
        }

        /// Calls `body` with each polygon that holds the position or has it on its boundary, ascending, until it
        /// answers false.
        @inline(__always)
        func visit(x: Double, y: Double, content: Int32, _ body: (Int32, Place) -> Bool) {
            guard content < Content.nothing else {
                if content > Content.nothing { _ = body(content, .inside) }
                return
            }
            let centreX = grid.centreX(grid.column(x))
            let centreY = grid.centreY(grid.row(y))
            var index = Content.firstRun(content)
            while true {
                let run = runs[index]
                let place = place(
                    x: x, y: y, centreX: centreX, centreY: centreY, holdsCentre: run.holdsCentre,
                    Int(run.edgeStart)..<Int(runs[index + 1].edgeStart))
                if place != .outside, !body(run.polygon, place) { return }
                if run.isLastOfCell { return }
                index += 1
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
                let edge = edges[entry]
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
