internal import Features
internal import Planar
internal import Project
internal import ReferenceSystems

/// Gives findings about a feature a place on the globe, so that they can be shown on a map.
enum FindingPlaces {
    /// The findings, those that name a feature of a layer with a position at or in that feature. Findings that have a
    /// more exact place keep it; features without a geometry stay without.
    static func filled(_ findings: [Diagnostic], from layers: [LoadedLayer]) -> [Diagnostic] {
        guard let system = layers.first?.metric.referenceSystem else { return findings }
        let byFile = Dictionary(grouping: layers) { $0.metric.layer.source.path }
        var xs: [Double] = []
        var ys: [Double] = []
        var waiting: [Int] = []
        for (index, finding) in findings.enumerated() where finding.longitudeLatitude == nil {
            guard let location = finding.location, let row = location.feature,
                let layer = byFile[location.file]?.first(where: { $0.holds(row, location.featureID) }),
                let geometry = layer.metric.layer.geometries[row], let position = position(of: geometry)
            else { continue }
            xs.append(position.x)
            ys.append(position.y)
            waiting.append(index)
        }
        guard !waiting.isEmpty,
            let transform = try? CoordinateTransform(from: system, to: .wgs84, missingGrid: .allowLessAccurate)
        else { return findings }
        let lost = Set(transform.apply(xs: &xs, ys: &ys))
        var result = findings
        for (place, index) in waiting.enumerated() where !lost.contains(place) {
            result[index].longitudeLatitude = LongitudeLatitude(longitude: xs[place], latitude: ys[place])
        }
        return result
    }

    /// The middle of an area, else the first position.
    private static func position(of geometry: Geometry) -> (x: Double, y: Double)? {
        if let middle = geometry.areaCentroid { return middle }
        guard let first = geometry.elements.first else { return nil }
        return (first.xs[0], first.ys[0])
    }
}

extension LoadedLayer {
    /// Whether a row is of this layer: several layers can come from one file, and then ids tell their rows apart.
    fileprivate func holds(_ row: Int, _ id: String?) -> Bool {
        row < metric.layer.count && (entry.format == .geoJSON || id == nil || metric.ids[row] == id)
    }
}
