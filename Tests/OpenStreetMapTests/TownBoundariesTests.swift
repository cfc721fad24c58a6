import Features
import Planar
import Testing
import Travel

@testable import OpenStreetMap

/// Which boundaries of a map are the quarters of a town; all areas are squares.
@Suite struct TownBoundariesTests {
    private func objects(_ areas: [(level: Int, name: String, x: Double, side: Double)]) throws -> MapObjects {
        var objects = MapObjects()
        for (index, area) in areas.enumerated() {
            let (west, east) = (area.x, area.x + area.side)
            objects.ids.append("r\(index)")
            objects.tags.append(
                TagSet([
                    ("boundary", "administrative"), ("admin_level", "\(area.level)"), ("name", area.name),
                ]))
            objects.geometries.append(
                try Geometry(
                    kind: .polygon, xs: [west, east, east, west, west], ys: [0, 0, area.side, area.side, 0],
                    ringEnds: [5]))
        }
        return objects
    }

    private let source = SourceFile(path: "karte.osm")

    private func level(_ areas: [(level: Int, name: String, x: Double, side: Double)], _ town: String?) throws -> Int? {
        TownBoundaries.quarterLevel(try objects(areas), town: town, source: source)
    }

    @Test func countiesAreNoTowns() throws {
        let areas = [(6, "Kreis A", 0.0, 4.0), (6, "Region B", 4.0, 4.0), (6, "Flensburg", 8.0, 2.0)]
        let boundaries = TownBoundaries(try objects(areas))
        #expect(boundaries.municipalities.map(\.name) == ["Flensburg"])
        #expect(boundaries.municipality(named: nil)?.name == "Flensburg")
        #expect(boundaries.municipality(named: "Unsere Stadt")?.name == "Flensburg")
        #expect(TownBoundaries(MapObjects()).municipality(named: nil) == nil)
    }

    @Test func neighboursNeedAName() throws {
        let areas = [(8, "A", 0.0, 2.0), (8, "B", 2.0, 2.0), (10, "a", 0.5, 1.0), (10, "b", 2.5, 1.0)]
        let map = try objects(areas)
        #expect(TownBoundaries(map).municipality(named: nil) == nil)
        #expect(TownBoundaries(map).municipality(named: "B")?.name == "B")
        func names(_ town: String?) -> [String?] {
            let layer = MapAreas.boundaries(map, level: 10, town: town, source: source)
            return (0..<layer.count).map { layer.column(named: "name")?.string(at: $0) }
        }
        #expect(names(nil) == ["a", "b"] && names("A") == ["a"] && names("B") == ["b"])
        // Municipalities themselves may be quarters of a county.
        #expect(MapAreas.boundaries(map, level: 8, town: "A", source: source).count == 2)
    }

    @Test func aLevelMustCoverTheTown() throws {
        // Two squares of side 1 cover half of what one of side 2 covers.
        let fine = [(11, "a", 0.0, 1.0), (11, "b", 1.0, 1.0)]
        let coarse = [(9, "A", 0.0, 2.0), (9, "B", 2.0, 2.0)]
        #expect(try level(fine, nil) == 11)
        #expect(try level(fine + coarse, nil) == 9)
        #expect(try level(fine + [(8, "Stadt", 0.0, 2.0)], "Stadt") == nil)
        #expect(try level(fine + [(8, "Stadt", 0.2, 1.4)], "Stadt") == 11)
        #expect(try level([(10, "allein", 0.0, 1.0)], nil) == nil)
        #expect(try level([], nil) == nil)
    }
}
