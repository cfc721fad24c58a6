import Planar
import Testing

@testable import Topology

@Suite struct ValidityTests {
    private let engine = TopologyEngine()

    /// A fault, GEOS's word for it, its place, and the area each repair leaves.
    static let faults: [(text: String, reason: String, x: Double?, y: Double?, linework: Double, structure: Double)] = [
        ("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))", "Self-intersection", 1, 1, 2, 2),
        ("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (5 5, 6 5, 6 6, 5 6, 5 5))", "Hole lies outside shell", 5, 5, 17, 17),
        (
            "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1), (2 2, 7 2, 7 7, 2 7, 2 2))",
            "Holes are nested", nil, nil, 81 - 49 + 25, 81 - 49
        ),
        (
            "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((2 2, 3 2, 3 3, 2 3, 2 2)))", "Nested shells", nil, nil, 80,
            81
        ),
        (
            "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 1, 3 1, 3 3, 1 3, 1 1)))", "Self-intersection", nil, nil, 6,
            7
        ),
        (
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (0 2, 2 0, 4 2, 2 4, 0 2))", "Interior is disconnected", nil, nil, 8,
            8
        ),
        ("POLYGON ((0 0, 4 0, 4 4, 2 0, 0 4, 0 0))", "Ring Self-intersection", 2, 0, 8, 8),
        ("POLYGON ((0 0, 4 0, 4 4, 4 0, 0 0))", "Ring Self-intersection", nil, nil, 0, 0),
    ]

    @Test(arguments: faults.indices) func namesTheFaultAndRepairsIt(number: Int) throws {
        let fault = ValidityTests.faults[number]
        let broken = try wkt(fault.text)
        let verdict = try engine.validity(broken)
        #expect(verdict.reason == fault.reason)
        #expect(!verdict.isValid)
        if let x = fault.x, let y = fault.y { #expect(verdict.x == x && verdict.y == y) }
        for (method, area) in [
            (RepairMethod.linework, fault.linework), (.structure(keepCollapsed: false), fault.structure),
        ] {
            let repaired = try engine.makeValid(broken, method: method)
            #expect(try engine.validity(repaired).isValid)
            #expect(isNear(repaired.area, area), "\(method)")
            // A second repair finds nothing to do.
            let again = try engine.makeValid(repaired, method: method)
            #expect(isNear(again.area, repaired.area))
            #expect(try isSame(again, repaired))
        }
    }

    @Test(arguments: [
        "POINT (1 1)", "LINESTRING (0 0, 1 1, 1 0, 0 1)", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (0 0, 2 1, 1 2, 0 0))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((1 1, 2 1, 2 2, 1 2, 1 1)))", "POLYGON EMPTY",
        "GEOMETRYCOLLECTION (POLYGON ((0 0, 2 0, 2 2, 0 0)), POLYGON ((0 0, 2 0, 2 2, 0 0)))",
        // Valid though a line is but a place, as positions may repeat.
        "MULTIPOINT ((1 1), (1 1))",
    ])
    func leavesTheValidAlone(text: String) throws {
        let geometry = try wkt(text)
        #expect(try engine.validity(geometry) == .valid)
        #expect(try engine.madeValid([geometry]).first?.get().geometry == geometry)
        #expect(try engine.madeValid([geometry]).first?.get().fault == nil)
    }

    @Test func whatCollapsesIsKeptOrDropped() throws {
        let spike = try wkt("POLYGON ((0 0, 4 0, 0 0, 0 0))")
        #expect(try engine.makeValid(spike, method: .structure(keepCollapsed: false)).isEmpty)
        #expect(try engine.makeValid(spike, method: .structure(keepCollapsed: true)).kind == .lineString)
        #expect(try engine.makeValid(spike, method: .linework).length == 4)
    }

    /// Rings of random corners cross themselves in every way.
    @Test(arguments: 1...10) func repairsRandomRings(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        for _ in 0..<20 {
            let corners = 4 + random.index(12)
            let xs = (0..<corners).map { _ in Double(random.index(8)) }
            let ys = (0..<corners).map { _ in Double(random.index(8)) }
            let ring = try Geometry(
                kind: .polygon, xs: xs + [xs[0]], ys: ys + [ys[0]], ringEnds: [Int32(corners + 1)])
            for method in [RepairMethod.linework, .structure(keepCollapsed: false)] {
                let repaired = try engine.makeValid(ring, method: method)
                #expect(try engine.validity(repaired).isValid)
                #expect(ring.envelope.contains(repaired.envelope))
                #expect(isNear(try engine.makeValid(repaired, method: method).area, repaired.area))
            }
            // Keeping all lines: the whole boundary of the ring is still there.
            let kept = try engine.makeValid(ring, method: .linework)
            for place in 0..<corners {
                #expect(try engine.distance(kept, Geometry(x: xs[place], y: ys[place])) <= 1e-9)
            }
        }
    }

    @Test(arguments: [
        ("LINESTRING (0 0, 2 2)", true), ("LINESTRING (0 0, 2 2, 2 0, 0 2)", false),
        ("LINESTRING (0 0, 2 0, 2 2, 0 0)", true), ("LINESTRING (0 0, 2 0, 1 0)", false),
        ("MULTIPOINT ((1 1), (2 2))", true), ("MULTIPOINT ((1 1), (1 1))", false),
        ("MULTILINESTRING ((0 0, 2 2), (0 2, 2 0))", false), ("MULTILINESTRING ((0 0, 2 2), (2 2, 4 0))", true),
        ("POINT (3 3)", true), ("POLYGON ((0 0, 2 0, 2 2, 0 0))", true), ("LINESTRING EMPTY", true),
    ])
    func tellsTheSimple(text: String, isSimple: Bool) throws {
        #expect(try engine.isSimple(wkt(text)) == isSimple)
    }

    @Test func bulkChecksKeepOrderAndFailSingly() throws {
        let tooFar = try line(0, 0, 1e80, 1)
        let bowTie = try wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")
        let many = try (0..<70).map { number -> Geometry in
            switch number % 7 {
            case 3: return tooFar
            case 5: return bowTie
            default: return try box(0, 0, Double(number + 1), 1)
            }
        }
        let verdicts = engine.validities(many)
        let repaired = engine.madeValid(many, method: .structure(keepCollapsed: false))
        #expect(verdicts.count == 70 && repaired.count == 70)
        for number in 0..<70 {
            switch number % 7 {
            case 3:
                #expect(errorKind { try verdicts[number].get() } == .badArgument)
                #expect(errorKind { try repaired[number].get() } == .badArgument)
            case 5:
                #expect(try verdicts[number].get().reason == "Self-intersection")
                #expect(try repaired[number].get().geometry.area == 2)
            default:
                #expect(try verdicts[number].get().isValid)
                #expect(try repaired[number].get().geometry.area == Double(number + 1))
            }
        }
        #expect(engine.validities([]).isEmpty)
    }
}
