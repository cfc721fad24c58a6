import Features
import TestSupport
import Testing

@testable import OpenStreetMap

/// From platforms, stop positions and stations to stops.
@Suite struct MapStopsTests {
    static let source = SourceFile(path: "town.osm")

    static func texts(_ stops: MapStops, _ name: String) -> [String?] {
        guard let column = stops.layer.column(named: name) else { return [] }
        return (0..<stops.layer.count).map { column.string(at: $0) }
    }

    static func metres(_ stops: MapStops, _ row: Int) -> [[Double]] {
        stops.entrances.range(ofRow: row).map {
            [
                MapSketch.east(stops.entrances.xs[$0]).rounded() + 0,
                MapSketch.north(stops.entrances.ys[$0]).rounded() + 0,
            ]
        }
    }

    /// Two platforms at the kerbs, two stop positions on the street: one stop, entered at the platforms.
    @Test func platformsAndPositionsOfOneName() throws {
        var sketch = MapSketch()
        try sketch.node(0, 4, "highway=bus_stop, public_transport=platform, name=Markt")
        try sketch.node(0, 0, "public_transport=stop_position, bus=yes, name=Markt")
        try sketch.node(60, -4, "highway=bus_stop, name=markt")
        try sketch.node(60, 0, "public_transport=stop_position, bus=yes, name=Markt")
        let stops = MapStops(sketch.objects, source: Self.source)
        #expect(Self.texts(stops, "id") == ["n1"] && Self.texts(stops, "name") == ["Markt"])
        #expect(Self.texts(stops, "mode") == ["bus"] && stops.layer.columns.map(\.name) == ["id", "name", "mode"])
        #expect(Self.metres(stops, 0) == [[0, 4], [60, -4]])
        let points = try #require(stops.layer.geometries.points)
        #expect(isClose(MapSketch.east(points.xs[0]), 30, tolerance: 1e-6))
        #expect(abs(MapSketch.north(points.ys[0])) < 1e-6)
    }

    @Test(arguments: [(245.0, 1), (255.0, 2)]) func oneNameWithin250Metres(_ distance: Double, _ count: Int) throws {
        var sketch = MapSketch()
        try sketch.node(0, 0, "highway=bus_stop, name=Schule")
        try sketch.node(distance, 0, "highway=bus_stop, name=Schule")
        try sketch.node(0, 20, "highway=bus_stop, name=Kirche")
        #expect(MapStops(sketch.objects, source: Self.source).layer.count == count + 1)
    }

    @Test func oneNumberIsOneStopWhateverItsNames() throws {
        var sketch = MapSketch()
        try sketch.node(0, 0, "highway=bus_stop, name=Bahnhof, ref:IFOPT=de:06438:7:1:A")
        try sketch.node(400, 0, "public_transport=platform, train=yes, name=Lohau, ref:IFOPT=de:06438:7:2:1")
        try sketch.node(800, 0, "highway=bus_stop, name=Süd, ref:IFOPT=de:06438:8:1:A")
        try sketch.node(500, 0, "railway=station, name=Lohau (Kr. Muster), ref:IFOPT=de:06438:7")
        let stops = MapStops(sketch.objects, source: Self.source)
        // The station gives the name.
        #expect(Self.texts(stops, "name") == ["Lohau (Kr. Muster)", "Süd"])
        #expect(Self.texts(stops, "mode") == ["bus;train", "bus"])
        #expect(Self.metres(stops, 0) == [[0, 0], [400, 0]])
    }

    @Test func namelessPartsFindTheirStop() throws {
        var sketch = MapSketch()
        try sketch.node(0, 0, "highway=bus_stop, name=Markt")
        try sketch.node(150, 0, "highway=bus_stop, name=Kirche")
        try sketch.node(90, 0, "public_transport=platform")
        try sketch.node(0, 500, "public_transport=platform, bus=yes")
        try sketch.node(50, 500, "public_transport=stop_position, bus=yes")
        try sketch.node(0, 700, "highway=bus_stop")
        let stops = MapStops(sketch.objects, source: Self.source)
        #expect(Self.texts(stops, "name") == ["Markt", "Kirche", nil, nil])
        #expect((0..<4).map { Self.metres(stops, $0).count } == [1, 2, 1, 1])
    }

    /// People get to a long platform anywhere along it.
    @Test func platformsAreLong() throws {
        var sketch = MapSketch()
        try sketch.node(60, 0, "railway=halt, public_transport=stop_position, train=yes, name=Lohau")
        try sketch.line([0, 5, 120, 5], "railway=platform, public_transport=platform, name=Lohau")
        try sketch.box(0, 900, 40, 910, "public_transport=platform, bus=yes, name=Nord")
        let stops = MapStops(sketch.objects, source: Self.source)
        #expect(Self.metres(stops, 0) == [[0, 5], [40, 5], [80, 5], [120, 5]])
        #expect(Self.metres(stops, 1).count == 2)
        #expect(Self.texts(stops, "mode") == ["train", "bus"])
    }

    @Test func aStationAloneIsItsOwnEntrance() throws {
        var sketch = MapSketch()
        try sketch.node(0, 0, "railway=halt, name=Lohau")
        try sketch.box(900, 0, 940, 20, "amenity=bus_station, name=ZOB")
        let stops = MapStops(sketch.objects, source: Self.source)
        #expect(Self.metres(stops, 0) == [[0, 0]] && Self.metres(stops, 1) == [[920, 10]])
    }

    @Test func whatIsNoMoreIsNoStop() throws {
        var sketch = MapSketch()
        try sketch.node(0, 0, "highway=bus_stop, name=Alt, disused=yes")
        try sketch.node(0, 0, "disused:highway=bus_stop, name=Alt")
        try sketch.node(0, 0, "amenity=library, name=Alt")
        let stops = MapStops(sketch.objects, source: Self.source)
        #expect(stops.layer.count == 0 && stops.entrances.count == 0)
        #expect(MapStops(MapObjects(), source: Self.source).layer.columns.map(\.count) == [0, 0, 0])
    }

    @Test func theOrderOfObjectsDoesNotMatter() throws {
        var sketch = MapSketch()
        var generator = SeededGenerator(seed: 5)
        for number in 0..<120 {
            let name = number % 4 == 0 ? "" : ", name=Halt \(number % 20)"
            try sketch.node(
                Double.random(in: 0...3_000, using: &generator), Double.random(in: 0...3_000, using: &generator),
                (number % 3 == 0 ? "public_transport=stop_position, bus=yes" : "highway=bus_stop") + name)
        }
        func summary(_ stops: MapStops) -> Set<[String]> {
            Set((0..<stops.layer.count).map { Self.metres(stops, $0).map { "\($0)" }.sorted() })
        }
        let expected = MapStops(sketch.objects, source: Self.source)
        #expect(expected.layer.count > 20 && expected.layer.count < 120)
        let order = Array(0..<sketch.objects.count).shuffled(using: &generator)
        #expect(summary(MapStops(sketch.reordered(order), source: Self.source)) == summary(expected))
    }
}
