internal import Parallel
internal import Planar

/// Distance through the air. Exact: what another measure along streets must never fall below.
public struct StraightLine: ReachMeasure {
    /// Metres, the unit of the coordinates.
    public let unit = CostUnit.metres
    /// The name of the method, as parameters of indicators spell it.
    public let methodName = "straight_line"
    /// The version of the method.
    public let methodVersion = 1

    /// How many origins a cell of the working order holds on average: enough to share the work of ruling out
    /// destinations, few enough to lie close together.
    private static let originsPerCell = 8

    /// A measure; there is nothing to set.
    public init() {}

    /// Measures in the order of a grid over the origins, so that neighbours share their work. The nearest cost is
    /// absent where a category has no destination and where it is 2,147 km or more. O(origins × destinations near
    /// them).
    public func reach<Summary: Sendable, Failure: Error>(
        originXs: [Double], originYs: [Double], query: ReachQuery, blockSize: Int,
        summarise: @Sendable (Reach) throws(Failure) -> Summary
    ) throws(Failure) -> [Summary] {
        let grid = PointGrid(
            xs: query.xs, ys: query.ys, categories: query.categories, categoryCount: query.categoryCount)
        let cells = CellOrder(xs: originXs, ys: originYs, perCell: StraightLine.originsPerCell)
        let blockSize = max(blockSize, 1)
        let blockCount = (cells.order.count + blockSize - 1) / blockSize
        return try parallelMap(blockCount) { (block: Int) throws(Failure) -> Summary in
            let range = block * blockSize..<min((block + 1) * blockSize, cells.order.count)
            let origins = Array(cells.order[range])
            let found = grid.nearestAndCounts(
                xs: origins.map { originXs[Int($0)] }, ys: origins.map { originYs[Int($0)] },
                tileEnds: cells.tileEnds(in: range), limits: query.limits)
            return try summarise(
                Reach(
                    origins: origins, categoryCount: query.categoryCount, limitCount: query.limits.count,
                    nearest: found.squaredDistances.map(StraightLine.millimetres), counts: found.counts))
        }
    }

    /// The root of a squared distance in whole millimetres, halves to even; absent from 2,147 km on.
    private static func millimetres(_ squaredDistance: Double) -> Int32 {
        let exact = squaredDistance.squareRoot() * 1_000
        guard exact < 2_147_000_000 else { return Reach.absent }
        // Adding 1.5 · 2⁵² leaves no digits behind the point: rounded by the addition itself.
        return Int32((exact + 0x1.8p52) - 0x1.8p52)
    }
}
