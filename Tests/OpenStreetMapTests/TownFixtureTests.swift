import Features
import Foundation
import OpenStreetMap
import Planar
import TestSupport
import Testing
import Travel

/// What pyosmium reads in the town of Scripts/fixtures/openstreetmap.py.
private struct Expected: Decodable {
    struct Street: Decodable {
        let id: String
        /// Id, longitude, latitude; the id alone where the node is missing.
        let nodes: [[Double]]
        let tags: [String: String]
        let inside: Bool
    }
    struct Object: Decodable {
        let id: String
        let tags: [String: String]
    }
    struct Area: Decodable {
        let id: String
        let outer: Int
        let inner: Int
        let rings: [[[Double]]]
    }
    let box: [Double]
    let streets: [Street]
    let objects: [Object]
    let areas: [Area]

    static func read() throws -> Expected {
        try JSONDecoder().decode(Expected.self, from: Data(contentsOf: URL(filePath: fixture("town.json"))))
    }
}

/// The path of a fixture.
func fixture(_ name: String) throws -> String {
    try #require(Bundle.module.resourceURL).appending(path: "Fixtures/\(name)").path()
}

@Suite("A town in every form of file, beside pyosmium")
struct TownFixtureTests {
    private func town(_ name: String = "town.osm.pbf", clip: Envelope? = nil) throws -> OpenStreetMapData {
        var selection = MapSelection(objects: ["amenity", "shop", "leisure", "entrance"].map { MapTag($0) })
        selection.streetKeys = ["highway", "surface", "foot", "bridge"]
        return try OpenStreetMapReader.read(path: fixture(name), clip: clip, selection: selection)
    }

    @Test("has the streets, nodes and tags that pyosmium reads")
    func streets() throws {
        let expected = try Expected.read()
        let streets = try town().streets
        var way = 0
        for street in expected.streets {
            // The parts between missing nodes; a node that follows itself counts once.
            var parts: [[[Double]]] = [[]]
            for place in street.nodes {
                if place.count < 3 {
                    parts.append([])
                } else if parts[parts.count - 1].last != place {
                    parts[parts.count - 1].append(place)
                }
            }
            for part in parts where part.count > 1 {
                try #require(way < streets.count)
                #expect(streets.ids[way] == street.id)
                let nodes = streets.nodes(ofWay: way).map(Int.init)
                #expect(nodes.map { [Double(streets.nodeIDs[$0]), streets.xs[$0], streets.ys[$0]] } == part)
                #expect(streets.tags(ofWay: way) == TagSet(street.tags.map { ($0.key, $0.value) }))
                way += 1
            }
        }
        #expect(way == streets.count)
        #expect(way == 25)
    }

    @Test("has the objects and areas that pyosmium makes")
    func objects() throws {
        let expected = try Expected.read()
        let objects = try town().objects
        let tags = Dictionary(uniqueKeysWithValues: zip(objects.ids, objects.tags))
        let wanted = expected.objects
        #expect(objects.ids.filter { !$0.hasPrefix("r") }.sorted() == wanted.map(\.id).sorted())
        for object in wanted { #expect(tags[object.id] == TagSet(object.tags.map { ($0.key, $0.value) })) }
        let shapes = Dictionary(uniqueKeysWithValues: zip(objects.ids, objects.geometries))
        #expect(expected.areas.count == 2)
        for area in expected.areas {
            let shape = try #require(shapes[area.id])
            #expect(shape.kind == (area.outer > 1 ? .multiPolygon : .polygon))
            #expect(shape.ringEnds.count == area.outer + area.inner)
            #expect(
                shape.ringEnds.indices.map { shape.positions(ofRing: $0).map { [shape.xs[$0], shape.ys[$0]] } }
                    == area.rings)
        }
    }

    @Test("cut to a box has the streets with a node in it, whole")
    func clip() throws {
        let expected = try Expected.read()
        let box = Envelope(minX: expected.box[0], minY: expected.box[1], maxX: expected.box[2], maxY: expected.box[3])
        let (all, cut) = (try town().streets, try town(clip: box).streets)
        #expect(Set(cut.ids) == Set(expected.streets.filter { $0.inside && $0.nodes.count > 1 }.map(\.id)))
        #expect(cut.count < all.count)
        for way in 0..<cut.count where cut.ids.filter({ $0 == cut.ids[way] }).count == 1 {
            let same = try #require(all.ids.firstIndex(of: cut.ids[way]))
            #expect(
                cut.nodes(ofWay: way).map { cut.nodeIDs[Int($0)] }
                    == all.nodes(ofWay: same).map { all.nodeIDs[Int($0)] })
        }
    }

    @Test("is the same in every form", arguments: ["town.osm", "town.osm.gz", "town.osm.bz2", "plain.osm.pbf"])
    func forms(name: String) throws {
        let (data, other) = (try town(), try town(name))
        #expect(other.streets.ids == data.streets.ids)
        #expect(other.streets.nodeIndexes == data.streets.nodeIndexes)
        #expect(other.streets.nodeIDs == data.streets.nodeIDs)
        #expect(other.streets.xs == data.streets.xs)
        #expect(other.streets.ys == data.streets.ys)
        #expect(other.streets.tagSets == data.streets.tagSets)
        #expect(other.streets.wayTags == data.streets.wayTags)
        #expect(other.streets.nodeTags == data.streets.nodeTags)
        #expect(other.streets.barriers == data.streets.barriers)
        #expect(other.objects.ids == data.objects.ids)
        #expect(other.objects.geometries == data.objects.geometries)
        #expect(other.objects.tags == data.objects.tags)
        #expect(other.findings.map(\.arguments) == data.findings.map(\.arguments))
    }

    @Test("has the defects that were put into it, each found once")
    func findings() throws {
        let findings = try town().findings
        #expect(findings.map(\.code) == [.osmNodesMissing, .osmAreaBroken, .osmWaysShort])
        #expect(findings.compactMap { $0.arguments["count"] } == ["1", "2", "1"])
    }

    @Test("is told by its content, not by its name")
    func names() throws {
        let scratch = try Scratch()
        for (name, disguise) in [
            ("town.osm.pbf", "a.geojson"), ("town.osm.gz", "b.pbf"), ("town.osm", "c"), ("town.osm.bz2", "http:d"),
        ] {
            let bytes = try Data(contentsOf: URL(filePath: fixture(name)))
            let path = scratch.path(disguise)
            try bytes.write(to: URL(filePath: path))
            #expect(try OpenStreetMapReader.read(path: path).streets.count == 25)
        }
    }
}
