internal import Planar
public import ReferenceSystems
internal import Topology

extension MetricLayer {
    /// Looks at the validity of all areas at once and repairs those that are not valid; what is left of a repaired
    /// area is its areal part. Each finding carries its place on the globe.
    static func repair(
        _ geometries: inout GeometryColumn, _ layer: Layer,
        back systems: (from: CoordinateReferenceSystem, to: CoordinateReferenceSystem)
    ) -> [Diagnostic] {
        let areas = (0..<geometries.count).filter { row in (geometries[row]?.dimension ?? 0) == 2 }
        guard !areas.isEmpty else { return [] }
        let engine = TopologyEngine()
        var diagnostics: [Diagnostic] = []
        var replacements: [(row: Int, geometry: Geometry?)] = []
        let validities = engine.validities(areas.compactMap { geometries[$0] })
        for (row, validity) in zip(areas, validities) {
            guard case .success(let validity) = validity, validity.isValid else {
                guard let geometry = geometries[row] else { continue }
                var reason = "?"
                var place: LongitudeLatitude?
                if case .success(let validity) = validity {
                    reason = validity.reason ?? "?"
                    if let x = validity.x, let y = validity.y {
                        place = longitudeLatitude(x: x, y: y, in: systems.from)
                    }
                }
                let location = layer.location(ofFeature: row)
                diagnostics.append(
                    Diagnostic(.geometryInvalid, at: location, ["reason": reason], longitudeLatitude: place))
                if let repaired = try? engine.makeValid(geometry).arealPart, !repaired.isEmpty {
                    replacements.append((row, repaired))
                    diagnostics.append(Diagnostic(.geometryRepaired, at: location, longitudeLatitude: place))
                } else {
                    replacements.append((row, nil))
                    diagnostics.append(
                        Diagnostic(.geometryRejected, at: location, ["reason": reason], longitudeLatitude: place))
                }
                continue
            }
        }
        geometries.replace(replacements)
        return diagnostics
    }

    /// The place on the globe of a metric position, for showing findings on a map; nil where there is none.
    public static func longitudeLatitude(
        x: Double, y: Double, in system: CoordinateReferenceSystem
    ) -> LongitudeLatitude? {
        guard let transform = try? CoordinateTransform(from: system, to: .wgs84, missingGrid: .allowLessAccurate)
        else { return nil }
        var xs = [x]
        var ys = [y]
        guard transform.apply(xs: &xs, ys: &ys).isEmpty else { return nil }
        return LongitudeLatitude(longitude: xs[0], latitude: ys[0])
    }
}
