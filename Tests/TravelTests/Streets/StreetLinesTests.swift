import Features
import Planar
import ReferenceSystems
import TestSupport
import Testing
import Travel

/// Streets from the lines of a layer.
@Suite struct StreetLinesTests {
    private func line(_ positions: [Double]) throws -> Geometry {
        let xs = stride(from: 0, to: positions.count, by: 2).map { positions[$0] }
        let ys = stride(from: 1, to: positions.count, by: 2).map { positions[$0] }
        return try Geometry(kind: .lineString, xs: xs, ys: ys)
    }

    private func texts(_ name: String, _ values: [String?]) -> Column {
        var arena = TextArena()
        for value in values { arena.append((value ?? "").utf8) }
        return Column(name: name, storage: .texts(arena), presence: Presence(values.map { $0 != nil }))
    }

    private func streets(
        _ geometries: [Geometry?], _ columns: [Column] = []
    ) throws -> (ways: StreetWays, diagnostics: [Diagnostic]) {
        let system = try CoordinateReferenceSystem("EPSG:25832")
        let layer = Layer(
            name: "streets", source: SourceFile(path: "streets.geojson"), crsText: "EPSG:25832",
            geometries: GeometryColumn(geometries), columns: columns)
        return StreetWays.fromLines(try MetricLayer.make(layer, in: system).0)
    }

    /// Metres near the middle of zone 32, as the layer would have them.
    private func near(_ positions: [Double]) throws -> Geometry {
        try line(positions.enumerated().map { $0.element + ($0.offset % 2 == 0 ? 500_000 : 5_500_000) })
    }

    @Test func equalPositionsAreOneNode() throws {
        let (ways, diagnostics) = try streets([near([0, 0, 100, 0]), near([100, 0, 100, 50]), near([0, 0, 0, 50])])
        #expect(ways.count == 3)
        #expect(ways.ids == ["1", "2", "3"])
        #expect(ways.xs == [500_000, 500_100, 500_100, 500_000])
        #expect((0..<3).map { Array(ways.nodes(ofWay: $0)) } == [[0, 1], [1, 2], [0, 3]])
        #expect(diagnostics.isEmpty)
    }

    /// Whole centimetres: 4 mm apart is the same, 2 cm is not; the place of the first counts.
    @Test func positionsWithinACentimetre() throws {
        let near = try streets([self.near([0, 0, 100, 0]), self.near([100.004, 0, 100, 50])]).ways
        #expect(near.xs == [500_000, 500_100, 500_100])
        let apart = try streets([self.near([0, 0, 100, 0]), self.near([100.02, 0, 100, 50])]).ways
        #expect(apart.xs.count == 4)
    }

    @Test func partsOfAMultiLineAreWays() throws {
        let base = (x: 500_000.0, y: 5_500_000.0)
        let multi = try Geometry(
            kind: .multiLineString, xs: [0, 10, 20, 30].map { $0 + base.x }, ys: [0, 0, 0, 0].map { $0 + base.y },
            ringEnds: [2, 4])
        let ways = try streets([multi]).ways
        #expect(ways.ids == ["1#1", "1#2"])
        #expect(ways.nodeEnds == [2, 4])
    }

    @Test func repeatedPositionsAndLinesWithoutLength() throws {
        let (ways, diagnostics) = try streets([near([0, 0, 0, 0.001, 5, 0]), near([7, 7, 7.001, 7])])
        #expect(ways.ids == ["1"])
        #expect(Array(ways.nodes(ofWay: 0)) == [0, 1])
        #expect(diagnostics.map(\.code) == [.duplicatePositions])
        #expect(diagnostics.first?.location?.feature == 1)
    }

    @Test func whatIsNoLineIsSaid() throws {
        let point = try Geometry(x: 500_000, y: 5_500_000)
        let (ways, diagnostics) = try streets([point, near([0, 0, 1, 0]), nil])
        #expect(ways.ids == ["2"])
        #expect(diagnostics.map(\.code) == [.wrongKind])
        #expect(diagnostics.map(\.severity) == [.warning])
    }

    @Test func withoutHighwayAllAreFree() throws {
        let ways = try streets([near([0, 0, 1, 0])], [texts("comment", ["old"])]).ways
        #expect(ways.tags(ofWay: 0) == tags("highway=road"))
        for profile in TravelProfile.all {
            #expect(profile.passage(ofWay: ways.tags(ofWay: 0)).refusal == nil, "\(profile.id)")
        }
    }

    @Test func attributesBecomeTags() throws {
        let lines = try [near([0, 0, 1, 0]), near([2, 0, 3, 0]), near([4, 0, 5, 0])]
        let ways = try streets(
            lines,
            [
                texts("highway", ["steps", "residential", nil]), texts("oneway_bicycle", [nil, "no", nil]),
                texts("Belag", ["Pflaster", "Asphalt", nil]), texts("name", ["Ja", nil, nil]),
                Column(name: "breite", storage: .doubles([2.5, 3, 0])), texts("einbahn", [nil, "ja", ""]),
                texts("bemerkung", ["x", "y", "z"]),
            ]
        ).ways
        #expect(ways.tags(ofWay: 0) == tags("highway=steps, surface=paving_stones, name=Ja, width=2.5"))
        #expect(
            ways.tags(ofWay: 1) == tags("highway=residential, oneway:bicycle=no, surface=asphalt, width=3, oneway=yes"))
        // Where others have a highway, a line without one is no street.
        #expect(TravelProfile.walking.passage(ofWay: ways.tags(ofWay: 2)).refusal == .notAStreet)
    }

    /// What GDAL writes of an OpenStreetMap file: a column for some keys, `other_tags` for the others.
    @Test func otherTagsAreTakenApart() throws {
        let lines = try (0..<4).map { try near([Double($0) * 10, 0, Double($0) * 10 + 5, 0]) }
        let ways = try streets(
            lines,
            [
                texts("highway", ["path", "path", "path", "path"]),
                texts(
                    "other_tags",
                    [
                        #""surface"=>"asphalt","lit"=>"yes","foot"=>"no""#, #""width"=>"6'7\"", "foot" => "yes""#,
                        #""surface"=>"gravel",foot"#, nil,
                    ]),
            ]
        ).ways
        #expect(ways.tags(ofWay: 0) == tags("highway=path, surface=asphalt, foot=no"))
        #expect(ways.tags(ofWay: 1) == tags("highway=path, width=6'7\", foot=yes"))
        #expect(ways.tags(ofWay: 2) == tags("highway=path, surface=gravel"))
        #expect(ways.tags(ofWay: 3) == tags("highway=path"))
    }

    @Test func equalTagsAreOneSet() throws {
        let lines = try (0..<4).map { try near([Double($0) * 10, 0, Double($0) * 10 + 5, 0]) }
        let ways = try streets(lines, [texts("highway", ["path", "steps", "path", "steps"])]).ways
        #expect(ways.tagSets.count == 2)
        #expect(ways.wayTags == [0, 1, 0, 1])
    }

    @Test func linesThatCrossAreNotJoined() throws {
        let (ways, diagnostics) = try streets([
            near([0, 0, 100, 0]), near([50, -50, 50, 50]), near([70, -50, 70, 50]),
        ])
        #expect(ways.xs.count == 6)
        #expect(diagnostics.map(\.code) == [.linesNotJoined])
        #expect(diagnostics.first?.arguments["count"] == "2")
    }

    /// A touch at a node, a common node and a bridge are no crossings.
    @Test func noCrossings() throws {
        #expect(try streets([near([0, 0, 100, 0]), near([50, 0, 50, 50])]).diagnostics.isEmpty)
        #expect(try streets([near([0, 0, 50, 0, 100, 0]), near([50, -50, 50, 0, 50, 50])]).diagnostics.isEmpty)
        let bridge = try streets(
            [near([0, 0, 100, 0]), near([50, -50, 50, 50])],
            [texts("highway", ["path", "path"]), texts("bridge", [nil, "yes"])])
        #expect(bridge.diagnostics.isEmpty)
    }

    /// Whatever the lines: columns fit each other, and twice the same makes the same.
    @Test func columnsFit() throws {
        var generator = SeededGenerator(seed: 527)
        for _ in 0..<50 {
            let lines = try (0..<20).map { _ in
                try near(
                    (0..<Int.random(in: 2...6, using: &generator) * 2).map { _ in
                        Double(Int.random(in: 0...8, using: &generator))
                    })
            }
            let (ways, diagnostics) = try streets(lines)
            #expect(ways.nodeEnds.count == ways.count && ways.wayTags.count == ways.count)
            #expect(ways.nodeEnds.last.map(Int.init) ?? 0 == ways.nodeIndexes.count)
            for way in 0..<ways.count {
                let nodes = ways.nodes(ofWay: way)
                #expect(nodes.count >= 2)
                #expect(zip(nodes, nodes.dropFirst()).allSatisfy { $0 != $1 })
                #expect(nodes.allSatisfy { Int($0) < ways.xs.count })
            }
            let again = try streets(lines)
            #expect(again.ways.nodeIndexes == ways.nodeIndexes && again.ways.xs == ways.xs)
            #expect(again.diagnostics == diagnostics)
        }
    }
}
