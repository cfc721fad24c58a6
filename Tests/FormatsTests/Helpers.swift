import Features

@testable import Formats

/// Reads a text; with `rangeSize` as many bytes a range and few a block, so that short texts cross many borders.
func read(_ text: String, rangeSize: Int? = nil) throws -> ReadLayer {
    try read(Array(text.utf8), rangeSize: rangeSize)
}

func read(_ text: [UInt8], rangeSize: Int? = nil) throws -> ReadLayer {
    guard let rangeSize else { return try GeoJSONReader.read(text, path: "test.geojson") }
    let options = GeoJSONReader.Options(blockSize: 3 * rangeSize + 1, rangeSize: rangeSize)
    return try GeoJSONReader.read(ByteSource(path: "test.geojson", bytes: text), name: "test", options: options)
}

/// The codes of the findings, once each, sorted.
func codes(_ read: ReadLayer) -> [DiagnosticCode] {
    Set(read.diagnostics.map(\.code)).sorted()
}

/// The finding that ends reading, or nil.
func failure(_ text: [UInt8]) -> Diagnostic? {
    do throws(Failure) {
        _ = try GeoJSONReader.read(text, path: "test.geojson")
        return nil
    } catch {
        return error.diagnostics.first
    }
}

func failure(_ text: String) -> Diagnostic? { failure(Array(text.utf8)) }

/// A feature collection of one feature with that geometry.
func collection(geometry: String) -> String {
    #"{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"properties":{},"geometry":\#(geometry)}]}"#
}

/// A feature collection of one feature with those properties.
func collection(properties: String) -> String {
    #"{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[9,54]},"#
        + #""properties":\#(properties)}]}"#
}
