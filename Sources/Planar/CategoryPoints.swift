/// The points of one category in a uniform grid, cell by cell in memory.
struct CategoryPoints: Sendable {
    private let grid: CellGrid
    /// Where the points of each cell start; one more at the end.
    private let starts: [Int32]
    private let xs: [Double]
    private let ys: [Double]

    /// Relative allowance for rounding wherever a distance decides what is looked at more closely.
    private static let slack = 1 + 1e-9

    init(xs: [Double], ys: [Double]) {
        let extent = Envelope(around: xs, ys)
        let wanted = (extent.width / Double(max(xs.count, 1)) * extent.height).squareRoot()
        let grid = CellGrid(over: extent, cellSize: wanted, xs.count)
        let cells = xs.indices.map { grid.row(ys[$0]) * grid.columns + grid.column(xs[$0]) }
        var starts = [Int32](repeating: 0, count: grid.count + 1)
        for cell in cells { starts[cell + 1] += 1 }
        for cell in 0..<grid.count { starts[cell + 1] += starts[cell] }
        var next = starts
        var order = [Int](repeating: 0, count: xs.count)
        for (index, cell) in cells.enumerated() {
            order[Int(next[cell])] = index
            next[cell] += 1
        }
        self.grid = grid
        self.starts = starts
        self.xs = order.map { xs[$0] }
        self.ys = order.map { ys[$0] }
    }

    /// Lowers `squared` to the squared distance of the nearest point, and raises each column of `counts` by the
    /// number of points within its limit.
    func measure(
        xs positionXs: [Double], ys positionYs: [Double], tiles: [Tile], limits: [Double],
        squared: UnsafeMutableBufferPointer<Double>, counts: [UnsafeMutableBufferPointer<Int32>]
    ) {
        guard !xs.isEmpty else { return }
        let farthestLimit = limits.max() ?? 0
        positionXs.withUnsafeBufferPointer { positionXs in
            positionYs.withUnsafeBufferPointer { positionYs in
                withColumns { columns in
                    for tile in tiles {
                        let nearest = columns.distanceOfNearest(x: tile.x, y: tile.y)
                        // The nearest point of a position of the tile is no farther from its middle than this.
                        let nearestReach = (nearest + 2 * tile.radius) * CategoryPoints.slack
                        let reach = max(nearestReach, (farthestLimit + tile.radius) * CategoryPoints.slack)
                        columns.forEach(within: reach, x: tile.x, y: tile.y) { x, y, distance in
                            if distance <= nearestReach {
                                for index in tile.range {
                                    let eastward = x - positionXs[index]
                                    let northward = y - positionYs[index]
                                    let square = eastward * eastward + northward * northward
                                    squared[index] = square < squared[index] ? square : squared[index]
                                }
                            }
                            for limit in limits.indices {
                                if (distance + tile.radius) * CategoryPoints.slack <= limits[limit] {
                                    for index in tile.range { counts[limit][index] &+= 1 }
                                } else if distance <= (limits[limit] + tile.radius) * CategoryPoints.slack {
                                    let most = limits[limit] * limits[limit]
                                    let column = counts[limit]
                                    for index in tile.range {
                                        let eastward = x - positionXs[index]
                                        let northward = y - positionYs[index]
                                        let square = eastward * eastward + northward * northward
                                        column[index] &+= square <= most ? 1 : 0
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func withColumns(_ body: (Columns) -> Void) {
        starts.withUnsafeBufferPointer { starts in
            xs.withUnsafeBufferPointer { xs in
                ys.withUnsafeBufferPointer { ys in
                    body(Columns(grid: grid, starts: starts, xs: xs, ys: ys))
                }
            }
        }
    }

    /// The columns while a search runs.
    private struct Columns {
        let grid: CellGrid
        let starts: UnsafeBufferPointer<Int32>
        let xs: UnsafeBufferPointer<Double>
        let ys: UnsafeBufferPointer<Double>

        /// The points of neighbouring cells of one row; the columns may lie beyond the grid.
        @inline(__always)
        func points(row: Int, _ first: Int, _ last: Int) -> Range<Int> {
            let first = max(first, 0)
            let last = min(last, grid.columns - 1)
            guard row >= 0, row < grid.rows, first <= last else { return 0..<0 }
            let base = row * grid.columns
            return Int(starts[base + first])..<Int(starts[base + last + 1])
        }

        /// The distance of the point nearest to a position: rings of cells around its cell, until no nearer point
        /// can come.
        @inline(__always)
        func distanceOfNearest(x: Double, y: Double) -> Double {
            var least = Double.infinity
            @inline(__always) func look(_ range: Range<Int>) {
                for index in range {
                    let eastward = xs[index] - x
                    let northward = ys[index] - y
                    let square = eastward * eastward + northward * northward
                    if square < least { least = square }
                }
            }
            let column = grid.column(x)
            let row = grid.row(y)
            look(points(row: row, column, column))
            var ring = 1
            while ring <= max(grid.columns, grid.rows) {
                let clear = Double(ring - 1) * grid.cellSize
                if least <= clear * clear { break }
                look(points(row: row - ring, column - ring, column + ring))
                look(points(row: row + ring, column - ring, column + ring))
                for side in max(row - ring + 1, 0)..<min(row + ring, grid.rows) {
                    look(points(row: side, column - ring, column - ring))
                    look(points(row: side, column + ring, column + ring))
                }
                ring += 1
            }
            return least.squareRoot()
        }

        /// Calls `body` with each point no farther than `reach` from a position, and its distance.
        @inline(__always)
        func forEach(within reach: Double, x: Double, y: Double, _ body: (Double, Double, Double) -> Void) {
            let west = grid.column(x - reach)
            let east = grid.column(x + reach)
            for row in grid.row(y - reach)...grid.row(y + reach) {
                for index in points(row: row, west, east) {
                    let eastward = xs[index] - x
                    let northward = ys[index] - y
                    let square = eastward * eastward + northward * northward
                    if square <= reach * reach { body(xs[index], ys[index], square.squareRoot()) }
                }
            }
        }
    }
}
