import Overlay
import Planar
import TestSupport
import Testing

/// Land that several quarters claim.
@Suite struct QuarterTerritoryTests {
    private static func areas(_ quarters: [Geometry], least: Double = 1) throws -> [Double] {
        try QuarterTerritory.all(quarters, minimumSquareMetres: least).map(\.area)
    }

    @Test func anOverlapBelongsToTheFirst() throws {
        let quarters = [
            try rectangle(0, 0, 600, 1_000), try rectangle(500, 0, 1_000, 1_000), try rectangle(400, 900, 1_200, 1_100),
        ]
        let areas = try Self.areas(quarters)
        #expect(isClose(areas[0], 600_000) && isClose(areas[1], 400_000))
        // 800 × 200 without the 600 × 100 that the other two hold between them.
        #expect(isClose(areas[2], 160_000 - 600 * 100))
        let turned = try Self.areas(quarters.reversed())
        #expect(isClose(turned[0], 160_000) && isClose(turned[1], 500_000 - 500 * 100))
        #expect(isClose(turned[2], 600_000 - 200 * 100 - 100 * 900))
    }

    @Test func quartersWithoutOverlapStayAsTheyAre() throws {
        var generator = SeededGenerator(seed: 11)
        let quarters = try randomCoverage(columns: 4, rows: 3, spacing: 500, using: &generator)
        #expect(try QuarterTerritory.all(quarters, minimumSquareMetres: 1) == quarters)
        #expect(try QuarterTerritory.all([], minimumSquareMetres: 1).isEmpty)
    }

    @Test func overlapsOfRoundingAreLeftAlone() throws {
        let quarters = [try rectangle(0, 0, 500.0005, 1_000), try rectangle(500, 0, 1_000, 1_000)]
        #expect(try QuarterTerritory.all(quarters, minimumSquareMetres: 1) == quarters)
        #expect(isClose(try Self.areas(quarters, least: 0.1)[1], 499_999.5))
    }

    @Test func aQuarterInsideAnotherKeepsItsLand() throws {
        let quarters = [try rectangle(0, 0, 1_000, 1_000), try rectangle(200, 200, 300, 300)]
        #expect(try QuarterTerritory.all(quarters, minimumSquareMetres: 1) == quarters)
        // In the other order it is cut out.
        #expect(isClose(try Self.areas(quarters.reversed())[1], 990_000))
    }
}
