import Planar
import Testing

@testable import Topology

/// The arguments of the command `geometry`: what is missing, too many, of another kind or swapped.
@Suite struct ScriptArgumentTests {
    private let square = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"
    private let small = "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))"

    private func ask(
        _ operation: String, _ a: String?, _ b: String? = nil, _ arguments: [GeometryRequest.Argument] = [],
        scale: Double? = nil
    ) -> GeometryResponse {
        GeometryScript().respond(
            to: GeometryRequest(operation: operation, a: a, b: b, arguments: arguments, scale: scale))
    }

    private func sentence(_ response: GeometryResponse) -> String? {
        if case .error(let sentence) = response { return sentence }
        return nil
    }

    /// Which operations need a second geometry is told by leaving it out.
    @Test func asksForTheGeometryThatIsMissing() {
        let needed = GeometryScript.operationNames.filter {
            sentence(ask($0, square, nil, [.number(0.5)]))?.contains("the geometry b is missing") == true
        }
        let predicates = Predicate.allCases.map(\.rawValue)
        let overlays = ["intersection", "difference", "symdifference"]
        var expected = Set(predicates + predicates.map { "prepared" + $0 } + overlays)
        for name in overlays { expected.formUnion(["ng", "sr", "area", "length"].map { name + $0 }) }
        expected.formUnion([
            "areatest", "overlayareatest", "distance", "iswithindistance", "nearestpoints", "hausdorffdistance",
            "frechetdistance", "snap", "equalstopo", "equalsexact", "equalsnorm", "strtreequery", "strtreenearest",
            "relate",
        ])
        #expect(Set(needed) == expected)
        for name in GeometryScript.operationNames {
            #expect(sentence(ask(name, nil)) == "\(name): the geometry a is missing (bad-argument)", "\(name)")
        }
    }

    @Test(arguments: [
        "buffermitredjoin", "buffersinglesided", "concavehull", "simplifydp", "simplifytp", "setprecision", "densify",
    ])
    func asksForTheNumberThatIsMissing(name: String) {
        let road = "LINESTRING (0 0, 10 0, 10 10)"
        #expect(sentence(ask(name, road))?.contains("argument 1 is missing") == true)
        #expect(sentence(ask(name, road, nil, [.text("ten")]))?.contains("argument 1 is not a number") == true)
        #expect(sentence(ask(name, road, nil, [.truth(true)]))?.contains("argument 1 is not a number") == true)
        #expect(sentence(ask(name, road, nil, [.number(.nan)])) != nil)
        #expect(sentence(ask(name, road, nil, [.text("inf")])) != nil)
        #expect(sentence(ask(name, road, nil, [.number(0.5)])) == nil)
        #expect(sentence(ask(name, road, nil, [.text(" 0.5")])) != nil)
    }

    @Test func namesInFrontChooseTheOrder() {
        for (operation, straight, swapped) in [
            ("contains", true, false), ("within", false, true), ("covers", true, false), ("coveredby", false, true),
        ] {
            #expect(ask(operation, square, small) == .result(.truth(straight), notes: []))
            #expect(ask(operation, square, small, [.text("A"), .text("B")]) == .result(.truth(straight), notes: []))
            #expect(ask(operation, square, small, [.text("b"), .text("a")]) == .result(.truth(swapped), notes: []))
        }
        // With one name in front the other follows.
        #expect(ask("differencearea", small, square, [.text("B")]) == .result(.number(99), notes: []))
        #expect(ask("getarea", small, square, [.text("B")]) == .result(.number(100), notes: []))
        #expect(
            ask("relate", small, square, [.text("B"), .text("A"), .text("T*****FF*")])
                == .result(.truth(true), notes: []))
        #expect(
            sentence(ask("getarea", small, nil, [.text("B")])) == "getarea: the geometry a is missing (bad-argument)")
    }

    @Test func letterCaseDoesNotMatter() {
        #expect(ask("GetArea", square) == .result(.number(100), notes: []))
        #expect(ask("coveredBy", small, square) == .result(.truth(true), notes: []))
        #expect(ask("", square) == .unsupported(""))
        #expect(ask("getarea ", square) == .unsupported("getarea "))
    }

    @Test(arguments: [-1, Double.nan, .infinity, -0.001]) func refusesScalesThatAreNone(scale: Double) {
        #expect(sentence(ask("getarea", square, scale: scale))?.contains("the scale") == true)
    }

    @Test func scalesRoundTheInput() {
        let points = ("POINT (0.04 0)", "POINT (3.06 4)")
        #expect(
            ask("distance", points.0, points.1, scale: 10) == .result(.number((3.1 * 3.1 + 16).squareRoot()), notes: [])
        )
        #expect(ask("distance", points.0, points.1, scale: 1) == .result(.number(5), notes: []))
        #expect(ask("getarea", square, scale: 0) == .result(.number(100), notes: []))
        #expect(ask("issimple", "LINESTRING (0 0, 5 0.2, 5 -0.2)", scale: 1) == .result(.truth(true), notes: []))
        #expect(sentence(ask("unionsr", square, small, [.number(0)])) != nil)
    }

    /// Styles by their names, told by the area they give.
    @Test func buffersByNames() throws {
        let road = "LINESTRING (0 0, 10 0)"
        let styles: [(GeometryRequest.Argument, GeometryRequest.Argument, BufferStyle)] = [
            (.text("flat"), .text("round"), BufferStyle(quadrantSegments: 4, cap: .flat)),
            (.text("BUTT"), .text("mitre"), BufferStyle(quadrantSegments: 4, cap: .flat, join: .mitre)),
            (.text("square"), .text("miter"), BufferStyle(quadrantSegments: 4, cap: .square, join: .mitre)),
            (.text("round"), .text("bevel"), BufferStyle(quadrantSegments: 4, join: .bevel)),
        ]
        for (cap, join, style) in styles {
            for text in [road, square] {
                let expected = try TopologyEngine().buffer(wkt(text), distance: 2, style: style)
                #expect(
                    ask("buffer", text, nil, [.number(2), .number(4), cap, join])
                        == .result(.geometry(expected), notes: []))
            }
        }
        for wrong: GeometryRequest.Argument in [.text("oval"), .text("")] {
            #expect(
                sentence(ask("buffer", road, nil, [.number(2), .number(4), wrong]))?.contains("there is no cap") == true
            )
            #expect(
                sentence(ask("buffer", road, nil, [.number(2), .number(4), .text("flat"), wrong]))?
                    .contains("there is no join") == true)
        }
        #expect(sentence(ask("buffer", road, nil, [.number(2), .number(0)])) != nil)
        #expect(
            sentence(ask("buffer", road, nil, [.number(2), .number(8), .text("flat"), .text("mitre"), .number(0)]))
                != nil)
    }

    @Test func truthInAllItsSpellings() throws {
        let cup = "MULTIPOINT ((0 0), (4 0), (4 4), (0 4), (2 1))"
        for (argument, isUnderstood): (GeometryRequest.Argument, Bool) in [
            (.text("true"), true), (.text("FALSE"), true), (.text("yes"), true), (.text("no"), true),
            (.number(1), true),
            (.number(0), true), (.truth(false), true), (.text("maybe"), false),
        ] {
            #expect((sentence(ask("concavehull", cup, nil, [.number(0.5), argument])) == nil) == isUnderstood)
        }
        let bowTie = "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))"
        #expect(ask("isvalid", bowTie) == .result(.truth(false), notes: []))
        #expect(ask("isvalidreason", bowTie) == .result(.text("Self-intersection[1 1]"), notes: []))
        #expect(ask("isvalidreason", square) == .result(.text("Valid Geometry"), notes: []))
        for arguments: [GeometryRequest.Argument] in [[], [.text("linework")], [.text("structure"), .truth(true)]] {
            guard case .result(.geometry(let repaired), _) = ask("makevalid", bowTie, nil, arguments) else {
                Issue.record("no repair with \(arguments)")
                continue
            }
            #expect(repaired.area == 2)
        }
    }

    @Test func saysWhatCannotBeReadAndWhere() {
        #expect(
            sentence(ask("getarea", "POINT (1 x)"))
                == "getarea: the geometry cannot be read. At byte 9: a number is expected.")
        #expect(sentence(ask("getarea", "01010000"))?.contains("At byte 1") == true)
        #expect(sentence(ask("intersects", square, "POLYGON ((0 0, 1 0, 1 1, 0 1))"))?.contains("not closed") == true)
        let notes = ask("union", "SRID=25832;POINT Z (1 2 3)", "MULTIPOINT (EMPTY, (1 2))")
        guard case .result(.geometry(let union), let said) = notes else {
            Issue.record("\(notes)")
            return
        }
        #expect(union.wellKnownText == "POINT (1 2)")
        #expect(said == ["srid-ignored", "z-ignored", "empty-elements-dropped"])
    }

    @Test func formsAndTrees() throws {
        #expect(ask("wkt", "point(1 2)") == .result(.text("POINT (1 2)"), notes: []))
        guard case .result(.text(let digits), _) = ask("wkb", square) else {
            Issue.record("no text")
            return
        }
        #expect(ask("wkt", digits) == .result(.text(square), notes: []))
        #expect(ask("isempty", "POLYGON EMPTY") == .result(.truth(true), notes: []))
        let posts = "MULTIPOINT ((0 0), (5 5), (9 9))"
        #expect(ask("strtreenearest", posts, "POINT (6 7)") == .result(.geometry(try wkt("POINT (5 5)")), notes: []))
        #expect(sentence(ask("strtreenearest", "POINT EMPTY", "POINT (6 7)")) != nil)
        guard case .result(.geometry(let met), _) = ask("strtreequery", posts, "LINESTRING (4 4, 9 9)") else {
            Issue.record("no geometry")
            return
        }
        #expect(met.elements.map(\.xs) == [[5], [9]])
    }
}
