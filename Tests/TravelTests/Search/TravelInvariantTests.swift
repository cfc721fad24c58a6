import Planar
import TestSupport
import Testing

@testable import Travel

/// What must hold whatever the streets are.
@Suite struct TravelInvariantTests {
    private func travel(
        _ sketch: NetworkSketch, barriers: [Geometry] = [], direction: TravelDirection = .outward
    ) -> NetworkTravel {
        NetworkTravel(
            network: sketch.network, profileID: "walking", barriers: barriers, snapping: 80, direction: direction)
    }

    private func reach(
        _ scene: NetworkTravelTests.Scene, _ sketch: NetworkSketch, query: ReachQuery? = nil, barriers: [Geometry] = [],
        direction: TravelDirection = .outward
    ) -> Reach {
        travel(sketch, barriers: barriers, direction: direction)
            .reach(originXs: scene.originXs, originYs: scene.originYs, query: query ?? scene.query)
    }

    /// Whether the first is nowhere worse: not farther, not fewer.
    private func isNowhereWorse(_ better: Reach, than worse: Reach) -> Bool {
        func rank(_ cost: Int32) -> Int { cost >= 0 ? Int(cost) : cost == Reach.absent ? .max - 1 : .max }
        return zip(better.nearest, worse.nearest).allSatisfy { rank($0) <= rank($1) }
            && zip(better.counts, worse.counts).allSatisfy { $0 >= $1 }
    }

    @Test(arguments: 1...30) func aNewStreetBetweenJunctionsMakesNothingWorse(seed: UInt64) throws {
        let scene = try NetworkTravelTests.Scene(seed: seed)
        var generator = SeededGenerator(seed: seed)
        var sketch = scene.sketch
        var before = reach(scene, sketch)
        for _ in 0..<3 {
            sketch.edges.append(
                NetworkSketch.Edge(
                    from: Int.random(in: 0..<sketch.nodes.count, using: &generator),
                    to: Int.random(in: 0..<sketch.nodes.count, using: &generator), via: [(150, 150)]))
            let after = reach(scene, sketch)
            #expect(isNowhereWorse(after, than: before))
            before = after
        }
    }

    @Test(arguments: 1...30) func aStreetCutAtItsPositionsIsTheSameStreet(seed: UInt64) throws {
        let scene = try NetworkTravelTests.Scene(seed: seed)
        var cut = NetworkSketch(nodes: scene.sketch.nodes, edges: [])
        for edge in scene.sketch.edges {
            var part = edge
            for position in edge.via {
                part.via = []
                part.to = cut.nodes.count
                cut.nodes.append(position)
                cut.edges.append(part)
                part.from = part.to
            }
            part.via = []
            part.to = edge.to
            cut.edges.append(part)
        }
        for direction in TravelDirection.allCases {
            #expect(reach(scene, cut, direction: direction) == reach(scene, scene.sketch, direction: direction))
        }
    }

    @Test(arguments: 1...10) func theOrderOfStreetsDoesNotMatter(seed: UInt64) throws {
        let scene = try NetworkTravelTests.Scene(seed: seed)
        var generator = SeededGenerator(seed: seed)
        let order = scene.sketch.nodes.indices.shuffled(using: &generator)
        var other = NetworkSketch(nodes: order.map { scene.sketch.nodes[$0] }, edges: [])
        for var edge in scene.sketch.edges.shuffled(using: &generator) {
            edge.from = order.firstIndex(of: edge.from) ?? 0
            edge.to = order.firstIndex(of: edge.to) ?? 0
            other.edges.append(edge)
        }
        #expect(reach(scene, other) == reach(scene, scene.sketch))
    }

    @Test(arguments: 1...10) func aNewPlaceMakesNothingWorseAndOrderDoesNotMatter(seed: UInt64) throws {
        let scene = try NetworkTravelTests.Scene(seed: seed)
        let all = try ReachQuery(
            xs: scene.query.xs, ys: scene.query.ys, categories: scene.query.categories, categoryCount: 4,
            limits: scene.query.limits)
        let without = try ReachQuery(
            xs: Array(all.xs.dropLast()), ys: Array(all.ys.dropLast()), categories: Array(all.categories.dropLast()),
            categoryCount: 4, limits: all.limits)
        let turned = try ReachQuery(
            xs: all.xs.reversed(), ys: all.ys.reversed(), categories: all.categories.reversed(), categoryCount: 4,
            limits: all.limits)
        let whole = reach(scene, scene.sketch, query: all)
        #expect(isNowhereWorse(whole, than: reach(scene, scene.sketch, query: without)))
        #expect(reach(scene, scene.sketch, query: turned) == whole)
    }

    @Test(arguments: 1...10) func withoutOneWaysBothDirectionsAreEqual(seed: UInt64) throws {
        let scene = try NetworkTravelTests.Scene(seed: seed, isSymmetric: true)
        #expect(reach(scene, scene.sketch) == reach(scene, scene.sketch, direction: .inward))
        // There and back between any two positions, by swapping what is origin and what destination.
        let query = try ReachQuery(
            xs: scene.originXs, ys: scene.originYs, categories: scene.originXs.map { _ in 0 }, categoryCount: 1,
            limits: [])
        let times = try travel(scene.sketch).travelTimes(
            originXs: scene.originXs, originYs: scene.originYs, query: query, limit: 7_200)
        #expect(times.byDestination() == times && !times.costs.isEmpty)
    }

    @Test(arguments: 1...20) func noStreetIsFasterThanTheAir(seed: UInt64) throws {
        let scene = try NetworkTravelTests.Scene(seed: seed)
        let times = try travel(scene.sketch).travelTimes(
            originXs: scene.originXs, originYs: scene.originYs, query: scene.query, limit: 7_200)
        for origin in 0..<9 {
            for pair in times.range(of: origin) {
                let metres =
                    scene.query.accessPositions(of: Int(times.destinations[pair])).map { position in
                        let (x, y) = (position.x - scene.originXs[origin], position.y - scene.originYs[origin])
                        return (x * x + y * y).squareRoot()
                    }.min() ?? 0
                // Each leg and piece may be rounded down by a millisecond; there are fewer than a hundred.
                #expect(Double(times.costs[pair]) + 100 >= metres * 900)
            }
        }
    }

    @Test(arguments: 1...10) func aBarrierNeverHelps(seed: UInt64) throws {
        let scene = try NetworkTravelTests.Scene(seed: seed)
        let river = try Geometry(kind: .lineString, xs: [-50, 120, 400], ys: [110, 160, 90])
        let free = reach(scene, scene.sketch)
        let barred = reach(scene, scene.sketch, barriers: [river])
        #expect(isNowhereWorse(free, than: barred))
        let more = try Geometry(kind: .lineString, xs: [90, 130], ys: [-50, 400])
        #expect(isNowhereWorse(barred, than: reach(scene, scene.sketch, barriers: [river, more])))
    }

    @Test func blocksHoldEachOriginOnceAndTheSameAnswers() throws {
        let scene = try NetworkTravelTests.Scene(seed: 6)
        let travel = travel(scene.sketch)
        let whole = travel.reach(originXs: scene.originXs, originYs: scene.originYs, query: scene.query)
        for blockSize in [-1, 1, 4, 100] {
            let blocks = travel.reach(
                originXs: scene.originXs, originYs: scene.originYs, query: scene.query, blockSize: blockSize
            ) { $0 }
            #expect(blocks.allSatisfy { $0.origins.count <= max(blockSize, 1) })
            #expect(Reach(inputOrderOf: blocks, categoryCount: 4, limitCount: 4) == whole)
        }
    }

    /// Thousands of origins, so that access and answers are found in many parts: each as if it were alone.
    @Test func manyOriginsAreAnsweredLikeOne() throws {
        let sketch = NetworkSketch.grid(columns: 8, rows: 8, spacing: 90)
        var generator = SeededGenerator(seed: 4)
        func positions() -> [Double] { (0..<5_000).map { _ in Double.random(in: -100...750, using: &generator) } }
        let (xs, ys) = (positions(), positions())
        let query = try ReachQuery(
            xs: [0, 300, 620], ys: [20, 310, 630], categories: [0, 1, 0], categoryCount: 2, limits: [700])
        let travel = travel(sketch)
        let whole = travel.reach(originXs: xs, originYs: ys, query: query)
        let times = try travel.travelTimes(originXs: xs, originYs: ys, query: query, limit: 900)
        for origin in stride(from: 0, to: 5_000, by: 311) {
            let alone = travel.reach(originXs: [xs[origin]], originYs: [ys[origin]], query: query)
            #expect(alone.nearest == [whole.nearest[origin], whole.nearest[5_000 + origin]])
            #expect(alone.counts == [whole.counts[origin], whole.counts[5_000 + origin]])
            let pairs = try travel.travelTimes(originXs: [xs[origin]], originYs: [ys[origin]], query: query, limit: 900)
            #expect(pairs.costs == Array(times.costs[times.range(of: origin)]))
        }
        #expect(whole.nearest.contains(Reach.notConnected) && whole.counts.contains(2))
    }
}
