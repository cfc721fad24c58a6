internal import Parallel
internal import Planar

/// Distance through the air, to the nearest entrance of destinations that have any. Exact: what another measure along
/// streets must never fall below.
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
        let grid = PointGrid(points(of: query) { $0 <= 1 }, categoryCount: query.categoryCount)
        let hasEntrances = !query.entrances.xs.isEmpty
        // Destinations with several entrances: nearest by their points, counted as places.
        let entered = EnteredPlaces(query)
        let entrances = PointGrid(points(of: query) { $0 > 1 }, categoryCount: query.categoryCount)
        let cells = CellOrder(xs: originXs, ys: originYs, perCell: StraightLine.originsPerCell)
        let blockSize = max(blockSize, 1)
        let blockCount = (cells.order.count + blockSize - 1) / blockSize
        return try parallelMap(blockCount) { (block: Int) throws(Failure) -> Summary in
            let range = block * blockSize..<min((block + 1) * blockSize, cells.order.count)
            let origins = Array(cells.order[range])
            let xs = origins.map { originXs[Int($0)] }
            let ys = origins.map { originYs[Int($0)] }
            let tileEnds = cells.tileEnds(in: range)
            let found = grid.nearestAndCounts(xs: xs, ys: ys, tileEnds: tileEnds, limits: query.limits)
            var squaredDistances = found.squaredDistances
            var counts = found.counts
            if hasEntrances {
                let nearest = entrances.nearestAndCounts(xs: xs, ys: ys, tileEnds: tileEnds, limits: [])
                for (index, square) in nearest.squaredDistances.enumerated() where square < squaredDistances[index] {
                    squaredDistances[index] = square
                }
                entered.count(xs: xs, ys: ys, tileEnds: tileEnds, into: &counts)
            }
            return try summarise(
                Reach(
                    origins: origins, categoryCount: query.categoryCount, limitCount: query.limits.count,
                    nearest: squaredDistances.map(StraightLine.millimetres), counts: counts))
        }
    }

    /// Pairs by looking at all of them; within a town that takes less than preparing anything.
    public func pairs(originXs: [Double], originYs: [Double], query: ReachQuery, limit: Double) -> any PairSearch {
        StraightPairs(originXs: originXs, originYs: originYs, query: query, limit: limit)
    }

    /// The points at which destinations are entered, of those whose number of entrances is wanted.
    private func points(
        of query: ReachQuery, _ isWanted: (Int) -> Bool
    ) -> (xs: [Double], ys: [Double], categories: [Int32]) {
        guard !query.entrances.xs.isEmpty else {
            return isWanted(0) ? (query.xs, query.ys, query.categories) : ([], [], [])
        }
        var points: (xs: [Double], ys: [Double], categories: [Int32]) = ([], [], [])
        for destination in query.xs.indices where isWanted(query.entrances(of: destination).count) {
            for position in query.accessPositions(of: destination) {
                points.xs.append(position.x)
                points.ys.append(position.y)
                points.categories.append(query.categories[destination])
            }
        }
        return points
    }

    /// The root of a squared distance in whole millimetres, halves to even; absent from 2,147 km on.
    private static func millimetres(_ squaredDistance: Double) -> Int32 {
        let exact = squaredDistance.squareRoot() * 1_000
        guard exact < 2_147_000_000 else { return Reach.absent }
        // Adding 1.5 · 2⁵² leaves no digits behind the point: rounded by the addition itself.
        return Int32((exact + 0x1.8p52) - 0x1.8p52)
    }
}

extension PointGrid {
    fileprivate init(_ points: (xs: [Double], ys: [Double], categories: [Int32]), categoryCount: Int) {
        self.init(xs: points.xs, ys: points.ys, categories: points.categories, categoryCount: categoryCount)
    }
}
