import Testing

@testable import Indicators

@Suite struct TheilTests {
    @Test func quartersAreTheZones() throws {
        let town = EquityTown()
        let table = try town.sketch().table([:])
        let columns = try #require(
            WeightedValues(town.access.map(\.libraries), people: town.access.map(\.all)))
        let parts = try #require(columns.theil(zones: (0..<12).map { $0 / 2 }))
        #expect(agree(try table.libraryRow("theil", group: "all", with: "part=total").value, columns.theil))
        #expect(agree(try table.libraryRow("theil", group: "all", with: "part=between").value, parts.between))
        let within = try table.libraryRow("theil", group: "all", with: "part=within")
        #expect(agree(within.value, parts.within) && parts.within > 0)
        #expect(within.parameters == "catchment=1000;measure=straight_line;part=within")
    }

    @Test func theIdentityIsInTheRecordAndHolds() throws {
        for town in [try EquityTown().sketch(), try TownSketch.random(seed: 3, areCells: true)] {
            let identities = try town.table([:]).identities.filter { $0.indicator == "theil" }
            #expect(!identities.isEmpty)
            for identity in identities { #expect(identity.holds, "\(identity)") }
            #expect(Set(identities.map(\.parameters)).count == identities.count)
        }
    }

    @Test func withinQuartersThatHaveTheSameThereIsNothing() throws {
        var town = EquityTown()
        town.atTheEdge = [0, 0, 0, 0, 0, 0]
        let row = try town.sketch().table([:]).libraryRow("theil", group: "all", with: "part=within")
        #expect(row.value == 0)
    }
}
