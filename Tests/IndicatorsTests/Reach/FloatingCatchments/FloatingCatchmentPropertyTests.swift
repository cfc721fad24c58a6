import TestSupport
import Testing

@testable import Indicators

/// What holds in every town.
@Suite struct FloatingCatchmentPropertyTests {
    static let seeds = Array(UInt64(1)...12)
    static let weights: [CatchmentWeight] = [.binary(15), .steps(30), .linear(25), .gaussian(40), .power(2, 20)]

    @Test(arguments: seeds) func balancesHold(_ seed: UInt64) {
        let town = CostSketch.random(seed: seed)
        for method in CatchmentMethod.allCases {
            for weight in Self.weights {
                let solution = town.solve(method, weight)
                let balances = method.balances(solution.totals)
                #expect(!balances.isEmpty)
                for balance in balances {
                    #expect(balance.right > 0 && isClose(balance.left, balance.right), "\(method) \(balance.name)")
                }
                #expect(isClose(solution.totals.received, town.received(solution.access)))
                #expect(isClose(solution.totals.supplied + solution.totals.withoutDemand, town.supply.reduce(0, +)))
            }
        }
    }

    @Test(arguments: seeds) func theModifiedCatchmentLosesNeverGains(_ seed: UInt64) {
        let town = CostSketch.random(seed: seed)
        for weight in Self.weights {
            #expect(town.solve(.modified, weight).totals.lostOnTheWay >= 0)
            #expect(town.solve(.huffThreeStep, weight).totals.lostOnTheWay >= -1e-9)
        }
        // Where all ways count alike nothing is lost.
        #expect(town.solve(.modified, .binary(20)).totals.lostOnTheWay == 0)
        #expect(town.solve(.modified, .steps(30)).totals.lostOnTheWay > 0)
    }

    @Test(arguments: seeds) func theOrderOfRowsDoesNotMatter(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let town = CostSketch.random(seed: seed)
        let origins = Array(town.people.indices).shuffled(using: &generator)
        let other = town.reordered(origins: origins, places: town.supply.indices.shuffled(using: &generator))
        for method in CatchmentMethod.allCases {
            let (plain, shuffled) = (town.solve(method, .steps(30)), other.solve(method, .steps(30)))
            for (row, origin) in origins.enumerated() {
                #expect(isClose(shuffled.access[row], plain.access[origin]), "\(method)")
            }
        }
    }

    /// Neither who chooses first nor how places are listed decides on the equilibrium.
    @Test(arguments: seeds) func theOrderOfChoiceDoesNotMatter(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let town = CostSketch.random(seed: seed, origins: 8, places: 4)
        let origins = Array(town.people.indices).shuffled(using: &generator)
        let other = town.reordered(origins: origins, places: town.supply.indices.shuffled(using: &generator))
        let (plain, shuffled) = (RationalAgents.settle(town, tau: 60), RationalAgents.settle(other, tau: 60))
        #expect(plain.isSettled && shuffled.isSettled)
        for (row, origin) in origins.enumerated() {
            #expect(isClose(shuffled.costs[row] ?? -1, plain.costs[origin] ?? -1))
        }
    }

    @Test(arguments: seeds) func moreSupplyNeverLowersAccess(_ seed: UInt64) {
        let town = CostSketch.random(seed: seed)
        for place in town.supply.indices where town.supply[place] > 0 {
            var richer = town
            richer.supply[place] += 10
            for method in [CatchmentMethod.twoStep, .threeStep, .modified, .balanced] {
                let (less, more) = (town.solve(method, .steps(30)).access, richer.solve(method, .steps(30)).access)
                for (one, other) in zip(less, more) { #expect(other >= one * (1 - 1e-12), "\(method)") }
            }
        }
    }

    @Test(arguments: seeds) func accessIsSupplyPerHead(_ seed: UInt64) {
        let town = CostSketch.random(seed: seed)
        var (crowded, rich) = (town, town)
        crowded.people = town.people.map { $0 * 3 }
        rich.supply = town.supply.map { $0 * 3 }
        for method in CatchmentMethod.allCases where method != .huffLoad {
            let plain = town.solve(method, .steps(30)).access
            for (origin, value) in crowded.solve(method, .steps(30)).access.enumerated() {
                #expect(isClose(value * 3, plain[origin]))
            }
            for (origin, value) in rich.solve(method, .steps(30)).access.enumerated() {
                #expect(isClose(value, plain[origin] * 3))
            }
        }
        let load = town.solve(.huffLoad, .power(2, 30)).access
        for (origin, value) in crowded.solve(.huffLoad, .power(2, 30)).access.enumerated() {
            #expect(isClose(value, load[origin] * 3))
        }
    }

    /// The bridge between the two families: no second confirmation.
    @Test(arguments: seeds) func availabilityWithAlphaOneIsTheTwoStepCatchment(_ seed: UInt64) {
        let town = CostSketch.random(seed: seed)
        let places = CompetingPlaces(supply: [town.supply], placeCount: town.supply.count)
        let catchment = FloatingCatchment(
            method: .twoStep, weights: Self.weights, demand: town.people, places: places)
        func availability(_ alpha: Double) -> [CatchmentSolution] {
            SpatialAvailability.solve(town, people: town.people, places: places, weights: Self.weights, alpha: alpha)
        }
        for (one, other) in zip(availability(1), catchment.solve(town)) { #expect(one.access == other.access) }
        // With another exponent it is another figure, of the same sum.
        for (number, solution) in availability(0.5).enumerated() {
            #expect(solution.access != availability(1)[number].access)
            #expect(isClose(town.received(solution.access), solution.totals.supplied))
        }
    }

    /// Several targets and weights at once are each as if alone.
    @Test(arguments: seeds) func solvedTogetherIsSolvedAlone(_ seed: UInt64) {
        let town = CostSketch.random(seed: seed)
        let odd = town.supply.enumerated().map { $0.offset % 2 == 1 ? $0.element : 0 }
        for method in CatchmentMethod.allCases {
            let together = FloatingCatchment(
                method: method, weights: Self.weights, demand: town.people,
                places: CompetingPlaces(supply: [town.supply, odd], placeCount: town.supply.count)
            ).solve(town)
            #expect(together.count == 2 * Self.weights.count)
            var oddTown = town
            oddTown.supply = odd
            for (number, weight) in Self.weights.enumerated() {
                #expect(together[number].access == town.solve(method, weight).access)
                #expect(together[Self.weights.count + number].access == oddTown.solve(method, weight).access)
            }
        }
    }

    @Test(arguments: seeds) func inEquilibriumNobodyWouldGoElsewhere(_ seed: UInt64) {
        let town = CostSketch.random(seed: seed, origins: 8, places: 4)
        let found = RationalAgents.settle(town, tau: 60)
        #expect(found.isSettled)
        let reaching = town.people.indices.filter { origin in
            town.people[origin] > 0 && zip(town.costs[origin], town.supply).contains { $0 != nil && $1 > 0 }
        }
        let people = reaching.reduce(0) { $0 + town.people[$1] }
        #expect(isClose(found.demand.reduce(0, +), people))
        let used = town.supply.indices.filter { place in
            town.supply[place] > 0 && reaching.contains { town.costs[$0][place] != nil }
        }
        let crowding = people / used.reduce(0) { $0 + town.supply[$1] }
        for origin in town.people.indices {
            let costs = used.compactMap { place in
                town.costs[origin][place].map { found.demand[place] / town.supply[place] / crowding + $0 / 60 }
            }
            #expect(found.costs[origin] == nil || isClose(found.costs[origin] ?? 0, costs.min() ?? -1))
            #expect((found.costs[origin] != nil) == reaching.contains(origin))
        }
    }

    /// Two equal places next door share equally; one far away stays empty until the near one is crowded enough.
    @Test func rationalAgentsByHand() {
        let equal = RationalAgents.settle(CostSketch(people: [60], supply: [1, 1], costs: [[0, 0]]), tau: 60)
        #expect(equal.demand == [30, 30] && equal.costs[0] == 1)
        // All ten at one place are twice the town's mean: still less than the 2.5 of the way to the other.
        let far = RationalAgents.settle(CostSketch(people: [10], supply: [1, 1], costs: [[0, 150]]), tau: 60)
        #expect(far.demand == [10, 0] && isClose(far.costs[0] ?? 0, 2))
        // d1/5 = d2/5 + 1/2 with d1 + d2 = 10: 6.25 and 3.75.
        let half = RationalAgents.settle(CostSketch(people: [10], supply: [1, 1], costs: [[0, 30]]), tau: 60)
        #expect(isClose(half.demand[0], 6.25) && isClose(half.costs[0] ?? 0, 1.25))
    }

    /// Where a part of the town cannot be supplied there is no balance, and none is made up.
    @Test func competitiveAccessRefusesWhatHasNoSolution() {
        let split = CostSketch(people: [100, 100], supply: [10, 90], costs: [[5, nil], [nil, 5]])
        func solve(_ town: CostSketch) -> [Double]? {
            CompetitiveBalance.access(town, .exponential(0.05, 60))
        }
        // The first can only reach 10 of the 50 that it takes; each round it falls behind by the same factor.
        #expect(solve(split) == nil)
        var joined = split
        joined.costs = [[5, 30], [30, 5]]
        let access = solve(joined)
        #expect(access != nil && access?.allSatisfy { $0 > 0 && $0.isFinite } == true)
        // The mean of the people is 1, and whoever lives beside more has more.
        #expect(isClose(((access?[0] ?? 0) + (access?[1] ?? 0)) / 2, 1))
        #expect((access?[1] ?? 0) > (access?[0] ?? 0))
    }

    @Test func nobodyAndNothing() {
        let empty = CostSketch(people: [0, 0], supply: [10], costs: [[5], [5]])
        let bare = CostSketch(people: [10, 20], supply: [0], costs: [[5], [5]])
        for town in [empty, bare] {
            for method in CatchmentMethod.allCases {
                let solution = town.solve(method, .steps(30))
                #expect(solution.access == [0, 0] && solution.totals.supplied == 0)
            }
            let found = RationalAgents.settle(town, tau: 60)
            #expect(found.costs == [nil, nil] && found.isSettled)
        }
    }
}
