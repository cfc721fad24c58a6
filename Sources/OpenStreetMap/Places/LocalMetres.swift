internal import Glibc
internal import Planar

/// Metres around a position given in degrees: good to a few per mille within a town, for comparing and cutting lengths.
/// What is reported is measured in the metric system later.
struct LocalMetres {
    private let metresPerDegreeEast: Double
    private let metresPerDegreeNorth: Double

    /// Metres at a latitude of the ellipsoid WGS 84, by the usual series for the length of a degree.
    init(latitude: Double) {
        let angle = latitude * .pi / 180
        metresPerDegreeNorth = 111_132.954 - 559.822 * cos(2 * angle) + 1.175 * cos(4 * angle)
        metresPerDegreeEast = max(0, 111_412.84 * cos(angle) - 93.5 * cos(3 * angle) + 0.118 * cos(5 * angle))
    }

    /// Metres at the middle of a geometry.
    init(around geometry: Geometry) {
        let box = geometry.envelope
        self.init(latitude: box.isEmpty ? 0 : box.minY / 2 + box.maxY / 2)
    }

    /// The distance of two positions in metres.
    func distance(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Double {
        let east = (ax - bx) * metresPerDegreeEast
        let north = (ay - by) * metresPerDegreeNorth
        return (east * east + north * north).squareRoot()
    }

    /// The area of a geometry in square metres.
    func area(_ geometry: Geometry) -> Double { geometry.area * metresPerDegreeEast * metresPerDegreeNorth }

    /// A box grown by metres.
    func expanded(_ box: Envelope, by metres: Double) -> Envelope {
        guard metresPerDegreeEast > 0, metresPerDegreeNorth > 0 else { return box }
        let (east, north) = (metres / metresPerDegreeEast, metres / metresPerDegreeNorth)
        return Envelope(
            minX: box.minX - east, minY: box.minY - north, maxX: box.maxX + east, maxY: box.maxY + north)
    }
}
