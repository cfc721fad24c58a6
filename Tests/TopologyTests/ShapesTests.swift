import Planar
import Testing

@testable import Topology

@Suite struct ShapesTests {
    private let engine = TopologyEngine()

    private func same(_ got: Geometry, _ expected: String) throws -> Bool {
        let wanted = try wkt(expected)
        return try got.kind == wanted.kind && isSame(got, wanted)
    }

    @Test(arguments: [
        ("MULTIPOINT ((0 0), (4 0), (4 4), (0 4), (2 2), (1 3))", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"),
        ("LINESTRING (0 0, 1 5, 2 0, 1 1, 0 0)", "POLYGON ((0 0, 2 0, 1 5, 0 0))"),
        ("MULTIPOINT ((0 0), (1 1), (3 3))", "LINESTRING (0 0, 3 3)"), ("POINT (2 3)", "POINT (2 3)"),
        ("POLYGON ((0 0, 4 0, 4 4, 2 1, 0 4, 0 0))", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"),
        (
            "MULTIPOLYGON (((0 0, 1 0, 0 1, 0 0)), ((5 5, 5 4, 4 5, 5 5)))",
            "POLYGON ((0 0, 1 0, 5 4, 5 5, 4 5, 0 1, 0 0))"
        ),
    ])
    func hullsOfKnownFigures(text: String, expected: String) throws {
        #expect(try same(engine.convexHull(wkt(text)), expected))
    }

    @Test(arguments: 1...6) func aHullIsConvexAndHoldsAll(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let points = try Geometry(
            joining: (0..<60).map { _ in try Geometry(x: random.next(in: 0...100), y: random.next(in: 0...50)) })
        let hull = try engine.convexHull(points)
        #expect(try engine.test(.covers, hull, points))
        #expect(try engine.convexHull(hull).area == hull.area)
        let turns = (0..<hull.xs.count - 2).map {
            orientation(
                ax: hull.xs[$0], ay: hull.ys[$0], bx: hull.xs[$0 + 1], by: hull.ys[$0 + 1], cx: hull.xs[$0 + 2],
                cy: hull.ys[$0 + 2])
        }
        #expect(Set(turns).count == 1)
        // The concave hull goes from a tight one to the convex one as the ratio goes from 0 to 1.
        var smaller = 0.0
        for ratio in [0, 0.2, 0.5, 0.8, 1] {
            let concave = try engine.concaveHull(points, ratio: ratio)
            #expect(concave.area >= smaller && concave.area <= hull.area * (1 + 1e-6))
            #expect(try engine.test(.covers, engine.buffer(concave, distance: 1e-6), points))
            smaller = concave.area
        }
        // The triangulation may lack thin slivers at the rim.
        #expect(smaller > 0.99 * hull.area)
    }

    @Test func theConcaveHullFollowsAC() throws {
        // A letter C of single places: the bay is left out at ratio 0.2 and filled at 1.
        let letter = try places { column, row in (3...6).contains(row) && column > 3 }
        #expect(try isNear(engine.concaveHull(letter, ratio: 1).area, 81))
        // The bay is 5 high and 6 deep; in its inner corners half a unit square each may be filled.
        #expect(try (51.0...52).contains(engine.concaveHull(letter, ratio: 0.2).area))
        let ring = try places { column, row in (3...6).contains(row) && (3...6).contains(column) }
        #expect(try isNear(engine.concaveHull(ring, ratio: 0.2).area, 81))
        let holed = try engine.concaveHull(ring, ratio: 0.2, allowHoles: true)
        #expect(holed.ringEnds.count == 2 && (56.0...58).contains(holed.area))
        for ratio in [-0.1, 1.1, .nan] {
            #expect(errorKind { try engine.concaveHull(ring, ratio: ratio) } == .badArgument)
        }
    }

    /// The places of a board of 10 × 10 one apart, but for some.
    private func places(without isLeftOut: (Int, Int) -> Bool) throws -> Geometry {
        var points: [Geometry] = []
        for row in 0..<10 {
            for column in 0..<10 where !isLeftOut(column, row) {
                points.append(try Geometry(x: Double(column), y: Double(row)))
            }
        }
        return try Geometry(joining: points)
    }

    static let centres: [(text: String, x: Double, y: Double)] = [
        // An L of three unit squares; a square with a hole off its middle: (16 · 2 − 1 · 1.5) / 15.
        ("POLYGON ((0 0, 2 0, 2 1, 1 1, 1 2, 0 2, 0 0))", 0.8333333333333334, 0.8333333333333334),
        ("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))", 2.033333333333333, 2.033333333333333),
        ("POLYGON ((0 0, 3 0, 0 3, 0 0))", 1, 1),
        ("LINESTRING (0 0, 4 0, 4 2)", 2.6666666666666665, 0.3333333333333333),
        ("MULTIPOINT ((0 0), (1 0), (5 3))", 2, 1),
        // Only what has the highest dimension weighs.
        ("GEOMETRYCOLLECTION (POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0)), LINESTRING (50 50, 90 90), POINT (7 7))", 1, 1),
        ("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((3 0, 6 0, 6 1, 3 1, 3 0)))", 3.5, 0.5),
    ]

    @Test(arguments: centres.indices) func centresOfMass(number: Int) throws {
        let (text, x, y) = ShapesTests.centres[number]
        let centre = try engine.centroid(wkt(text))
        #expect(isNear(centre.xs[0], x) && isNear(centre.ys[0], y))
        // Planar computes that of areas itself.
        if let own = try wkt(text).areaCentroid { #expect(isNear(own.x, x) && isNear(own.y, y)) }
    }

    @Test(arguments: 1...6) func aPointOnSurfaceLiesInside(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        for _ in 0..<20 {
            let star = try random.star(around: 0, 0, reach: 10, corners: 5 + random.index(12))
            let point = try engine.pointOnSurface(star)
            #expect(try engine.test(.within, point, star))
            // With a hole in the middle as well.
            let ring = try engine.difference(star, engine.buffer(wkt("POINT (0 0)"), distance: 2.5)).value
            #expect(try engine.test(.within, engine.pointOnSurface(ring), ring))
        }
        #expect(try engine.test(.intersects, engine.pointOnSurface(zigzag(9)), zigzag(9)))
    }

    @Test(arguments: [
        ("LINESTRING (0 0, 1 1, 2 0)", "MULTIPOINT ((0 0), (2 0))"),
        ("LINESTRING (0 0, 1 1, 1 0, 0 0)", "MULTIPOINT EMPTY"),
        ("MULTILINESTRING ((0 0, 1 0), (1 0, 2 0))", "MULTIPOINT ((0 0), (2 0))"),
        ("MULTILINESTRING ((0 0, 1 0), (1 0, 2 0), (1 0, 1 5))", "MULTIPOINT ((0 0), (1 0), (2 0), (1 5))"),
        ("POLYGON ((0 0, 1 0, 1 1, 0 0))", "LINESTRING (0 0, 1 0, 1 1, 0 0)"),
        (
            "POLYGON ((0 0, 9 0, 9 9, 0 0), (3 1, 8 1, 8 6, 3 1))",
            "MULTILINESTRING ((0 0, 9 0, 9 9, 0 0), (3 1, 8 1, 8 6, 3 1))"
        ),
    ])
    func boundariesByTheModTwoRule(text: String, expected: String) throws {
        #expect(try same(engine.boundary(wkt(text)), expected))
    }

    @Test(arguments: [
        ("LINESTRING (1 5, 3 2)", "POLYGON ((1 2, 3 2, 3 5, 1 5, 1 2))"), ("POINT (3 4)", "POINT (3 4)"),
        ("LINESTRING (2 7, 2 1, 2 5)", "LINESTRING (2 1, 2 7)"),
        ("MULTIPOINT ((0 0), (5 0))", "LINESTRING (0 0, 5 0)"),
        ("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 7, 5 5)))", "POLYGON ((0 0, 6 0, 6 7, 0 7, 0 0))"),
    ])
    func boxesAsGeometries(text: String, expected: String) throws {
        #expect(try same(engine.envelope(wkt(text)), expected))
    }

    @Test func normalFormsForgetTheWayOfWriting() throws {
        let one = try wkt("MULTIPOLYGON (((5 5, 6 5, 6 6, 5 5)), ((0 0, 3 0, 3 3, 0 0), (1 0.5, 2 0.5, 2 1, 1 0.5)))")
        let other = try wkt("MULTIPOLYGON (((3 3, 3 0, 0 0, 3 3), (2 1, 1 0.5, 2 0.5, 2 1)), ((6 6, 6 5, 5 5, 6 6)))")
        #expect(one != other)
        #expect(try engine.normalized(one) == engine.normalized(other))
        #expect(try engine.normalized(engine.normalized(one)) == engine.normalized(one))
        #expect(try engine.normalized(line(3, 3, 0, 0)) == line(0, 0, 3, 3))
        let backwards = try engine.reversed(one)
        #expect(backwards != one)
        #expect(try engine.reversed(backwards) == one)
        #expect(try engine.reversed(line(0, 0, 1, 2, 3, 3)) == line(3, 3, 1, 2, 0, 0))
    }

    @Test func facesOfLinework() throws {
        // A window of two by two panes, noded, with a line that leads nowhere.
        let panes = try engine.node(
            wkt("MULTILINESTRING ((0 0, 4 0, 4 4, 0 4, 0 0), (2 0, 2 4), (0 2, 4 2), (4 4, 9 9))"))
        let faces = try engine.polygonize(panes)
        #expect(faces.elements.count == 4)
        #expect(faces.elements.allSatisfy { $0.area == 4 })
        #expect(try engine.polygonize(wkt("MULTILINESTRING ((0 0, 4 4), (0 4, 4 0))")).isEmpty)
        // An inner ring is a hole of the outer face and a face itself; the area of lines leaves it out.
        let rings = try wkt("MULTILINESTRING ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 6 3, 6 6, 3 6, 3 3))")
        #expect(try engine.polygonize(rings).elements.map(\.area).sorted() == [9, 72])
        #expect(try engine.buildArea(rings).area == 72)
    }

    @Test func nodesAndSews() throws {
        let noded = try engine.node(wkt("MULTILINESTRING ((0 0, 4 4), (0 4, 4 0), (0 0, 4 4))"))
        #expect(noded.elements.count == 4)
        #expect(noded.elements.allSatisfy { isNear($0.length, 8.0.squareRoot()) })
        let chain = try engine.lineMerge(wkt("MULTILINESTRING ((0 0, 1 0), (2 0, 1 0), (2 0, 3 5))"))
        #expect(try isSame(chain, line(0, 0, 1, 0, 2, 0, 3, 5)) && chain.kind == .lineString)
        // Three at one place are not sewn.
        #expect(try engine.lineMerge(wkt("MULTILINESTRING ((0 0, 1 0), (1 0, 2 0), (1 0, 1 1))")).elements.count == 3)
        #expect(try engine.lineMerge(wkt("MULTILINESTRING ((0 0, 1 0), (5 0, 6 0))")).elements.count == 2)
    }

    @Test(arguments: 1...4) func coveragesUniteAsUnionsDo(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let cells = try (0..<64).map { number -> Geometry in
            let (column, row) = (Double(number % 8), Double(number / 8))
            return try box(column, row, column + 1, row + 1)
        }
        let chosen = cells.filter { _ in random.index(3) > 0 }
        let united = try engine.coverageUnion(chosen)
        #expect(united.area == Double(chosen.count))
        #expect(try isSame(united, engine.unaryUnion(of: chosen).value))
        // Planar's own dissolving gives the same area and boundary.
        let groups = chosen.map { _ in Int32(0) }
        let dissolved = try #require(dissolveCoverage(chosen, groups: groups, groupCount: 1)[0])
        #expect(dissolved.area == united.area)
        #expect(try isSame(dissolved.geometry, united))
    }
}
