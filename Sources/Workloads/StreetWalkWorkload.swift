internal import Formats
internal import Travel

/// W5e: as W5, but addresses and places are where they are: they get onto the streets beside them, at any point of an
/// edge, as a run of Quartier does it. Other programs have nothing to compare it with.
enum StreetWalkWorkload {
    /// In seconds: 1,500 m and 1,200 m at 80 m a minute.
    private static let nearLimit = 1_125.0
    private static let countLimit = 900.0
    /// In milliseconds for each decimetre, the unit of the edges: 80 m a minute.
    private static let millisecondsPerDecimetre: Int32 = 75
    /// The number of addresses whose answers are in memory at once, for each core.
    private static let blockSize = 1 << 14

    /// What a block of addresses adds to the results.
    private struct Sums: Sendable {
        var reached: [Int]
        var milliseconds: [Int]
        var counts: [Int]
    }

    static func run(_ region: Region, _ recorder: inout WorkloadRecorder) throws {
        let (addressXs, addressYs) = try region.positions("addresses")
        let (places, categories) = try region.places()
        recorder.endPhase("load points")

        let walking = try WalkingNetwork(region)
        recorder.endPhase("load network")

        let network = try StreetNetwork(
            xs: walking.xs, ys: walking.ys, tails: walking.edges.starts, heads: walking.edges.ends,
            forwardCosts: walking.edges.decimetres.map { $0 * millisecondsPerDecimetre },
            legCostPerMetre: Double(10 * millisecondsPerDecimetre))
        recorder.endPhase("build")

        let travel = NetworkTravel(network: network, profileID: "benchmark", barriers: [], cap: nearLimit)
        let query = try ReachQuery(
            xs: places.xs, ys: places.ys, categories: categories, categoryCount: Region.categories.count,
            limits: [countLimit])
        let blocks = travel.reach(
            originXs: addressXs, originYs: addressYs, query: query, blockSize: blockSize, summarise: summary)
        recorder.endPhase("nearest and count")

        recorder.record("reached", list(sums(blocks.map(\.reached))))
        recorder.record("near_ms", list(sums(blocks.map(\.milliseconds))))
        recorder.record("addr_cnt", list(sums(blocks.map(\.counts))))
    }

    private static func summary(_ reach: Reach) -> Sums {
        let categories = 0..<reach.categoryCount
        return Sums(
            reached: categories.map { reach.nearestCosts(category: $0).count { $0 >= 0 } },
            milliseconds: categories.map { reach.nearestCosts(category: $0).reduce(0) { $0 + max(Int($1), 0) } },
            counts: categories.map { reach.counts(category: $0, limit: 0).reduce(0) { $0 + Int($1) } })
    }

    /// The sums of each column over rows of numbers.
    private static func sums(_ rows: [[Int]]) -> [Int] {
        rows.reduce(into: [Int](repeating: 0, count: Region.categories.count)) { sums, row in
            for column in row.indices { sums[column] += row[column] }
        }
    }
}
