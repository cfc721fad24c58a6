import Planar
import Testing

@testable import Shapefile

@Suite struct RingAssemblyTests {
    /// A square from (x, y), which runs clockwise as shells of shapefiles do, or the other way.
    private func square(_ x: Double, _ y: Double, _ size: Double, isClockwise: Bool) -> [(Double, Double)] {
        let ring = [(x, y), (x, y + size), (x + size, y + size), (x + size, y), (x, y)]
        return isClockwise ? ring : ring.reversed()
    }

    private func assemble(_ rings: [[(Double, Double)]]) throws -> Geometry {
        var ends: [Int32] = []
        for ring in rings { ends.append((ends.last ?? 0) + Int32(ring.count)) }
        let positions = rings.flatMap { $0 }
        return try RingAssembly(positions.map(\.0), positions.map(\.1), ends: ends).geometry()
    }

    @Test func holesGoToTheSmallestShellAroundThem() throws {
        // An island in a lake, with a pond of its own.
        let geometry = try assemble([
            square(2, 2, 6, isClockwise: false), square(0, 0, 10, isClockwise: true),
            square(4, 4, 1, isClockwise: false), square(3, 3, 4, isClockwise: true),
        ])
        #expect(geometry.kind == .multiPolygon && geometry.partEnds == [2, 4])
        #expect(geometry.area == 100 - 36 + 16 - 1)
    }

    @Test func withoutClockwiseRingsNestingDecides() throws {
        let geometry = try assemble([
            square(0, 0, 10, isClockwise: false), square(2, 2, 6, isClockwise: false),
            square(3, 3, 4, isClockwise: false), square(20, 0, 1, isClockwise: false),
        ])
        #expect(geometry.partEnds == [2, 3, 4])
        #expect(geometry.area == 100 - 36 + 16 + 1)
    }

    @Test func holesThatTouchTheirShellStayInIt() throws {
        let geometry = try assemble([
            square(0, 0, 10, isClockwise: true), square(20, 0, 10, isClockwise: true),
            // It begins on the shell's edge.
            [(20, 5), (22, 4), (22, 6), (20, 5)],
        ])
        #expect(geometry.partEnds == [1, 3])
    }

    @Test func aHoleInNoShellIsAnArea() throws {
        let geometry = try assemble([
            square(0, 0, 1, isClockwise: true), square(5, 5, 1, isClockwise: true), square(9, 9, 1, isClockwise: false),
        ])
        #expect(geometry.partEnds == [1, 2, 3])
    }

    @Test func oneRingIsAPolygonWhicheverWayItRuns() throws {
        for isClockwise in [true, false] {
            #expect(try assemble([square(0, 0, 3, isClockwise: isClockwise)]).kind == .polygon)
        }
    }

    @Test func brokenRingsAreCounted() {
        let open = [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0)]
        #expect(throws: GeometryError.ringNotClosed(ring: 1)) {
            try assemble([square(0, 0, 3, isClockwise: true), open])
        }
        #expect(throws: GeometryError.tooFewPositions(ring: 1)) {
            try assemble([square(0, 0, 3, isClockwise: true), [(1, 1), (1, 1)]])
        }
    }
}
