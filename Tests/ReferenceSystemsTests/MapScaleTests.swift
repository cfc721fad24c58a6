import Testing

@testable import ReferenceSystems

@Suite("How much a map stretches")
struct MapScaleTests {
    // Transverse Mercator: lengths grow with the square of the distance from the central meridian.
    @Test(
        "UTM is within a tenth of a per cent in its zone, not at the far edge of the next",
        arguments: [
            ("EPSG:25832", 9.0, 54.0, true), ("EPSG:25832", 6.0, 51.0, true), ("EPSG:25832", 12.0, 54.0, true),
            ("EPSG:25832", 15.0, 51.15, false), ("EPSG:25833", 9.4, 54.8, false), ("EPSG:25833", 13.4, 52.5, true),
            ("EPSG:3857", 9.4, 54.8, false), ("EPSG:3035", 9.4, 54.8, true), ("EPSG:31467", 9.4, 54.8, true),
        ])
    func stretching(code: String, longitude: Double, latitude: Double, isSmall: Bool) throws {
        let system = try CoordinateReferenceSystem(code)
        let scale = try #require(try system.arealScale(longitude: longitude, latitude: latitude)).squareRoot()
        #expect((abs(scale - 1) <= 0.001) == isSmall, "\(scale)")
    }

    @Test(
        "no scale where there is no place", arguments: [(181.0, 0.0), (0, 91), (.infinity, 0), (0, .nan), (-180.1, 0)])
    func noPlace(longitude: Double, latitude: Double) throws {
        let system = try CoordinateReferenceSystem("EPSG:25832")
        #expect(try system.arealScale(longitude: longitude, latitude: latitude) == nil)
    }

    @Test(
        "an area is sound within the globe",
        arguments: [
            (GeographicArea(west: -180, south: -90, east: 180, north: 90), true),
            (GeographicArea(west: 170, south: -10, east: -170, north: 10), true),
            (GeographicArea(west: 9, south: 54, east: 9, north: 54), true),
            (GeographicArea(west: 9, south: 55, east: 10, north: 54), false),
            (GeographicArea(west: -181, south: 0, east: 0, north: 1), false),
            (GeographicArea(west: 0, south: -91, east: 1, north: 0), false),
            (GeographicArea(west: .nan, south: 0, east: 1, north: 1), false),
        ])
    func soundAreas(area: GeographicArea, isSound: Bool) { #expect(area.isSound == isSound) }
}
