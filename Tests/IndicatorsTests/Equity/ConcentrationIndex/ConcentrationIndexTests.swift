import Testing

@testable import Indicators

@Suite struct ConcentrationIndexTests {
    @Test func allResidentsAreRankedByTheShareOfTheGroup() throws {
        let town = EquityTown()
        let row = try town.sketch().table([:]).libraryRow("concentration_index", group: "foreign")
        let columns = try #require(WeightedValues(town.access.map(\.libraries), people: town.access.map(\.all)))
        #expect(agree(row.value, columns.concentration(rankedBy: town.access.map { $0.group / $0.all })))
        #expect(row.parameters == "catchment=1000;measure=straight_line" && row.unit == "signed_index")
    }

    @Test func thereIsNoRankByAllResidents() throws {
        let table = try EquityTown().sketch().table([:])
        #expect(table.libraryRows("concentration_index", group: "all").isEmpty)
        #expect(table.libraryRows("erreygers_index", group: "all").isEmpty)
    }

    @Test func whereTheShareIsTheSameEverywhereThereIsNoValue() throws {
        var town = EquityTown()
        town.homes = town.homes.map { $0.map { ($0.all, $0.all / 4) } }
        let row = try town.sketch().table([:]).libraryRow("concentration_index", group: "foreign")
        #expect(row.value == nil && row.status == .notApplicable && row.reason == .noVariation)
    }

    @Test func fewCellsAreRefused() throws {
        var town = EquityTown()
        town.homes = Array(town.homes.prefix(2))
        let row = try town.sketch().table([:]).libraryRow("concentration_index", group: "foreign")
        #expect(row.value == nil && row.status == .cannotTell && row.reason == .fewUnits)
    }

    @Test func moreWhereTheShareIsHighIsAboveZero() throws {
        var town = EquityTown()
        town.atTheEdge = [0, 0, 0, 0, 0, 0]
        town.libraries = [0, 1, 2, 3, 4, 5]
        town.homes = (0..<6).map { (quarter: Int) -> [(all: Double, group: Double)] in
            [(100, Double(10 * quarter)), (100, Double(10 * quarter))]
        }
        let rising = try town.sketch().table([:]).libraryRow("concentration_index", group: "foreign")
        town.libraries.reverse()
        let falling = try town.sketch().table([:]).libraryRow("concentration_index", group: "foreign")
        #expect(try #require(rising.value) > 0.3)
        #expect(agree(rising.value, falling.value.map { -$0 }))
    }
}
