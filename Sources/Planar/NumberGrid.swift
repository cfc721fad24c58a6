/// Numbers at the points of a regular raster, such as heights: sampled between the points, unknown where the raster says
/// nothing. Units are those of the coordinates; x is east, y is north.
public struct NumberGrid: Sendable, Hashable {
    /// The number of columns, west to east, at least 1.
    public let columns: Int
    /// The number of rows, north to south, at least 1.
    public let rows: Int
    /// The x of the points of the first, westernmost column.
    public let westX: Double
    /// The y of the points of the last, southernmost row.
    public let southY: Double
    /// The distance between neighbouring points, more than 0.
    public let spacing: Double
    /// The numbers row by row, the northernmost first; nan where unknown.
    public let values: [Float]

    /// A grid from its parts; nil where they do not fit each other.
    public init?(columns: Int, rows: Int, westX: Double, southY: Double, spacing: Double, values: [Float]) {
        let (count, overflow) = columns.multipliedReportingOverflow(by: rows)
        guard columns > 0, rows > 0, !overflow, count == values.count, spacing > 0, spacing.isFinite, westX.isFinite,
            southY.isFinite
        else { return nil }
        self.columns = columns
        self.rows = rows
        self.westX = westX
        self.southY = southY
        self.spacing = spacing
        self.values = values
    }

    /// The number at a position, bilinear between the four points around it; nan outside the cells of the grid (half a
    /// spacing around its points) and where a point that counts is unknown.
    ///
    /// Within the outer half cells, where points lie on one side only, the nearest points count.
    public func value(x: Double, y: Double) -> Double {
        let column = (x - westX) / spacing
        let row = Double(rows - 1) - (y - southY) / spacing
        guard column >= -0.5, column <= Double(columns) - 0.5, row >= -0.5, row <= Double(rows) - 0.5 else {
            return .nan
        }
        let (left, right, toRight) = NumberGrid.neighbours(column, count: columns)
        let (upper, lower, toLower) = NumberGrid.neighbours(row, count: rows)
        // A point of weight 0 does not count, even if it is unknown.
        func blend(_ first: Double, _ second: Double, _ share: Double) -> Double {
            share == 0 ? first : share == 1 ? second : first + (second - first) * share
        }
        return blend(
            blend(self[upper, left], self[upper, right], toRight),
            blend(self[lower, left], self[lower, right], toRight), toLower)
    }

    private subscript(row: Int, column: Int) -> Double { Double(values[row * columns + column]) }

    /// The points before and after a place on an axis, and how far it is from the first to the second, 0 to 1.
    private static func neighbours(_ place: Double, count: Int) -> (Int, Int, Double) {
        let place = min(max(place, 0), Double(count - 1))
        let first = min(Int(exactly: place.rounded(.down)) ?? 0, count - 1)
        return (first, min(first + 1, count - 1), place - Double(first))
    }
}
