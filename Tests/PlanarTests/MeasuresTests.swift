import Planar
import Testing

@Suite struct MeasuresTests {
    private func read(_ text: String) throws -> Geometry { try WellKnownGeometry(text: text).geometry }

    @Test func subtractsHolesWhateverTheirWinding() throws {
        #expect(try read("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))").area == 15)
        #expect(try read("POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))").area == 15)
        #expect(try read("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 7 5, 7 7, 5 5)))").area == 2.5)
        #expect(try read("GEOMETRYCOLLECTION (POLYGON ((0 0, 1 0, 1 1, 0 0)), LINESTRING (0 0, 9 9))").area == 0.5)
    }

    @Test func pointsAndLinesHaveNoArea() throws {
        for text in ["POINT (1 1)", "LINESTRING (0 0, 1 0, 1 1, 0 0)", "MULTIPOINT ((1 1))", "POLYGON EMPTY"] {
            #expect(try read(text).area == 0)
        }
    }

    @Test func keepsItsDigitsFarFromTheOrigin() throws {
        // A square of one millimetre at UTM coordinates: absolute products of 3·10¹² would leave nothing of its area.
        let (x, y) = (526_000.0, 6_071_000.0)
        let side = 1.0 / 1_024
        let square = try Geometry(
            kind: .polygon, xs: [x, x + side, x + side, x, x], ys: [y, y, y + side, y + side, y], ringEnds: [5])
        #expect(square.area == side * side)
    }

    @Test func signTellsTheWinding() throws {
        #expect(try read("POLYGON ((0 0, 2 0, 2 2, 0 0))").signedArea(ofRing: 0) == 2)
        #expect(try read("POLYGON ((0 0, 2 2, 2 0, 0 0))").signedArea(ofRing: 0) == -2)
    }

    @Test func lengthCountsLinesAndRings() throws {
        #expect(try read("LINESTRING (0 0, 3 4, 3 10)").length == 11)
        #expect(try read("MULTILINESTRING ((0 0, 3 4), (0 0, 0 2))").length == 7)
        #expect(try read("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))").length == 20)
        #expect(try read("MULTIPOINT ((1 1), (5 5))").length == 0)
    }

    @Test func joinsElementsOfOneKind() throws {
        #expect(try Geometry(joining: []).wellKnownText == "GEOMETRYCOLLECTION EMPTY")
        #expect(try Geometry(joining: [read("POINT (1 2)")]).wellKnownText == "POINT (1 2)")
        let texts = [
            "POLYGON ((0 0, 1 0, 1 1, 0 0))", "POLYGON ((5 5, 7 5, 7 7, 5 5), (6 5.5, 6.5 6, 6.5 5.5, 6 5.5))",
        ]
        let joined = try Geometry(joining: texts.map(read))
        #expect(joined.kind == .multiPolygon)
        #expect(joined.elements == (try texts.map(read)))
        #expect(try Geometry(joining: [read("POINT (1 2)"), read("LINESTRING (0 0, 1 1)")]).kind == .collection)
    }
}
