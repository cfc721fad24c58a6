import Foundation
import Overlay
import Planar
import TestSupport
import Testing

/// The districts, cells and land that Scripts/fixtures/interpolation.py drew, and what tobler and numpy made of them.
@Suite struct ToblerTests {
    struct Fixture: Decodable {
        let sources: [[[[Double]]]]
        let targets: [[[[Double]]]]
        let mask: [[[[Double]]]]
        let columns: [[Double]]
        let areal: [[Double]]
        let masked: [[Double]]
        let fallback: [Int32]
        let zones: [Int32]
        let zoneColumns: Int
        let totals: [Double]
        let surface: [Double]
        let rounds: Int
        let lastChange: Double

        static func read() throws -> Fixture {
            let url = try #require(Bundle.module.url(forResource: "Fixtures/interpolation", withExtension: "json"))
            return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        }
    }

    private func expectEqual(_ left: [[Double]], _ right: [[Double]]) {
        #expect(left.map(\.count) == right.map(\.count))
        for (column, others) in zip(left, right) {
            for (index, pair) in zip(column, others).enumerated() {
                #expect(isClose(pair.0, pair.1), "target \(index)")
            }
        }
    }

    @Test func arealWeightingIsThatOfTobler() throws {
        let fixture = try Fixture.read()
        let shares = try SourceShares.areal(
            sources: GeopandasTests.Fixture.polygons(fixture.sources),
            targets: GeopandasTests.Fixture.polygons(fixture.targets))
        let result = Disaggregation(fixture.columns, by: shares, method: .areal)
        #expect(fixture.areal[0].count > 200)
        expectEqual(result.counts, fixture.areal)
    }

    @Test func theMaskIsThatOfTobler() throws {
        let fixture = try Fixture.read()
        let shares = try SourceShares.dasymetric(
            sources: GeopandasTests.Fixture.polygons(fixture.sources),
            targets: GeopandasTests.Fixture.polygons(fixture.targets),
            masks: [.residentialLand(GeopandasTests.Fixture.polygons(fixture.mask))])
        let result = Disaggregation(fixture.columns, by: shares, method: .dasymetric)
        #expect(result.record.fallbackSources == fixture.fallback && fixture.fallback == [0])
        expectEqual(result.counts, fixture.masked)
    }

    @Test func theSurfaceIsThatOfNumpy() throws {
        let fixture = try Fixture.read()
        let surface = PycnophylacticSurface(
            zones: fixture.zones, columns: fixture.zoneColumns, totals: fixture.totals)
        #expect(surface.rounds == fixture.rounds && isClose(surface.lastChange, fixture.lastChange))
        #expect(fixture.rounds > 50)
        expectEqual([surface.values], [fixture.surface])
    }
}
