@testable import Travel

/// Straight lines at 4 km/h as if they were streets: 900 ms for each metre. Stands in for a network, whose own tests
/// are elsewhere.
struct TimedLine: ReachMeasure {
    let unit = CostUnit.seconds
    let methodName = "timed_line"
    let methodVersion = 1

    func reach<Summary: Sendable, Failure: Error>(
        originXs: [Double], originYs: [Double], query: ReachQuery, blockSize: Int,
        summarise: @Sendable (Reach) throws(Failure) -> Summary
    ) throws(Failure) -> [Summary] {
        let metres = try? ReachQuery(
            xs: query.xs, ys: query.ys, categories: query.categories, categoryCount: query.categoryCount,
            limits: query.limits.map { $0 / 0.9 })
        guard let metres else { return [] }
        return try StraightLine().reach(originXs: originXs, originYs: originYs, query: metres, blockSize: blockSize) {
            (reach: Reach) throws(Failure) -> Summary in
            try summarise(
                Reach(
                    origins: reach.origins, categoryCount: reach.categoryCount, limitCount: reach.limitCount,
                    nearest: reach.nearest.map { $0 < 0 ? $0 : Int32((Double($0) * 0.9).rounded()) },
                    counts: reach.counts))
        }
    }

    func pairs(originXs: [Double], originYs: [Double], query: ReachQuery, limit: Double) -> any PairSearch {
        // 0.9 s for each metre: the same pairs with scaled costs.
        TimedPairs(
            search: StraightLine().pairs(originXs: originXs, originYs: originYs, query: query, limit: limit / 0.9))
    }

    private struct TimedPairs: PairSearch {
        let search: any PairSearch
        var originCount: Int { search.originCount }
        func map<Result: Sendable>(_ body: @Sendable (PairRows) -> Result) -> [Result] {
            search.map { rows in
                var timed = PairRows(origins: rows.origins)
                for origin in rows.origins {
                    var row: [(destination: Int32, cost: Double)] = []
                    rows.forEachPair(of: origin) { row.append((Int32($0), $1 * 0.9)) }
                    timed.append(row)
                }
                return body(timed)
            }
        }
    }
}
