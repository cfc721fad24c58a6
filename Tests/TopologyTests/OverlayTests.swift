import Planar
import Testing

@testable import Topology

@Suite struct OverlayTests {
    private let engine = TopologyEngine()

    /// One pair of geometries and the measures of its four overlays: area, or length where there is no area.
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let a: String
        let b: String
        let intersection: Double
        let union: Double
        let difference: Double
        let symmetricDifference: Double
        var testDescription: String { name }
    }

    static let examples = [
        Example(
            name: "two squares that overlap in a corner", a: "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
            b: "POLYGON ((5 5, 15 5, 15 15, 5 15, 5 5))", intersection: 25, union: 175, difference: 75,
            symmetricDifference: 150),
        Example(
            name: "a square in the hole of another",
            a: "POLYGON ((0 0, 6 0, 6 6, 0 6, 0 0), (1 1, 5 1, 5 5, 1 5, 1 1))",
            b: "POLYGON ((2 2, 4 2, 4 4, 2 4, 2 2))", intersection: 0, union: 24, difference: 20,
            symmetricDifference: 24),
        Example(
            name: "a square that fills the hole exactly",
            a: "POLYGON ((0 0, 6 0, 6 6, 0 6, 0 0), (1 1, 5 1, 5 5, 1 5, 1 1))",
            b: "POLYGON ((1 1, 5 1, 5 5, 1 5, 1 1))", intersection: 16, union: 36, difference: 20,
            symmetricDifference: 36),
        Example(
            name: "the same twice, begun elsewhere and turned round", a: "POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))",
            b: "POLYGON ((3 3, 3 0, 0 0, 0 3, 3 3))", intersection: 9, union: 9, difference: 0, symmetricDifference: 0),
        Example(
            name: "a cross of two bars", a: "POLYGON ((0 4, 10 4, 10 6, 0 6, 0 4))",
            b: "POLYGON ((4 0, 6 0, 6 10, 4 10, 4 0))", intersection: 4, union: 36, difference: 16,
            symmetricDifference: 32),
        Example(
            name: "two parts under one bar",
            a: "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((6 0, 8 0, 8 2, 6 2, 6 0)))",
            b: "POLYGON ((1 0, 7 0, 7 1, 1 1, 1 0))", intersection: 2, union: 12, difference: 6,
            symmetricDifference: 10),
        Example(
            name: "two lines that share a stretch", a: "LINESTRING (0 0, 6 0)", b: "LINESTRING (4 0, 10 0)",
            intersection: 2, union: 10, difference: 4, symmetricDifference: 8),
        Example(
            name: "a line across a square", a: "LINESTRING (-3 1, 5 1)", b: "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))",
            intersection: 2, union: 4, difference: 6, symmetricDifference: 4),
    ]

    @Test(arguments: examples) func givesTheMeasuresOfTheory(example: Example) throws {
        let (a, b) = try (wkt(example.a), wkt(example.b))
        func size(_ geometry: Geometry) -> Double { geometry.area > 0 ? geometry.area : geometry.length }
        #expect(try size(engine.intersection(a, b).value) == example.intersection)
        // Of a line and an area the union keeps both; the area is 4.
        #expect(try size(engine.union(a, b).value) == example.union)
        #expect(try size(engine.difference(a, b).value) == example.difference)
        #expect(try size(engine.symmetricDifference(a, b).value) == example.symmetricDifference)
        #expect(try size(engine.intersection(b, a).value) == example.intersection)
        #expect(try size(engine.union(b, a).value) == example.union)
    }

    /// What touches has in common what is of lower dimension.
    @Test(arguments: [
        ("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0))", "LINESTRING (2 2, 2 0)"),
        ("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((2 2, 4 2, 4 4, 2 4, 2 2))", "POINT (2 2)"),
        ("LINESTRING (0 0, 4 4)", "LINESTRING (0 4, 4 0)", "POINT (2 2)"),
        ("LINESTRING (0 0, 4 0)", "MULTIPOINT ((1 0), (2 1), (4 0))", "MULTIPOINT ((1 0), (4 0))"),
        ("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POINT (1 1)", "POINT (1 1)"),
        ("POINT (1 1)", "POINT (1 2)", "POINT EMPTY"),
        ("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((5 5, 6 5, 6 6, 5 5))", "POLYGON EMPTY"),
    ])
    func touchingGivesLowerDimensions(a: String, b: String, expected: String) throws {
        let common = try engine.intersection(wkt(a), wkt(b)).value
        let wanted = try wkt(expected)
        #expect(common.kind == wanted.kind)
        #expect(try isSame(common, wanted))
    }

    /// Inclusion and exclusion, and what follows from it, for stars of random form.
    @Test(arguments: 1...12) func keepsTheIdentitiesOfSets(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        // Half of the cases lie where the coordinates of UTM lie.
        let (x, y) = seed.isMultiple(of: 2) ? (0.0, 0.0) : (526_000, 6_071_000)
        for _ in 0..<10 {
            let a = try random.star(around: x, y, reach: 10, corners: 5 + random.index(30))
            let b = try random.star(
                around: x + random.next(in: -12...12), y + random.next(in: -12...12), reach: 10,
                corners: 5 + random.index(30))
            let common = try engine.intersection(a, b).value
            let all = try engine.union(a, b).value
            let onlyA = try engine.difference(a, b).value
            let onlyB = try engine.difference(b, a).value
            let either = try engine.symmetricDifference(a, b).value
            let tolerance = 1e-9 * (a.area + b.area)
            #expect(abs(a.area + b.area - all.area - common.area) <= tolerance)
            #expect(abs(onlyA.area + common.area - a.area) <= tolerance)
            #expect(abs(onlyA.area + onlyB.area - either.area) <= tolerance)
            #expect(abs(all.area - either.area - common.area) <= tolerance)
            // A is put together again from its two pieces.
            #expect(try engine.symmetricDifference(engine.union(onlyA, common).value, a).value.area <= tolerance)
            // What was cut off does not meet B with any area, what is common lies in both.
            #expect(try engine.intersection(onlyA, b).value.area <= tolerance)
            #expect(try engine.difference(common, a).value.area <= tolerance)
            #expect(try engine.difference(common, b).value.area <= tolerance)
            for (one, other) in [
                (common, try engine.intersection(b, a).value), (all, try engine.union(b, a).value),
                (either, try engine.symmetricDifference(b, a).value),
            ] {
                #expect(try isSame(one, other))
            }
            #expect([common, all, onlyA, onlyB, either].allSatisfy { (try? engine.validity($0).isValid) == true })
        }
    }

    @Test(arguments: 1...6) func uniteInAnyOrder(seed: UInt64) throws {
        var random = SeededNumbers(seed: 100 + seed)
        let stars = try (0..<12).map { _ in
            try random.star(around: random.next(in: 0...30), random.next(in: 0...30), reach: 8, corners: 9)
        }
        let forwards = try stars.dropFirst().reduce(stars[0]) { try engine.union($0, $1).value }
        let backwards = try stars.dropLast().reversed().reduce(stars[11]) { try engine.union($0, $1).value }
        let atOnce = try engine.unaryUnion(of: stars).value
        #expect(isNear(forwards.area, backwards.area))
        #expect(isNear(forwards.area, atOnce.area))
        #expect(try engine.symmetricDifference(forwards, atOnce).value.area <= 1e-9 * forwards.area)
        // One lies in the union of all, and the union is no more than the sum.
        for star in stars { #expect(try engine.difference(star, atOnce).value.area <= 1e-9 * star.area) }
        #expect(atOnce.area <= stars.reduce(0) { $0 + $1.area } * (1 + 1e-12))
    }

    @Test func aGridRoundsAndSnapsTheResult() throws {
        let (a, b) = try (line(0, 0, 10, 3), line(0, 3, 10, 0))
        #expect(try engine.intersection(a, b).value == wkt("POINT (5 1.5)"))
        let rounded = try engine.intersection(a, b, gridSize: 1).value
        #expect(rounded.xs == [5] && (rounded.ys == [1] || rounded.ys == [2]))
        for size in [0.5, 0.25, 2] {
            let union = try engine.union(box(0.1, 0.1, 3.9, 3.9), box(2.2, 2.2, 6.1, 6.1), gridSize: size).value
            #expect((union.xs + union.ys).allSatisfy { ($0 / size).rounded() == $0 / size })
        }
        // Below half a cell nothing is left.
        #expect(try engine.unaryUnion(box(0, 0, 0.3, 0.3), gridSize: 1).value.isEmpty)
        for size in [-1, Double.nan, .infinity] {
            #expect(errorKind { try engine.union(a, b, gridSize: size) } == .badArgument)
            #expect(errorKind { try engine.unaryUnion(a, gridSize: size) } == .badArgument)
        }
    }

    @Test func anEngineWithAGridRoundsItsInput() throws {
        let coarse = try TopologyEngine(gridSize: 1)
        #expect(try coarse.union(box(0.2, 0.2, 2.2, 2.2), box(1.8, 0.2, 4.2, 2.2)).value.area == 8)
        #expect(try coarse.distance(wkt("POINT (0.4 0)"), wkt("POINT (2.6 0)")) == 3)
        #expect(try coarse.test(.intersects, wkt("POINT (2.3 1)"), box(0, 0, 2, 2)))
        #expect(try !engine.test(.intersects, wkt("POINT (2.3 1)"), box(0, 0, 2, 2)))
    }

    @Test func dissolvesTheInsideOfOneGeometry() throws {
        let crossing = try engine.unaryUnion(wkt("MULTILINESTRING ((0 0, 4 4), (0 4, 4 0))")).value
        #expect(crossing.elements.count == 4)
        #expect(isNear(crossing.length, 2 * 32.0.squareRoot()))
        let boxes = try Geometry(joining: [box(0, 0, 2, 2), box(1, 0, 3, 2), box(10, 0, 11, 1)])
        let dissolved = try engine.unaryUnion(boxes).value
        #expect(dissolved.kind == .multiPolygon && dissolved.partEnds.count == 2)
        #expect(dissolved.area == 7)
        #expect(try engine.unaryUnion(dissolved).value.area == 7)
    }

    @Test func unionsOfManyKeepWhatIsApart() throws {
        let parts = try [box(0, 0, 1, 1), wkt("POINT (5 5)"), line(8, 0, 9, 0), box(1, 0, 2, 1), wkt("POINT (5 5)")]
        let union = try engine.unaryUnion(of: parts).value
        #expect(union.kind == .collection)
        #expect(union.area == 2 && union.elements.count == 3)
        #expect(try engine.unaryUnion(of: [wkt("POLYGON EMPTY"), wkt("POINT EMPTY")]).value.isEmpty)
        // A group that fails fails all.
        let broken = try [box(0, 0, 1, 1), line(5, 5, 1e80, 5)]
        #expect(errorKind { try engine.unaryUnion(of: broken) } == .badArgument)
    }
}
