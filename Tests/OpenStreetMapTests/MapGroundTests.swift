import Features
import OpenStreetMap
import Planar
import Testing

@Suite struct MapGroundTests {
    /// A lake with an island as a relation, a basin that is dry in summer, a park, a wood, a field, a pond that nobody
    /// closed.
    private static let map = XMLMap(
        body: [
            node(1, 8.70, 50.00), node(2, 8.71, 50.00), node(3, 8.71, 50.01), node(4, 8.70, 50.01),
            node(11, 8.7010, 50.0010), node(12, 8.7012, 50.0010), node(13, 8.7012, 50.0012),
            way(1, [1, 2, 3, 4, 1], []), way(2, [11, 12, 13, 11], []),
            way(3, [1, 2, 3, 1], [("landuse", "basin"), ("intermittent", "yes")]),
            way(4, [1, 2, 4, 1], [("leisure", "park"), ("name", "Stadtpark")]),
            way(5, [2, 3, 4, 2], [("natural", "wood")]), way(6, [1, 3, 4, 1], [("landuse", "farmland")]),
            way(7, [1, 2, 3], [("natural", "water")]),
            way(8, [11, 13, 12, 11], [("natural", "water"), ("tunnel", "culvert")]),
            way(9, [11, 13, 12, 11], [("waterway", "riverbank")]),
            relation(1, [(1, "outer"), (2, "inner")], [("type", "multipolygon"), ("natural", "water")]),
        ].joined())

    private func objects() throws -> MapObjects {
        try Self.map.read(selection: MapSelection(objects: MapGround.tags)).objects
    }

    @Test func watersAreAreasAboveGround() throws {
        let waters = MapGround.waters(try objects())
        let small = 0.0002 * 0.0002 / 2
        #expect(waters.count == 2)
        #expect(waters.contains { abs($0.area - (0.01 * 0.01 - small)) < 1e-12 })
        #expect(waters.contains { abs($0.area - small) < 1e-12 })
    }

    @Test func greenIsParksAndWoodsNotFields() throws {
        let greens = MapGround.greens(try objects())
        #expect(greens.count == 2 && greens.allSatisfy { abs($0.area - 0.01 * 0.01 / 2) < 1e-12 })
    }

    @Test func aMapWithoutEitherHasNone() throws {
        #expect(MapGround.waters(MapObjects()).isEmpty && MapGround.greens(MapObjects()).isEmpty)
    }
}
