internal import Parallel
internal import Planar

/// Points in square cells, for the nearest of them.
struct NearestPoint: Sendable {
    /// About this many points lie in a cell.
    private static let pointsPerCell = 2.0
    /// How many positions one task looks at.
    private static let positionsPerTask = 1 << 16

    private let minX: Double
    private let minY: Double
    private let cellSize: Double
    private let columns: Int
    private let rows: Int
    /// Where the points of each cell begin in `points`; one entry more than cells.
    private let starts: [Int32]
    private let points: [Point]

    private struct Point {
        var x: Double
        var y: Double
        var index: Int32
    }

    /// Sorts points into cells.
    init(xs: [Double], ys: [Double]) {
        var extent = Envelope.empty
        for index in xs.indices { extent.include(x: xs[index], y: ys[index]) }
        let size = (extent.width * extent.height / Double(max(xs.count, 1)) * Self.pointsPerCell).squareRoot()
        let (minX, minY, cellSize) = (extent.minX, extent.minY, max(size, 1))
        let columns = xs.isEmpty ? 0 : Int(extent.width / cellSize) + 1
        let rows = xs.isEmpty ? 0 : Int(extent.height / cellSize) + 1
        func cell(_ index: Int) -> Int {
            Int((ys[index] - minY) / cellSize) * columns + Int((xs[index] - minX) / cellSize)
        }
        var starts = [Int32](repeating: 0, count: columns * rows + 1)
        for index in xs.indices { starts[cell(index) + 1] += 1 }
        for cell in 0..<columns * rows { starts[cell + 1] += starts[cell] }
        var next = starts
        var points = [Point](repeating: Point(x: 0, y: 0, index: 0), count: xs.count)
        for index in xs.indices {
            let cell = cell(index)
            points[Int(next[cell])] = Point(x: xs[index], y: ys[index], index: Int32(truncatingIfNeeded: index))
            next[cell] += 1
        }
        (self.minX, self.minY, self.cellSize) = (minX, minY, cellSize)
        (self.columns, self.rows) = (columns, rows)
        (self.starts, self.points) = (starts, points)
    }

    /// The index of the nearest point of each position; -1 where there are no points.
    func indexes(xs: [Double], ys: [Double]) -> [Int32] {
        let ranges = evenRanges(xs.count, pieces: (xs.count + Self.positionsPerTask - 1) / Self.positionsPerTask)
        return parallelMap(ranges.count) { task in
            starts.withUnsafeBufferPointer { starts in
                points.withUnsafeBufferPointer { points in
                    ranges[task].map { index(x: xs[$0], y: ys[$0], starts, points) }
                }
            }
        }.flatMap(\.self)
    }

    /// The nearest point: rings of cells around the position's own, until none can hold a nearer.
    private func index(
        x: Double, y: Double, _ starts: UnsafeBufferPointer<Int32>, _ points: UnsafeBufferPointer<Point>
    ) -> Int32 {
        guard columns > 0 else { return -1 }
        // The rings go round the place in the grid that is nearest the position, which mostly is the position itself.
        let (insideX, insideY) = (
            min(max(x, minX), minX + Double(columns) * cellSize), min(max(y, minY), minY + Double(rows) * cellSize)
        )
        let outside = (x - insideX) * (x - insideX) + (y - insideY) * (y - insideY)
        let column = min(Int((insideX - minX) / cellSize), columns - 1)
        let row = min(Int((insideY - minY) / cellSize), rows - 1)
        // How far that place is from the nearest side of its cell.
        let fromLeft = insideX - minX - Double(column) * cellSize
        let fromBottom = insideY - minY - Double(row) * cellSize
        let margin = min(fromLeft, cellSize - fromLeft, fromBottom, cellSize - fromBottom)
        var nearest: Int32 = -1
        var least = Double.infinity

        func search(_ row: Int, _ first: Int, _ last: Int) {
            guard row >= 0, row < rows, first < columns, last >= 0 else { return }
            let cells = row * columns + max(first, 0)...row * columns + min(last, columns - 1)
            for place in Int(starts[cells.lowerBound])..<Int(starts[cells.upperBound + 1]) {
                let point = points[place]
                let (dx, dy) = (point.x - x, point.y - y)
                let squared = dx * dx + dy * dy
                if squared < least { (least, nearest) = (squared, point.index) }
            }
        }

        let farthest = max(column, columns - column, row, rows - row)
        search(row, column, column)
        for ring in 1...max(farthest, 1) {
            // What the rings so far do not cover is at least this far from the place in the grid; the angle there, between
            // the position and any point of the grid, is never acute.
            let covered = max(margin + Double(ring - 1) * cellSize, 0)
            if nearest >= 0, least <= outside + covered * covered { break }
            search(row - ring, column - ring, column + ring)
            search(row + ring, column - ring, column + ring)
            for other in row - ring + 1...row + ring - 1 {
                search(other, column - ring, column - ring)
                search(other, column + ring, column + ring)
            }
        }
        return nearest
    }
}
