import Testing

@testable import Indicators

@Suite struct AtkinsonTests {
    @Test func epsilonIsChosenAndStated() throws {
        let town = EquityTown()
        let columns = try #require(WeightedValues(town.access.map(\.libraries), people: town.access.map(\.all)))
        let plain = try town.sketch().table([:]).libraryRow("atkinson", group: "all")
        #expect(agree(plain.value, columns.atkinson(0.5)))
        #expect(plain.parameters == "catchment=1000;epsilon=0.5;measure=straight_line")
        let table = try town.sketch().table(["atkinson": ["epsilon": [0.25, 1]]])
        #expect(agree(try table.libraryRow("atkinson", group: "all", with: "=0.25;").value, columns.atkinson(0.25)))
        // Two quarters have no library.
        #expect(try table.libraryRow("atkinson", group: "all", with: "epsilon=1;").value == 1)
    }
}
