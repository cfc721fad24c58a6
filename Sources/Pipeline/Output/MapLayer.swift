internal import Features
internal import Formats
internal import Planar
internal import ReferenceSystems

/// A feature on its way into the maps: a metric geometry and its properties. All features of a layer have the same
/// properties in the same order, save those at the end that only some have.
struct MapFeature {
    var geometry: Geometry
    var properties: [JSONValue.Member]
}

/// A layer of an edition's maps.
struct MapLayer {
    /// The layers there are, in the order of the files' description; the raw value names file and table.
    enum Name: String, CaseIterable {
        case quarters, overlay, places, catchments, stops
    }

    let name: Name
    let features: [MapFeature]

    /// The features as strict GeoJSON in longitude and latitude, with the sources' attribution as a foreign member.
    func geoJSON(attribution: [String], from system: CoordinateReferenceSystem) throws(Failure) -> [UInt8] {
        let transform: CoordinateTransform
        do {
            // The way back of a map projection; a datum shift is only in it where the study's system has another datum.
            transform = try CoordinateTransform(from: system, to: .wgs84, missingGrid: .allowLessAccurate)
        } catch {
            let location = SourceLocation(file: name.rawValue + ".geojson")
            throw Failure(.malformedData, MetricLayer.diagnostic(for: error, location))
        }
        var geometries = GeometryColumn(features.map(\.geometry))
        _ = geometries.movePositions { transform.apply(xs: &$0, ys: &$1) }
        return GeoJSONWriter.collection(
            geometries: geometries, columns: columns(MapLayer.mixed),
            members: [
                JSONValue.Member("name", .string(name.rawValue)),
                JSONValue.Member("attribution", .array(attribution.map { .string($0) })),
            ])
    }

    /// The features as a table in metres, each column of one type.
    func table() -> Layer {
        Layer(
            name: name.rawValue, source: SourceFile(path: name.rawValue),
            geometries: GeometryColumn(features.map(\.geometry)), columns: columns(MapLayer.typed))
    }

    /// The names of the properties, in the order in which they first appear.
    var columnNames: [String] {
        var names: [String] = []
        for feature in features {
            for member in feature.properties where !names.contains(member.key) { names.append(member.key) }
        }
        return names
    }

    private func columns(_ storage: ([JSONValue]) -> Column.Storage) -> [Column] {
        columnNames.map { name in
            let values = features.map { feature in feature.properties.first { $0.key == name }?.value ?? .null }
            return Column(name: name, storage: storage(values), presence: Presence(values.map { $0 != .null }))
        }
    }

    /// Each value with its own type.
    private static func mixed(_ values: [JSONValue]) -> Column.Storage {
        var kinds: [Column.MixedKind] = []
        for value in values {
            switch value {
            case .null, .string: kinds.append(.text)
            case .boolean: kinds.append(.boolean)
            case .integer: kinds.append(.integer)
            case .number: kinds.append(.double)
            case .array, .object: kinds.append(.json)
            }
        }
        return .mixed(kinds: kinds, texts: texts(values))
    }

    /// All values in one type: truth values, whole numbers or numbers where all are such, else texts.
    private static func typed(_ values: [JSONValue]) -> Column.Storage {
        let given = values.filter { $0 != .null }
        func all(_ isOfType: (JSONValue) -> Bool) -> Bool { !given.isEmpty && given.allSatisfy(isOfType) }
        if all({ if case .boolean = $0 { true } else { false } }) {
            return .booleans(values.map { $0 == .boolean(true) ? 1 : 0 })
        }
        if all({ if case .integer = $0 { true } else { false } }) {
            return .int64(values.map { if case .integer(let number) = $0 { Int64(number) } else { 0 } })
        }
        if all({ $0.double != nil }) { return .doubles(values.map { $0.double ?? 0 }) }
        return .texts(texts(values))
    }

    private static func texts(_ values: [JSONValue]) -> TextArena {
        var texts = TextArena()
        for value in values { texts.append(text(value).utf8) }
        return texts
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .boolean(let truth): truth ? "true" : "false"
        case .integer(let number): "\(number)"
        case .number(let number): NumberText.shortest(number)
        case .string(let text): text
        case .array, .object: value.text()
        }
    }
}
