import Synchronization
import TestSupport
import Testing

@testable import Travel

/// All pairs, the nearest few, counts and the nearest are one thing told four times.
@Suite struct PairTests {
    @Test(arguments: 1...10) func pairsAreTheLongWayRound(seed: UInt64) throws {
        let scene = try NetworkTravelTests.Scene(seed: seed)
        for direction in TravelDirection.allCases {
            let travel = NetworkTravel(
                network: scene.sketch.network, profileID: "walking", barriers: [], snapping: 70, direction: direction)
            let times = try travel.travelTimes(
                originXs: scene.originXs, originYs: scene.originYs, query: scene.query, limit: 300)
            let costs = scene.costs(snapping: 70, inward: direction == .inward)
            #expect(times.originCount == 9 && times.destinationCount == 6)
            for origin in 0..<9 {
                for destination in 0..<6 {
                    let expected = costs[origin][destination].flatMap { $0 <= 300_000 ? Int32($0) : nil }
                    #expect(times[origin, destination] == expected)
                }
                let row = times.destinations[times.range(of: origin)]
                #expect(zip(row, row.dropFirst()).allSatisfy { $0 < $1 })
            }
        }
    }

    @Test(arguments: 1...25) func countsAndTheNearestFollowFromThePairs(seed: UInt64) throws {
        let scene = try NetworkTravelTests.Scene(seed: seed)
        let travel = NetworkTravel(network: scene.sketch.network, profileID: "walking", barriers: [], snapping: 70)
        let reach = travel.reach(originXs: scene.originXs, originYs: scene.originYs, query: scene.query)
        let times = try travel.travelTimes(
            originXs: scene.originXs, originYs: scene.originYs, query: scene.query, limit: 7_200)
        for most in [0, 1, 2, 9] {
            let nearest = try travel.nearestPlaces(
                most, originXs: scene.originXs, originYs: scene.originYs, query: scene.query)
            #expect(nearest.originCount == 9)
            for origin in 0..<9 {
                for category in 0..<4 {
                    let pairs = times.range(of: origin).map { (cost: times.costs[$0], place: times.destinations[$0]) }
                        .filter { scene.query.categories[Int($0.place)] == category }
                        .sorted { ($0.cost, $0.place) < ($1.cost, $1.place) }
                    let range = nearest.range(of: origin, category: category)
                    #expect(Array(nearest.costs[range]) == pairs.prefix(most).map(\.cost))
                    #expect(Array(nearest.destinations[range]) == pairs.prefix(most).map(\.place))
                    let first = reach.nearestCosts(category: category)[category * 9 + origin]
                    #expect(max(first, Reach.absent) == pairs.first?.cost ?? Reach.absent)
                    for (limit, seconds) in scene.query.limits.enumerated() {
                        let column = reach.counts(category: category, limit: limit)
                        let number = pairs.count { Double($0.cost) <= seconds * 1_000 }
                        #expect(Int(column[column.startIndex + origin]) == number)
                    }
                }
            }
        }
    }

    @Test func turnedRoundTheyAreTheSamePairs() throws {
        let scene = try NetworkTravelTests.Scene(seed: 3)
        let travel = NetworkTravel(network: scene.sketch.network, profileID: "walking", barriers: [], snapping: 90)
        let times = try travel.travelTimes(
            originXs: scene.originXs, originYs: scene.originYs, query: scene.query, limit: 600)
        let turned = times.byDestination()
        #expect(turned.originCount == 6 && turned.destinationCount == 9 && turned.costs.count > 5)
        for origin in 0..<9 {
            for destination in 0..<6 { #expect(times[origin, destination] == turned[destination, origin]) }
        }
        #expect(turned.byDestination() == times)
    }

    /// Places at one spot are found once, told each, in order of index; a tie goes to the lower index.
    @Test func placesAtOneSpotShareASearchAndKeepTheirNames() throws {
        let travel = NetworkTravel(
            network: NetworkSketch.grid(columns: 3, rows: 1, spacing: 100).network, profileID: "walking", barriers: [],
            snapping: 5)
        let query = try ReachQuery(
            xs: [200, 0, 200, 0, 200], ys: [0, 0, 0, 0, 0], categories: [0, 0, 0, 0, 1], categoryCount: 2, limits: [90])
        let nearest = try travel.nearestPlaces(3, originXs: [100], originYs: [0], query: query)
        #expect(nearest.destinations == [0, 1, 2, 4] && nearest.costs == [90_000, 90_000, 90_000, 90_000])
        let reach = travel.reach(originXs: [100], originYs: [0], query: query)
        #expect(reach.nearest == [90_000, 90_000] && reach.counts == [4, 1])
        #expect(
            try travel.travelTimes(originXs: [100], originYs: [0], query: query, limit: 90).destinations == [
                0, 1, 2, 3, 4,
            ])
        #expect(try travel.travelTimes(originXs: [100], originYs: [0], query: query, limit: 89.999).costs.isEmpty)
    }

    @Test func nothingToPair() throws {
        let travel = NetworkTravel(
            network: NetworkSketch.grid(columns: 2, rows: 2, spacing: 100).network, profileID: "walking", barriers: [])
        let none = try ReachQuery(xs: [], ys: [], categories: [], categoryCount: 2, limits: [10])
        let times = try travel.travelTimes(originXs: [1, 2], originYs: [1, 2], query: none, limit: 10)
        #expect(times.starts == [0, 0, 0] && times.destinationCount == 0)
        let nearest = try travel.nearestPlaces(2, originXs: [1], originYs: [1], query: none)
        #expect(nearest.starts == [0, 0, 0] && nearest.originCount == 1)
        let one = try ReachQuery(xs: [0], ys: [0], categories: [0], categoryCount: 1, limits: [10])
        #expect(
            try travel.travelTimes(originXs: [], originYs: [], query: one, limit: 10).byDestination().starts == [0, 0])
        #expect(try travel.nearestPlaces(1, originXs: [], originYs: [], query: one).starts == [0])
    }

    /// Whichever time a search asks whether to stop, being told so ends it; never asked, it is whole.
    @Test func stopsInTheMiddle() throws {
        let scene = try NetworkTravelTests.Scene(seed: 5)
        let travel = NetworkTravel(network: scene.sketch.network, profileID: "walking", barriers: [])
        let whole = try travel.reach(
            originXs: scene.originXs, originYs: scene.originYs, query: scene.query, progress: .silent)
        let asked = Mutex(0)
        func reach(stoppingAt question: Int) throws -> Reach {
            asked.withLock { $0 = 0 }
            let progress = SearchProgress(isCancelled: {
                asked.withLock {
                    $0 += 1
                    return $0 > question
                }
            })
            return try travel.reach(
                originXs: scene.originXs, originYs: scene.originYs, query: scene.query, progress: progress)
        }
        #expect(try reach(stoppingAt: .max) == whole)
        let questions = asked.withLock { $0 }
        #expect(questions > 2)
        for question in 0..<questions { #expect(throws: SearchCancelled()) { try reach(stoppingAt: question) } }
        #expect(try reach(stoppingAt: questions) == whole)
    }

    @Test func stopsWhenToldTo() throws {
        let scene = try NetworkTravelTests.Scene(seed: 5)
        let travel = NetworkTravel(network: scene.sketch.network, profileID: "walking", barriers: [])
        let stopped = SearchProgress(isCancelled: { true })
        #expect(throws: SearchCancelled()) {
            try travel.travelTimes(
                originXs: scene.originXs, originYs: scene.originYs, query: scene.query, limit: 60, progress: stopped)
        }
        #expect(throws: SearchCancelled()) {
            try travel.nearestPlaces(
                2, originXs: scene.originXs, originYs: scene.originYs, query: scene.query, progress: stopped)
        }
        #expect(throws: SearchCancelled()) {
            try travel.reach(originXs: scene.originXs, originYs: scene.originYs, query: scene.query, progress: stopped)
        }
        let whole = try travel.reach(
            originXs: scene.originXs, originYs: scene.originYs, query: scene.query, progress: .silent)
        #expect(whole == travel.reach(originXs: scene.originXs, originYs: scene.originYs, query: scene.query))
    }
}
