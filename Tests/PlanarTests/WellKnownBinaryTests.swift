import Planar
import Testing

@Suite struct WellKnownBinaryTests {
    @Test(arguments: [
        "POINT (1 2)", "LINESTRING (0 0, 1.5 -2)", "POLYGON ((0 0, 4 0, 4 4, 0 0), (1 0.5, 2 1, 2 0.5, 1 0.5))",
        "MULTIPOINT ((1 2), (3 4))", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3, 4 4))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5), (5.5 5.25, 5.75 5.5, 5.5 5.5, 5.5 5.25)))",
        "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1)))",
        "POINT EMPTY", "LINESTRING EMPTY", "POLYGON EMPTY", "MULTIPOINT EMPTY", "GEOMETRYCOLLECTION EMPTY",
    ])
    func readsWhatItWrites(text: String) throws {
        let geometry = try WellKnownGeometry(text: text).geometry
        let read = try WellKnownGeometry(binary: geometry.wellKnownBinary)
        #expect(read.geometry == geometry)
        #expect(read.notes.isEmpty)
        #expect(
            try WellKnownGeometry(hexadecimal: geometry.wellKnownBinaryHexadecimal.lowercased()).geometry == geometry)
    }

    @Test func writesLittleEndianISO() throws {
        let point = try Geometry(x: 1, y: -2)
        #expect(point.wellKnownBinaryHexadecimal == "0101000000000000000000F03F00000000000000C0")
    }

    @Test func readsBothByteOrdersAndAllFlags() throws {
        let one = "3FF0000000000000"
        let two = "4000000000000000"
        let three = "4008000000000000"
        let cases: [(String, Set<WellKnownNote>)] = [
            ("0000000001" + one + two, []),
            ("00000003E9" + one + two + three, [.heightsIgnored]),
            ("00000007D1" + one + two + three, [.measuresIgnored]),
            ("0000000BB9" + one + two + three + three, [.heightsIgnored, .measuresIgnored]),
            ("0080000001" + one + two + three, [.heightsIgnored]),
            ("0040000001" + one + two + three, [.measuresIgnored]),
            ("0020000001000064E0" + one + two, [.referenceSystemIgnored]),
            (
                "00E0000001000064E0" + one + two + three + three,
                Set(WellKnownNote.allCases).subtracting([.emptyElementsDropped])
            ),
        ]
        for (text, notes) in cases {
            let read = try WellKnownGeometry(hexadecimal: text)
            #expect(read.geometry.wellKnownText == "POINT (1 2)", "\(text)")
            #expect(read.notes == notes, "\(text)")
        }
    }

    @Test func dropsEmptyElementsWithANote() throws {
        let emptyPoint = "0101000000000000000000F87F000000000000F87F"
        let read = try WellKnownGeometry(
            hexadecimal: "010400000002000000" + emptyPoint + "0101000000000000000000F03F0000000000000040")
        #expect(read.geometry.wellKnownText == "MULTIPOINT ((1 2))")
        #expect(read.notes == [.emptyElementsDropped])
    }

    @Test func refusesHostileCountsWithoutStoringAnything() throws {
        for text in [
            "0102000000FFFFFFFF", "0103000000FFFFFFFF", "010300000001000000FFFFFFFF", "0104000000FFFFFFFF",
            "0107000000FFFFFFFF", "01020000000100000000000000",
        ] {
            #expect(throws: WellKnownError.self) { try WellKnownGeometry(hexadecimal: text) }
        }
    }

    @Test func refusesWhatIsNotAGeometry() throws {
        let nan = "000000000000F87F"
        for text in [
            "", "01", "0", "02", "0G", "0108000000", "01F4010000", "0109100000", "0101000000000000000000F03F",
            "0101000000" + nan + "0000000000000000",
            // A line of one position; a polygon whose ring is open; a multipoint of a line; bytes too many.
            "010200000001000000" + String(repeating: "0", count: 32),
            "01030000000100000003000000" + String(repeating: "0", count: 64) + "000000000000F03F000000000000F03F",
            "010400000001000000010200000000000000", "0101000000000000000000F03F000000000000F03F00",
        ] {
            #expect(throws: WellKnownError.self, "\(text)") { try WellKnownGeometry(hexadecimal: text) }
        }
    }

    @Test func refusesDeepNesting() throws {
        let head = "010700000001000000"
        let text = String(repeating: head, count: 5_000) + "0101000000000000000000F03F0000000000000040"
        #expect(throws: WellKnownError.self) { try WellKnownGeometry(hexadecimal: text) }
    }

    @Test func neverTrapsOnBrokenBytes() throws {
        let text =
            "GEOMETRYCOLLECTION (POLYGON ((0 0, 4 0, 4 4, 0 0)), MULTIPOINT ((1 2), (3 4)), LINESTRING (0 0, 1 1))"
        let whole = try WellKnownGeometry(text: text).geometry.wellKnownBinary
        var state: UInt64 = 11
        for place in whole.indices {
            #expect(throws: WellKnownError.self) { try WellKnownGeometry(binary: Array(whole[..<place])) }
            for _ in 0..<20 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                var bytes = whole
                bytes[place] = UInt8(truncatingIfNeeded: state >> 40)
                _ = try? WellKnownGeometry(binary: bytes)
            }
        }
    }
}
