import TestSupport
import Testing

@testable import Indicators

/// Each member of the family on towns small enough to do by hand, and what tells them apart.
@Suite struct CatchmentMethodTests {
    /// One place, one origin: whoever is alone with a place has all of it, but for what is lost on the way.
    @Test func oneOriginAndOnePlace() {
        // 22 minutes of 30: in the third step, which weighs 0.22.
        let town = CostSketch(people: [50], supply: [10], costs: [[22]])
        let steps = CatchmentWeight.steps(30)
        for (method, expected) in [
            (CatchmentMethod.twoStep, 0.2), (.threeStep, 0.2), (.modified, 0.2 * 0.22), (.balanced, 0.2),
            (.huffThreeStep, 0.2 * 0.22), (.huffLoad, 5),
        ] {
            #expect(isClose(town.solve(method, steps).access[0], expected), "\(method)")
        }
        #expect(isClose(town.solve(.modified, steps).totals.lostOnTheWay, 10 * 0.78))
        #expect(isClose(town.solve(.huffThreeStep, steps).totals.lostOnTheWay, 10 * 0.78))
    }

    /// Two origins in all respects alike have the same, and together what there is.
    @Test(arguments: CatchmentMethod.allCases) func equalsHaveTheSame(_ method: CatchmentMethod) {
        let town = CostSketch(people: [40, 40], supply: [10, 30], costs: [[12, 6], [12, 6]])
        let access = town.solve(method, .steps(30)).access
        #expect(access[0] == access[1] && access[0] > 0)
    }

    /// By hand, with weights of 1 and 0.68: R_1 = 10/(10 + 0.68·20), R_2 = 20/20.
    @Test func twoStepByHand() {
        let town = CostSketch(people: [10, 20], supply: [10, 20], costs: [[5, nil], [15, 5]])
        let access = town.solve(.twoStep, .steps(30)).access
        let first: Double = 10 / 23.6
        #expect(isClose(access[0], first) && isClose(access[1], 0.68 * first + 1))
        // Selection: the second origin gives 0.68/1.68 of itself to the first place.
        let selected = town.solve(.threeStep, .steps(30)).access
        let (near, far) = (1 / 1.68, 0.68 / 1.68)
        let ratio: Double = 10 / (10 + 20 * far * 0.68)
        #expect(isClose(selected[0], ratio) && isClose(selected[1], far * 0.68 * ratio + near * 20 / (20 * near)))
        // The distance takes from supply as well: 1·1 of the near, 0.68² of the far.
        let modified = town.solve(.modified, .steps(30)).access
        #expect(isClose(modified[0], first) && isClose(modified[1], 0.68 * 0.68 * first + 1))
    }

    /// Where nobody has a choice, demand is all of the people, whatever the way.
    @Test func demandOfTheBalancedFamilyIsThePeople() {
        let town = CostSketch(people: [10, 20], supply: [10], costs: [[5], [25]])
        for method in [CatchmentMethod.balanced, .huffThreeStep, .huffLoad] {
            #expect(isClose(town.solve(method, .steps(30)).totals.demand, 30), "\(method)")
        }
        #expect(isClose(town.solve(.twoStep, .steps(30)).totals.demand, 10 + 0.22 * 20))
    }

    @Test func ratiosAreNeverInfinite() {
        for method in CatchmentMethod.allCases {
            #expect(method.ratio(supply: 10, demand: 0) == 0 && method.ratio(supply: 10, demand: -1) == 0)
            #expect(method.ratio(supply: 1e308, demand: 1e-308) == 0 || method == .huffLoad)
            #expect(method.draw(weight: 1, share: 1, weightSum: 0) == (method == .balanced ? 0 : 1))
        }
        #expect(CatchmentMethod.huffLoad.ratio(supply: 4, demand: 10) == 2.5)
        #expect(CatchmentMethod.twoStep.ratio(supply: 4, demand: 10) == 0.4)
    }

    // MARK: - Hostile towns

    /// Very many people, very few, very much supply: the balances hold all the same.
    @Test(arguments: [1e12, 1e-12]) func scaleDoesNotBreakTheBalance(_ factor: Double) {
        for seed in UInt64(1)...4 {
            var town = CostSketch.random(seed: seed)
            town.people = town.people.map { $0 * factor }
            for method in CatchmentMethod.allCases {
                let solution = town.solve(method, .steps(30))
                #expect(solution.access.allSatisfy { $0.isFinite && $0 >= 0 })
                for balance in method.balances(solution.totals) { #expect(isClose(balance.left, balance.right)) }
            }
        }
    }

    /// Places out of everybody's reach, and origins that reach nothing, change nothing for the others.
    @Test(arguments: UInt64(1)...6) func whatIsOutOfReachChangesNothing(_ seed: UInt64) {
        let town = CostSketch.random(seed: seed)
        var larger = town
        larger.supply.append(500)
        larger.people.append(900)
        larger.costs = town.costs.map { $0 + [30.001] } + [town.supply.map { _ in nil } + [nil]]
        for method in CatchmentMethod.allCases {
            let (plain, other) = (town.solve(method, .steps(30)), larger.solve(method, .steps(30)))
            for origin in town.people.indices { #expect(isClose(plain.access[origin], other.access[origin])) }
            #expect(other.access.last == 0)
            #expect(isClose(other.totals.withoutDemand, plain.totals.withoutDemand + 500))
            #expect(isClose(other.totals.peopleReaching, plain.totals.peopleReaching))
        }
    }

    /// A place cut in two at the same spot is still as much; only who chooses among places notices.
    @Test(arguments: UInt64(1)...6) func aPlaceInTwoPartsIsTheSame(_ seed: UInt64) {
        let town = CostSketch.random(seed: seed)
        var cut = town
        cut.supply[0] /= 2
        cut.supply.append(cut.supply[0])
        cut.costs = town.costs.map { $0 + [$0[0]] }
        for method in [CatchmentMethod.twoStep, .modified, .huffThreeStep, .huffLoad] {
            for weight in [CatchmentWeight.steps(30), .linear(25)] {
                let (one, other) = (town.solve(method, weight).access, cut.solve(method, weight).access)
                for (one, other) in zip(one, other) { #expect(isClose(one, other), "\(method)") }
            }
        }
    }

    /// Two origins of one address are as good as one with the people of both.
    @Test(arguments: UInt64(1)...6) func anOriginInTwoPartsIsTheSame(_ seed: UInt64) {
        var town = CostSketch.random(seed: seed)
        town.people[3] = 40
        var cut = town
        cut.people[3] = 15
        cut.people.append(25)
        cut.costs.append(town.costs[3])
        // The balanced catchment divides supply among origins, not people.
        for method in CatchmentMethod.allCases where method != .balanced {
            let (one, other) = (town.solve(method, .steps(30)).access, cut.solve(method, .steps(30)).access)
            for origin in town.people.indices { #expect(isClose(one[origin], other[origin]), "\(method)") }
            #expect(isClose(other[3], other[other.count - 1]))
        }
    }

    /// The farther a place, the less access to it, all else as before.
    @Test func fartherIsLess() {
        for method in [CatchmentMethod.modified, .huffThreeStep] {
            var last = Double.infinity
            for cost in stride(from: 1.0, through: 29, by: 4) {
                let town = CostSketch(people: [10, 10], supply: [10], costs: [[cost], [3]])
                let access = town.solve(method, .linear(30)).access[0]
                #expect(access < last, "\(method)")
                last = access
            }
        }
    }

    /// A larger catchment never lets less supply go without demand.
    @Test(arguments: UInt64(1)...8) func largerCatchmentsReachMore(_ seed: UInt64) {
        let town = CostSketch.random(seed: seed)
        var (lost, reaching) = (Double.infinity, 0.0)
        for catchment in stride(from: 0.0, through: 42, by: 3) {
            let totals = town.solve(.twoStep, .binary(catchment)).totals
            #expect(totals.withoutDemand <= lost && totals.peopleReaching >= reaching)
            (lost, reaching) = (totals.withoutDemand, totals.peopleReaching)
        }
        #expect(reaching > 0)
    }

    // MARK: - Availability

    /// V = 30·(4^α, 9^α)/(4^α + 9^α), per head of 4 and 9.
    @Test(arguments: [(0.0, 15.0, 15.0), (0.5, 12.0, 18.0), (1.0, 120.0 / 13, 270.0 / 13)])
    func availabilityByHand(_ alpha: Double, _ first: Double, _ second: Double) {
        let town = CostSketch(people: [4, 9], supply: [30], costs: [[5], [5]])
        let access = SpatialAvailability.solve(
            town, people: town.people, places: CompetingPlaces(supply: [town.supply], placeCount: 1),
            weights: [.binary(10)], alpha: alpha)[0].access
        #expect(isClose(access[0], first / 4) && isClose(access[1], second / 9))
    }

    @Test func emptyOriginsHaveNoAvailabilityPerHead() {
        let town = CostSketch(people: [0, 9], supply: [30], costs: [[5], [5]])
        let solution = SpatialAvailability.solve(
            town, people: town.people, places: CompetingPlaces(supply: [town.supply], placeCount: 1),
            weights: [.binary(10)], alpha: 0.5)[0]
        #expect(solution.access[0] == 0 && isClose(solution.access[1], 30.0 / 9))
    }
}
