import TestSupport
import Testing

@testable import Indicators

/// The parts that the family is put together from.
@Suite struct CatchmentPartsTests {
    // MARK: - Weights

    @Test func weightsFallFromOneToNothing() {
        for weight in [.steps(30), .linear(30), .gaussian(30), .power(2, 30), .exponential(0.1, 30)]
            as [CatchmentWeight]
        {
            var last = 1.0
            for tenth in 0...400 {
                let now = weight(Double(tenth) / 10)
                #expect(now <= last && now >= 0)
                last = now
            }
            #expect(last == 0 && weight(.infinity) == 0)
        }
        // Both are 1/2 at half the catchment.
        #expect(isClose(CatchmentWeight.linear(30)(15), 0.5) && isClose(CatchmentWeight.gaussian(30)(15), 0.5))
        #expect(isClose(CatchmentWeight.power(2, 30)(5), 0.04) && CatchmentWeight.power(2, 30)(0.5) == 1)
    }

    @Test func theBandHoldsThreeCatchmentsAndOtherDecays() {
        let band = CatchmentWeight.stepsWithBand(20)
        #expect(band.map(\.catchment) == [20, 15, 25, 20, 20])
        #expect(band.map { $0.decay.name } == ["stepped", "stepped", "stepped", "linear", "gaussian"])
        #expect(band[1](5) == 1 && band[1](5.001) == 0.68 && band[0](5.001) == 1)
        #expect(CatchmentWeight.band(20, CatchmentWeight.binary) == [.binary(20), .binary(15), .binary(25)])
    }

    // MARK: - Places and pairs

    @Test func placesWithoutSupplyHaveNoSlot() {
        let places = CompetingPlaces(supply: [[5, 0, 2], [0, -1, 3], [.nan, .infinity, 1]], placeCount: 3)
        #expect(places.starts == [0, 1, 1, 4] && places.targets == [0, 0, 1, 2])
        #expect(places.supply == [5, 2, 3, 1] && places.targetCount == 3)
        #expect(places.slots(ofPlace: 1).isEmpty && places.slots(ofPlace: 2) == 1..<4)
        #expect(CompetingPlaces(supply: [], placeCount: 2).starts == [0, 0, 0])
    }

    @Test func aColumnKeepsWhatIsNotNothing() {
        var sum: [Double] = [1, 2, 3, 4]
        SparseColumn([0, 5, 0, -4]).add(to: &sum)
        SparseColumn([0, 0, 0, 0]).add(to: &sum)
        #expect(sum == [1, 7, 3, 0])
    }

    @Test func pairsOfAnOriginReplaceThoseBefore() {
        let block = CostSketch.Rows(origins: 0..<2, costs: [[5, nil, 7], [nil, 3, nil]])
        var pairs = OriginPairs()
        pairs.read(0, of: block)
        #expect(pairs.places == [0, 2] && pairs.costs == [5, 7])
        pairs.read(1, of: block)
        #expect(pairs.places == [1] && pairs.costs == [3])
    }

    /// How origins are cut into blocks moves sums by rounding only.
    @Test(arguments: CatchmentMethod.allCases) func blocksDoNotMatter(_ method: CatchmentMethod) {
        var town = CostSketch.random(seed: 77)
        let whole = town.solve(method, .steps(30))
        for size in [1, 3, 1_000] {
            town.blockSize = size
            let parts = town.solve(method, .steps(30))
            for (one, other) in zip(whole.access, parts.access) { #expect(isClose(one, other)) }
            #expect(isClose(whole.totals.peopleReaching, parts.totals.peopleReaching))
        }
    }

    // MARK: - Equilibrium

    @Test func choicesEndAtTheFarthestCost() {
        let town = CostSketch(people: [10, 0, 5], supply: [1, 0, 2], costs: [[5, 1, 9], [1, 1, 1], [nil, 1, 30]])
        let choices = SupplyPairs(town, people: town.people, supply: town.supply, farthest: 9)
        #expect(choices?.starts == [0, 2, 2, 2] && choices?.places == [0, 2] && choices?.costs == [5, 9])
    }

    @Test func flowsThatDoNotTellYetAreNotSettled() {
        // Two equal places next door: all people at one of them are no equilibrium, half of them at each are.
        var choices = SupplyPairs()
        choices.append(places: [0, 1], costs: [0, 0])
        let settlement = Settlement(people: [60], origins: [0], capacity: [30, 30], choices: choices, tau: 60)
        #expect(settlement.demand(from: [60, 0], [60, 0]) == nil)
        #expect(settlement.demand(from: [31, 29], [31, 29]) == [30, 30])
        // Too far from what was found to be reached by shifting it.
        #expect(settlement.demand(from: [59, 1], [59, 1]) == nil)
    }

    @Test func aSearchMayBeginWhereAnotherEnded() {
        let town = CostSketch.random(seed: 3, origins: 8, places: 4)
        let choices = SupplyPairs(town, people: town.people, supply: town.supply, farthest: .infinity)
        let agents = RationalAgents(
            people: town.people, supply: town.supply, choices: choices ?? .init(), tau: 60, gap: 0,
            order: Array(town.people.indices.reversed()))
        let first = agents.settle()
        let again = agents.settle(from: first.flows)
        #expect(first.isSettled && again.isSettled)
        for (one, other) in zip(first.demand, again.demand) { #expect(isClose(one, other)) }
    }

    // MARK: - Rows

    @Test func rowsStandInTheOrderOfTheTable() {
        func value(_ area: String, _ parameters: String, _ category: String) -> IndicatorValue {
            IndicatorValue(
                level: .quarter, areaID: area, areaName: "", group: nil, category: category, indicator: "x",
                parameters: parameters, methodVersion: 1, value: 1, unit: "share", status: .valid)
        }
        let rows = [
            value("b", "supply=seats", "1"), value("b", "supply=places", "2"), value("b", "supply=seats", "3"),
            value("a", "supply=seats", "1"), value("a", "supply=places", "2"), value("a", "supply=seats", "3"),
        ]
        let order = rows.inTableOrder().map { "\($0.areaID)\($0.category ?? "")" }
        #expect(order == ["b1", "b3", "b2", "a1", "a3", "a2"])
    }
}
