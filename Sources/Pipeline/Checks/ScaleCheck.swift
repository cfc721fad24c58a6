internal import Features
internal import Foundation
internal import Planar
internal import ReferenceSystems

/// How much the map plane stretches lengths where the town lies.
enum ScaleCheck {
    /// A note where a kilometre of the plane differs from one of the ground by more than a tenth of a per cent, as it
    /// does far from the middle of a UTM zone (EPSG Guidance Note 7-2: UTM's scale is 0.9996 there).
    static func finding(_ layer: LoadedLayer) -> [Diagnostic] {
        let box = layer.metric.layer.geometries.envelope
        guard !box.isEmpty else { return [] }
        let (x, y) = ((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
        let step = 500.0
        guard let west = MetricLayer.longitudeLatitude(x: x - step, y: y, in: layer.metric.referenceSystem),
            let east = MetricLayer.longitudeLatitude(x: x + step, y: y, in: layer.metric.referenceSystem)
        else { return [] }
        let ground = groundDistance(west, east)
        guard ground > 0 else { return [] }
        let scale = 2 * step / ground
        guard abs(scale - 1) > 0.001 else { return [] }
        return [
            Diagnostic(
                .scaleDistortion, at: layer.location,
                [
                    "crs": "\(layer.metric.referenceSystem)",
                    "percent": "\(((scale - 1) * 1000).rounded() / 10)",
                ])
        ]
    }

    /// The distance of two near positions on the ellipsoid WGS 84, by its radii of curvature at their middle.
    private static func groundDistance(_ first: LongitudeLatitude, _ second: LongitudeLatitude) -> Double {
        let (a, e2) = (6_378_137.0, 0.006_694_379_990_14)
        let degree = Double.pi / 180
        let middle = (first.latitude + second.latitude) / 2 * degree
        let w = (1 - e2 * sin(middle) * sin(middle)).squareRoot()
        let north = (second.latitude - first.latitude) * degree * a * (1 - e2) / (w * w * w)
        let east = (second.longitude - first.longitude) * degree * a / w * cos(middle)
        return (north * north + east * east).squareRoot()
    }
}
