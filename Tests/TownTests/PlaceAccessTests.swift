import Testing
import Town

/// Where places can be reached.
@Suite struct PlaceAccessTests {
    static func table(ends: [Int32], xs: [Double], ys: [Double]) -> PlaceTable {
        var table = PlaceTable()
        table.ids = ["a", "b", "c"]
        (table.xs, table.ys) = ([1, 2, 3], [10, 20, 30])
        (table.entranceEnds, table.entranceXs, table.entranceYs) = (ends, xs, ys)
        return table
    }

    @Test func aPlaceWithoutEntrancesIsReachedAtItsPosition() {
        let table = Self.table(ends: [], xs: [], ys: [])
        for place in 0..<3 {
            #expect(table.entrances(ofPlace: place).isEmpty)
            #expect(table.accessPositions(ofPlace: place).map(\.x) == [table.xs[place]])
            #expect(table.accessPositions(ofPlace: place).map(\.y) == [table.ys[place]])
        }
    }

    @Test func entrancesTakeItsPlace() {
        let table = Self.table(ends: [2, 2, 3], xs: [4, 5, 6], ys: [40, 50, 60])
        #expect((0..<3).map(table.entrances) == [0..<2, 2..<2, 2..<3])
        #expect(table.accessPositions(ofPlace: 0).map(\.x) == [4, 5])
        #expect(table.accessPositions(ofPlace: 1).map(\.y) == [20])
        #expect(table.accessPositions(ofPlace: 2).map(\.y) == [60])
    }
}
