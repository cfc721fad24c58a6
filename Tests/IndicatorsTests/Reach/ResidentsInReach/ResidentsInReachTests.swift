import TestSupport
import Testing
import Town

@testable import Indicators

@Suite struct ResidentsInReachTests {
    /// P = (90|10), (150|50), (200|100) and c as in the worked example of encounter: without a split N = (240|60) and
    /// (350|150).
    @Test func theReachVersionOfTheWorkedExample() throws {
        var town = try TownSketch.grid()
        town.homes = [
            TownSketch.home(0, 0, 100, 10), TownSketch.home(500, 0, 200, 50), TownSketch.home(1_500, 0, 300, 100),
        ]
        town.places = [
            TownSketch.Place(x: 250, y: 0, category: "cafe", id: "a"),
            TownSketch.Place(x: 1_000, y: 0, category: "cafe", id: "b"),
        ]
        town.limits = [500]
        let values = try town.table(also: ["residents_in_reach"]).values.filter {
            $0.indicator == "residents_in_reach" && $0.level == .place
        }
        func count(_ place: String, _ group: String) -> Double? {
            values.first { $0.areaID == place && $0.group == group }?.value
        }
        #expect(count("a", "all") == 300 && count("a", "foreign") == 60)
        #expect(count("b", "all") == 500 && count("b", "foreign") == 150)
        #expect(values.allSatisfy { $0.isInternal == ($0.group == "foreign") })
    }

    /// Summed over the places, each resident counts as often as there are places in reach: Σ_j N_j = Σ_i P_i O_i.
    @Test func bothSidesOfReachAreOneSum() throws {
        let town = try TownSketch.random(seed: 31, areCells: false)
        let context = try town.context()
        let table = IndicatorCatalogue.evaluate(context)
        let bySide = table.values.filter { $0.indicator == "residents_in_reach" && $0.group == "all" }
            .reduce(0) { $0 + ($1.value ?? 0) }
        var byOrigin = 0.0
        let reach = try #require(context.reach.first)
        for (origin, people) in try #require(context.study.population).counts[0].enumerated() {
            for target in context.targets.indices
            where context.targets[target].id == "meeting_places" || context.targets[target].id == "services" {
                byOrigin += people * Double(reach.count(target: target, limit: 2, origin: origin))
            }
        }
        #expect(isClose(bySide, byOrigin))
    }

    @Test func shelterIsNoRow() throws {
        let values = try TownSketch.example().table(also: ["residents_in_reach"]).values
        #expect(!values.contains { $0.level == .place && $0.areaID == "p4" })
    }
}
