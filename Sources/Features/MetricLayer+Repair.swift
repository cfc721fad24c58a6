internal import Planar
public import ReferenceSystems
internal import Topology

extension MetricLayer {
    /// Looks at the validity of all areas at once and repairs those that are not valid; what is left of a repaired
    /// area is its areal part. Each finding carries its place on the globe.
    static func repair(
        _ layer: inout Layer, from system: CoordinateReferenceSystem, _ transforms: TransformCache
    ) -> [Diagnostic] {
        let areas = layer.geometries.rows(ofDimension: 2)
        guard !areas.isEmpty else { return [] }
        let engine = TopologyEngine()
        var diagnostics: [Diagnostic] = []
        var replacements: [(row: Int, geometry: Geometry?)] = []
        let validities = engine.validities(areas.compactMap { layer.geometries[$0] })
        for (row, validity) in zip(areas, validities) {
            guard case .success(let validity) = validity, validity.isValid else {
                guard let geometry = layer.geometries[row] else { continue }
                var reason = "?"
                var place: LongitudeLatitude?
                if case .success(let validity) = validity {
                    reason = validity.reason ?? "?"
                    if let x = validity.x, let y = validity.y {
                        place = longitudeLatitude(x: x, y: y, in: system, transforms)
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
        layer.geometries.replace(replacements)
        return diagnostics
    }

    /// The place on the globe of a metric position, for showing findings on a map; nil where there is none.
    public static func longitudeLatitude(
        x: Double, y: Double, in system: CoordinateReferenceSystem, _ transforms: TransformCache = TransformCache()
    ) -> LongitudeLatitude? {
        guard
            let place = try? transforms.transform(from: system, to: .wgs84, missingGrid: .allowLessAccurate)
                .apply(x: x, y: y)
        else { return nil }
        return LongitudeLatitude(longitude: place.x, latitude: place.y)
    }
}
