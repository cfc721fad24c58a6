internal import Features
internal import Formats
internal import Planar
internal import ReferenceSystems

/// A feature on its way into a GeoJSON file.
struct MapFeature {
    var geometry: Geometry
    var properties: [JSONValue.Member]

    static func geoJSON(
        _ features: [MapFeature], name: String, attribution: [String], from system: CoordinateReferenceSystem
    ) throws(Failure) -> [UInt8] {
        let transform: CoordinateTransform
        do {
            transform = try CoordinateTransform(from: system, to: .wgs84, missingGrid: .allowLessAccurate)
        } catch {
            throw Failure(.malformedData, MetricLayer.diagnostic(for: error, SourceLocation(file: name)))
        }
        var column = GeometryColumn(features.map { Optional($0.geometry) })
        _ = column.movePositions { transform.apply(xs: &$0, ys: &$1) }
        var text = "{\"type\":\"FeatureCollection\",\"name\":\(JSONValue.string(name).text()),\"attribution\":"
        text += JSONValue.array(attribution.map { .string($0) }).text() + ",\"features\":[\n"
        let lines = features.indices.map { index -> String in
            let value: JSONValue = [
                "type": "Feature", "properties": .object(features[index].properties),
                "geometry": column[index].map(json) ?? .null,
            ]
            return value.text()
        }
        return Array((text + lines.joined(separator: ",\n") + "\n]}\n").utf8)
    }

    private static func json(_ geometry: Geometry) -> JSONValue {
        func position(_ i: Int) -> JSONValue {
            [.number(geometry.xs[i].rounded(decimals: 7)), .number(geometry.ys[i].rounded(decimals: 7))]
        }
        func ring(_ r: Int) -> JSONValue { .array(geometry.positions(ofRing: r).map(position)) }
        func polygon(_ p: Int) -> JSONValue { .array(geometry.rings(ofPart: p).map(ring)) }
        switch geometry.kind {
        case .point: return ["type": "Point", "coordinates": position(0)]
        case .polygon: return ["type": "Polygon", "coordinates": polygon(0)]
        default:
            return ["type": "MultiPolygon", "coordinates": .array(geometry.partEnds.indices.map(polygon))]
        }
    }
}
