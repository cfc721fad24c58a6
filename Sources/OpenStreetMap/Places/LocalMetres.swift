internal import Glibc
internal import Planar

/// Metres around a position given in degrees: good to a few per mille within a town, for comparing and cutting lengths.
/// What is reported is measured in the metric system later.
struct LocalMetres {
    /// No degree, east or north, of any inhabited place is shorter: a degree of longitude at 80° is 19 km.
    static let leastPerDegree = 19_000.0

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

    /// The distance in metres of a position and the straight line between two others.
    func distance(_ x: Double, _ y: Double, toLine ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Double {
        let (east, north) = ((bx - ax) * metresPerDegreeEast, (by - ay) * metresPerDegreeNorth)
        let (toEast, toNorth) = ((x - ax) * metresPerDegreeEast, (y - ay) * metresPerDegreeNorth)
        let squared = east * east + north * north
        let share = squared > 0 ? min(1, max(0, (toEast * east + toNorth * north) / squared)) : 0
        let (restEast, restNorth) = (toEast - share * east, toNorth - share * north)
        return (restEast * restEast + restNorth * restNorth).squareRoot()
    }

    /// Whether a corner of one geometry lies within some metres of the other geometry, a point or the edges of a shape.
    func hasCorner(of one: Geometry, within metres: Double, of other: Geometry) -> Bool {
        one.xs.indices.contains { corner in
            let (x, y) = (one.xs[corner], one.ys[corner])
            if other.kind == .point { return distance(x, y, other.xs[0], other.ys[0]) <= metres }
            return other.ringEnds.indices.contains { ring in
                other.positions(ofRing: ring).dropLast().contains { edge in
                    distance(
                        x, y, toLine: other.xs[edge], other.ys[edge], other.xs[edge + 1], other.ys[edge + 1]) <= metres
                }
            }
        }
    }

    /// The area of a geometry in square metres.
    func area(_ geometry: Geometry) -> Double { geometry.area * metresPerDegreeEast * metresPerDegreeNorth }
}
