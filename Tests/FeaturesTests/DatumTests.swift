import Features
import Planar
import ReferenceSystems
import TestSupport
import Testing
import Wording

/// Layers in the old German system DHDN (Gauß-Krüger, Bessel), which come to ETRS89 through the grid BETA2007, and what
/// is said where numbers do not fit the system that a file claims.
@Suite struct DatumTests {
    /// Positions as in Tests/ReferenceSystemsTests/Fixtures/transforms.json: source, x, y, target, x, y.
    static let places: [(String, Double, Double, String, Double, Double)] = [
        (
            "EPSG:31466", 2_552_424.010968357, 5_700_040.944528264, "EPSG:25832", 343_823.76990540116,
            5_700_325.833555198
        ),
        ("EPSG:31467", 3_474_457.640375235, 5_702_742.736315866, "EPSG:25832", 474_393.916298083, 5_700_901.989538301),
        ("EPSG:31468", 4_425_824.240144501, 5_335_800.866997459, "EPSG:25832", 648_854.8729339154, 5_335_564.664013604),
        ("EPSG:31469", 5_413_782.675329421, 5_809_241.895273378, "EPSG:25833", 413_681.9508313017, 5_807_363.374942246),
    ]

    @Test(arguments: places.indices) func aKnownPlaceComesThroughBETA2007(_ index: Int) throws {
        let (source, x, y, target, newX, newY) = Self.places[index]
        let layer = MetricLayerTests.layer([try Geometry(x: x, y: y)], crs: source, ids: ["a"])
        let made = try MetricLayerTests.make(layer, in: target)
        let point = try #require(made.layer.layer.geometries[0])
        #expect(isClose(point.xs[0], newX) && isClose(point.ys[0], newY))
        // EPSG states zone 5 for Bavaria only: in the east of Germany it belongs to other systems (RD/83).
        #expect(made.findings.map(\.code) == (source == "EPSG:31469" ? [.outsideAreaOfUse] : []))
        let operation = try #require(made.layer.operation)
        #expect(operation.grids.map(\.name).contains { $0.contains("BETA2007") })
        #expect(!operation.usesFallback && !operation.isBallpark)
    }

    /// Every position of a shape is shifted like a point of its own.
    @Test func shapesAndPointsAreShiftedAlike() throws {
        let square = try rectangle(3_474_000, 5_702_000, 3_474_500, 5_702_700)
        let points = try zip(square.xs, square.ys).map { try Geometry(x: $0, y: $1) }
        let shapes = try MetricLayerTests.make(MetricLayerTests.layer([square]), from: "EPSG:31467")
        let single = try MetricLayerTests.make(MetricLayerTests.layer(points), from: "EPSG:31467")
        let moved = try #require(shapes.layer.layer.geometries[0])
        #expect(moved.xs == (0..<5).compactMap { single.layer.layer.geometries[$0]?.xs.first })
        #expect(moved.ys == (0..<5).compactMap { single.layer.layer.geometries[$0]?.ys.first })
        // The shift turns and stretches a little, by far less than a thousandth.
        #expect(isClose(moved.area, square.area, tolerance: 1e-3) && moved.area != square.area)
    }

    // MARK: A grid that is missing

    // The Dutch grid comes with no usual installation of PROJ; where it is there, nothing is missing.
    private static let isDutchGridMissing: Bool = {
        guard let from = try? CoordinateReferenceSystem("EPSG:28992"),
            let to = try? CoordinateReferenceSystem("EPSG:25832")
        else { return false }
        return (try? CoordinateTransform(from: from, to: to)) == nil
    }()

    @Test(.enabled(if: isDutchGridMissing, "the grid of the Dutch system is installed here"))
    func aMissingGridEndsTheRunUnlessAllowed() throws {
        let layer = MetricLayerTests.layer([try Geometry(x: 155_000, y: 463_000)], crs: "EPSG:28992", ids: ["a"])
        let target = try CoordinateReferenceSystem("EPSG:25832")
        let failure = try #require(MetricLayerTests.failure { _ = try MetricLayer.make(layer, in: target) })
        #expect(failure.kind == .malformedData && failure.diagnostics.map(\.code) == [.gridMissing])
        failure.diagnostics.forEach(MetricLayerTests.expectFilled)

        let (made, findings) = try MetricLayer.make(layer, in: target, missingGrid: .allowLessAccurate)
        let replaced = try #require(findings.first { $0.code == .gridReplaced })
        MetricLayerTests.expectFilled(replaced)
        #expect(replaced.severity == .note && replaced.arguments["accuracy"] != "?")
        // Amersfoort, the origin of the Dutch system, lies at 5.387°E 52.155°N.
        let point = try #require(made.layer.geometries[0])
        let place = try #require(MetricLayer.longitudeLatitude(x: point.xs[0], y: point.ys[0], in: target))
        #expect(abs(place.longitude - 5.387) < 0.001 && abs(place.latitude - 52.155) < 0.001)
        #expect(made.operation?.usesFallback == true)
    }

    // MARK: Numbers that do not fit the system

    static let suspicious: [(Double, Double, String, DiagnosticCode, String?)] = [
        (32_526_000, 6_071_000, "EPSG:25832", .zonePrefix, "EPSG:4647"),
        (33_390_000, 5_810_000, "EPSG:25833", .zonePrefix, "EPSG:5650"),
        (3_522_000, 5_566_000, "EPSG:25832", .zonePrefix, "EPSG:31467"),
        (522_000, 6_066_000, "EPSG:4647", .zonePrefix, "EPSG:25832"),
        (6_071_000, 526_000, "EPSG:25832", .coordinatesSwapped, nil),
        (54.78, 9.43, "EPSG:4326", .coordinatesSwapped, nil), (9.43, 54.78, "EPSG:25832", .outsideAreaOfUse, nil),
        (925_000, 5_685_000, "EPSG:25832", .outsideAreaOfUse, nil),
    ]

    @Test(arguments: suspicious.indices) func numbersThatDoNotFitAreAFinding(_ index: Int) throws {
        let (x, y, system, code, suggested) = Self.suspicious[index]
        let layer = MetricLayerTests.layer([try Geometry(x: x, y: y)], ids: ["a"])
        let made = try MetricLayerTests.make(layer, from: system)
        let finding = try #require(made.findings.first)
        #expect(finding.code == code && finding.severity == .warning)
        #expect(finding.arguments["suggested"] == suggested)
        #expect(finding.location == Features.SourceLocation(file: "areas.geojson"))
    }

    @Test func transformsOfARunAreShared() throws {
        let cache = TransformCache()
        let target = try CoordinateReferenceSystem("EPSG:25832")
        let place = try Geometry(x: 9.43, y: 54.78)
        let first = try MetricLayer.make(MetricLayerTests.layer([place]), in: target, transforms: cache).0
        let second = try MetricLayer.make(MetricLayerTests.layer([place]), in: target, transforms: cache).0
        #expect(first.layer.geometries == second.layer.geometries && first.operation == second.operation)
        #expect(
            try cache.transform(from: .wgs84, to: target) === cache.transform(from: .wgs84, to: target))
    }
}
