/// What a cost is counted in.
public enum CostUnit: String, Sendable, Hashable {
    /// Metres, along a straight line or along streets.
    case metres
    /// Seconds under way.
    case seconds
}

/// A way to measure what lies in reach: how far it is from origins to the destinations of each category.
///
/// ``StraightLine`` measures through the air. A measure along streets is another conformer: it keeps its network,
/// puts origins and destinations on it and searches; it has its own unit, and its own farthest cost, beyond which
/// the nearest destination is absent. Whoever uses a measure states ``methodName`` and ``methodVersion`` beside
/// the numbers, and never compares numbers of different methods.
public protocol ReachMeasure: Sendable {
    /// What costs and limits are counted in.
    var unit: CostUnit { get }
    /// A stable name of the method, in English, for provenance.
    var methodName: String { get }
    /// Rises whenever the numbers can change.
    var methodVersion: Int { get }

    /// Measures from all origins, in blocks of at most `blockSize` of them, so that never all answers are in memory
    /// at once, and gives `summarise` one block after another, on all cores.
    ///
    /// Each origin is in exactly one block. The blocks and the order of the summaries do not depend on the number
    /// of cores. The order of origins within and among blocks is the measure's own: see ``Reach/origins``.
    /// The coordinates of the origins are finite, as those of every geometry are.
    func reach<Summary: Sendable, Failure: Error>(
        originXs: [Double], originYs: [Double], query: ReachQuery, blockSize: Int,
        summarise: @Sendable (Reach) throws(Failure) -> Summary
    ) throws(Failure) -> [Summary]

    /// All pairs of origins and destinations within a limit in the unit of the measure, the limit included. The limits
    /// and categories of the query do not matter here.
    func pairs(originXs: [Double], originYs: [Double], query: ReachQuery, limit: Double) -> any PairSearch
}

extension ReachMeasure {
    /// Measures from all origins and keeps all answers, in the order of the origins. Needs 4 bytes × origins ×
    /// categories × (1 + number of limits).
    public func reach(originXs: [Double], originYs: [Double], query: ReachQuery) -> Reach {
        let blocks = reach(originXs: originXs, originYs: originYs, query: query, blockSize: 1 << 14) { $0 }
        return Reach(inputOrderOf: blocks, categoryCount: query.categoryCount, limitCount: query.limits.count)
    }
}
