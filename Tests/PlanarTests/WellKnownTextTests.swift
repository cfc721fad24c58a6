import Planar
import Testing

@Suite struct WellKnownTextTests {
    @Test(arguments: [
        "POINT (1 2)", "LINESTRING (0 0, 1.5 -2)", "POLYGON ((0 0, 4 0, 4 4, 0 0), (1 0.5, 2 1, 2 0.5, 1 0.5))",
        "MULTIPOINT ((1 2), (3 4))", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3, 4 4))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5), (5.5 5.25, 5.75 5.5, 5.5 5.5, 5.5 5.25)))",
        "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1)))",
        "POINT EMPTY", "LINESTRING EMPTY", "POLYGON EMPTY", "MULTIPOINT EMPTY", "MULTILINESTRING EMPTY",
        "MULTIPOLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY",
    ])
    func writesWhatItReads(text: String) throws {
        let read = try WellKnownGeometry(text: text)
        #expect(read.geometry.wellKnownText == text)
        #expect(read.notes.isEmpty)
    }

    @Test func understandsOtherSpellings() throws {
        let cases: [(String, String, Set<WellKnownNote>)] = [
            ("point(1 2)", "POINT (1 2)", []),
            ("  Point \n ( 1\t2 ) ", "POINT (1 2)", []),
            ("MULTIPOINT (1 2, 3 4)", "MULTIPOINT ((1 2), (3 4))", []),
            ("POINT Z (1 2 3)", "POINT (1 2)", [.heightsIgnored]),
            ("POINTZ(1 2 3)", "POINT (1 2)", [.heightsIgnored]),
            ("POINT (1 2 3)", "POINT (1 2)", [.heightsIgnored]),
            ("POINT M (1 2 3)", "POINT (1 2)", [.measuresIgnored]),
            ("LINESTRING ZM (1 2 3 4, 5 6 7 8)", "LINESTRING (1 2, 5 6)", [.heightsIgnored, .measuresIgnored]),
            ("POINT ZM EMPTY", "POINT EMPTY", []),
            ("SRID=25832;POINT (1 2)", "POINT (1 2)", [.referenceSystemIgnored]),
            ("LINEARRING (0 0, 1 0, 1 1, 0 0)", "LINESTRING (0 0, 1 0, 1 1, 0 0)", []),
            ("MULTIPOINT (EMPTY, (1 1))", "MULTIPOINT ((1 1))", [.emptyElementsDropped]),
            (
                "MULTIPOLYGON (EMPTY, ((0 0, 1 0, 1 1, 0 0)))", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))",
                [.emptyElementsDropped]
            ),
            ("MULTILINESTRING (EMPTY)", "MULTILINESTRING EMPTY", [.emptyElementsDropped]),
            (
                "GEOMETRYCOLLECTION (POINT EMPTY, POINT (1 1))", "GEOMETRYCOLLECTION (POINT (1 1))",
                [.emptyElementsDropped]
            ),
            ("POINT (+1. .5e1)", "POINT (1 5)", []),
        ]
        for (text, expected, notes) in cases {
            let read = try WellKnownGeometry(text: text)
            #expect(read.geometry.wellKnownText == expected, "\(text)")
            #expect(read.notes == notes, "\(text)")
        }
    }

    @Test func namesThePlaceOfAFault() throws {
        let cases: [(String, Int)] = [
            ("", 0), ("PUNKT (1 2)", 0), ("POINT", 5), ("POINT (1)", 8), ("POINT (1 2", 10), ("POINT (1 2) x", 12),
            ("POINT (nan 2)", 7), ("POINT (1 inf)", 9), ("POINT (1 1e999)", 9), ("POINT (1 2 3 4 5)", 15),
            ("POINT (1 2, 3 4)", 0), ("LINESTRING (1 2)", 11), ("POLYGON ((0 0, 1 0, 1 1, 0 1))", 9),
            ("POLYGON ((0 0, 0 0))", 9), ("POINT (1 --2)", 9), ("POINT (1 2e)", 9), ("SRID=x;POINT (1 2)", 5),
            ("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((0 0, 1 0, 1 1)))", 39), ("POINT (1 0x10)", 10),
        ]
        for (text, offset) in cases {
            #expect { try WellKnownGeometry(text: text) } throws: { error in
                (error as? WellKnownError)?.offset == offset
            }
        }
    }

    @Test func refusesDeepNesting() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "GEOMETRYCOLLECTION (", count: depth) + "POINT (1 1)"
                + String(repeating: ")", count: depth)
        }
        #expect(try WellKnownGeometry(text: nested(Geometry.maximumDepth - 1)).geometry.depth == Geometry.maximumDepth)
        for depth in [Geometry.maximumDepth, 100_000] {
            #expect(throws: WellKnownError.self) { try WellKnownGeometry(text: nested(depth)) }
        }
    }

    @Test func writesTheShortestNumbers() {
        let cases: [(Double, String)] = [
            (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (0.1, "0.1"), (1e16, "10000000000000000"),
            (1e20, "100000000000000000000"), (1e21, "1e+21"), (-1.25e17, "-125000000000000000"), (1e-5, "0.00001"),
            (-1.25e-6, "-0.00000125"), (1.5e-7, "1.5e-07"), (6_071_000.123456789, "6071000.123456789"),
            (0.1 + 0.2, "0.30000000000000004"), (9_007_199_254_740_994, "9007199254740994"),
        ]
        for (number, text) in cases {
            #expect(number.shortestText == text)
            #expect(Double(text) == number)
        }
    }

    @Test func numbersSurviveTheRoundTrip() throws {
        var state: UInt64 = 42
        for _ in 0..<20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = Double(bitPattern: state)
            guard number.isFinite else { continue }
            #expect(Double(number.shortestText) == number)
        }
    }

    @Test func neverTrapsOnBrokenText() throws {
        let whole = Array(
            "GEOMETRYCOLLECTION (POLYGON ((0 0, 4 0, 4 4, 0 0)), MULTIPOINT ((1 2), EMPTY), LINESTRING Z (0 0 1, 1 1 2))"
                .utf8)
        var state: UInt64 = 7
        for length in whole.indices {
            _ = try? WellKnownGeometry(text: String(decoding: whole[..<length], as: UTF8.self))
            for _ in 0..<20 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                var bytes = whole
                bytes[length] = UInt8(truncatingIfNeeded: state >> 40)
                _ = try? WellKnownGeometry(text: String(decoding: bytes, as: UTF8.self))
            }
        }
        #expect(throws: WellKnownError.self) {
            try WellKnownGeometry(text: String(decoding: whole.dropLast(), as: UTF8.self))
        }
    }
}
