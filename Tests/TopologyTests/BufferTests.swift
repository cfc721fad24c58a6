import Foundation
import Planar
import Testing

@testable import Topology

@Suite struct BufferTests {
    private let engine = TopologyEngine()

    /// The buffer of a point is a regular polygon of 4 · segments corners on the circle: its area is n/2 · r² · sin(2π/n).
    @Test(arguments: [1, 2, 3, 8, 16, 100], [0.5, 1, 300]) func aPointBecomesARegularPolygon(
        segments: Int, radius: Double
    ) throws {
        let disc = try engine.buffer(
            wkt("POINT (7 -3)"), distance: radius, style: BufferStyle(quadrantSegments: segments))
        let corners = Double(4 * segments)
        #expect(disc.kind == .polygon)
        #expect(disc.xs.count == 4 * segments + 1)
        #expect(isNear(disc.area, corners / 2 * radius * radius * sin(2 * .pi / corners)))
        #expect(isNear(disc.length, 2 * corners * radius * sin(.pi / corners)))
        for (x, y) in zip(disc.xs, disc.ys) { #expect(isNear(hypot(x - 7, y + 3), radius)) }
        #expect(disc.envelope.width == 2 * radius)
    }

    /// The ends of a line of length 10 under a buffer of 2: nothing, two half discs or two half squares more.
    @Test func capsAddWhatTheyShould() throws {
        let road = try line(0, 0, 10, 0)
        let flat = try engine.buffer(road, distance: 2, style: BufferStyle(cap: .flat))
        #expect(flat.area == 40)
        #expect(flat.envelope == Envelope(minX: 0, minY: -2, maxX: 10, maxY: 2))
        let square = try engine.buffer(road, distance: 2, style: BufferStyle(cap: .square))
        #expect(square.area == 56)
        #expect(isNear(square.envelope.width, 14) && isNear(square.envelope.height, 4))
        let round = try engine.buffer(road, distance: 2)
        #expect(isNear(round.area, 40 + 16 * 4 * sin(2 * .pi / 32)))
        #expect(try engine.buffer(wkt("POINT (0 0)"), distance: 2, style: BufferStyle(cap: .square)).area == 16)
        #expect(try engine.buffer(wkt("POINT (0 0)"), distance: 2, style: BufferStyle(cap: .flat)).isEmpty)
    }

    /// A square of side 4 under a buffer of 1: whole corners, corners cut straight, quarters of a disc.
    @Test func joinsShapeTheCorners() throws {
        let square = try box(0, 0, 4, 4)
        let mitre = try engine.buffer(square, distance: 1, style: BufferStyle(join: .mitre))
        #expect(mitre.area == 36)
        #expect(mitre.envelope == Envelope(minX: -1, minY: -1, maxX: 5, maxY: 5))
        #expect(mitre.xs.count == 5)
        let bevel = try engine.buffer(square, distance: 1, style: BufferStyle(join: .bevel))
        #expect(bevel.area == 16 + 16 + 4 * 0.5)
        #expect(bevel.xs.count == 9)
        let round = try engine.buffer(square, distance: 1)
        #expect(isNear(round.area, 16 + 16 + 16 * sin(2 * .pi / 32)))
        // Inwards there are no outer corners to shape.
        for join in [BufferStyle.Join.round, .mitre, .bevel] {
            #expect(try engine.buffer(square, distance: -1, style: BufferStyle(join: join)).area == 4)
            #expect(try engine.buffer(square, distance: -2, style: BufferStyle(join: join)).isEmpty)
        }
    }

    /// A corner of 45° would reach 1/sin(22.5°) ≈ 2.61 distances far.
    @Test func theMitreLimitCutsSharpCorners() throws {
        let wedge = try wkt("POLYGON ((0 0, 10 0, 10 10, 0 0))")
        func reach(_ limit: Double) throws -> Double {
            try -engine.buffer(wedge, distance: 1, style: BufferStyle(join: .mitre, mitreLimit: limit)).envelope.minX
        }
        let tip = 1 / tan(Double.pi / 8)
        #expect(try isNear(reach(3), tip))
        #expect(try reach(2) < tip - 0.1)
        #expect(try reach(1) < reach(2))
        for style in [
            BufferStyle(mitreLimit: 0), BufferStyle(mitreLimit: -1), BufferStyle(mitreLimit: .nan),
            BufferStyle(quadrantSegments: 0), BufferStyle(quadrantSegments: 1_001), BufferStyle(quadrantSegments: -8),
        ] {
            #expect(errorKind { try engine.buffer(wedge, distance: 1, style: style) } == .badArgument)
            #expect(
                errorKind { try engine.singleSidedBuffer(line(0, 0, 1, 1), distance: 1, style: style, left: true) }
                    == .badArgument)
        }
    }

    @Test func oneSideLiesOnThatSide() throws {
        let road = try line(0, 0, 10, 0)
        let left = try engine.singleSidedBuffer(road, distance: 3, left: true)
        let right = try engine.singleSidedBuffer(road, distance: 3, left: false)
        #expect(try isSame(left, line(0, 3, 10, 3)))
        #expect(try isSame(right, line(0, -3, 10, -3)))
        // Around the outside of a corner the edge is an arc, on the inside it is cut.
        let bend = try line(0, 0, 10, 0, 10, 10)
        #expect(try isNear(engine.singleSidedBuffer(bend, distance: 2, left: true).length, 8 + 8))
        let outside = try engine.singleSidedBuffer(bend, distance: 2, left: false).length
        let arc: Double = 8 * 4 * sin(.pi / 32)
        #expect(isNear(outside, 20 + arc))
    }

    @Test func aHoleShrinksAndCloses() throws {
        let ring = try wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))")
        let style = BufferStyle(join: .mitre)
        #expect(try engine.buffer(ring, distance: 0.5, style: style).area == 121 - 1)
        #expect(try engine.buffer(ring, distance: 1, style: style).ringEnds.count == 1)
        #expect(try engine.buffer(ring, distance: 0).area == 96)
        #expect(try engine.buffer(ring, distance: -1, style: style).area == 64 - 16)
        // A neck breaks: two parts are left.
        let dumbbell = try wkt("POLYGON ((0 0, 4 0, 4 1.5, 6 1.5, 6 0, 10 0, 10 4, 6 4, 6 2.5, 4 2.5, 4 4, 0 4, 0 0))")
        let halves = try engine.buffer(dumbbell, distance: -1)
        // Two squares of 4, and where the neck begins the boundary recedes from both its corners by an arc.
        #expect(halves.partEnds.count == 2 && (8.0...8.2).contains(halves.area))
        #expect(try engine.buffer(line(0, 0, 5, 5), distance: -1).isEmpty)
    }

    /// A larger distance holds the smaller one; no corner is farther away than the distance.
    @Test(arguments: 1...8) func growsWithTheDistance(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let star = try random.star(around: 100, 200, reach: 20, corners: 7 + random.index(20))
        var previous = star
        for distance in [0.5, 1, 5, 20] {
            let wider = try engine.buffer(star, distance: distance)
            #expect(try engine.test(.covers, wider, previous))
            #expect(wider.area > previous.area)
            let points = zip(wider.xs, wider.ys).map { star.boundaryDistance(x: $0, y: $1) }
            #expect(points.allSatisfy { $0 <= distance * (1 + 1e-9) })
            // Out and back covers at least what was there, up to the segments of the arcs.
            #expect(try engine.buffer(wider, distance: -distance).area >= star.area * 0.99)
            previous = wider
        }
        let inner = try engine.buffer(star, distance: -1)
        #expect(try inner.isEmpty || engine.test(.within, inner, star))
    }
}
