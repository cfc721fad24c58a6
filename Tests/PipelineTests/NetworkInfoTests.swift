import Formats
import Foundation
import Pipeline
import TestSupport
import Testing
import Travel

/// `quartier network`: streets of a file as a network, described and written.
@Suite struct NetworkInfoTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// A T of two streets near the middle of zone 32, a motorway, and an island; kinds in the column `highway`.
    private func streets() throws -> String {
        let lines: [(String, String, String)] = [
            ("a", "residential", "[9.000,54.0],[9.001,54.0],[9.002,54.0]"),
            ("b", "footway", "[9.001,54.0],[9.001,54.001]"),
            ("c", "motorway", "[9.0,54.002],[9.01,54.002]"), ("d", "path", "[9.1,54.1],[9.1,54.101]"),
        ]
        let features = lines.map { id, kind, positions in
            #"{"type":"Feature","id":"\#(id)","properties":{"highway":"\#(kind)"},"#
                + #""geometry":{"type":"LineString","coordinates":[\#(positions)]}}"#
        }
        return try scratch.write(
            #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#, to: "streets.geojson")
    }

    @Test func linesBecomeANetwork() throws {
        let info = try NetworkInfo(path: try streets(), profile: .walking)
        #expect(info.referenceSystem == "EPSG:25832" && info.profile.id == "walking")
        #expect(info.network.edgeCount == 4 && info.network.nodeCount == 6)
        #expect(info.report.dropped.map(\.kind) == ["motorway"])
        #expect(info.report.components.count == 2 && info.report.islands.count == 1)
        // 0.001° of latitude at 54° north is 111.3 m, of longitude 65.6 m; UTM shortens by 0.4 per mille.
        let latitude = 111.3 * 0.999_6
        let footway = try #require(info.report.kinds.first { $0.name == "footway" })
        #expect(isClose(footway.metres, latitude, tolerance: 1e-3))
        #expect(info.findings.map(\.code).contains(.networkComponents))
        let place = try #require(info.findings.first { $0.code == .networkComponents }?.longitudeLatitude)
        #expect(isClose(place.longitude, 9.1) && place.latitude > 54.09 && place.latitude < 54.11)
    }

    @Test func theSystemCanBeChosenAndMustBeMetric() throws {
        let path = try streets()
        #expect(try NetworkInfo(path: path, profile: .walking, crs: "EPSG:25833").referenceSystem == "EPSG:25833")
        #expect(throws: Failure.self) { try NetworkInfo(path: path, profile: .walking, crs: "EPSG:4326") }
        #expect(throws: Failure.self) { try NetworkInfo(path: path, profile: .walking, crs: "nonsense") }
        #expect(throws: Failure.self) { try NetworkInfo(path: path + ".none", profile: .walking) }
    }

    @Test func aBoxTakesWhatHasAPointInIt() throws {
        let info = try NetworkInfo(path: try streets(), profile: .walking, clip: (9.0005, 53.9, 9.0015, 54.0005))
        #expect(info.network.edgeCount == 3 && info.report.wayCount == 2)
        let nothing = try NetworkInfo(path: try streets(), profile: .walking, clip: (0, 0, 1, 1))
        #expect(nothing.network.edgeCount == 0 && nothing.findings.map(\.code).contains(.networkEmpty))
        #expect(nothing.text(.german).contains("Q523"))
    }

    @Test func theGeoJSONHoldsEveryEdge() throws {
        let info = try NetworkInfo(path: try streets(), profile: .walking)
        let text = info.geoJSON()
        #expect(text == (try NetworkInfo(path: try streets(), profile: .walking)).geoJSON())
        let layer = try GeoJSONReader.read(text, path: "network.geojson").layer
        #expect(layer.count == 4)
        #expect(
            layer.columns.map(\.name) == [
                "edge", "way", "highway", "from", "to", "metres", "seconds_forward", "seconds_backward", "component",
                "island",
            ])
        let edge = try #require((0..<4).first { layer.column(named: "way")?.string(at: $0) == "b" })
        let metres = try #require(layer.column(named: "metres")?.double(at: edge))
        let seconds = try #require(layer.column(named: "seconds_forward")?.double(at: edge))
        #expect((seconds - metres * 0.9).magnitude < 0.001)
        #expect(layer.column(named: "seconds_backward")?.double(at: edge) == seconds)
        let geometry = try #require(layer.geometries[edge])
        #expect(geometry.kind == .lineString)
        #expect(zip(geometry.xs, [9.001, 9.001]).allSatisfy { isClose($0, $1, tolerance: 1e-8) })
        #expect(zip(geometry.ys.sorted(), [54, 54.001]).allSatisfy { isClose($0, $1, tolerance: 1e-8) })
        let islands = (0..<4).map { layer.column(named: "island")?.string(at: $0) }
        #expect(islands.count { $0 == "true" } == 1)
    }

    @Test func textAndJSONSayTheSame() throws {
        let info = try NetworkInfo(path: try streets(), profile: .walking)
        let german = info.text(.german)
        #expect(german.contains("Netz: 6 Knoten, 4 Kanten") && german.contains("(Insel)"))
        #expect(info.text(.english).contains("motorway (") && !info.text(.english).contains("⟨"))
        #expect(!german.contains("⟨"))
        let json = try JSONValue(parsing: info.json(.english))
        #expect(json["edges"] == .integer(4) && json["used_ways"] == .integer(3) && json["ways"] == .integer(4))
        #expect(json["dropped"]?.array?.first?["reason"] == .string("kind"))
        #expect(json["components"]?.array?.count == 2)
        #expect(json["longest_edge"]?["way"] == .string("d") || json["longest_edge"]?["way"] == .string("b"))
    }
}
