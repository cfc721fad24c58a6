import Testing

@testable import Indicators

@Suite struct TownPiecesTests {
    @Test func addressesOfASquareAreOneUnitWhateverTheirOrder() throws {
        var town = EquityTown()
        town.homes[0] = [(100, 10), (80, 20)]
        var sketch = try town.sketch()
        // A neighbour 40 m from the first home, in its square, and one 60 m from it, in the next.
        sketch.homes += [TownSketch.home(210, 540, 3, 1), TownSketch.home(310, 500, 4, 1)]
        let pieces = try #require(TownPieces(try sketch.context(), connected: nil))
        #expect(Set(pieces.cells).count == 13)
        #expect(
            pieces.cells[pieces.origins.firstIndex(of: 0) ?? 0] == pieces.cells[pieces.origins.firstIndex(of: 12) ?? 0])
        #expect(pieces.units(.quarter) == pieces.quarters && Set(pieces.quarters).count == 6)
    }

    @Test func cellsOfAGridAreUnitsAsTheyAre() throws {
        var sketch = try TownSketch.grid()
        sketch.homes = try [(40.0, 40.0), (60, 40), (1_000, 500)].map { x, y in
            try TownSketch.cell(x, y, size: 20, 10, 1)
        }
        let pieces = try #require(TownPieces(try sketch.context(), connected: nil))
        // The third is cut by a border: two pieces, one unit.
        #expect(pieces.origins.count == 4 && Set(pieces.cells).count == 3)
        #expect(agree(pieces.people(0).reduce(0, +), 30))
        #expect(agree(pieces.rest(1).reduce(0, +), 27))
    }

    /// Noise can make a group larger than all residents of a cell.
    @Test func nobodyIsLessThanNobody() throws {
        var sketch = try EquityTown().sketch()
        sketch.homes[0].counts = [3, 5]
        sketch.homes[1].counts = [0, 2]
        let pieces = try #require(TownPieces(try sketch.context(), connected: nil))
        #expect(pieces.rest(1).allSatisfy { $0 >= 0 } && pieces.share(ofGroup: 1).allSatisfy { (0...1).contains($0) })
        // The identity of all residents does not hold then, and is not claimed.
        let table = try sketch.table([:])
        #expect(!table.identities.contains { $0.indicator == "places_difference" })
        #expect(table.identities.allSatisfy { $0.holds })
    }

    @Test func parametersAreSortedByTheirNames() {
        #expect(
            "catchment=10;measure=walking".adding(parameters: ["epsilon": "1", "part": "b"])
                == "catchment=10;epsilon=1;measure=walking;part=b")
        #expect("".adding(parameters: ["b": "1", "a": "2"]) == "a=2;b=1")
    }
}
