import Testing
import Travel

@testable import Indicators

/// The guards that all indexes of inequality share, shown on one of them, and its rows.
@Suite struct GiniTests {
    @Test func itIsThatOfTheLibrariesInTheCatchment() throws {
        let town = EquityTown()
        let table = try town.sketch().table([:])
        for group in ["all", "foreign"] {
            let columns = try #require(
                WeightedValues(
                    town.access.map(\.libraries), people: town.access.map { group == "all" ? $0.all : $0.group }))
            let row = try table.libraryRow("gini", group: group)
            #expect(agree(row.value, columns.gini) && row.status == .valid && row.reason == nil)
            #expect(row.parameters == "catchment=1000;measure=straight_line")
            #expect(row.n == (group == "all" ? 1_210 : 252))
            #expect(try #require(row.band).contains(row.value ?? -1))
        }
    }

    /// A cell across a border of quarters counts once, with the people of both parts.
    @Test func aCutCellIsOneOfTheTown() throws {
        var town = try TownSketch.random(seed: 4, areCells: true)
        town.limits = [700]
        let row = try town.table([:]).libraryRow("gini", group: "all")
        #expect(row.status == .estimated && (0..<1).contains(row.value ?? -1))
        #expect(agree(row.n, try town.table([:]).find("residents", "town", group: "all")?.value))
        let context = try town.context()
        let pieces = try #require(TownPieces(context, connected: nil))
        #expect(agree(pieces.people(0).reduce(0, +), row.n))
        #expect(Set(pieces.cells).count < pieces.cells.count)
    }

    @Test func withoutAnythingInReachItIsUndefinedNotZero() throws {
        var town = EquityTown()
        town.libraries = [0, 0, 0, 0, 0, 0]
        town.atTheEdge = [0, 0, 0, 0, 0, 0]
        var sketch = try town.sketch()
        sketch.places = [TownSketch.Place(x: -9_000, y: 0, category: "library")]
        let row = try sketch.table([:]).libraryRow("gini", group: "all")
        #expect(row.value == nil && row.status == .notApplicable && row.reason == .noVariation)
    }

    @Test func whereAllHaveTheSameItIsZeroAndSaysSo() throws {
        var town = EquityTown()
        town.libraries = [2, 2, 2, 2, 2, 2]
        town.atTheEdge = [0, 0, 0, 0, 0, 0]
        let row = try town.sketch().table([:]).libraryRow("gini", group: "all")
        #expect(row.value == 0 && row.reason == .noVariation)
    }

    @Test func fewCellsAreRefusedAndFewPeopleMarked() throws {
        var town = EquityTown()
        town.homes = Array(town.homes.prefix(2))
        let few = try town.sketch().table([:]).libraryRow("gini", group: "all")
        #expect(few.value == nil && few.status == .cannotTell && few.reason == .fewUnits)
        town.homes = (0..<6).map { (_: Int) -> [(all: Double, group: Double)] in [(9, 2), (8, 1)] }
        let small = try town.sketch().table([:]).libraryRow("gini", group: "foreign")
        #expect(small.value != nil && small.status == .unreliable && small.reason == .smallCounts)
    }

    @Test func itIsComputedOnlyWhereAskedFor() throws {
        let context = try IndicatorContext(
            study: EquityTown().sketch().study(), measure: StraightLine(), limits: [1_000])
        let computed = Set(IndicatorCatalogue.evaluate(context).values.map(\.indicator))
        let ours = ["gini", "theil", "atkinson", "palma", "concentration_index", "erreygers_index", "below_standard"]
        #expect(computed.isDisjoint(with: ours))
        #expect(computed.isSuperset(of: ["coverage_difference", "places_difference"]))
    }
}
