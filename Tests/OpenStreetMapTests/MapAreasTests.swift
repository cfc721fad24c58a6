import Features
import OpenStreetMap
import Planar
import Testing

@Suite struct MapAreasTests {
    /// Two parts of a town as relations that share a way, one of them cut off; a house, a garage and a house with 2.5
    /// floors; land; an address on a point and one on a house.
    private static let map = XMLMap(
        body: [
            node(1, 8.70, 50.00), node(2, 8.71, 50.00), node(3, 8.71, 50.01), node(4, 8.70, 50.01),
            node(5, 8.72, 50.00), node(6, 8.72, 50.01),
            node(
                7, 8.705, 50.005,
                [("addr:housenumber", "12a"), ("addr:street", "Hauptstraße"), ("addr:postcode", "63303")]),
            node(11, 8.7010, 50.0010), node(12, 8.7012, 50.0010), node(13, 8.7012, 50.0012), node(14, 8.7010, 50.0012),
            way(1, [2, 3], [("boundary", "administrative"), ("admin_level", "10")]),
            way(2, [3, 4, 1, 2], []),
            way(3, [2, 5, 6], []),
            way(
                11, [11, 12, 13, 14, 11],
                [
                    ("building", "house"), ("building:levels", "2.5"), ("addr:housenumber", "3"),
                    ("addr:place", "Am Markt"),
                ]),
            way(12, [11, 12, 13, 11], [("building", "garage")]),
            way(13, [11, 13, 14, 11], [("building", "yes"), ("building:levels", "viele")]),
            way(14, [1, 2, 3, 1], [("landuse", "residential")]),
            relation(
                1, [(1, "outer"), (2, "outer")],
                [("type", "boundary"), ("boundary", "administrative"), ("admin_level", "10"), ("name", "Altdorf")]),
            relation(
                2, [(1, "outer"), (3, "outer")],
                [("type", "boundary"), ("boundary", "administrative"), ("admin_level", "10"), ("name", "Neudorf")]),
            relation(
                3, [(1, "outer"), (2, "outer")],
                [("type", "boundary"), ("boundary", "administrative"), ("admin_level", "9"), ("name", "Stadt")]),
        ].joined())

    private static func objects() throws -> OpenStreetMapData {
        try map.read(selection: MapSelection(objects: MapAreas.boundaryTags + MapAreas.dwellingTags))
    }

    @Test func boundariesOfALevelThatAreWhole() throws {
        let data = try Self.objects()
        let layer = MapAreas.boundaries(
            data.objects, level: 10, source: SourceFile(path: "map.osm", bytes: 0, sha256: ""))
        #expect(layer.count == 1)
        #expect(layer.column(named: "id")?.string(at: 0) == "r1")
        #expect(layer.column(named: "name")?.string(at: 0) == "Altdorf")
        #expect(abs((layer.geometries[0]?.area ?? 0) - 0.01 * 0.01) < 1e-12)
        #expect(data.findings.contains { $0.code == .osmAreaBroken })
    }

    @Test func buildingsThatPeopleLiveIn() throws {
        let layer = MapAreas.buildings(
            try Self.objects().objects, source: SourceFile(path: "map.osm", bytes: 0, sha256: ""))
        #expect((0..<layer.count).map { layer.column(named: "id")?.string(at: $0) } == ["w11", "w13"])
        #expect((0..<layer.count).map { layer.column(named: "floors")?.double(at: $0) } == [2.5, nil])
    }

    @Test func landAndAddresses() throws {
        let objects = try Self.objects().objects
        let source = SourceFile(path: "map.osm", bytes: 0, sha256: "")
        #expect(MapAreas.residentialLand(objects, source: source).count == 1)
        let addresses = MapAreas.addresses(objects, source: source)
        #expect(
            (0..<addresses.count).map { addresses.column(named: "street")?.string(at: $0) } == [
                "Hauptstraße", "Am Markt",
            ])
        #expect((0..<addresses.count).map { addresses.column(named: "house_number")?.string(at: $0) } == ["12a", "3"])
        #expect((0..<addresses.count).map { addresses.column(named: "postcode")?.string(at: $0) } == ["63303", nil])
        #expect(abs((addresses.geometries[1]?.xs[0] ?? 0) - 8.7011) < 1e-9)
    }
}
