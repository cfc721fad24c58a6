import Features
import OpenStreetMap
import Planar
import TestSupport
import Testing
import Travel

@Suite("Places, areas and barriers from OpenStreetMap")
struct ObjectReadingTests {
    private static let corners = node(1, 0, 0) + node(2, 1, 0) + node(3, 1, 1) + node(4, 0, 1)
    private static let inner = node(5, 0.2, 0.2) + node(6, 0.4, 0.2) + node(7, 0.4, 0.4)
    private let places = MapSelection(
        objects: ["amenity", "leisure", "public_transport", "railway", "shop"].map { MapTag($0) })

    @Test(
        "A closed way is an area by its tags",
        arguments: [
            ("amenity=school", true), ("shop=supermarket", true), ("leisure=playground", true),
            ("leisure=track", false), ("leisure=track, area=yes", true), ("amenity=school, area=no", false),
            ("amenity=cafe, building=no", true), ("public_transport=platform, highway=platform", true),
            ("railway=platform", true),
        ])
    func areas(tags: String, isArea: Bool) throws {
        let set = MapSketch.tags(tags)
        let pairs = Array(zip(set.keys, set.values))
        let map = XMLMap(body: ObjectReadingTests.corners + way(1, [1, 2, 3, 4, 1], pairs))
        let objects = try map.read(selection: places).objects
        try #require(objects.ids == ["w1"])
        #expect(objects.geometries[0].kind == (isArea ? .polygon : .lineString))
        #expect(objects.geometries[0].xs == [0, 1, 1, 0, 0])
        #expect(objects.tags[0] == set)
    }

    @Test("An open way is a line, whatever its tags; two corners and back make no area")
    func lines() throws {
        let tags = [("leisure", "playground")]
        let map = XMLMap(
            body: ObjectReadingTests.corners + way(1, [1, 2, 3], tags) + way(2, [1, 2, 1], tags) + way(3, [1, 1], tags))
        let data = try map.read(selection: places)
        #expect(data.objects.ids == ["w1", "w2"])
        #expect(data.objects.geometries.map(\.kind) == [.lineString, .lineString])
        #expect(data.findings.map(\.code) == [.osmWaysShort])
    }

    @Test("Values are also found in lists, and nothing but whole values")
    func lists() throws {
        let values = ["cafe", "bar;cafe", "bar; cafe ;pub", "cafeteria", "x-cafe", "cafe ;", "internet_cafe"]
        let body = values.enumerated().map { node($0.offset + 1, 8, 50, [("amenity", $0.element)]) }.joined()
        let cafes = MapSelection(objects: [MapTag("amenity", "cafe")])
        #expect(try XMLMap(body: body).read(selection: cafes).objects.ids == ["n1", "n2", "n3", "n6"])
        // Of the filter that places give, the same are read as it says itself.
        let places = try XMLMap(body: body).read(selection: MapSelection(objects: .placesAndStops)).objects.tags
        #expect(places == values.map { TagSet([("amenity", $0)]) }.filter(TagFilter.placesAndStops.matches))
        #expect(places.count >= 4)
    }

    @Test("A relation becomes an area with its holes and parts")
    func relations() throws {
        let tags = [("type", "multipolygon"), ("amenity", "school")]
        let body =
            ObjectReadingTests.corners + ObjectReadingTests.inner + node(8, 2, 0) + node(9, 3, 0) + node(10, 3, 1)
            + way(1, [1, 2, 3], []) + way(2, [1, 4, 3], []) + way(3, [5, 6, 7, 5], []) + way(4, [8, 9, 10, 8], [])
        let hole = try XMLMap(body: body + relation(1, [(1, "outer"), (2, "outer"), (3, "inner")], tags)).read(
            selection: places)
        try #require(hole.objects.ids == ["r1"])
        let school = hole.objects.geometries[0]
        #expect(school.kind == .polygon)
        #expect(school.ringEnds == [5, 9])
        #expect(isClose(area(of: school), 1 - 0.02))
        let parts = try XMLMap(
            body: body + relation(1, [(1, ""), (2, ""), (3, ""), (4, "")], tags) + relation(2, [(4, "")], tags)
        ).read(selection: places)
        #expect(parts.objects.ids == ["r1", "r2"])
        #expect(parts.objects.geometries[0].kind == .multiPolygon)
        #expect(parts.objects.geometries[0].partEnds.count == 2)
        #expect(parts.findings.isEmpty)
        // Roles are not trusted: the same with all of them wrong.
        let wrong = try XMLMap(body: body + relation(1, [(1, "inner"), (2, "inner"), (3, "outer")], tags)).read(
            selection: places)
        #expect(wrong.objects.geometries[0] == school)
    }

    @Test("A relation that makes no area or lacks a way is counted, and what is there of it is used")
    func brokenRelations() throws {
        let tags = [("type", "multipolygon"), ("leisure", "park")]
        let map = XMLMap(
            body: ObjectReadingTests.corners + way(1, [1, 2, 3], []) + way(2, [3, 4], [])
                + relation(1, [(1, "outer")], tags)
                + relation(2, [(1, "outer"), (2, "outer"), (9, "outer")], tags) + relation(3, [(9, "")], tags)
                + relation(4, [], tags) + way(3, [1, 2, 4, 1], []) + relation(6, [(3, "outer"), (9, "inner")], tags)
                + relation(5, [(1, "outer")], [("type", "route"), ("leisure", "park")]))
        let data = try map.read(selection: places)
        #expect(data.objects.ids == ["r1", "r2", "r6"])
        #expect(data.objects.geometries.map(\.kind) == [.lineString, .multiLineString, .polygon])
        #expect(data.findings.map(\.code) == [.osmAreaBroken])
        #expect(data.findings[0].arguments == ["count": "5", "object": "r1"])
    }

    @Test("Objects are whole where one of their nodes is in the box, relations by all their ways")
    func clip() throws {
        let park = [("type", "multipolygon"), ("leisure", "park")]
        let map = XMLMap(
            body: node(1, 8, 50) + node(2, 30, 50) + node(3, 30, 60) + node(4, 31, 60)
                + node(5, 8, 50, [("amenity", "cafe")]) + node(6, 20, 50, [("amenity", "cafe")])
                + way(1, [1, 2], []) + way(2, [3, 2], []) + way(3, [3, 1], [])
                + way(4, [2, 3, 4, 2], [("amenity", "school")]) + relation(1, [(1, ""), (2, ""), (3, "")], park)
                + relation(2, [(4, "")], park))
        let data = try map.read(
            clip: Envelope(minX: 7.9, minY: 49.9, maxX: 8.1, maxY: 50.1), selection: places)
        #expect(data.objects.ids == ["n5", "r1"])
        #expect(data.objects.geometries[1].kind == .polygon)
        #expect(data.findings.isEmpty)
    }

    @Test("Barriers are rails, waters and fast roads, but not in tunnels")
    func barriers() throws {
        let lines: [([(String, String)], Bool)] = [
            ([("railway", "rail")], true), ([("railway", "rail"), ("tunnel", "yes")], false),
            ([("railway", "rail"), ("tunnel", "no")], true), ([("railway", "tram")], false),
            ([("railway", "abandoned")], false), ([("waterway", "river")], true), ([("waterway", "stream")], false),
            ([("waterway", "canal"), ("tunnel", "culvert")], false), ([("highway", "motorway")], true),
            ([("highway", "trunk"), ("tunnel", "yes")], false), ([("highway", "primary")], false),
            ([("natural", "water")], true), ([("landuse", "reservoir")], true),
        ]
        for (tags, isBarrier) in lines {
            let streets = try XMLMap(body: ObjectReadingTests.corners + way(1, [1, 2, 3], tags)).read().streets
            #expect(streets.barriers.count == (isBarrier ? 1 : 0), "\(tags)")
        }
        // The ways of a lake are its shore; each once.
        let lake = XMLMap(
            body: ObjectReadingTests.corners + ObjectReadingTests.inner
                + way(1, [1, 2, 3, 4, 1], [("natural", "water")])
                + way(2, [5, 6, 7, 5], [])
                + relation(1, [(1, "outer"), (2, "inner")], [("type", "multipolygon"), ("natural", "water")]))
        let shores = try lake.read().streets.barriers
        #expect(shores.map(\.xs) == [[0, 1, 1, 0, 0], [0.2, 0.4, 0.4, 0.2]])
        #expect(shores.allSatisfy { $0.kind == .lineString })
    }

    @Test("What nobody asked for is not there")
    func nothing() throws {
        let map = XMLMap(body: ObjectReadingTests.corners + way(1, [1, 2, 3, 4, 1], [("amenity", "school")]))
        #expect(try map.read().objects.count == 0)
    }
}

/// The area of a polygon with holes by the trapezoid rule, whatever the direction of its rings.
func area(of polygon: Geometry) -> Double {
    polygon.ringEnds.indices.reduce(0) { sum, ring in
        let range = polygon.positions(ofRing: ring)
        let twice = range.dropLast().reduce(0.0) {
            $0 + polygon.xs[$1] * polygon.ys[$1 + 1] - polygon.xs[$1 + 1] * polygon.ys[$1]
        }
        return sum + (ring == 0 ? 1 : -1) * twice.magnitude / 2
    }
}
