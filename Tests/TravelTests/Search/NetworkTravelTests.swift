import Planar
import TestSupport
import Testing

@testable import Travel

/// Travel from door to door against the long way round.
@Suite struct NetworkTravelTests {
    /// Origins, places of three categories, some with entrances, and limits, around a random network.
    struct Scene {
        let sketch: NetworkSketch
        let originXs: [Double]
        let originYs: [Double]
        let query: ReachQuery

        init(seed: UInt64, isSymmetric: Bool = false) throws {
            sketch = .random(seed: seed, isSymmetric: isSymmetric)
            var generator = SeededGenerator(seed: seed &* 977)
            func positions(_ count: Int) -> [Double] {
                (0..<count).map { _ in Double(Int.random(in: -20...320, using: &generator)) }
            }
            originXs = positions(9)
            originYs = positions(9)
            let xs = positions(6)
            query = try ReachQuery(
                xs: xs, ys: positions(6), categories: [0, 1, 0, 2, 1, 0], categoryCount: 4,
                limits: [100, 400, 0, 250.5],
                entrances: .init(ends: [0, 2, 2, 3, 3, 3], xs: positions(3), ys: positions(3)))
        }

        /// The cost of each origin and destination in milliseconds.
        func costs(snapping: Double, inward: Bool) -> [[Int?]] {
            originXs.indices.map { origin in
                let doors = sketch.feet(originXs[origin], originYs[origin], snapping: snapping)
                return query.xs.indices.map { destination in
                    let feet = query.accessPositions(of: destination).flatMap {
                        sketch.feet($0.x, $0.y, snapping: snapping)
                    }
                    return inward ? sketch.cost(from: feet, to: doors) : sketch.cost(from: doors, to: feet)
                }
            }
        }
    }

    @Test(arguments: 1...24) func agreesWithTheLongWayRound(seed: UInt64) throws {
        let scene = try Scene(seed: seed)
        for direction in TravelDirection.allCases {
            let snapping = seed % 3 == 0 ? 40.0 : 90
            let travel = NetworkTravel(
                network: scene.sketch.network, profileID: "walking", barriers: [], snapping: snapping, cap: 600,
                direction: direction)
            let reach = travel.reach(originXs: scene.originXs, originYs: scene.originYs, query: scene.query)
            let costs = scene.costs(snapping: snapping, inward: direction == .inward)
            for origin in scene.originXs.indices {
                let isConnected = !scene.sketch.feet(
                    scene.originXs[origin], scene.originYs[origin], snapping: snapping
                ).isEmpty
                for category in 0..<4 {
                    let found = scene.query.xs.indices.filter { scene.query.categories[$0] == category }
                        .compactMap { costs[origin][$0] }
                    let nearest = found.min().flatMap { $0 <= 600_000 ? Int32($0) : nil } ?? Reach.absent
                    let expected = isConnected ? nearest : Reach.notConnected
                    #expect(reach.nearestCosts(category: category)[category * 9 + origin] == expected)
                    for (index, limit) in scene.query.limits.enumerated() {
                        let column = reach.counts(category: category, limit: index)
                        let number = found.count { Double($0) <= limit * 1_000 }
                        #expect(column[column.startIndex + origin] == Int32(number))
                    }
                }
            }
        }
    }
}
