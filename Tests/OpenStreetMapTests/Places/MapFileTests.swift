import Features
import Planar
import TestSupport
import Testing

@testable import OpenStreetMap

/// From a file to places and stops: what the filter collects is what the rules need.
@Suite struct MapFileTests {
    /// A school with a gate in its fence and its playground, a park as a relation with a pond, a bakery with a café, a
    /// house that nobody shall find, a stop, and things that are no places.
    static let text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <osm version="0.6">
          <node id="1" version="1" lat="50.0000" lon="8.7000"/>
          <node id="2" version="1" lat="50.0000" lon="8.7010"><tag k="barrier" v="gate"/></node>
          <node id="3" version="1" lat="50.0010" lon="8.7010"/>
          <node id="4" version="1" lat="50.0010" lon="8.7000"/>
          <node id="5" version="1" lat="50.0005" lon="8.7005">
            <tag k="leisure" v="playground"/>
          </node>
          <node id="6" version="1" lat="50.0020" lon="8.7000">
            <tag k="shop" v="gift;bakery"/><tag k="amenity" v="cafe"/><tag k="name" v="Backhaus"/>
          </node>
          <node id="7" version="1" lat="50.0030" lon="8.7000">
            <tag k="amenity" v="social_facility"/><tag k="name" v="Frauenhaus"/>
          </node>
          <node id="8" version="1" lat="50.0031" lon="8.7010">
            <tag k="highway" v="bus_stop"/><tag k="name" v="Schule"/>
          </node>
          <node id="9" version="1" lat="50.0032" lon="8.7010"><tag k="amenity" v="bench"/></node>
          <node id="10" version="1" lat="50.0100" lon="8.7000"/>
          <node id="11" version="1" lat="50.0100" lon="8.7030"/>
          <node id="12" version="1" lat="50.0120" lon="8.7030"/>
          <node id="13" version="1" lat="50.0120" lon="8.7000"/>
          <node id="14" version="1" lat="50.0105" lon="8.7005"/>
          <node id="15" version="1" lat="50.0105" lon="8.7025"/>
          <node id="16" version="1" lat="50.0115" lon="8.7025"/>
          <node id="17" version="1" lat="50.0115" lon="8.7005"/>
          <way id="20" version="1">
            <nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
            <tag k="amenity" v="school"/><tag k="name" v="Lindenschule"/>
          </way>
          <way id="21" version="1"><nd ref="10"/><nd ref="11"/><nd ref="12"/><nd ref="13"/><nd ref="10"/></way>
          <way id="22" version="1"><nd ref="14"/><nd ref="15"/><nd ref="16"/><nd ref="17"/><nd ref="14"/></way>
          <relation id="30" version="1">
            <member type="way" ref="21" role="outer"/><member type="way" ref="22" role="inner"/>
            <tag k="type" v="multipolygon"/><tag k="leisure" v="park"/><tag k="name" v="Stadtpark"/>
          </relation>
        </osm>
        """

    static func read() throws -> MapObjects {
        let scratch = try Scratch()
        let path = try scratch.write(text, to: "town.osm")
        return try OpenStreetMapReader.read(path: path, selection: MapSelection(objects: .placesAndStops)).objects
    }

    @Test func onlyWhatIsNeededIsCollected() throws {
        let ids = try Self.read().ids
        #expect(ids == ["n2", "n5", "n6", "n7", "n8", "w20", "r30"])
    }

    @Test func placesOfAFile() throws {
        let places = MapPlaces(try Self.read(), source: SourceFile(path: "town.osm"))
        #expect(MapPlacesTests.texts(places, "id") == ["n6", "w20", "r30"])
        #expect(MapPlacesTests.texts(places, "category") == ["shop", "school", "park"])
        #expect(places.findings.map(\.code) == [.sensitiveLeftOut])
        // The gate is the way into the school, node for node.
        #expect(MapPlacesTests.metres(places, 1).count == 1)
        let gate = places.entrances.range(ofRow: 1).lowerBound
        #expect(places.entrances.xs[gate] == 8.701 && places.entrances.ys[gate] == 50)
        // The park stands for itself beside its pond: its middle is in the water.
        let park = try #require(places.layer.geometries[2])
        #expect(!(park.xs[0] > 8.7005 && park.xs[0] < 8.7025 && park.ys[0] > 50.0105 && park.ys[0] < 50.0115))
        #expect(park.xs[0] > 8.7 && park.xs[0] < 8.703 && park.ys[0] > 50.01 && park.ys[0] < 50.012)
        // 215.1 m × 222.5 m without 143.4 m × 111.2 m of water; the outline is 875 m long.
        let area = try #require(places.layer.column(named: "area")?.double(at: 2))
        #expect(isClose(area, 31_900, tolerance: 1e-3))
        #expect(places.entrances.range(ofRow: 2).count == 18)
    }

    @Test func stopsOfAFile() throws {
        let stops = MapStops(try Self.read(), source: SourceFile(path: "town.osm"))
        #expect(MapStopsTests.texts(stops, "name") == ["Schule"])
        #expect(MapStopsTests.texts(stops, "id") == ["n8"] && MapStopsTests.texts(stops, "mode") == ["bus"])
    }

    /// Layer and entrances move alike: by a shift here, by a transform in a run.
    @Test func entrancesMoveWithTheirLayer() throws {
        let places = MapPlaces(try Self.read(), source: SourceFile(path: "town.osm"))
        var geometries = places.layer.geometries
        var entrances = places.entrances
        func shift(_ xs: inout [Double], _ ys: inout [Double]) -> [Int] {
            for index in xs.indices { (xs[index], ys[index]) = (xs[index] * 2, ys[index] + 1) }
            return []
        }
        #expect(geometries.movePositions(shift).isEmpty)
        entrances.movePositions(shift)
        #expect(entrances.ends == places.entrances.ends && entrances.count == geometries.count)
        #expect(entrances.xs == places.entrances.xs.map { $0 * 2 })
        #expect(entrances.ys == places.entrances.ys.map { $0 + 1 })
    }
}
