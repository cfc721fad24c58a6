import Planar
import Testing

/// The locator against counting crossings, and coverages that are none.
@Suite struct LocatorPartsTests {
    /// Inside, boundary (nil) or outside by whole numbers: an odd number of edges crossed by a ray to the east.
    private func holds(_ rings: [[(x: Int, y: Int)]], _ x: Int, _ y: Int) -> Bool? {
        var isInside = false
        for ring in rings {
            for index in ring.indices {
                let (a, b) = (ring[index], ring[(index + 1) % ring.count])
                let cross = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)
                let isWithin =
                    (min(a.x, b.x)...max(a.x, b.x)).contains(x) && (min(a.y, b.y)...max(a.y, b.y)).contains(y)
                if cross == 0, isWithin { return nil }
                if (a.y > y) != (b.y > y), (cross > 0) == (b.y > a.y) { isInside.toggle() }
            }
        }
        return isInside
    }

    /// Multipolygons of parts with holes, on a grid so coarse that positions fall on corners and edges.
    @Test(arguments: 1...10) func agreesWithCountingCrossings(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var shapes: [[[(x: Int, y: Int)]]] = []
        var polygons: [Geometry] = []
        for _ in 0..<12 {
            var rings: [[(x: Int, y: Int)]] = []
            var parts: [Geometry] = []
            for part in 0..<Int.random(in: 1...3, using: &random) {
                let (west, south) = (part * 12, Int.random(in: 0...10, using: &random))
                let side = Int.random(in: 5...10, using: &random)
                let shell: [(x: Int, y: Int)] = [
                    (x: west, y: south), (west + side, south), (west + side, south + side), (west, south + side - 2),
                ]
                let hole: [(x: Int, y: Int)] = [
                    (x: west + 1, y: south + 1), (west + 3, south + 1), (west + 1, south + 3),
                ]
                rings += [shell, hole]
                parts.append(try polygon([shell, hole]))
            }
            shapes.append(rings)
            polygons.append(try Geometry(joining: parts))
        }
        let locator = PolygonLocator(polygons)
        let places = (-1...36).flatMap { x in (-1...21).map { y in (x: x, y: y) } }
        let (xs, ys) = (places.map { Double($0.x) }, places.map { Double($0.y) })
        let all = locator.locateAll(xs: xs, ys: ys)
        let lowest = locator.locate(xs: xs, ys: ys)
        let found = locator.places(xs: xs, ys: ys)
        for (index, place) in places.enumerated() {
            let verdicts = shapes.map { holds($0, place.x, place.y) }
            let inside = verdicts.indices.filter { verdicts[$0] == true }.map { Int32($0) }
            #expect(Array(all.polygons(of: index)) == inside)
            #expect(lowest[index] == (inside.first ?? PolygonLocator.none))
            var expected = PolygonPlace.outside
            if let border = verdicts.indices.first(where: { verdicts[$0] == nil }) {
                expected = .boundary(Int32(border))
            }
            if let holder = inside.first { expected = .inside(holder) }
            #expect(found[index] == expected)
        }
    }

    @Test func whatHasNoPositionIsInNothing() throws {
        let locator = PolygonLocator([try polygon([[(0, 0), (9, 0), (9, 9), (0, 9)]]), Geometry(emptyOf: .polygon)])
        #expect(locator.locate(xs: [.nan, .infinity, 5, 5], ys: [5, 5, -.infinity, 5]) == [-1, -1, -1, 0])
        // The shorter column counts.
        #expect(locator.locate(xs: [5, 5, 5], ys: [5]) == [0])
        #expect(locator.locateAll(xs: [], ys: []).polygons.isEmpty)
        #expect(PolygonLocator([]).places(xs: [1], ys: [1]) == [.outside])
    }

    private static let neighbours: [[(x: Int, y: Int)]] = [
        [(x: 4, y: 0), (8, 0), (8, 4), (4, 4), (4, 2)], [(x: 0, y: 4), (2, 4), (4, 4), (4, 8), (0, 8)],
        [(x: -4, y: 0), (0, 0), (0, 1), (0, 4), (-4, 4)], [(x: 0, y: -4), (4, -4), (4, 0), (3, 0), (0, 0)],
    ]

    /// Borders on which one side has a position more, at each of the four sides: no coverage, in any order of the two.
    @Test(arguments: neighbours.indices) func aTJunctionIsNoCoverage(number: Int) throws {
        let neighbour = LocatorPartsTests.neighbours[number]
        let square = try polygon([[(0, 0), (4, 0), (4, 4), (0, 4)]])
        let other = try polygon([neighbour])
        #expect(dissolveCoverage([square, other], groups: [0, 0], groupCount: 1) == [nil])
        #expect(dissolveCoverage([other, square], groups: [0, 0], groupCount: 1) == [nil])
        // With the position in both it is one.
        let extra = try #require(neighbour.first(where: isOnEdge))
        let corners: [(x: Int, y: Int)] = [(0, 0), (4, 0), (4, 4), (0, 4)]
        var mended: [(x: Int, y: Int)] = []
        for index in corners.indices {
            let (a, b) = (corners[index], corners[(index + 1) % 4])
            mended.append(a)
            let isBetween = (a.x == b.x && extra.x == a.x) || (a.y == b.y && extra.y == a.y)
            if isBetween { mended.append(extra) }
        }
        let whole = dissolveCoverage([try polygon([mended]), other], groups: [0, 0], groupCount: 1)[0]
        #expect(try #require(whole).area == 16 + other.area)
    }

    /// Whether a place lies on the square from 0 to 4 between its corners.
    private func isOnEdge(_ place: (x: Int, y: Int)) -> Bool {
        ([0, 4].contains(place.x) && (1...3).contains(place.y))
            || ([0, 4].contains(place.y) && (1...3).contains(place.x))
    }

    @Test func linesAndPointsDissolveToNothing() throws {
        let line = try Geometry(kind: .lineString, xs: [0, 1], ys: [0, 1])
        let areas = dissolveCoverage([line, try Geometry(x: 1, y: 1)], groups: [0, 0], groupCount: 1)
        #expect(areas.count == 1 && areas[0]?.area == 0 && areas[0]?.geometry.isEmpty == true)
        let both = try Geometry(collection: [line, polygon([[(0, 0), (2, 0), (2, 2), (0, 2)]])])
        #expect(dissolveCoverage([both], groups: [0], groupCount: 1)[0]?.area == 4)
    }

    @Test func oneTreeAnswersForPointsAndWideBoxes() {
        // A cross of long thin boxes and points: nothing is found twice, nothing outside.
        let rows = (0..<40).map { Envelope(minX: 0, minY: Double($0), maxX: 40, maxY: Double($0)) }
        let columns = (0..<40).map { Envelope(minX: Double($0), minY: 0, maxX: Double($0), maxY: 40) }
        let tree = PackedRTree(rows + columns)
        for place in 0..<40 {
            let point = Envelope(minX: Double(place), minY: 7, maxX: Double(place), maxY: 7)
            #expect(tree.indexes(meeting: point) == [7, Int32(40 + place)])
            var count = 0
            tree.forEach(meeting: point) { _ in count += 1 }
            #expect(count == 2)
        }
        #expect(boxPairs(left: rows, right: columns).count == 1_600)
        #expect(boxPairs(among: rows + columns).count == 1_600)
        #expect(tree.indexes(meeting: .empty).isEmpty)
    }
}

@Suite struct PointGridEdgeTests {
    @Test func whatIsMissingIsInfinitelyFar() {
        let grid = PointGrid(xs: [1], ys: [1], categories: [1], categoryCount: 3)
        #expect(grid.categoryCount == 3)
        let found = grid.nearestAndCounts(xs: [1, 4], ys: [1, 5], tileEnds: [2], limits: [0, 5])
        #expect(found.positions == 2)
        #expect(found.squaredDistances == [.infinity, .infinity, 0, 25, .infinity, .infinity])
        #expect(found.counts == [0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0])
        #expect(PointGrid(xs: [], ys: [], categories: [], categoryCount: -4).categoryCount == 0)
        #expect(grid.nearestAndCounts(xs: [], ys: [], tileEnds: [], limits: [5]).counts.isEmpty)
        // A position that is not finite is nowhere near.
        let nowhere = grid.nearestAndCounts(xs: [.nan, 1], ys: [1, 1], tileEnds: [1, 2], limits: [9])
        #expect(Array(nowhere.squaredDistances[2...3]) == [.infinity, 0])
    }

    /// The tiles change the order of work and nothing else.
    @Test(arguments: 1...4) func tilesDoNotChangeTheAnswer(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func column(_ count: Int) -> [Double] { (0..<count).map { _ in Double.random(in: 0...900, using: &random) } }
        let (xs, ys) = (column(300), column(300))
        let grid = PointGrid(xs: xs, ys: ys, categories: xs.indices.map { Int32($0 % 4) }, categoryCount: 4)
        let (atX, atY) = (column(64), column(64))
        let limits = [10.0, 100, 450]
        let single = grid.nearestAndCounts(xs: atX, ys: atY, tileEnds: (1...64).map { Int32($0) }, limits: limits)
        for ends in [[64], [1, 64], [10, 20, 64], [63, 64]] as [[Int32]] {
            let found = grid.nearestAndCounts(xs: atX, ys: atY, tileEnds: ends, limits: limits)
            #expect(found.squaredDistances == single.squaredDistances && found.counts == single.counts)
        }
        // More lies within a wider limit, and something within the distance of the nearest.
        for row in 0..<64 {
            for category in 0..<4 {
                let counts = limits.indices.map { single.counts[($0 * 4 + category) * 64 + row] }
                #expect(counts == counts.sorted())
                let nearest = single.squaredDistances[category * 64 + row].squareRoot()
                for (limit, count) in zip(limits, counts) where (limit - nearest).magnitude > 1e-9 {
                    #expect((count > 0) == (nearest < limit))
                }
            }
        }
    }
}
