import TestSupport
import Testing

@testable import Indicators

@Suite struct NthNearestTests {
    @Test func fewerPlacesThanAskedForAreInfinitelyFar() {
        #expect(NthNearest.cost(1, of: [3, 5]) == 3 && NthNearest.cost(2, of: [3, 5]) == 5)
        #expect(NthNearest.cost(3, of: [3, 5]) == .infinity && NthNearest.cost(1, of: []) == .infinity)
    }

    /// Ten people have their second place at 500 m, thirty have only one in reach: half of them never have a choice.
    @Test func whoHasNoChoiceIsCounted() throws {
        var town = try TownSketch.grid()
        town.homes = [TownSketch.home(500, 500, 10, 10), TownSketch.home(1_950, 1_950, 30, 0)]
        town.places = [
            TownSketch.Place(x: 500, y: 600, category: "cafe"), TownSketch.Place(x: 500, y: 1_000, category: "cafe"),
            TownSketch.Place(x: 1_950, y: 1_900, category: "cafe"),
        ]
        town.limits = [300, 600]
        let values = try town.table(also: ["nth_nearest"]).values.filter {
            $0.indicator == "nth_nearest" && $0.level == .town && $0.category == "cafe"
                && $0.parameters == "measure=straight_line;n=2"
        }
        #expect(values.first { $0.group == "foreign" }?.value == 500)
        #expect(values.first { $0.group == "all" }?.status == .notReachable)
    }

    @Test func moreToChooseFromNeverTakesLess() throws {
        let table = try TownSketch.random(seed: 21, areCells: false).table(also: ["nth_nearest"])
        func value(_ first: IndicatorValue, n: Int) -> Double {
            table[
                IndicatorTable.Key(
                    level: first.level, areaID: first.areaID, indicator: "nth_nearest", group: first.group,
                    category: first.category, parameters: "measure=straight_line;n=\(n)")]?.value ?? .infinity
        }
        for nearest in table.values where nearest.indicator == "nearest_distance" && nearest.value != nil {
            let (second, third) = (value(nearest, n: 2), value(nearest, n: 3))
            #expect((nearest.value ?? 0) <= second + 0.001 && second <= third)
        }
    }
}
