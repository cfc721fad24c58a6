import TestSupport
import Testing
import Travel

/// Reach on a grid of 10 m, where distances repeat, lie exactly on limits and are 0, against counting one by one.
@Suite struct ReachPropertyTests {
    struct Town {
        var originXs: [Double]
        var originYs: [Double]
        var xs: [Double]
        var ys: [Double]
        var categories: [Int32]
        static let categoryCount = 5
        /// In no order, with one that occurs twice; 50 m and 500 m are met exactly by 3-4-5 triangles, 0 by equal places.
        static let limits: [Double] = [500, 0, 50, 500, 223.606_797_749_978_97]

        /// Origins and destinations on corners of a grid of 10 m, 600 m wide; no destination has category 3.
        init(seed: UInt64, origins: Int, destinations: Int) {
            var generator = SeededGenerator(seed: seed)
            func corner(_ base: Double) -> Double { base + Double(Int.random(in: 0...60, using: &generator)) * 10 }
            originXs = (0..<origins).map { _ in corner(526_000) }
            originYs = (0..<origins).map { _ in corner(6_071_000) }
            xs = (0..<destinations).map { _ in corner(526_000) }
            ys = (0..<destinations).map { _ in corner(6_071_000) }
            categories = (0..<destinations).map { _ in [0, 1, 2, 4].randomElement(using: &generator) ?? 0 }
        }

        func query() throws -> ReachQuery {
            try ReachQuery(
                xs: xs, ys: ys, categories: categories, categoryCount: Town.categoryCount, limits: Town.limits)
        }

        func reach() throws -> Reach {
            StraightLine().reach(originXs: originXs, originYs: originYs, query: try query())
        }
    }

    @Test(arguments: [(1, 0), (2, 1), (3, 25), (4, 300), (5, 2_000)])
    func agreesWithCountingOneByOne(_ seed: UInt64, _ destinations: Int) throws {
        let town = Town(seed: seed, origins: 400, destinations: destinations)
        let reach = try town.reach()
        for category in 0..<Town.categoryCount {
            let rows = town.xs.indices.filter { town.categories[$0] == category }
            for origin in 0..<400 {
                // Differences of multiples of 10 m are exact, and so are their squares.
                let squares = rows.map { row in
                    let (x, y) = (town.xs[row] - town.originXs[origin], town.ys[row] - town.originYs[origin])
                    return x * x + y * y
                }
                let nearest = squares.min().map { Int32(($0.squareRoot() * 1_000).rounded(.toNearestOrEven)) }
                #expect(reach.nearestCosts(category: category)[category * 400 + origin] == nearest ?? Reach.absent)
                for (index, limit) in Town.limits.enumerated() {
                    let column = reach.counts(category: category, limit: index)
                    let count = squares.count { $0 <= limit * limit }
                    #expect(Int(column[column.startIndex + origin]) == count)
                }
            }
        }
    }

    @Test func aCategoryWithoutDestinationsIsAbsentNotZero() throws {
        let reach = try Town(seed: 8, origins: 50, destinations: 200).reach()
        #expect(reach.nearestCosts(category: 3).allSatisfy { $0 == Reach.absent })
        #expect(Town.limits.indices.allSatisfy { reach.counts(category: 3, limit: $0).allSatisfy { $0 == 0 } })
    }

    /// More reach never holds less: counts rise with the limit, and a place within a limit is not farther than it.
    @Test func countsRiseWithTheLimitAndFitTheNearest() throws {
        let reach = try Town(seed: 9, origins: 300, destinations: 150).reach()
        for category in 0..<Town.categoryCount {
            let nearest = reach.nearestCosts(category: category)
            let rising = [1, 2, 4, 0].map { Array(reach.counts(category: category, limit: $0)) }
            for (smaller, larger) in zip(rising, rising.dropFirst()) {
                #expect(zip(smaller, larger).allSatisfy { $0 <= $1 })
            }
            #expect(Array(reach.counts(category: category, limit: 3)) == rising[3])
            for (cost, count) in zip(nearest, rising[1]) {
                #expect((count > 0) == (cost != Reach.absent && cost <= 50_000))
            }
        }
    }

    @Test func theOrderOfDestinationsDoesNotMatter() throws {
        let town = Town(seed: 10, origins: 200, destinations: 250)
        let expected = try town.reach()
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<3 {
            var other = town
            let order = town.xs.indices.shuffled(using: &generator)
            other.xs = order.map { town.xs[$0] }
            other.ys = order.map { town.ys[$0] }
            other.categories = order.map { town.categories[$0] }
            #expect(try other.reach() == expected)
        }
    }

    @Test func eachOriginKeepsItsAnswerWhateverTheOrder() throws {
        let town = Town(seed: 12, origins: 200, destinations: 250)
        let expected = try town.reach()
        var generator = SeededGenerator(seed: 13)
        var other = town
        let order = town.originXs.indices.shuffled(using: &generator)
        other.originXs = order.map { town.originXs[$0] }
        other.originYs = order.map { town.originYs[$0] }
        let found = try other.reach()
        for category in 0..<Town.categoryCount {
            let costs = Array(expected.nearestCosts(category: category))
            #expect(Array(found.nearestCosts(category: category)) == order.map { costs[$0] })
            for limit in Town.limits.indices {
                let counts = Array(expected.counts(category: category, limit: limit))
                #expect(Array(found.counts(category: category, limit: limit)) == order.map { counts[$0] })
            }
        }
    }

    @Test func allOnOnePlace() throws {
        let places = [Double](repeating: 7, count: 1_000)
        let query = try ReachQuery(
            xs: places, ys: places, categories: places.map { _ in 0 }, categoryCount: 1, limits: [0, 1])
        let reach = StraightLine().reach(originXs: places, originYs: places, query: query)
        #expect(reach.nearest.allSatisfy { $0 == 0 })
        #expect(reach.counts.allSatisfy { $0 == 1_000 } && reach.counts.count == 2_000)
    }

    // MARK: What cannot be asked

    static let refused: [([Double], [Double], [Int32], Int, [Double], ReachQueryError)] = [
        ([1], [], [0], 1, [], .columnsOfDifferentLength), ([1], [1], [], 1, [], .columnsOfDifferentLength),
        ([], [], [0], 1, [], .columnsOfDifferentLength), ([.nan], [1], [0], 1, [], .positionNotFinite),
        ([1], [-.infinity], [0], 1, [], .positionNotFinite), ([1], [1], [1], 1, [], .unknownCategory),
        ([1], [1], [-1], 1, [], .unknownCategory), ([1], [1], [0], 0, [], .unknownCategory),
        ([1], [1], [0], -5, [], .unknownCategory), ([1], [1], [0], 1, [500, .nan], .limitNotUsable),
        ([1], [1], [0], 1, [-.leastNonzeroMagnitude], .limitNotUsable), ([], [], [], 0, [.infinity], .limitNotUsable),
    ]

    @Test(arguments: refused.indices) func theFirstReasonIsSaid(_ index: Int) {
        let (xs, ys, categories, count, limits, error) = Self.refused[index]
        #expect(throws: error) {
            try ReachQuery(xs: xs, ys: ys, categories: categories, categoryCount: count, limits: limits)
        }
        #expect(error.description.hasSuffix(".") && error.description.contains(" "))
    }

    @Test func nothingIsAFairQuestion() throws {
        let query = try ReachQuery(xs: [], ys: [], categories: [], categoryCount: -3, limits: [0, -0.0])
        #expect(query.categoryCount == 0 && query.limits.count == 2)
        let reach = StraightLine().reach(originXs: [1, 2], originYs: [1, 2], query: query)
        #expect(reach.origins == [0, 1] && reach.nearest.isEmpty && reach.counts.isEmpty)
    }

    @Test func theMethodIsNamedForProvenance() {
        #expect(StraightLine().methodName == "straight_line" && StraightLine().methodVersion == 1)
        #expect(CostUnit.metres.rawValue == "metres" && CostUnit.seconds.rawValue == "seconds")
    }
}
