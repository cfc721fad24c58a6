internal import Parallel

/// Pairs in a straight line: every destination is looked at from every origin.
struct StraightPairs: PairSearch {
    let originXs: [Double]
    let originYs: [Double]
    let query: ReachQuery
    /// In metres.
    let limit: Double

    var originCount: Int { originXs.count }

    /// O(origins × destinations).
    func map<Result: Sendable>(_ body: @Sendable (PairRows) -> Result) -> [Result] {
        let ranges = PairRows.ranges(of: originCount)
        let doors = query.xs.indices.map { query.accessPositions(of: $0) }
        return parallelMap(ranges.count) { part in
            var rows = PairRows(origins: ranges[part])
            for origin in ranges[part] {
                rows.append(
                    doors.enumerated().compactMap { destination, doors in
                        let distance = distance(origin, doors)
                        return distance <= limit ? (Int32(truncatingIfNeeded: destination), distance) : nil
                    })
            }
            return body(rows)
        }
    }

    private func distance(_ origin: Int, _ doors: [(x: Double, y: Double)]) -> Double {
        var least = Double.infinity
        for door in doors {
            let (x, y) = (door.x - originXs[origin], door.y - originYs[origin])
            least = min(least, x * x + y * y)
        }
        return least.squareRoot()
    }
}
