import TestSupport
import Testing

@testable import Indicators

/// What other tools get wrong: each defect of theirs is a town here in which it would show.
@Suite struct FloatingCatchmentDefectTests {
    /// Defect 3 (access, 3SFCA): the selection weight is divided by places without supply and beyond the catchment, too.
    @Test func selectionKnowsOnlyPlacesWithSupplyInTheCatchment() throws {
        let alone = CostSketch(people: [100, 200], supply: [10], costs: [[5], [12]])
        var besides = CostSketch(people: [100, 200], supply: [10, 0, 50], costs: [[5, 1, 31], [12, 2, 40]])
        for method in CatchmentMethod.allCases {
            #expect(alone.solve(method, .steps(30)).access == besides.solve(method, .steps(30)).access, "\(method)")
        }
        // A place in the catchment does change the selection.
        besides.costs[0][2] = 30
        #expect(besides.solve(.threeStep, .steps(30)).access != alone.solve(.threeStep, .steps(30)).access)
        // The values that access gives without the cut differ.
        let town = try #require(FloatingCatchmentPeerTests.expected?.towns.first)
        let own = town.sketch.solve(.threeStep, .steps(30)).access
        #expect(zip(own, town.access.three_step_uncut).contains { abs($0 - $1) > 0.01 * $0 })
    }

    /// Defect 11 (access until 2022, 2SFCA): the weight stood at the supply only, so near and far people asked alike.
    @Test func demandIsWeighted() {
        let town = CostSketch(people: [100, 100], supply: [10], costs: [[5], [25]])
        let access = town.solve(.twoStep, .steps(30)).access
        // R = 10 / (100 + 22).
        #expect(isClose(access[0], 10.0 / 122) && isClose(access[1], 2.2 / 122))
    }

    /// Defect 18 (access, RAAM): people are cast to whole numbers, so that 0.9 persons of a cut cell are nobody.
    @Test func partsOfPersonsCountInTheEquilibrium() {
        let town = CostSketch(people: [0.9, 0.4], supply: [1, 2], costs: [[10, 20], [15, 5]])
        let found = RationalAgents.settle(town, tau: 60)
        #expect(isClose(found.demand.reduce(0, +), 1.3))
        var large = town
        large.people = [900, 400]
        large.supply = [1_000, 2_000]
        for (cost, other) in zip(found.costs, RationalAgents.settle(large, tau: 60).costs) {
            #expect(isClose(cost ?? -1, other ?? -2))
        }
    }

    /// Defect 21 (R fca, 3SFCA and MH3SFCA): one origin that reaches nothing makes every result not-a-number.
    @Test func anOriginThatReachesNothingDisturbsNobody() {
        let town = CostSketch.example
        var lonely = town
        lonely.people.append(50)
        lonely.costs.append([nil, 1_000])
        for method in CatchmentMethod.allCases {
            let access = lonely.solve(method, .steps(30)).access
            #expect(access.allSatisfy { $0.isFinite })
            #expect(access[3] == 0)
            for (value, other) in zip(access, town.solve(method, .steps(30)).access) {
                #expect(isClose(value, other), "\(method)")
            }
        }
        #expect(RationalAgents.settle(lonely, tau: 60).costs[3] != nil)
        lonely.costs[3] = [nil, nil]
        let costs = RationalAgents.settle(lonely, tau: 60).costs
        #expect(costs[3] == nil && costs.prefix(3).allSatisfy { $0?.isFinite == true })
    }

    /// Defect 22 (R catchment): a bound given as a number was exclusive, as a list of steps inclusive; 0 became 1e-6.
    @Test func boundsAreInclusiveHoweverTheyAreGiven() {
        #expect(CatchmentWeight.binary(15)(15) == 1 && CatchmentWeight.binary(15)(15.0001) == 0)
        let steps = CatchmentWeight.steps(30)
        let costs: [Double] = [10, 10.0001, 20, 20.0001, 30, 30.0001]
        let expected: [Double] = [1, 0.68, 0.68, 0.22, 0.22, 0]
        #expect(costs.map { steps($0) } == expected)
        #expect(CatchmentWeight.power(2, 30)(30) > 0 && CatchmentWeight.exponential(0.1, 30)(30) > 0)
        // At the door is the nearest that one can be, and the weight stays finite.
        for weight in [.binary(15), steps, .linear(30), .gaussian(30), .power(2, 30), .exponential(0.1, 30)] {
            #expect(weight(0) == 1)
        }
        let door = CostSketch(people: [10], supply: [5], costs: [[0]])
        #expect(isClose(door.solve(.twoStep, .binary(15)).access[0], 0.5))
    }

    /// Supply that nobody asks for is told, and is not infinite.
    @Test func placesWithoutDemandAreLostNotInfinite() {
        let town = CostSketch(people: [100, 0], supply: [10, 30], costs: [[5, nil], [nil, 5]])
        for method in CatchmentMethod.allCases {
            let solution = town.solve(method, .steps(30))
            #expect(solution.access.allSatisfy { $0.isFinite } && solution.access[1] == 0)
            #expect(solution.totals.withoutDemand == 30 && solution.totals.supplied == 10)
        }
    }
}
