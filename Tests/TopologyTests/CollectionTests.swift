import Planar
import Testing

@testable import Topology

/// Collections: the union of their members, of one dimension or several.
@Suite struct CollectionTests {
    private let engine = TopologyEngine()

    @Test func overlayTakesMixedCollectionsApart() throws {
        let mixed = try wkt(
            "GEOMETRYCOLLECTION (POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)), POLYGON ((2 2, 6 2, 6 6, 2 6, 2 2)), LINESTRING (5 5, 9 9), POINT (8 1))"
        )
        let window = try wkt("POLYGON ((1 0, 10 0, 10 8, 1 8, 1 0))")
        let common = try engine.intersection(mixed, window).value
        // 3 × 4 of the first square and 4 × 4 of the second, 2 × 2 of them twice.
        #expect(abs(common.area - 24) < 1e-12)
        #expect(common.elements.contains(try wkt("POINT (8 1)")))
        let line = common.elements.filter { $0.kind == .lineString }
        #expect(abs(line.map(\.length).reduce(0, +) - 2 * 2.0.squareRoot()) < 1e-12)
        #expect(try engine.difference(mixed, mixed).value.isEmpty)
        #expect(try engine.symmetricDifference(mixed, window).value.area == (28 - 24) + (72 - 24))
        #expect(try engine.union(mixed, window).value.area == 28 + 72 - 24)
    }

    @Test func predicatesUniteOverlappingMembers() throws {
        let two = try wkt(
            "GEOMETRYCOLLECTION (POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)), POLYGON ((2 0, 6 0, 6 4, 2 4, 2 0)))")
        let one = try wkt("POLYGON ((0 0, 6 0, 6 4, 0 4, 0 0))")
        #expect(try engine.test(.equals, two, one))
        #expect(try engine.test(.contains, two, wkt("LINESTRING (1 1, 5 3)")))
        #expect(try engine.relate(two, wkt("POINT (3 2)")) == "0F2FF1FF2")
        #expect(try engine.test(.covers, two, against: [one, wkt("POINT (7 7)")]) == [true, false])
    }

    @Test func relatesMixedCollectionsByTheirUnion() throws {
        let park = try wkt(
            "GEOMETRYCOLLECTION (POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)), LINESTRING (2 2, 8 2), POINT (9 9))")
        // The line within the area adds nothing, its outer end is boundary, the far point is inside.
        #expect(try engine.relate(park, wkt("POINT (1 2)")) == "0F2FF1FF2")
        #expect(try engine.relate(park, wkt("POINT (2 2)")) == "0F2FF1FF2")
        #expect(try engine.relate(park, wkt("POINT (8 2)")) == "FF20F1FF2")
        #expect(try engine.relate(park, wkt("POINT (9 9)")) == "0F2FF1FF2")
        #expect(try engine.relate(park, wkt("POINT (4 2)")) == "FF20F1FF2")
        #expect(try engine.relate(park, park) == "2FFF1FFF2")
        #expect(try engine.test(.contains, park, wkt("LINESTRING (1 2, 7 2)")))
        #expect(try engine.test(.touches, park, wkt("POINT (8 2)")))
        #expect(try engine.test(.crosses, park, wkt("LINESTRING (6 0, 6 4)")))
        #expect(try !engine.test(.covers, park, wkt("LINESTRING (1 2, 7 2.5)")))
        #expect(
            try engine.test(
                .equals, park,
                wkt("GEOMETRYCOLLECTION (POINT (9 9), POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)), LINESTRING (4 2, 8 2))")))
    }

    /// The matrix of plain geometries is the one GEOS gives.
    @Test func locatingAgreesWithGEOS() throws {
        let texts = [
            "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((5 5, 15 5, 15 15, 5 15, 5 5))", "POINT (5 7)",
            "LINESTRING (-2 3, 4 5, 12 5.5, 13 9)", "LINESTRING (0 0, 10 10, 10 0, 0 10)",
            "MULTIPOINT ((1 1), (10 10))",
            "POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0), (4 4, 4 16, 16 16, 16 4, 4 4))", "LINESTRING (5 5, 5 15)",
            "MULTILINESTRING ((0 0, 4 0), (4 0, 4 4), (4 4, 0 0), (10 10, 12 13))", "POINT (10 5)",
        ]
        for first in texts {
            for second in texts {
                let (a, b) = try (wkt(first), wkt(second))
                #expect(try engine.relateByLocating(a, b) == engine.relate(a, b), "\(first) and \(second)")
            }
        }
    }

    @Test func nothingRelatesToAnEmptyCollection() throws {
        let empty = try wkt("GEOMETRYCOLLECTION EMPTY")
        #expect(try engine.relate(wkt("POINT (1 1)"), empty) == "FF0FFFFF2")
        #expect(try !engine.test(.intersects, empty, wkt("POINT (1 1)")))
        #expect(try engine.unaryUnion(empty).value.isEmpty)
    }
}
