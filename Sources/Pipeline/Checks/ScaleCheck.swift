internal import Features
internal import Planar
internal import ReferenceSystems

/// How much the map plane stretches what lies where the town is.
enum ScaleCheck {
    /// A note where lengths of the plane differ from those of the ground by more than a tenth of a per cent (areas by
    /// two), as they do far from the middle of a UTM zone (EPSG Guidance Note 7-2: UTM's scale is 0.9996 there).
    static func finding(_ layer: LoadedLayer) -> [Diagnostic] {
        let box = layer.metric.layer.geometries.envelope
        let system = layer.metric.referenceSystem
        guard !box.isEmpty,
            let middle = MetricLayer.longitudeLatitude(
                x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2, in: system),
            let areal = try? system.arealScale(longitude: middle.longitude, latitude: middle.latitude)
        else { return [] }
        // The scale of lengths, the mean of all directions: UTM's is the same in each.
        let scale = areal.squareRoot()
        guard abs(scale - 1) > 0.001 else { return [] }
        return [
            Diagnostic(
                .scaleDistortion, at: layer.location,
                ["crs": "\(system)", "percent": "\(((scale - 1) * 1000).rounded() / 10)"])
        ]
    }
}
