import TestSupport
import Testing

@testable import Indicators

/// When competitive access has a solution, and that it is found where it has one.
@Suite struct CompetitiveBalanceTests {
    static let weight = CatchmentWeight.exponential(0.05, 60)

    /// The largest part of the people that places can be shared out to, each place to as many as its part of the supply
    /// stands for and only to those who reach it (Ford & Fulkerson 1956). By Hall's theorem there is a solution in which all
    /// pairs count only if it is 1.
    private static func served(_ town: CostSketch) -> Double {
        let reaching = town.people.indices.filter { origin in
            town.people[origin] > 0 && zip(town.costs[origin], town.supply).contains { $0 != nil && $1 > 0 }
        }
        let reached = town.supply.indices.filter { place in
            town.supply[place] > 0 && reaching.contains { town.costs[$0][place] != nil }
        }
        let total = reaching.reduce(0) { $0 + town.people[$1] }
        let scale = total / reached.reduce(0) { $0 + town.supply[$1] }
        var (left, room) = (town.people, town.supply.map { $0 * scale })
        var flow = town.people.map { _ in town.supply.map { _ in 0.0 } }
        var served = 0.0
        for origin in reaching {
            while left[origin] > 1e-9 {
                // The way from the origin to a place with room, each step to a place or back from one to its people.
                var cameFrom: [Int: (origin: Int, place: Int?)] = [:]
                var next: [(origin: Int, place: Int?)] = [(origin, nil)]
                var seen: Set<Int> = [origin]
                var end: Int?
                while end == nil, !next.isEmpty {
                    let step = next.removeFirst()
                    for place in reached where town.costs[step.origin][place] != nil && cameFrom[place] == nil {
                        cameFrom[place] = step
                        if room[place] > 1e-9 {
                            end = place
                            break
                        }
                        for other in reaching where flow[other][place] > 1e-9 && seen.insert(other).inserted {
                            next.append((other, place))
                        }
                    }
                }
                guard let end else { break }
                var steps: [(origin: Int, to: Int, from: Int?)] = []
                var place: Int? = end
                while let to = place, let step = cameFrom[to] {
                    steps.append((step.origin, to, step.place))
                    place = step.place
                }
                let back = steps.compactMap { step in step.from.map { flow[step.origin][$0] } }
                let amount = min(left[origin], room[end], back.min() ?? .infinity)
                for step in steps {
                    flow[step.origin][step.to] += amount
                    if let from = step.from { flow[step.origin][from] -= amount }
                }
                left[origin] -= amount
                room[end] -= amount
                served += amount
            }
        }
        return served / total
    }

    /// Random towns from those in which everybody reaches everything to those that fall apart.
    static let towns: [(seed: UInt64, near: Double)] = (1...20).flatMap { seed in
        [10.0, 20, 30, 45].map { (UInt64(seed), $0) }
    }

    private static func town(_ seed: UInt64, _ near: Double) -> CostSketch {
        var town = CostSketch.random(seed: seed, origins: 25, places: 6)
        town.costs = town.costs.map { row in row.map { $0.flatMap { $0 <= near ? $0 : nil } } }
        return town
    }

    @Test(arguments: towns) func thereIsAResultWhereThereIsASolutionAndNowhereElse(_ seed: UInt64, _ near: Double) {
        let town = Self.town(seed, near)
        let (served, access) = (Self.served(town), CompetitiveBalance.access(town, Self.weight))
        #expect((access != nil) == (served > 1 - 1e-9), "\(served)")
    }

    @Test func bothKindsOfTownAreAmongThem() {
        let found = Self.towns.map { CompetitiveBalance.access(Self.town($0, $1), Self.weight) != nil }
        #expect(found.contains(true) && found.contains(false))
    }

    /// What comes out solves the equations.
    @Test(arguments: towns) func theResultIsTheSolution(_ seed: UInt64, _ near: Double) {
        let town = Self.town(seed, near)
        guard let access = CompetitiveBalance.access(town, Self.weight) else { return }
        let inhabited = access.indices.filter { access[$0] > 0 }
        let competition = town.supply.indices.map { place in
            inhabited.reduce(0) { sum, origin in
                sum + (town.costs[origin][place].map { town.people[origin] * Self.weight($0) / access[origin] } ?? 0)
            }
        }
        let again = town.people.indices.map { origin in
            town.supply.indices.reduce(0) { sum, place in
                guard competition[place] > 0, access[origin] > 0 else { return sum }
                return sum
                    + (town.costs[origin][place].map { town.supply[place] * Self.weight($0) / competition[place] } ?? 0)
            }
        }
        let people = inhabited.reduce(0) { $0 + town.people[$1] }
        func mean(_ values: [Double]) -> Double { inhabited.reduce(0) { $0 + town.people[$1] * values[$1] } / people }
        #expect(isClose(mean(access), 1))
        let level = mean(again)
        for origin in inhabited { #expect(isClose(again[origin] / level, access[origin])) }
        for origin in access.indices where access[origin] == 0 {
            #expect(
                town.people[origin] == 0 || zip(town.costs[origin], town.supply).allSatisfy { $0 == nil || $1 == 0 })
        }
    }

    /// The second home reaches supply for hardly more people than live there: plain rounds come nearer by one part in 250
    /// each, and would take some seven thousand.
    @Test func whereRoundsAreSlowTheSolutionIsFoundAllTheSame() throws {
        let town = CostSketch(people: [100, 100], supply: [99.8, 100.2], costs: [[10, 10], [nil, 10]])
        let access = try #require(CompetitiveBalance.access(town, Self.weight))
        #expect(isClose(access[0] * 100 + access[1] * 100, 200))
        // All ways are as long, so x_1·y_1 : x_1·y_2 : x_2·y_2 = 99.8 : 0.2 : 100, and A_1/A_2 = x_2/x_1 = 500.
        #expect(isClose(access[0] / access[1], 500))
    }

    /// Just enough for some, of which others take a part: nothing would be left for those, however small their part.
    @Test func justEnoughIsNotEnoughWhereOthersComeToo() {
        let shared = CostSketch(people: [100, 100], supply: [100, 100], costs: [[10, 10], [nil, 10]])
        #expect(CompetitiveBalance.access(shared, Self.weight) == nil)
        let apart = CostSketch(people: [100, 100], supply: [100, 100], costs: [[10, nil], [nil, 20]])
        #expect(CompetitiveBalance.access(apart, Self.weight) != nil)
    }
}
