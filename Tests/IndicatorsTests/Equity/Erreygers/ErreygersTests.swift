import Testing

@testable import Indicators

@Suite struct ErreygersTests {
    @Test func whatCountsIsWhetherThereIsAPlace() throws {
        let town = EquityTown()
        let row = try town.sketch().table([:]).libraryRow("erreygers_index", group: "foreign")
        let columns = try #require(
            WeightedValues(town.access.map { $0.libraries > 0 ? 1 : 0 }, people: town.access.map(\.all)))
        let ranks = town.access.map { $0.group / $0.all }
        #expect(agree(row.value, columns.erreygers(rankedBy: ranks, bounds: 0...1)))
        // 4μ·CI.
        #expect(agree(row.value, columns.concentration(rankedBy: ranks).map { 4 * columns.mean * $0 }))
    }

    /// Nobody has a place, or everybody: nothing is related to anything, and the index is 0, where the concentration index
    /// is undefined.
    @Test func whereNobodyHasAPlaceItIsZero() throws {
        var sketch = try EquityTown().sketch()
        sketch.places = [TownSketch.Place(x: -9_000, y: 0, category: "library")]
        let table = try sketch.table([:])
        let row = try table.libraryRow("erreygers_index", group: "foreign")
        #expect(row.value == 0 && row.reason == .noVariation)
        #expect(try table.libraryRow("concentration_index", group: "foreign").value == nil)
    }
}
