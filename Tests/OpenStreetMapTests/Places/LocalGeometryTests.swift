import Planar
import TestSupport
import Testing

@testable import OpenStreetMap

/// Positions that stand for shapes, positions along outlines, and metres in degrees.
@Suite struct LocalGeometryTests {
    /// The length of a degree on WGS 84, from the radii of curvature (a = 6,378,137 m, f = 1/298.257223563).
    @Test(arguments: [(0.0, 111_319.49, 110_574.28), (50, 71_695.75, 111_229.03), (60, 55_799.98, 111_412.27)])
    func degreesInMetres(_ latitude: Double, _ east: Double, _ north: Double) {
        let local = LocalMetres(latitude: latitude)
        #expect(isClose(local.distance(8, latitude, 9, latitude), east, tolerance: 1e-5))
        #expect(isClose(local.distance(8, latitude, 8, latitude + 1), north, tolerance: 1e-5))
    }

    @Test func areasInSquareMetres() throws {
        var sketch = MapSketch()
        try sketch.box(-50, -20, 50, 20, "leisure=park")
        let area = LocalMetres(around: sketch.objects.geometries[0]).area(sketch.objects.geometries[0])
        #expect(isClose(area, 4_000, tolerance: 1e-5))
        // At the pole a degree east is nothing.
        #expect(LocalMetres(latitude: 90).distance(0, 90, 90, 90) < 1e-6)
        for latitude in [0.0, 50, 80, -80] {
            let local = LocalMetres(latitude: latitude)
            #expect(local.distance(0, latitude, 1, latitude) > LocalMetres.leastPerDegree)
            #expect(local.distance(0, latitude, 0, latitude + 1) > LocalMetres.leastPerDegree)
        }
    }

    /// Across the foot of a perpendicular, beyond an end, and to a line without length.
    @Test func distancesToLinesAndShapes() throws {
        let local = LocalMetres(latitude: 50)
        let (x, y) = (MapSketch.longitude, MapSketch.latitude)
        for (ends, expected) in [
            ([0.0, 0, 100, 0], 30.0), ([60, 0, 100, 0], 31.6227766), ([20, 0, 20, 0], 42.4264069),
        ] {
            let distance = local.distance(
                x(50), y(30), toLine: x(ends[0]), y(ends[1]), x(ends[2]), y(ends[3]))
            #expect(isClose(distance, expected, tolerance: 1e-5))
        }
        var sketch = MapSketch()
        try sketch.box(0, 0, 100, 100, "leisure=park")
        try sketch.box(110, 40, 130, 60, "leisure=park")
        try sketch.node(50, -10, "leisure=park")
        let shapes = sketch.objects.geometries
        // The big box has no corner near the small one; the small one has corners near the big one's edge.
        #expect(!local.hasCorner(of: shapes[0], within: 10.01, of: shapes[1]))
        #expect(local.hasCorner(of: shapes[1], within: 10.01, of: shapes[0]))
        #expect(!local.hasCorner(of: shapes[1], within: 9.99, of: shapes[0]))
        #expect(local.hasCorner(of: shapes[2], within: 10.01, of: shapes[0]))
        #expect(!local.hasCorner(of: shapes[0], within: 20, of: shapes[2]))
    }

    @Test func pointsAndLines() throws {
        let point = try Geometry(x: 3, y: 4)
        #expect(point.representativePosition.map { [$0.x, $0.y] } == [3, 4])
        let line = try Geometry(kind: .lineString, xs: [0, 4, 4], ys: [0, 0, 2])
        #expect(line.representativePosition.map { [$0.x, $0.y] } == [3, 0])
        let still = try Geometry(kind: .lineString, xs: [1, 1], ys: [2, 2])
        #expect(still.representativePosition.map { [$0.x, $0.y] } == [1, 2])
        #expect(Geometry(emptyOf: .polygon).representativePosition == nil)
    }

    /// A U has its centre of gravity outside; a ring in its hole.
    @Test func areasWithTheirMiddleOutside() throws {
        let u = try polygon([0, 0, 10, 0, 10, 10, 8, 10, 8, 2, 3, 2, 3, 10, 0, 10])
        let inU = try #require(u.representativePosition)
        #expect(inU.x == 1.5 && inU.y > 2 && inU.y < 10)
        let ring = try polygon([0, 0, 9, 0, 9, 9, 0, 9], [1, 1, 1, 7, 7, 7, 7, 1])
        let inRing = try #require(ring.representativePosition)
        #expect(inRing.x == 8)
        let square = try rectangle(0, 0, 4, 2)
        #expect(square.representativePosition.map { [$0.x, $0.y] } == [2, 1])
    }

    @Test func ofSeveralPartsTheLargestCounts() throws {
        let parts = try Geometry(joining: [rectangle(0, 0, 1, 1), rectangle(10, 0, 14, 4)])
        let position = try #require(parts.representativePosition)
        #expect(position.x > 10 && position.x < 14 && position.y > 0 && position.y < 4)
    }

    /// Flat and crossing areas are drawn, too: some position of the outline is better than none.
    @Test func areasWithoutAnInside() throws {
        let flat = try polygon([0, 0, 5, 0, 9, 0])
        #expect(flat.representativePosition.map { $0.y } == 0)
        let bow = try polygon([0, 0, 4, 4, 4, 0, 0, 4])
        #expect(bow.representativePosition != nil)
    }

    @Test func everyPositionLiesInside() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            // A star with arms of random length: simple, mostly far from convex.
            var corners: [Double] = []
            let directions: [(Double, Double)] = [
                (1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7),
            ]
            for (x, y) in directions {
                let length = Double.random(in: 0.1...10, using: &generator)
                corners += [50 + x * length, 20 + y * length]
            }
            let star = try polygon(corners)
            let position = try #require(star.representativePosition)
            #expect(PolygonLocator([star]).locate(xs: [position.x], ys: [position.y]) == [0])
        }
    }

    @Test func theInsideIsThatOfTheLocator() throws {
        var generator = SeededGenerator(seed: 4)
        let shape = try polygon([0, 0, 10, 0, 10, 10, 8, 10, 8, 2, 3, 2, 3, 10, 0, 10], [0.5, 0.5, 2, 0.5, 2, 1.5])
        let locator = PolygonLocator([shape])
        for _ in 0..<500 {
            let (x, y) = (Double.random(in: -1...11, using: &generator), Double.random(in: -1...11, using: &generator))
            #expect(shape.isInside(x, y) == (locator.locate(xs: [x], ys: [y]) == [0]))
        }
    }

    /// Steps along an outline are even, at most as long as asked for, and go around once.
    @Test(arguments: [1.0, 7, 49.9, 50, 51, 280, 1_000])
    func outlinesInSteps(_ step: Double) throws {
        var sketch = MapSketch()
        try sketch.box(0, 0, 100, 40, "leisure=park")
        let shape = sketch.objects.geometries[0]
        let local = LocalMetres(around: shape)
        let positions = shape.outlinePositions(every: step, local)
        #expect(positions.count == Int((280 / step - 1e-6).rounded(.up)))
        for (index, position) in positions.enumerated() {
            let next = positions[(index + 1) % positions.count]
            #expect(local.distance(position.x, position.y, next.x, next.y) <= step * 1.000_01)
            let (x, y) = (MapSketch.east(position.x), MapSketch.north(position.y))
            let isOnSide = min(abs(x), abs(x - 100)) < 1e-3 || min(abs(y), abs(y - 40)) < 1e-3
            #expect(isOnSide && x > -1 && x < 101 && y > -1 && y < 41)
        }
    }

    @Test func linesHaveBothTheirEnds() throws {
        var sketch = MapSketch()
        try sketch.line([0, 0, 120, 0], "public_transport=platform")
        let shape = sketch.objects.geometries[0]
        let east = shape.outlinePositions(every: 50, LocalMetres(around: shape)).map { MapSketch.east($0.x) }
        #expect(zip(east, [0, 40, 80, 120]).allSatisfy { isClose($0, $1, tolerance: 1e-5) } && east.count == 4)
        let still = try Geometry(kind: .polygon, xs: [1, 1, 1], ys: [2, 2, 2], ringEnds: [3])
        #expect(still.outlinePositions(every: 50, LocalMetres(latitude: 2)).count == 1)
    }

    @Test func onlyOuterRingsAreWalked() throws {
        let local = LocalMetres(latitude: 50)
        let ring = try polygon([0, 0, 9, 0, 9, 9, 0, 9], [1, 1, 1, 7, 7, 7, 7, 1])
        let positions = ring.outlinePositions(every: 100_000, local)
        #expect(positions.allSatisfy { [0, 9].contains($0.x) || [0, 9].contains($0.y) } && positions.count > 20)
    }
}
