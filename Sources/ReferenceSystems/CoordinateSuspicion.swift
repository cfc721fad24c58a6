/// What looks wrong about the coordinates of a layer, judged by their bounding box and the system they claim.
public enum CoordinateSuspicion: Sendable, Hashable {
    /// Numbers too large for longitude and latitude in a geographic system.
    case looksProjected
    /// Numbers small enough for degrees in a projected system.
    case looksGeographic
    /// East and north have changed places.
    case swapped
    /// Eastings carry the number of a zone that the system does not have; the system that fits is named.
    case zonePrefix(suggested: String)
    /// Eastings lack the zone number that the system wants; the system that fits is named.
    case zonePrefixMissing(suggested: String)
    /// At least one corner of the box lies outside the area the system is meant for.
    case outsideAreaOfUse
}

extension CoordinateReferenceSystem {
    /// The zone number in front of an easting of 7 or 8 digits (32 565 000 m has 32), 1…60; nil without one.
    ///
    /// What remains must be an easting of UTM or Gauss-Krüger: within 450 km of the central meridian's 500 km.
    public static func zonePrefix(ofX x: Double) -> Int? {
        guard x.isFinite, x >= 1_000_000, x < 61_000_000 else { return nil }
        let zone = (x / 1_000_000).rounded(.down)
        guard (50_000...950_000).contains(x - zone * 1_000_000) else { return nil }
        return Int(exactly: zone)
    }

    /// What looks wrong about a box of coordinates in this system, the likeliest first; empty when nothing does.
    ///
    /// The box must be finite and not empty, else nothing is said. Looks up PROJ for projected systems (5–30 ms).
    public func suspicions(minX: Double, minY: Double, maxX: Double, maxY: Double) -> [CoordinateSuspicion] {
        let box = Box(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
        guard box.isSound else { return [] }
        return isGeographic ? geographicSuspicions(box) : projectedSuspicions(box)
    }

    private func geographicSuspicions(_ box: Box) -> [CoordinateSuspicion] {
        // Files drawn across the antimeridian go on to 360°.
        guard box.minX >= -360, box.maxX <= 360, box.minY >= -180, box.maxY <= 180 else { return [.looksProjected] }
        if box.minY < -90 || box.maxY > 90 { return [.swapped] }
        if box.swapped.lies(in: Self.germany) { return [.swapped] }
        guard let areaOfUse, !box.lies(in: areaOfUse) else { return [] }
        if box.swapped.lies(in: areaOfUse) { return [.swapped] }
        return [.outsideAreaOfUse]
    }

    private func projectedSuspicions(_ box: Box) -> [CoordinateSuspicion] {
        // A town within 180 m of a projected origin is not in Germany, and hardly anywhere.
        if box.minX >= -180, box.maxX <= 180, box.minY >= -90, box.maxY <= 90 { return [.looksGeographic] }
        guard let areaOfUse else { return zoneSuspicion(box).map { [$0] } ?? [] }
        guard isOutside(box, areaOfUse) else { return [] }
        // A northing of 5 500 000 m looks like zone 5: swapped axes are asked for before zone numbers.
        if !isOutside(box.swapped, areaOfUse) { return [.swapped] }
        return [zoneSuspicion(box) ?? .outsideAreaOfUse]
    }

    /// Compares the zone number of eastings with the one the system has.
    private func zoneSuspicion(_ box: Box) -> CoordinateSuspicion? {
        guard let code, isMetric else { return nil }
        let low = Self.zonePrefix(ofX: box.minX)
        guard low == Self.zonePrefix(ofX: box.maxX) else { return nil }
        let own = Self.prefixedSystems.first { $0.value == code }?.key
        if let own {
            if let low {
                guard low != own, let suggested = Self.prefixedSystems[low] else { return nil }
                return .zonePrefix(suggested: suggested)
            }
            guard let plain = Self.plainSystems[own], box.minX >= 50_000, box.maxX <= 950_000 else { return nil }
            return .zonePrefixMissing(suggested: plain)
        }
        guard Self.hasPlainEastings(code), let low, let suggested = Self.prefixedSystems[low] else { return nil }
        return .zonePrefix(suggested: suggested)
    }

    /// The systems whose eastings begin with a zone number: Gauss-Krüger zones 2–5, ETRS89/UTM zones 31–33.
    private static let prefixedSystems = [
        2: "EPSG:31466", 3: "EPSG:31467", 4: "EPSG:31468", 5: "EPSG:31469", 31: "EPSG:5649", 32: "EPSG:4647",
        33: "EPSG:5650",
    ]

    /// The systems of the UTM zones without the number.
    private static let plainSystems = [31: "EPSG:25831", 32: "EPSG:25832", 33: "EPSG:25833"]

    /// Whether a code is UTM on ETRS89 (EPSG:25828–25838) or WGS 84 (EPSG:32601–32660), with eastings of 6 digits.
    private static func hasPlainEastings(_ code: String) -> Bool {
        guard code.hasPrefix("EPSG:"), let number = Int(code.dropFirst(5)) else { return false }
        return (25_828...25_838).contains(number) || (32_601...32_660).contains(number)
    }

    /// Germany with a margin of some kilometres.
    private static let germany = GeographicArea(west: 5.8, south: 47, east: 15.1, north: 55.1)

    /// Whether a corner of the box lies outside an area.
    private func isOutside(_ box: Box, _ area: GeographicArea) -> Bool {
        var xs = [box.minX, box.maxX, box.minX, box.maxX]
        var ys = [box.minY, box.minY, box.maxY, box.maxY]
        guard let transform = try? CoordinateTransform(undoing: self), transform.apply(xs: &xs, ys: &ys).isEmpty else {
            return true
        }
        return zip(xs, ys).contains { !area.contains(longitude: $0, latitude: $1) }
    }
}

/// A bounding box in the units of some system.
private struct Box {
    var minX: Double
    var minY: Double
    var maxX: Double
    var maxY: Double

    var isSound: Bool { [minX, minY, maxX, maxY].allSatisfy(\.isFinite) && minX <= maxX && minY <= maxY }
    var swapped: Box { Box(minX: minY, minY: minX, maxX: maxY, maxY: maxX) }

    /// Whether all corners lie in an area.
    func lies(in area: GeographicArea) -> Bool {
        area.contains(longitude: minX, latitude: minY) && area.contains(longitude: maxX, latitude: maxY)
    }
}
