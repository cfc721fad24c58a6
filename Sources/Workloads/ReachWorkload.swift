internal import Formats
internal import Planar
internal import Travel

/// W4: for each address the straight distance to the nearest place of each category, and the places within 500 m and
/// 1,000 m.
enum ReachWorkload {
    /// What a block of addresses adds to the results.
    private struct Sums: Sendable {
        var millimetres: [Int]
        /// The sums of counts for each limit and category.
        var counts: [[Int]]
        /// The addresses of the block.
        var origins: [Int32] = []
        /// For each address of the block the places of all categories within each limit.
        var totals: [Int32] = []
    }

    /// In metres.
    static let limits = [500.0, 1_000.0]
    /// The number of addresses whose answers are in memory at once, for each core.
    private static let blockSize = 1 << 14

    static func run(_ region: Region, _ recorder: inout WorkloadRecorder) throws {
        let addresses = try region.points("addresses")
        let (places, categories) = try region.places()
        recorder.endPhase("load")

        try measure((addresses.xs, addresses.ys), places, categories, &recorder)
    }

    /// The work on layers that are read.
    ///
    /// - Parameter use: what else is done with each block of addresses, by several threads.
    static func measure(
        _ addresses: (xs: [Double], ys: [Double]), _ places: PointLayer, _ categories: [Int32],
        _ recorder: inout WorkloadRecorder, use: @Sendable (Reach) -> Void = { _ in }
    ) throws {
        let query = try query(places, categories)
        let blocks = StraightLine().reach(
            originXs: addresses.xs, originYs: addresses.ys, query: query, blockSize: blockSize
        ) { block in
            use(block)
            return summary(block)
        }
        recorder.endPhase("nearest and count")

        var totals = [Int32](repeating: 0, count: limits.count * addresses.xs.count)
        for block in blocks {
            for (row, origin) in block.origins.enumerated() {
                for limit in limits.indices {
                    totals[limits.count * Int(origin) + limit] = block.totals[limits.count * row + limit]
                }
            }
        }
        recorder.record("near_mm", list(sums(blocks.map(\.millimetres))))
        recorder.record("c500", list(sums(blocks.map { $0.counts[0] })))
        recorder.record("c1000", list(sums(blocks.map { $0.counts[1] })))
        recorder.record("tothash", digest(totals))
        recorder.endPhase("digest")
    }

    /// The places of all categories, and the limits.
    static func query(_ places: PointLayer, _ categories: [Int32]) throws -> ReachQuery {
        try ReachQuery(
            xs: places.xs, ys: places.ys, categories: categories, categoryCount: Region.categories.count,
            limits: limits)
    }

    private static func summary(_ reach: Reach) -> Sums {
        let categories = 0..<reach.categoryCount
        func sum(_ column: ArraySlice<Int32>) -> Int { column.reduce(0) { $0 + Int($1) } }
        var sums = Sums(
            millimetres: categories.map { sum(reach.nearestCosts(category: $0)) },
            counts: limits.indices.map { limit in categories.map { sum(reach.counts(category: $0, limit: limit)) } },
            origins: reach.origins, totals: [Int32](repeating: 0, count: limits.count * reach.origins.count))
        for limit in limits.indices {
            for category in categories {
                let column = reach.counts(category: category, limit: limit)
                for row in reach.origins.indices {
                    sums.totals[limits.count * row + limit] += column[column.startIndex + row]
                }
            }
        }
        return sums
    }

    /// The sums of each column over rows of numbers.
    private static func sums(_ rows: [[Int]]) -> [Int] {
        rows.reduce(into: [Int](repeating: 0, count: Region.categories.count)) { sums, row in
            for column in row.indices { sums[column] += row[column] }
        }
    }
}
