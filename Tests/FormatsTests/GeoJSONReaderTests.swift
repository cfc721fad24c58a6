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

/// The same text cut into blocks and ranges of any size gives the same layer.
@Suite struct RangeTests {
    /// Features of changing shape, some broken, on one line each, with nested things that look like features.
    static func text(separator: String, head: String, tail: String) -> String {
        let features = (0..<60).map { index in
            let id = index % 7 == 0 ? "" : "\"id\":\"f\(index)\","
            let nested = index % 5 == 0 ? #","more":{"list":[{"type":"Feature","a":1},\n{"type":"x"}]}"# : ""
            let geometry =
                switch index % 6 {
                case 0: #"{"type":"LineString","coordinates":[[1,2],[3,4.5]]}"#
                case 1: "null"
                case 2: #"{"coordinates":[1],"type":"Point"}"#
                default: #"{"type":"Point","coordinates":[\#(index),\#(Double(index) / 7)]}"#
                }
            let value = index < 30 ? "\(index)" : index < 50 ? "\(index).5" : "\"t\(index)\""
            return
                #"{"type":"Feature",\#(id)"properties":{"v":\#(value),"s":"ä\#(index % 3)"\#(nested)},"geometry":\#(geometry)}"#
                .replacing("\\n", with: separator.hasPrefix(",") ? "\n" : "")
        }
        return head + features.joined(separator: separator) + tail
    }

    @Test(arguments: [
        (",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n],\"name\":\"x\"}\n"),
        (",", "{\"features\":[", "],\"type\":\"FeatureCollection\"}"),
        ("\n", "", "\n"), ("\n\u{1E}", "\u{1E}", ""),
    ])
    func cutsDoNotShow(separator: String, head: String, tail: String) throws {
        let text = Self.text(separator: separator, head: head, tail: tail)
        let whole = try read(text)
        #expect(whole.layer.count == 60)
        for size in Array(1...40) + [64, 100, 150, 200, 400, 1000, 3000] {
            let cut = try read(text, rangeSize: size)
            var layer = cut.layer
            layer.name = whole.layer.name
            let (isSame, findsSame) = (layer == whole.layer, cut.diagnostics == whole.diagnostics)
            #expect(isSame && findsSame, "range size \(size)")
        }
    }
}
