internal import Features
internal import Formats
internal import Planar
internal import ReferenceSystems

/// A feature on its way into a GeoJSON file: a metric geometry and its properties. All features of a file have the
/// same properties in the same order, save those at the end that only some have.
struct MapFeature {
    var geometry: Geometry
    var properties: [JSONValue.Member]

    /// The features as strict GeoJSON in longitude and latitude, with the sources' attribution as a foreign member.
    static func geoJSON(
        _ features: [MapFeature], name: String, attribution: [String], from system: CoordinateReferenceSystem
    ) throws(Failure) -> [UInt8] {
        let transform: CoordinateTransform
        do {
            // The way back of a map projection; a datum shift is only in it where the study's system has another datum.
            transform = try CoordinateTransform(from: system, to: .wgs84, missingGrid: .allowLessAccurate)
        } catch {
            throw Failure(.malformedData, MetricLayer.diagnostic(for: error, SourceLocation(file: name + ".geojson")))
        }
        var geometries = GeometryColumn(features.map(\.geometry))
        _ = geometries.movePositions { transform.apply(xs: &$0, ys: &$1) }
        return GeoJSONWriter.collection(
            geometries: geometries, columns: columns(of: features),
            members: [
                JSONValue.Member("name", .string(name)),
                JSONValue.Member("attribution", .array(attribution.map { .string($0) })),
            ])
    }

    /// The properties as columns, in the order in which they first appear.
    private static func columns(of features: [MapFeature]) -> [Column] {
        var names: [String] = []
        for feature in features {
            for member in feature.properties where !names.contains(member.key) { names.append(member.key) }
        }
        return names.map { name in
            var kinds: [Column.MixedKind] = []
            var texts = TextArena()
            var present: [Bool] = []
            for feature in features {
                let value = feature.properties.first { $0.key == name }?.value ?? .null
                let (kind, text) = mixed(value)
                kinds.append(kind)
                texts.append(text.utf8)
                present.append(value != .null)
            }
            return Column(name: name, storage: .mixed(kinds: kinds, texts: texts), presence: Presence(present))
        }
    }

    private static func mixed(_ value: JSONValue) -> (Column.MixedKind, String) {
        switch value {
        case .null: (.text, "")
        case .boolean(let truth): (.boolean, truth ? "true" : "false")
        case .integer(let number): (.integer, "\(number)")
        case .number(let number): (.double, NumberText.shortest(number))
        case .string(let text): (.text, text)
        case .array, .object: (.json, value.text())
        }
    }
}
