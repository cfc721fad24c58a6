import Features
import Planar
import Testing

@testable import Formats

@Suite struct GeoJSONReaderTests {
    @Test func readsACollection() throws {
        let read = try GeoJSONReader.read(
            Array(
                """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","id":7,"properties":{"name":"Süd","n":3,"x":1.5,"t":true,"l":[1, 2]},
                 "geometry":{"type":"Point","coordinates":[9.5,54.25]}},
                {"type":"Feature","id":8,"properties":{"name":"M\\u00e4rz","n":null,"x":2},
                 "geometry":{"type":"Point","coordinates":[9.5,-54.25]}}
                ]}
                """.utf8), path: "folder/town.geojson")
        #expect(read.diagnostics.isEmpty)
        let layer = read.layer
        #expect(layer.name == "town")
        #expect(layer.count == 2)
        #expect(layer.lines == [2, 4])
        #expect(layer.columns.map(\.name) == ["name", "n", "x", "t", "l"])
        #expect(layer.column(named: "name")?.string(at: 1) == "März")
        #expect(layer.column(named: "n")?.value(at: 0) == .integer(3))
        #expect(layer.column(named: "n")?.value(at: 1) == nil)
        #expect(layer.column(named: "x")?.doubles() == [1.5, 2])
        #expect(layer.column(named: "t")?.value(at: 0) == .boolean(true))
        #expect(layer.column(named: "l")?.value(at: 0) == .json("[1, 2]"))
        #expect(layer.featureIDs?.integers() == [7, 8])
        #expect(layer.geometries.points?.ys == [54.25, -54.25])
        #expect(layer.source.sha256.count == 64)
    }
}
