import Planar
import Testing

@testable import Topology

@Suite struct ScriptTests {
    private let script = GeometryScript()
    private let square = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"
    private let shifted = "POLYGON ((5 5, 15 5, 15 15, 5 15, 5 5))"

    private func ask(
        _ operation: String, _ a: String?, _ b: String? = nil, _ arguments: [GeometryRequest.Argument] = [],
        scale: Double? = nil
    ) -> GeometryResponse {
        script.respond(to: GeometryRequest(operation: operation, a: a, b: b, arguments: arguments, scale: scale))
    }

    @Test func answersInTheFourKinds() throws {
        #expect(ask("getArea", square) == .result(.number(100), notes: []))
        #expect(ask("intersects", square, shifted) == .result(.truth(true), notes: []))
        #expect(ask("relate", square, shifted) == .result(.text("212101212"), notes: []))
        #expect(ask("getcentroid", square) == .result(.geometry(try wkt("POINT (5 5)")), notes: []))
    }

    @Test func relatesWithAPatternAsTruth() {
        #expect(ask("relate", square, shifted, [.text("T*T***T**")]) == .result(.truth(true), notes: []))
        #expect(ask("relate", square, shifted, [.text("ff*******")]) == .result(.truth(false), notes: []))
        guard case .error = ask("relate", square, shifted, [.text("TTT")]) else {
            Issue.record("a short pattern was taken")
            return
        }
    }

    @Test func understandsTheArgumentsOfTheXMLTests() throws {
        let small = "POLYGON ((1 1, 2 1, 2 2, 1 1))"
        #expect(ask("within", square, small) == .result(.truth(false), notes: []))
        #expect(ask("within", square, small, [.text("B"), .text("A")]) == .result(.truth(true), notes: []))
        #expect(
            ask("iswithindistance", square, "POINT (13 14)", [.text("A"), .text("B"), .text("5.0")])
                == .result(.truth(true), notes: []))
        #expect(ask("union", "MULTIPOINT ((1 1), (1 1))") == .result(.geometry(try wkt("POINT (1 1)")), notes: []))
    }

    @Test func readsHexadecimalBinaryAndSaysWhatItLeftOut() throws {
        let hexadecimal = try wkt(square).wellKnownBinaryHexadecimal
        #expect(ask("getlength", hexadecimal) == .result(.number(40), notes: []))
        #expect(ask("getlength", "LINESTRING Z (0 0 1, 3 4 9)") == .result(.number(5), notes: ["z-ignored"]))
    }

    @Test func roundsToTheScale() throws {
        #expect(ask("getarea", "POLYGON ((0 0, 1.4 0, 1.4 1.4, 0 0))") == .result(.number(1.4 * 1.4 / 2), notes: []))
        let cross = ask("intersection", "LINESTRING (0 0, 10 3)", "LINESTRING (0 3, 10 0)", scale: 1)
        guard case .result(.geometry(let point), _) = cross else {
            Issue.record("\(cross)")
            return
        }
        #expect(point.xs.allSatisfy { $0 == $0.rounded() } && point.ys.allSatisfy { $0 == $0.rounded() })
        #expect(ask("isvalid", square, scale: -1) != .result(.truth(true), notes: []))
    }

    @Test func overlaysWithSnapRoundingTakeTheScaleAsArgument() throws {
        let wedge = "POLYGON ((1 1, 1 2, 5 1, 1 1))"
        let sheet = "POLYGON ((2 1, 2 2, 6 2, 6 1, 2 1))"
        guard case .result(.geometry(let rounded), _) = ask("intersectionsr", wedge, sheet, [.number(1)]),
            case .result(.geometry(let fine), _) = ask("intersectionsr", wedge, sheet, [.number(100)])
        else {
            Issue.record("no geometry")
            return
        }
        #expect(rounded.xs.allSatisfy { $0 == $0.rounded() } && rounded.ys.allSatisfy { $0 == $0.rounded() })
        #expect(abs(fine.area - 1.125) < 1e-12)
    }

    @Test func keepsTheConventionsOfJTSForEmptyGeometries() {
        #expect(ask("distance", square, "POINT EMPTY") == .result(.number(0), notes: []))
        #expect(ask("minclearance", "POINT (1 1)") == .result(.number(.greatestFiniteMagnitude), notes: []))
        #expect(ask("getinteriorpoint", "POLYGON EMPTY") == .result(.geometry(Geometry(emptyOf: .point)), notes: []))
    }

    @Test func checksTheIdentitiesOfAreas() {
        guard case .result(.number(let difference), _) = ask("areatest", square, shifted) else {
            Issue.record("no number")
            return
        }
        #expect(difference < 1e-12)
        #expect(ask("overlayareatest", square, shifted) == .result(.truth(true), notes: []))
        #expect(ask("unionarea", square, shifted) == .result(.number(175), notes: []))
        #expect(ask("symdifferencearea", square, shifted) == .result(.number(150), notes: []))
    }

    @Test func saysWhatItCannotDo() {
        #expect(ask("teleport", square) == .unsupported("teleport"))
        for response in [
            ask("buffer", "POINT (1"), ask("intersection", square), ask("getarea", nil),
            ask("densify", square, nil, [.text("x")]),
            ask("buffer", square, nil, [.number(1), .number(8.5)]),
            ask("buffer", square, nil, [.number(1), .number(8), .text("oval")]),
            ask("makevalid", square, nil, [.text("magic")]), ask("simplifydp", square, nil, [.number(-1)]),
            ask("intersection", "00FF", square), ask("relate", square, "POINT (nan 1)"),
            ask("densify", square, nil, [.number(1e-12)]),
        ] {
            guard case .error(let sentence) = response else {
                Issue.record("\(response)")
                continue
            }
            #expect(!sentence.isEmpty)
        }
    }
}
