public import Features
internal import Planar

/// Writes GeoJSON exactly as RFC 7946 has it: longitude and latitude in WGS 84 with seven decimals (a centimetre),
/// rings by the right-hand rule, geometries divided at the antimeridian, a bounding box, no `crs`; one feature a line.
public struct GeoJSONWriter {
    /// The text so far.
    private var json = JSONWriter()
    private var features = 0

    /// Writes features as one collection.
    /// - Parameters:
    ///   - geometries: Longitudes and latitudes in degrees.
    ///   - columns: The properties, in this order in every feature; a missing value is written as null.
    ///   - ids: The features' ids.
    ///   - members: Further members before the features, such as an attribution.
    public static func collection(
        geometries: GeometryColumn, columns: [Column], ids: Column? = nil, members: [JSONValue.Member] = []
    ) -> [UInt8] {
        var writer = GeoJSONWriter()
        writer.json.append("{\"type\":\"FeatureCollection\"")
        for member in members {
            writer.json.append(",")
            writer.json.write(member.key)
            writer.json.append(":")
            writer.json.write(member.value, level: 0)
        }
        let shapes = (0..<geometries.count).map { geometries[$0]?.forGeoJSON }
        var envelope = Envelope.empty
        for case let shape? in shapes { envelope.include(shape.envelope) }
        writer.writeBox(shapes.contains { $0?.isDivided == true } ? Envelope.empty : envelope)
        writer.json.append(",\"features\":[\n")
        for (row, shape) in shapes.enumerated() {
            writer.json.append(row == 0 ? "" : ",\n")
            writer.writeFeature(shape?.geometry, row: row, columns: columns, id: ids?.value(at: row))
        }
        writer.json.append("\n]}\n")
        return writer.json.bytes
    }

    private mutating func writeBox(_ envelope: Envelope) {
        guard !envelope.isEmpty else { return }
        json.append(",\"bbox\":[")
        let edges = [envelope.minX, envelope.minY, envelope.maxX, envelope.maxY]
        json.append(edges.map(GeoJSONWriter.number).joined(separator: ","))
        json.append("]")
    }

    private mutating func writeFeature(_ geometry: Geometry?, row: Int, columns: [Column], id: ColumnValue?) {
        json.append("{\"type\":\"Feature\"")
        if let id {
            json.append(",\"id\":")
            json.write(JSONValue(id), level: 0)
        }
        json.append(",\"properties\":{")
        for (index, column) in columns.enumerated() {
            if index > 0 { json.append(",") }
            json.write(column.name)
            json.append(":")
            if let value = column.value(at: row) {
                json.write(JSONValue(value), level: 0)
            } else {
                json.append("null")
            }
        }
        json.append("},\"geometry\":")
        if let geometry { write(geometry) } else { json.append("null") }
        json.append("}")
    }

    private mutating func write(_ geometry: Geometry) {
        json.append("{\"type\":\"\(geometry.kind.geoJSONName)\",")
        if geometry.kind == .collection {
            json.append("\"geometries\":[")
            for (index, member) in geometry.members.enumerated() {
                if index > 0 { json.append(",") }
                write(member)
            }
            json.append("]}")
            return
        }
        json.append("\"coordinates\":")
        switch geometry.kind {
        case .point where geometry.isEmpty: json.append("[]")
        case .point: writePosition(geometry, 0)
        case .lineString, .multiPoint, .collection: writePositions(geometry, geometry.xs.indices)
        case .polygon, .multiLineString: writeRings(geometry, geometry.ringEnds.indices)
        case .multiPolygon:
            writeList(geometry.partEnds.indices) { $0.writeRings(geometry, geometry.rings(ofPart: $1)) }
        }
        json.append("}")
    }

    private mutating func writeList(_ range: Range<Int>, _ element: (inout GeoJSONWriter, Int) -> Void) {
        json.append("[")
        for index in range {
            if index > range.lowerBound { json.append(",") }
            element(&self, index)
        }
        json.append("]")
    }

    private mutating func writeRings(_ geometry: Geometry, _ rings: Range<Int>) {
        writeList(rings) { $0.writePositions(geometry, geometry.positions(ofRing: $1)) }
    }

    private mutating func writePositions(_ geometry: Geometry, _ positions: Range<Int>) {
        writeList(positions) { $0.writePosition(geometry, $1) }
    }

    private mutating func writePosition(_ geometry: Geometry, _ position: Int) {
        json.append(
            "[\(GeoJSONWriter.number(geometry.xs[position])),\(GeoJSONWriter.number(geometry.ys[position]))]")
    }

    /// Degrees with at most seven decimals, zeros at the end left out.
    private static func number(_ degrees: Double) -> String {
        NumberText.fixed(degrees, decimals: 7, trimmed: true)
    }
}

extension Geometry {
    /// The geometry as RFC 7946 wants it, and whether it had to be divided at the antimeridian.
    fileprivate var forGeoJSON: (geometry: Geometry, isDivided: Bool, envelope: Envelope) {
        let divided = dividedAtAntimeridian()
        let oriented = (divided ?? self).withRightHandRule()
        return (oriented, divided != nil, oriented.envelope)
    }
}

extension Geometry.Kind {
    /// The kind's name in GeoJSON.
    var geoJSONName: String {
        switch self {
        case .point: "Point"
        case .lineString: "LineString"
        case .polygon: "Polygon"
        case .multiPoint: "MultiPoint"
        case .multiLineString: "MultiLineString"
        case .multiPolygon: "MultiPolygon"
        case .collection: "GeometryCollection"
        }
    }
}

extension JSONValue {
    /// A column's value as JSON.
    public init(_ value: ColumnValue) {
        switch value {
        case .integer(let value): self = .integer(value)
        case .double(let value): self = .number(value)
        case .boolean(let value): self = .boolean(value)
        case .text(let text): self = .string(text)
        case .json(let text): self = (try? JSONValue(parsing: text)) ?? .string(text)
        }
    }
}
