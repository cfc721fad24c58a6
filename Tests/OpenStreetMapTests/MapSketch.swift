import OpenStreetMap
import Planar
import Travel

/// A small map drawn in metres around 8.7° E, 50° N. A degree there is 71,695.75 m wide and 111,229.03 m high on the
/// ellipsoid WGS 84.
struct MapSketch {
    static let metresPerDegreeEast = 71_695.75
    static let metresPerDegreeNorth = 111_229.03

    private(set) var objects = MapObjects()
    private var numbers: [String: Int] = [:]

    /// The longitude of metres east.
    static func longitude(_ x: Double) -> Double { 8.7 + x / metresPerDegreeEast }
    /// The latitude of metres north.
    static func latitude(_ y: Double) -> Double { 50 + y / metresPerDegreeNorth }
    /// Metres east of a longitude.
    static func east(_ longitude: Double) -> Double { (longitude - 8.7) * metresPerDegreeEast }
    /// Metres north of a latitude.
    static func north(_ latitude: Double) -> Double { (latitude - 50) * metresPerDegreeNorth }

    /// Tags from `key=value, key=value`.
    static func tags(_ text: String) -> TagSet {
        TagSet(
            text.split(separator: ",").map { pair in
                let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
                return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
            })
    }

    mutating func node(_ x: Double, _ y: Double, _ tags: String) throws {
        add("n", try Geometry(x: MapSketch.longitude(x), y: MapSketch.latitude(y)), tags)
    }

    /// A closed way through corners given as x, y, x, y …
    mutating func area(_ corners: [Double], _ tags: String, kind: String = "w") throws {
        let (xs, ys) = MapSketch.degrees(corners + corners[..<2])
        add(kind, try Geometry(kind: .polygon, xs: xs, ys: ys, ringEnds: [Int32(xs.count)]), tags)
    }

    /// A closed way along a box.
    mutating func box(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double, _ tags: String) throws {
        try area([minX, minY, maxX, minY, maxX, maxY, minX, maxY], tags)
    }

    mutating func line(_ corners: [Double], _ tags: String) throws {
        let (xs, ys) = MapSketch.degrees(corners)
        add("w", try Geometry(kind: .lineString, xs: xs, ys: ys), tags)
    }

    private static func degrees(_ corners: [Double]) -> (xs: [Double], ys: [Double]) {
        let positions = stride(from: 0, to: corners.count, by: 2)
        return (positions.map { longitude(corners[$0]) }, positions.map { latitude(corners[$0 + 1]) })
    }

    private mutating func add(_ kind: String, _ geometry: Geometry, _ tags: String) {
        numbers[kind, default: 0] += 1
        objects.ids.append("\(kind)\(numbers[kind, default: 0])")
        objects.geometries.append(geometry)
        objects.tags.append(MapSketch.tags(tags))
    }

    /// The same objects in another order.
    func reordered(_ order: [Int]) -> MapObjects {
        var result = MapObjects()
        result.ids = order.map { objects.ids[$0] }
        result.geometries = order.map { objects.geometries[$0] }
        result.tags = order.map { objects.tags[$0] }
        return result
    }
}
