import Planar
import Testing

@testable import Topology

@Suite struct DistanceTests {
    private let engine = TopologyEngine()

    @Test(arguments: [
        ("POINT (0 0)", "POINT (3 4)", 5.0), ("LINESTRING (0 0, 10 0)", "POINT (5 2)", 2),
        ("LINESTRING (0 0, 10 0)", "POINT (13 4)", 5), ("LINESTRING (0 0, 4 4)", "LINESTRING (0 4, 4 0)", 0),
        ("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POINT (2 2)", 0),
        ("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POINT (7 8)", 5),
        ("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1))", "POINT (4 3)", 2),
        ("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON ((6 0, 9 0, 9 4, 6 4, 6 0))", 2),
        ("MULTIPOINT ((0 0), (100 0))", "MULTIPOINT ((97 4), (50 50))", 5),
        ("GEOMETRYCOLLECTION (POINT (0 0), LINESTRING (20 0, 20 9))", "POINT (17 5)", 3),
    ])
    func distancesOfKnownPairs(a: String, b: String, expected: Double) throws {
        let (a, b) = try (wkt(a), wkt(b))
        #expect(try engine.distance(a, b) == expected)
        #expect(try engine.distance(b, a) == expected)
        let pair = try engine.nearestPoints(a, b)
        let (dx, dy) = (pair.secondX - pair.firstX, pair.secondY - pair.firstY)
        #expect(isNear((dx * dx + dy * dy).squareRoot(), expected))
        #expect(try engine.distance(a, Geometry(x: pair.firstX, y: pair.firstY)) <= 1e-12)
        #expect(try engine.distance(b, Geometry(x: pair.secondX, y: pair.secondY)) <= 1e-12)
        #expect(try engine.isWithinDistance(a, b, distance: expected))
        #expect(try expected == 0 || !engine.isWithinDistance(a, b, distance: expected * (1 - 1e-9)))
        #expect(try !engine.isWithinDistance(a, b, distance: -1))
    }

    @Test func hausdorffAndFrechetOfKnownLines() throws {
        let (flat, bent) = try (line(0, 0, 10, 0), line(0, 1, 5, 4, 10, 1))
        #expect(try engine.hausdorffDistance(flat, bent) == 4)
        // Discretely the middle of the bent line waits for one of the ends of the flat one.
        #expect(try isNear(engine.frechetDistance(flat, bent), 41.0.squareRoot()))
        #expect(try engine.frechetDistance(flat, bent, densify: 0.5) == 4)
        // Backwards the leash must reach from end to end, the Hausdorff distance does not change.
        let backwards = try engine.reversed(flat)
        #expect(try engine.hausdorffDistance(flat, backwards) == 0)
        #expect(try engine.frechetDistance(flat, backwards) == 10)
        // The example of JTS: the farthest place is no vertex and is found only when segments are cut.
        let (a, b) = try (wkt("LINESTRING (130 0, 0 0, 0 150)"), wkt("LINESTRING (10 10, 10 150, 130 10)"))
        #expect(try isNear(engine.hausdorffDistance(a, b), 14.142135623730951))
        #expect(try isNear(engine.hausdorffDistance(a, b, densify: 0.5), 70))
    }

    @Test(arguments: 1...10) func theLeashIsNoShorterThanHausdorff(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        func walk() throws -> Geometry {
            let count = 2 + random.index(12)
            return try Geometry(
                kind: .lineString, xs: (0..<count).map { _ in random.next(in: 0...10) },
                ys: (0..<count).map { _ in random.next(in: 0...10) })
        }
        for _ in 0..<20 {
            let (a, b) = try (walk(), walk())
            let hausdorff = try engine.hausdorffDistance(a, b)
            let frechet = try engine.frechetDistance(a, b)
            let nearest = try engine.distance(a, b)
            #expect(nearest <= hausdorff * (1 + 1e-12))
            #expect(hausdorff <= frechet * (1 + 1e-12))
            #expect(try isNear(engine.frechetDistance(b, a), frechet))
            #expect(try isNear(engine.hausdorffDistance(b, a), hausdorff))
            #expect(try engine.hausdorffDistance(a, b, densify: 0.25) >= hausdorff * (1 - 1e-12))
            #expect(try engine.frechetDistance(a, a) == 0)
            // By hand: the largest of the distances of the vertices of either from the other.
            let fromA = zip(a.xs, a.ys).map { b.boundaryDistance(x: $0, y: $1) }
            let fromB = zip(b.xs, b.ys).map { a.boundaryDistance(x: $0, y: $1) }
            #expect(isNear((fromA + fromB).max() ?? 0, hausdorff))
        }
    }

    @Test(arguments: [
        ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", 10.0), ("POLYGON ((0 0, 10 0, 10 10, 5 0.25, 0 10, 0 0))", 0.25),
        ("LINESTRING (0 0, 3 4)", 5), ("LINESTRING (0 0, 10 0, 10 1, 0 1)", 1),
        ("MULTIPOINT ((0 0), (6 8), (0 100))", 10),
    ])
    func clearances(text: String, expected: Double) throws {
        let geometry = try wkt(text)
        #expect(try isNear(engine.minimumClearance(geometry) ?? 0, expected))
        #expect(try isNear(engine.minimumClearanceLine(geometry).length, expected))
    }

    @Test func whatCannotCollapseHasNoClearance() throws {
        for text in ["POINT (1 1)", "POINT EMPTY", "MULTIPOINT ((1 1), (1 1))"] {
            #expect(try engine.minimumClearance(wkt(text)) == nil)
            #expect(try engine.minimumClearanceLine(wkt(text)).isEmpty)
        }
    }

    @Test func sharesOfSegmentsMustBeOfUse() throws {
        let road = try zigzag(10)
        for share in [0, -0.5, 1.5] {
            #expect(errorKind { try engine.hausdorffDistance(road, road, densify: share) } == .badArgument)
            #expect(errorKind { try engine.frechetDistance(road, road, densify: share) } == .badArgument)
        }
        #expect(errorKind { try engine.hausdorffDistance(road, road, densify: 1e-8) } == .tooLarge)
        #expect(errorKind { try engine.frechetDistance(road, road, densify: 1e-4) } == .tooLarge)
        #expect(try engine.hausdorffDistance(road, road, densify: 1e-4) <= 1e-12)
    }

    @Test(arguments: 1...4) func theTreeFindsWhatComparingAllFinds(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let shapes = try (0..<60).map { _ in
            try random.star(around: random.next(in: 0...100), random.next(in: 0...100), reach: 4, corners: 7)
        }
        let queries = try (0..<30).map { _ in try Geometry(x: random.next(in: -20...120), y: random.next(in: -20...120))
        }
        let found = try engine.nearest(of: shapes, to: queries + [Geometry(emptyOf: .point)])
        for (query, index) in zip(queries, found) {
            let distances = try shapes.map { try engine.distance($0, query) }
            let best = try #require(index)
            #expect(isNear(distances[best], distances.min() ?? 0))
        }
        #expect(found.last == .some(nil))
        #expect(try engine.nearest(of: [Geometry(emptyOf: .polygon)], to: queries).allSatisfy { $0 == nil })
        #expect(try engine.nearest(of: [], to: [queries[0]]) == [nil])

        let boxes = shapes.map(\.envelope) + [.empty]
        let windows = queries.map { $0.envelope.expanded(by: 10) } + [.empty]
        let matches = try engine.boxMatches(of: boxes, with: windows)
        for (window, match) in zip(windows, matches) {
            #expect(match == boxes.indices.filter { !window.isEmpty && boxes[$0].intersects(window) })
        }
        let endless = Envelope(minX: -.infinity, minY: 0, maxX: 1, maxY: 1)
        #expect(errorKind { try engine.boxMatches(of: [endless], with: []) } == .badArgument)
    }
}
