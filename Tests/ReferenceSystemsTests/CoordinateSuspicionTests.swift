import Testing

@testable import ReferenceSystems

@Suite("Coordinates that look wrong")
struct CoordinateSuspicionTests {
    private func suspicions(
        _ code: String, _ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double
    ) throws -> [CoordinateSuspicion] {
        try CoordinateReferenceSystem(code).suspicions(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
    }

    @Test("nothing is said about a town where it belongs")
    func unsuspicious() throws {
        #expect(try suspicions("OGC:CRS84", 9.35, 54.75, 9.5, 54.84).isEmpty)
        #expect(try suspicions("EPSG:25832", 522_000, 6_066_000, 533_000, 6_076_000).isEmpty)
        #expect(try suspicions("EPSG:4647", 32_522_000, 6_066_000, 32_533_000, 6_076_000).isEmpty)
        #expect(try suspicions("EPSG:5650", 33_390_000, 5_810_000, 33_400_000, 5_820_000).isEmpty)
        #expect(try suspicions("EPSG:31467", 3_522_000, 5_066_000 + 500_000, 3_533_000, 5_576_000).isEmpty)
        #expect(try suspicions("EPSG:3035", 4_280_000, 3_500_000, 4_290_000, 3_510_000).isEmpty)
        #expect(try suspicions("EPSG:3857", 1_040_000, 7_300_000, 1_050_000, 7_310_000).isEmpty)
    }

    @Test("eastings with a zone number in a system without")
    func zonePrefix() throws {
        #expect(
            try suspicions("EPSG:25832", 32_565_000, 5_900_000, 32_570_000, 5_910_000) == [
                .zonePrefix(suggested: "EPSG:4647")
            ])
        #expect(
            try suspicions("EPSG:25833", 33_390_000, 5_810_000, 33_400_000, 5_820_000) == [
                .zonePrefix(suggested: "EPSG:5650")
            ])
        #expect(
            try suspicions("EPSG:25832", 3_522_000, 5_566_000, 3_533_000, 5_576_000) == [
                .zonePrefix(suggested: "EPSG:31467")
            ])
        #expect(
            try suspicions("EPSG:31467", 4_522_000, 5_566_000, 4_533_000, 5_576_000) == [
                .zonePrefix(suggested: "EPSG:31468")
            ])
        #expect(
            try suspicions("EPSG:4647", 33_390_000, 5_810_000, 33_400_000, 5_820_000) == [
                .zonePrefix(suggested: "EPSG:5650")
            ])
    }

    @Test("eastings without the zone number that the system wants")
    func zonePrefixMissing() throws {
        #expect(
            try suspicions("EPSG:4647", 522_000, 6_066_000, 533_000, 6_076_000) == [
                .zonePrefixMissing(suggested: "EPSG:25832")
            ])
        #expect(
            try suspicions("EPSG:5650", 390_000, 5_810_000, 400_000, 5_820_000) == [
                .zonePrefixMissing(suggested: "EPSG:25833")
            ])
    }

    @Test("projected numbers in degrees, degrees in projected numbers")
    func wrongKind() throws {
        #expect(try suspicions("OGC:CRS84", 522_000, 6_066_000, 533_000, 6_076_000) == [.looksProjected])
        #expect(try suspicions("EPSG:4258", 9.35, 54.75, 533_000, 6_076_000) == [.looksProjected])
        #expect(try suspicions("EPSG:25832", 9.35, 54.75, 9.5, 54.84) == [.looksGeographic])
        #expect(try suspicions("EPSG:3857", -70, -20, -69, -19) == [.looksGeographic])
    }

    @Test("east and north swapped")
    func swapped() throws {
        #expect(try suspicions("OGC:CRS84", 54.75, 9.35, 54.84, 9.5) == [.swapped])
        #expect(try suspicions("EPSG:4258", 54.75, 9.35, 54.84, 9.5) == [.swapped])
        #expect(try suspicions("OGC:CRS84", 35, 139, 36, 140) == [.swapped])
        #expect(try suspicions("EPSG:25832", 6_066_000, 522_000, 6_076_000, 533_000) == [.swapped])
        #expect(try suspicions("EPSG:31467", 5_566_000, 3_522_000, 5_576_000, 3_533_000) == [.swapped])
        #expect(try suspicions("EPSG:4647", 6_066_000, 32_522_000, 6_076_000, 32_533_000) == [.swapped])
    }

    @Test("places the system is not meant for")
    func outside() throws {
        // Görlitz lies at 15°E, far from zone 32.
        #expect(try suspicions("EPSG:25832", 925_000, 5_685_000, 930_000, 5_690_000) == [.outsideAreaOfUse])
        #expect(try suspicions("EPSG:4258", 100, 10, 101, 11) == [.outsideAreaOfUse])
        #expect(try suspicions("EPSG:25832", 1e12, 1e12, 2e12, 2e12) == [.outsideAreaOfUse])
    }

    @Test("an empty box or one that is not finite says nothing")
    func empty() throws {
        #expect(try suspicions("EPSG:25832", .infinity, .infinity, -.infinity, -.infinity).isEmpty)
        #expect(try suspicions("OGC:CRS84", .nan, 0, 1, 1).isEmpty)
    }

    @Test(
        "zone numbers in front of eastings",
        arguments: [
            (32_565_000, 32), (3_565_000, 3), (60_500_000, 60), (565_000, nil), (32_000_000, nil), (32_990_000, nil),
            (61_500_000, nil), (-32_565_000, nil), (.nan, nil), (.infinity, nil), (1e300, nil),
        ] as [(Double, Int?)])
    func zoneNumbers(x: Double, zone: Int?) {
        #expect(CoordinateReferenceSystem.zonePrefix(ofX: x) == zone)
    }

    @Test(
        "a metric system for a box of degrees",
        arguments: [
            (9.4, 54.8, "EPSG:25832"), (13.4, 52.5, "EPSG:25833"), (5.9, 51, "EPSG:25831"),
            (-46.6, -23.5, "EPSG:32723"),
            (-74, 40.7, "EPSG:32618"), (9.5, 10, "EPSG:32632"), (180, 10, "EPSG:32660"), (-180, -10, "EPSG:32701"),
            (9, 89, nil), (200, 50, nil), (.nan, 50, nil),
        ] as [(Double, Double, String?)])
    func metricSuggestion(longitude: Double, latitude: Double, code: String?) throws {
        let suggested = CoordinateReferenceSystem.suggestedMetricCode(
            minLongitude: longitude, minLatitude: latitude, maxLongitude: longitude, maxLatitude: latitude)
        #expect(suggested == code)
        if let code { #expect(try CoordinateReferenceSystem(code).isMetric) }
    }

    @Test("positions outside the area of use are found one by one")
    func positionsOutside() throws {
        let zone32 = try CoordinateReferenceSystem("EPSG:25832")
        let xs: [Double] = [500_000, 925_000, .nan, 530_000, 1e12]
        let ys: [Double] = [5_900_000, 5_685_000, 5_900_000, 6_070_000, 5_900_000]
        #expect(try zone32.positionsOutsideAreaOfUse(xs: xs, ys: ys) == [1, 2, 4])
        let etrs89 = try CoordinateReferenceSystem("EPSG:4258")
        #expect(try etrs89.positionsOutsideAreaOfUse(xs: [9, 100, .nan], ys: [54, 54, 54]) == [1, 2])
        // The area of DHDN is asked without its datum shift: nothing depends on a grid.
        let dhdn = try CoordinateReferenceSystem("EPSG:31467")
        #expect(try dhdn.positionsOutsideAreaOfUse(xs: [3_500_000, 3_500_000], ys: [5_500_000, 3_000_000]) == [1])
        let british = try CoordinateReferenceSystem("EPSG:27700")
        #expect(try british.positionsOutsideAreaOfUse(xs: [400_000], ys: [300_000]) == [])
    }

    @Test("an area across the antimeridian holds both of its sides")
    func antimeridian() {
        let area = GeographicArea(west: 170, south: -10, east: -170, north: 10)
        #expect(area.contains(longitude: 175, latitude: 0) && area.contains(longitude: -175, latitude: 0))
        #expect(!area.contains(longitude: 0, latitude: 0) && !area.contains(longitude: 175, latitude: 11))
        #expect(!area.contains(longitude: .nan, latitude: 0))
    }
}
