import TestSupport
import Testing
import Town

@testable import Indicators

/// How far it is to the balance of supply and demand.
@Suite struct BalancingCostTests {
    typealias Amount = BalancingCost.Amount

    /// Supply by cost; people by cost, summed up on the way.
    private static func value(
        _ supply: [(cost: Double, amount: Double)], _ people: [(cost: Double, amount: Double)], scale: Double = 1
    ) -> Double? {
        var sum = 0.0
        let demand = people.sorted { $0.cost < $1.cost }.map { entry in
            sum += entry.amount
            return Amount(cost: entry.cost, amount: sum)
        }
        return BalancingCost.value(
            supply: supply.sorted { $0.cost < $1.cost }.map { Amount(cost: $0.cost, amount: $0.amount) },
            scale: scale, demand: demand)
    }

    @Test func theLeastCostWithEnough() {
        let people = [(cost: 0.0, amount: 10.0), (4, 20), (9, 30)]
        // 5 of 10 at 2; 25 of 30 at 5; 60 of 30 at 6.
        #expect(Self.value([(2, 5), (5, 20), (6, 35)], people) == 6)
        #expect(Self.value([(2, 10), (5, 100)], people) == 2)
        // What is equally far counts together, on both sides.
        #expect(Self.value([(4, 12), (4, 18)], people) == 4)
        #expect(Self.value([(9, 59)], people) == nil && Self.value([(9, 60)], people) == 9)
        #expect(Self.value([(2, 5), (5, 20), (6, 35)], people, scale: 2) == 2)
        // Nothing is no balance of nothing.
        #expect(Self.value([], people) == nil)
        #expect(Self.value([(3, 1)], [(5, 10)]) == 3)
    }

    /// The definition, cost by cost.
    @Test(arguments: 1...20) func agreesWithTheDefinition(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        func list(_ count: Int, _ most: Int) -> [(cost: Double, amount: Double)] {
            (0..<count).map { _ in
                (
                    Double(Int.random(in: 0...20, using: &generator)),
                    Double(Int.random(in: 1...most, using: &generator))
                )
            }
        }
        for _ in 0..<20 {
            let (supply, people) = (list(5, 40), list(15, 12))
            func sum(_ entries: [(cost: Double, amount: Double)], _ cost: Double) -> Double {
                entries.reduce(0) { $0 + ($1.cost <= cost ? $1.amount : 0) }
            }
            let expected = supply.map(\.cost).sorted().first { sum(supply, $0) >= sum(people, $0) }
            #expect(Self.value(supply, people) == expected)
        }
    }

    /// Two libraries of 40 seats for 107 people: each counts for 53.5. The first home has the library at 300 m for its 10
    /// people. Around the second live 80 within the 854 m to that library, and 100 within the 1,523 m to both; around the
    /// third 70 within the 1,000 m to its library, and no more within the 1,404 m to both; the fourth has 20 within 1,000 m.
    @Test func byHandInATown() throws {
        let context = try TownSketch.example().context()
        let values = BalancingCost.distance.evaluate(context).values
        func value(_ area: String) -> IndicatorValue? {
            values.first { $0.areaID == area && $0.category == "library" && $0.group == "all" }
        }
        let west = try #require(value("sw"))
        let (toBoth, toSecond) = (
            (600.0 * 600 + 1_400 * 1_400).squareRoot(), (1_400.0 * 1_400 + 100 * 100).squareRoot()
        )
        #expect(isClose(west.value ?? 0, toBoth))
        #expect(west.parameters == "measure=straight_line;supply=seats" && west.unrecorded == 0.5)
        #expect(value("nw")?.value == 1_000)
        #expect(isClose(value("se")?.value ?? 0, toSecond))
        // Half of the people: 10, 20 and the third home's 40.
        #expect(isClose(value("01001000")?.value ?? 0, toSecond))
        #expect(value("01001000")?.band?.contains(toSecond) == true)
        // In minutes the same ways at 4 km/h, up to 20 minutes.
        let times = BalancingCost.time.evaluate(context).values
        func time(_ area: String) -> IndicatorValue? {
            times.first { $0.areaID == area && $0.category == "library" && $0.group == "all" }
        }
        #expect(isClose(time("nw")?.value ?? 0, 15) && time("nw")?.parameters == "measure=walking;supply=seats")
        #expect(time("se")?.value == nil && time("se")?.status == .notReachable)
    }

    /// However many are searched for at once, whole persons add up to the same.
    @Test(arguments: UInt64(1)...5) func peopleAroundAreCountedWhereverTheSearchIsCut(_ seed: UInt64) throws {
        let context = try TownSketch.random(seed: seed, areCells: false).context()
        let population = try #require(context.study.population)
        let (people, request) = (population.counts[0], context.requests[0])
        var generator = SeededGenerator(seed: seed)
        let costs = people.indices.map { origin in
            (0..<origin % 5).map { _ in Double(Int.random(in: 0...700, using: &generator)) }.sorted()
        }
        let expected = people.indices.map { origin in
            costs[origin].map { cost in
                people.indices.reduce(0.0) { sum, other in
                    let (x, y) = (
                        population.xs[other] - population.xs[origin], population.ys[other] - population.ys[origin]
                    )
                    return sum + ((x * x + y * y).squareRoot() <= cost ? people[other] : 0)
                }
            }
        }
        for atOnce in [1, 7, 10_000] {
            let around = PeopleAround(people: people, costs: costs, atOnce: atOnce)
            #expect(try around.sums(population, request, farthest: 700) == expected)
        }
    }
}
