internal import Features
internal import Planar

/// The one kind the geometries of a table have, so that QGIS shows them as one layer: single elements beside several
/// are written as multi-geometries of one.
struct GeometryKind {
    /// The kind in capitals.
    let name: String
    private let multi: Geometry.Kind?

    /// The kind that holds all geometries of a column.
    init(of geometries: GeometryColumn) {
        var kinds: Set<Geometry.Kind> = []
        if let points = geometries.sparsePoints {
            if points.presence.absentCount < points.xs.count { kinds.insert(.point) }
        } else {
            for row in 0..<geometries.count { if let kind = geometries[row]?.kind { kinds.insert(kind) } }
        }
        multi = GeometryKind.multis.first { kinds == [$0.key, $0.value] }?.value
        name = (multi ?? (kinds.count == 1 ? kinds.first : nil))?.geoPackageName ?? "GEOMETRY"
    }

    private static let multis: [Geometry.Kind: Geometry.Kind] = [
        .point: .multiPoint, .lineString: .multiLineString, .polygon: .multiPolygon,
    ]

    /// The geometry in the table's kind.
    func cast(_ geometry: Geometry) -> Geometry {
        guard let multi, geometry.kind != multi else { return geometry }
        guard !geometry.isEmpty else { return Geometry(emptyOf: multi) }
        let count = Int32(truncatingIfNeeded: geometry.xs.count)
        let rings = geometry.kind == .lineString ? [count] : geometry.ringEnds
        let parts = geometry.kind == .polygon ? [Int32(truncatingIfNeeded: rings.count)] : []
        let cast = try? Geometry(kind: multi, xs: geometry.xs, ys: geometry.ys, ringEnds: rings, partEnds: parts)
        return cast ?? geometry
    }
}

extension Geometry.Kind {
    fileprivate var geoPackageName: String {
        switch self {
        case .point: "POINT"
        case .lineString: "LINESTRING"
        case .polygon: "POLYGON"
        case .multiPoint: "MULTIPOINT"
        case .multiLineString: "MULTILINESTRING"
        case .multiPolygon: "MULTIPOLYGON"
        case .collection: "GEOMETRYCOLLECTION"
        }
    }
}
