import TestSupport
import Testing

@testable import Indicators

@Suite struct PalmaTests {
    /// A row of 50 homes 100 m from each other, with a library every so often.
    private func town() throws -> TownSketch {
        var town = TownSketch(quarters: [("q", try rectangle(0, 0, 5_000, 1_000))])
        town.homes = (0..<50).map { TownSketch.home(50 + 100 * Double($0), 500, 100, Double($0)) }
        town.places = (0..<20).map {
            TownSketch.Place(x: 50 + 11 * Double($0 * $0), y: 500, category: "library")
        }
        town.limits = [1_000]
        return town
    }

    /// Where people come from is no social rank: without one that the town named there is no ratio.
    @Test func withoutARankItIsRefused() throws {
        let row = try town().table([:]).libraryRow("palma", group: "all")
        #expect(row.value == nil && row.status == .notApplicable && row.reason == .noRankVariable)
        #expect(row.parameters == "catchment=1000;measure=straight_line;rank_group=0")
        let unknown = try town().table(["palma": ["rank_group": [2]]]).libraryRow("palma", group: "all")
        #expect(unknown.reason == .noRankVariable)
    }

    @Test func theHigherTheShareOfTheNamedGroupTheLowerTheRank() throws {
        let sketch = try town()
        let row = try sketch.table(["palma": ["rank_group": [1]]]).libraryRow("palma", group: "all")
        // The tenth with the lowest share are the five homes in the west, the four tenths with the highest the twenty in
        // the east.
        func libraries(_ home: TownSketch.Home) -> Double {
            Double(sketch.places.count { abs($0.x - home.x) <= 1_000 })
        }
        let west = sketch.homes[..<5].reduce(0) { $0 + libraries($1) } / 5
        let east = sketch.homes[30...].reduce(0) { $0 + libraries($1) } / 20
        #expect(agree(row.value, west / east) && row.status == .valid && row.n == 5_000)
        #expect(west > east)
    }

    @Test func fewerThanFortyCellsAreRefused() throws {
        var sketch = try town()
        sketch.homes = Array(sketch.homes.prefix(39))
        let row = try sketch.table(["palma": ["rank_group": [1]]]).libraryRow("palma", group: "all")
        #expect(row.value == nil && row.status == .cannotTell && row.reason == .fewUnits)
        sketch.homes = Array(try town().homes.prefix(40))
        #expect(try sketch.table(["palma": ["rank_group": [1]]]).libraryRow("palma", group: "all").value != nil)
    }

    @Test func whereAllHaveTheSameItIsOne() throws {
        var sketch = try town()
        sketch.places = [TownSketch.Place(x: 2_500, y: 500, category: "library")]
        sketch.limits = [9_000]
        let row = try sketch.table(["palma": ["rank_group": [1]]]).libraryRow("palma", group: "all")
        #expect(row.value == 1 && row.reason == .noVariation)
    }
}
