import Planar
import Testing

@Suite struct BoundaryDistanceTests {
    static func square() throws -> Geometry {
        try polygon([[(x: 0, y: 0), (x: 10, y: 0), (x: 10, y: 10), (x: 0, y: 10)]])
    }

    @Test(arguments: [
        (5.0, 5.0, 5.0), (5, 1, 1), (0, 0, 0), (5, 0, 0), (13, 14, 5), (-3, 5, 3), (5, 22, 12), (10, 11, 1),
    ])
    func ofASquareInsideAndOutside(_ x: Double, _ y: Double, _ distance: Double) throws {
        #expect(try BoundaryDistanceTests.square().boundaryDistance(x: x, y: y) == distance)
    }

    @Test func aHoleHasABorderToo() throws {
        let ring = try polygon([
            [(x: 0, y: 0), (x: 100, y: 0), (x: 100, y: 100), (x: 0, y: 100)],
            [(x: 40, y: 40), (x: 40, y: 60), (x: 60, y: 60), (x: 60, y: 40)],
        ])
        #expect(ring.boundaryDistance(x: 50, y: 50) == 10)
        #expect(ring.boundaryDistance(x: 35, y: 50) == 5)
    }

    @Test func linesAndCollectionsAreMeasured() throws {
        let line = try Geometry(kind: .lineString, xs: [0, 10], ys: [0, 0])
        #expect(line.boundaryDistance(x: 5, y: 3) == 3)
        #expect(line.boundaryDistance(x: 13, y: 4) == 5)
        let lines = try Geometry(joining: [line, Geometry(kind: .lineString, xs: [0, 10], ys: [9, 9])])
        #expect(lines.boundaryDistance(x: 5, y: 8) == 1)
        let both = try Geometry(collection: [Geometry(x: 5, y: 8), lines])
        #expect(both.boundaryDistance(x: 5, y: 8) == 1)
    }

    @Test func withoutABorderItIsInfinite() throws {
        #expect(try Geometry(x: 0, y: 0).boundaryDistance(x: 0, y: 0) == .infinity)
        #expect(Geometry(emptyOf: .polygon).boundaryDistance(x: 0, y: 0) == .infinity)
        #expect(Geometry(emptyOf: .collection).boundaryDistance(x: 0, y: 0) == .infinity)
    }

    @Test func anEdgeWithoutLengthIsAPoint() throws {
        let line = try Geometry(kind: .lineString, xs: [3, 3], ys: [4, 4])
        #expect(line.boundaryDistance(x: 0, y: 0) == 5)
    }
}
