/// The access time at the points of a raster: what it costs from each of them to the nearest destination (or from there
/// to it), on streets and over the leg beside them.
///
/// The raster lies on whole multiples of its step in the study's metric system, so that surfaces of one step lie on
/// each other whatever they are about. A point has the cost that a door there would have: the least, over all pieces of
/// street within the snapping limit whose leg crosses no barrier, of the leg to the nearest point of the piece, the way
/// from there, and the leg of the destination. Adding a street or a destination therefore never raises a cost.
public struct TravelTimeSurface: Sendable, Equatable {
    /// What stands for the cost of a point that is not reached within ``largestCost``.
    public static let unreached = Int32.max

    /// Which points there are.
    public let window: RasterWindow
    /// The costs of the points, row by row from the south, each row from the west: whole units of the network's costs
    /// (milliseconds). The outermost points are ``unreached``.
    public let costs: [Int32]
    /// Costs up to this one are exact; points that are farther are ``unreached``.
    public let largestCost: Int32
    /// How far costs can differ between the corners of a raster cell that lie on the same side of barriers and within
    /// the snapping limit: see ``margin(step:legCostPerMetre:)``. What differs more is a jump.
    public let margin: Int32

    /// A surface from its columns; `costs` has a value for each point of the window.
    init(window: RasterWindow, costs: [Int32], largestCost: Int32, margin: Int32) {
        self.window = window
        self.costs = costs
        self.largestCost = largestCost
        self.margin = margin
    }

    /// What walking twice along a side of a raster cell costs, rounded up: costs between two points of one cell differ
    /// by no more where streets are as fast as legs, since the way may first go along the street, then beside it.
    static func margin(step: Int, legCostPerMetre: Double) -> Int32 {
        // Two roundings down, of the leg and of the way along the piece, at each of the two points.
        let cost = (2 * Double(step) * legCostPerMetre).rounded(.up) + 4
        return cost < Double(StreetNetwork.largestCost) ? Int32(cost) : StreetNetwork.largestCost
    }

    /// The cost at a raster point; ``unreached`` outside of the window.
    public func cost(column: Int, row: Int) -> Int32 {
        guard window.columns.contains(column), window.rows.contains(row) else { return TravelTimeSurface.unreached }
        return costs[(row - window.rows.lowerBound) * window.columns.count + column - window.columns.lowerBound]
    }
}

/// A rectangle of raster points: point (c, r) lies c steps east and r steps north of the origin of the coordinates.
public struct RasterWindow: Sendable, Hashable {
    /// The distance between neighbouring points in whole metres, at least 1.
    public let step: Int
    /// The columns of points from west to east, in steps from x = 0.
    public let columns: Range<Int>
    /// The rows of points from south to north, in steps from y = 0.
    public let rows: Range<Int>

    /// The x of a column in metres.
    public func x(ofColumn column: Int) -> Double { Double(column * step) }
    /// The y of a row in metres.
    public func y(ofRow row: Int) -> Double { Double(row * step) }
    /// The number of points.
    public var count: Int { columns.count * rows.count }

    /// Without any point.
    static func empty(step: Int) -> RasterWindow { RasterWindow(step: step, columns: 0..<0, rows: 0..<0) }
}
