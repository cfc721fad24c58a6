import Testing
import Travel

@Suite struct StraightLineTests {
    private struct Scene {
        let originXs: [Double]
        let originYs: [Double]
        let query: ReachQuery

        init(seed: UInt64, origins: Int, destinations: Int) throws {
            var state = seed
            func next() -> Double {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Double(state >> 40) / 16_777_216 * 4_000
            }
            originXs = (0..<origins).map { _ in 500_000 + next() }
            originYs = (0..<origins).map { _ in 5_600_000 + next() }
            let xs = (0..<destinations).map { _ in 500_000 + next() }
            let ys = (0..<destinations).map { _ in 5_600_000 + next() }
            query = try ReachQuery(
                xs: xs, ys: ys, categories: (0..<destinations).map { Int32($0 % 3) }, categoryCount: 4,
                limits: [500, 1_000])
        }

        func distances(origin: Int, category: Int) -> [Double] {
            query.xs.indices.filter { query.categories[$0] == category }.map { index in
                let x = query.xs[index] - originXs[origin]
                let y = query.ys[index] - originYs[origin]
                return (x * x + y * y).squareRoot()
            }
        }
    }

    @Test(arguments: 1...6) func agreesWithMeasuringAll(seed: UInt64) throws {
        let scene = try Scene(seed: seed, origins: 700, destinations: [0, 1, 40, 90, 200, 900][Int(seed - 1)])
        let reach = StraightLine().reach(
            originXs: scene.originXs, originYs: scene.originYs, query: scene.query)
        #expect(reach.origins == (0..<700).map { Int32($0) })
        for category in 0..<4 {
            let distances = (0..<700).map { scene.distances(origin: $0, category: category) }
            let nearest = distances.map { distances in
                distances.min().map { Int32(($0 * 1_000).rounded(.toNearestOrEven)) } ?? Reach.absent
            }
            #expect(Array(reach.nearestCosts(category: category)) == nearest)
            for (limit, most) in scene.query.limits.enumerated() {
                let counts = distances.map { distances in Int32(distances.count { $0 <= most }) }
                #expect(Array(reach.counts(category: category, limit: limit)) == counts)
            }
        }
    }

    @Test func blocksHoldEachOriginOnceAndTheSameAnswers() throws {
        let scene = try Scene(seed: 5, origins: 1_000, destinations: 120)
        let whole = StraightLine().reach(originXs: scene.originXs, originYs: scene.originYs, query: scene.query)
        for blockSize in [-1, 1, 7, 64, 5_000] {
            let blocks = StraightLine().reach(
                originXs: scene.originXs, originYs: scene.originYs, query: scene.query, blockSize: blockSize
            ) { $0 }
            #expect(blocks.allSatisfy { $0.origins.count <= max(blockSize, 1) })
            #expect(blocks.flatMap(\.origins).sorted() == whole.origins)
            for block in blocks {
                let rows = block.origins.map(Int.init)
                for category in 0..<4 {
                    let expected = rows.map { whole.nearest[category * 1_000 + $0] }
                    #expect(Array(block.nearestCosts(category: category)) == expected)
                    for limit in 0..<2 {
                        let counts = rows.map { whole.counts[(limit * 4 + category) * 1_000 + $0] }
                        #expect(Array(block.counts(category: category, limit: limit)) == counts)
                    }
                }
            }
        }
    }

    @Test func countsExactlyAtTheLimitThoughRoundingWouldNot() throws {
        // 500.0004 m rounds to 500,000 mm, but lies beyond 500 m.
        let query = try ReachQuery(
            xs: [300, 500.0004], ys: [400, 0], categories: [0, 1], categoryCount: 3, limits: [500])
        let reach = StraightLine().reach(originXs: [0], originYs: [0], query: query)
        #expect(reach.nearest == [500_000, 500_000, Reach.absent])
        #expect(reach.counts == [1, 0, 0])
    }

    @Test func absentBeyondWhatTheColumnHolds() throws {
        let query = try ReachQuery(
            xs: [2_146_000_000 / 1_000, 2_148_000_000 / 1_000], ys: [0, 0], categories: [0, 1], categoryCount: 2,
            limits: [])
        let reach = StraightLine().reach(originXs: [0], originYs: [0], query: query)
        #expect(reach.nearest == [2_146_000_000, Reach.absent])
        #expect(reach.counts.isEmpty)
    }

    @Test func withoutOriginsThereIsNoBlock() throws {
        let query = try ReachQuery(xs: [1], ys: [1], categories: [0], categoryCount: 1, limits: [500])
        let blocks = StraightLine().reach(originXs: [], originYs: [], query: query, blockSize: 10) { $0 }
        #expect(blocks.isEmpty)
        #expect(StraightLine().reach(originXs: [], originYs: [], query: query).origins.isEmpty)
    }

    @Test func anErrorOfTheSummaryComesOut() throws {
        struct Refusal: Error {}
        let query = try ReachQuery(xs: [1], ys: [1], categories: [0], categoryCount: 1, limits: [])
        #expect(throws: Refusal.self) {
            try StraightLine().reach(originXs: [0, 1], originYs: [0, 1], query: query, blockSize: 1) {
                (_: Reach) throws(Refusal) -> Int in throw Refusal()
            }
        }
    }

    @Test func worksBehindTheProtocol() throws {
        let measure: any ReachMeasure = StraightLine()
        let query = try ReachQuery(xs: [3], ys: [4], categories: [0], categoryCount: 1, limits: [])
        #expect(measure.reach(originXs: [0], originYs: [0], query: query).nearest == [5_000])
        #expect(measure.unit == .metres)
    }
}

@Suite struct ReachQueryTests {
    @Test func refusesWhatCannotBeAsked() {
        func query(_ xs: [Double], _ categories: [Int32], _ limits: [Double]) throws(ReachQueryError) {
            _ = try ReachQuery(
                xs: xs, ys: xs.map { _ in 0 }, categories: categories, categoryCount: 2, limits: limits)
        }
        #expect(throws: ReachQueryError.columnsOfDifferentLength) { try query([1, 2], [0], []) }
        #expect(throws: ReachQueryError.positionNotFinite) { try query([.nan], [0], []) }
        #expect(throws: ReachQueryError.unknownCategory) { try query([1], [2], []) }
        #expect(throws: ReachQueryError.unknownCategory) { try query([1], [-1], []) }
        #expect(throws: ReachQueryError.limitNotUsable) { try query([1], [1], [-0.5]) }
        #expect(throws: ReachQueryError.limitNotUsable) { try query([1], [1], [.infinity]) }
    }
}
