/// Square cells over an extent, numbered row by row from the south-west.
///
/// The column of a position never falls when x grows, and the row never when y grows, rounding included: so the
/// cells from the column of the least to that of the greatest x hold everything between.
struct CellGrid: Sendable {
    /// What the grid covers, edges included.
    let extent: Envelope
    /// The side of a cell.
    let cellSize: Double
    private let scale: Double
    /// The number of columns, at least 1.
    let columns: Int
    /// The number of rows, at least 1.
    let rows: Int
    /// The number of cells.
    var count: Int { columns * rows }

    /// A grid with cells of about `cellSize`; larger ones where else there would be more than eight cells for each of
    /// `load` things (and 1,024), or where the coordinates are too coarse.
    init(over extent: Envelope, cellSize wanted: Double, _ load: Int) {
        self.extent = extent
        let most = Double(1_024 + 8 * load)
        let reach = [extent.minX, extent.minY, extent.maxX, extent.maxY].reduce(0) { max($0, $1.magnitude) }
        var size = max(
            wanted, (extent.width / most * extent.height).squareRoot(), extent.width / most, extent.height / most)
        // At least 2²² steps of a coordinate: cell borders and centres are then told apart with certainty.
        size = max(size, reach * 0x1p-30)
        let isUseful = size > 0 && size.isFinite
        if !isUseful { size = 1 }
        cellSize = size
        scale = 1 / size
        columns = isUseful ? CellGrid.whole(extent.width * scale) + 1 : 1
        rows = isUseful ? CellGrid.whole(extent.height * scale) + 1 : 1
    }

    /// The column of an x coordinate; the nearest one outside the extent.
    @inline(__always)
    func column(_ x: Double) -> Int { min(columns - 1, CellGrid.whole((x - extent.minX) * scale)) }

    /// The row of a y coordinate; the nearest one outside the extent.
    @inline(__always)
    func row(_ y: Double) -> Int { min(rows - 1, CellGrid.whole((y - extent.minY) * scale)) }

    /// The x coordinate of the centres of a column.
    @inline(__always)
    func centreX(_ column: Int) -> Double { extent.minX + (Double(column) + 0.5) * cellSize }

    /// The y coordinate of the centres of a row.
    @inline(__always)
    func centreY(_ row: Int) -> Double { extent.minY + (Double(row) + 0.5) * cellSize }

    /// The whole part of a number; 0 for what is negative or not a number, and never more than 2³¹.
    @inline(__always)
    private static func whole(_ value: Double) -> Int {
        value > 0 ? Int(min(value, 0x1p31)) : 0
    }

    /// Calls `body` with every cell the edge passes through or touches, and perhaps with neighbours of those.
    @inline(__always)
    func forEachCell(of edge: Edge, _ body: (Int) -> Void) {
        let west = column(min(edge.ax, edge.bx))
        let east = column(max(edge.ax, edge.bx))
        let south = row(min(edge.ay, edge.by))
        let north = row(max(edge.ay, edge.by))
        let isShort = north - south < 3 || east - west < 3
        for row in south...north {
            var first = west
            var last = east
            if !isShort {
                // Where the edge enters and leaves the row, and a column more on either side for the rounding.
                let slope = (edge.bx - edge.ax) / (edge.by - edge.ay)
                let one = edge.ax + (extent.minY + Double(row) * cellSize - edge.ay) * slope
                let other = edge.ax + (extent.minY + Double(row + 1) * cellSize - edge.ay) * slope
                first = max(west, column(min(one, other)) - 1)
                last = min(east, column(max(one, other)) + 1)
            }
            var column = first
            while column <= last {
                body(row * columns + column)
                column += 1
            }
        }
    }

    /// Calls `body` with every cell whose centre the rings made of `edges` enclose an odd number of times.
    func forEachCentre(inside edges: ArraySlice<Edge>, _ body: (Int) -> Void) {
        var crossings: [(row: Int32, column: Int32)] = []
        for edge in edges {
            for row in row(min(edge.ay, edge.by))...row(max(edge.ay, edge.by)) {
                let y = centreY(row)
                guard edge.spans(y: y) else { continue }
                crossings.append(
                    (Int32(truncatingIfNeeded: row), Int32(truncatingIfNeeded: firstColumn(eastOf: edge, y: y))))
            }
        }
        crossings.sort { $0.row != $1.row ? $0.row < $1.row : $0.column < $1.column }
        // A closed ring crosses a height an even number of times.
        for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
            let row = Int(crossings[pair].row)
            for column in Int(crossings[pair].column)..<min(columns, Int(crossings[pair + 1].column)) {
                body(row * columns + column)
            }
        }
    }

    /// The first column whose centre at height `y` lies east of an edge that passes this height.
    private func firstColumn(eastOf edge: Edge, y: Double) -> Int {
        func isEast(_ column: Int) -> Bool {
            edge.hasOnLeft(x: centreX(column), y: y) == (edge.by < edge.ay)
        }
        var column = column(edge.ax + (y - edge.ay) / (edge.by - edge.ay) * (edge.bx - edge.ax))
        while column < columns, !isEast(column) { column += 1 }
        while column > 0, isEast(column - 1) { column -= 1 }
        return column
    }
}
