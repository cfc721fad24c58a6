import Planar
import Testing

@testable import Topology

@Suite struct SimplificationTests {
    private let engine = TopologyEngine()

    @Test func dropsWhatLiesWithinTheTolerance() throws {
        let road = try line(0, 0, 1, 0.4, 2, 0, 3, 1.2, 4, 0)
        #expect(try engine.simplify(road, tolerance: 0) == road)
        #expect(try engine.simplify(road, tolerance: 0.5) == line(0, 0, 2, 0, 3, 1.2, 4, 0))
        #expect(try engine.simplify(road, tolerance: 1.3) == line(0, 0, 4, 0))
        #expect(try engine.simplifyPreservingTopology(road, tolerance: 1.3) == line(0, 0, 4, 0))
        #expect(try engine.simplify(line(0, 0, 1, 0, 2, 0, 3, 0), tolerance: 0) == line(0, 0, 3, 0))
    }

    /// A small hole and a thin part vanish with Douglas and Peucker and stay where topology is kept.
    @Test func keepsTopologyWhereAsked() throws {
        let holed = try wkt(
            "POLYGON ((0 0, 100 0, 100 100, 50 101, 0 100, 0 0), (50 50, 51 50, 51 51, 50 51, 50 50))")
        let kept = try engine.simplifyPreservingTopology(holed, tolerance: 5)
        #expect(kept.ringEnds.count == 2)
        #expect(try engine.validity(kept).isValid)
        #expect(kept.positions(ofRing: 0).count == 5)
        #expect(try engine.simplify(holed, tolerance: 5).ringEnds.count == 1)
        let small = try box(0, 0, 1, 1)
        #expect(try engine.simplify(small, tolerance: 9).isEmpty)
        #expect(try engine.simplifyPreservingTopology(small, tolerance: 9).area > 0)
    }

    @Test(arguments: 1...8) func staysWithinTheTolerance(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let star = try random.star(around: 0, 0, reach: 100, corners: 60)
        var positions = star.xs.count + 1
        for tolerance in [0.5, 4, 15, 40] {
            let simpler = try engine.simplifyPreservingTopology(star, tolerance: tolerance)
            #expect(try engine.validity(simpler).isValid)
            #expect(simpler.xs.count <= positions)
            positions = simpler.xs.count
            for (x, y) in zip(star.xs, star.ys) {
                #expect(simpler.boundaryDistance(x: x, y: y) <= tolerance * (1 + 1e-9))
            }
            // No position is new.
            let known = Set(zip(star.xs, star.ys).map { [$0, $1] })
            #expect(zip(simpler.xs, simpler.ys).allSatisfy { known.contains([$0, $1]) })
        }
    }

    @Test func snapsCornersToCorners() throws {
        let left = try box(0, 0, 10, 10)
        let right = try box(10.1, 0.05, 20, 10)
        #expect(try !engine.test(.intersects, left, right))
        let snapped = try engine.snap(right, to: left, tolerance: 0.2)
        #expect(try engine.test(.touches, left, snapped))
        #expect(snapped.envelope.minX == 10 && snapped.envelope.minY == 0)
        #expect(try engine.union(left, snapped).value.kind == .polygon)
        #expect(try engine.snap(right, to: left, tolerance: 0.05) == right)
        // An edge is drawn to a corner as well.
        let drawn = try engine.snap(line(0, 0, 10, 0), to: wkt("POINT (5 0.3)"), tolerance: 0.5)
        #expect(try drawn == line(0, 0, 5, 0.3, 10, 0))
    }

    @Test func roundsToTheGrid() throws {
        let rounded = try engine.setPrecision(
            wkt("POLYGON ((0.2 0.1, 9.7 0.4, 10.2 9.6, -0.4 10.3, 0.2 0.1))"), gridSize: 1)
        #expect(try isSame(rounded, box(0, 0, 10, 10)))
        #expect(try isSame(engine.setPrecision(rounded, gridSize: 1), rounded))
        #expect(try engine.setPrecision(line(0, 0, 0.3, 0.2), gridSize: 1).isEmpty)
        // A neck thinner than the grid parts the area; what is left is valid.
        let dumbbell = try wkt("POLYGON ((0 0, 4 0, 4 1.8, 8 1.8, 8 0, 12 0, 12 4, 8 4, 8 2.2, 4 2.2, 4 4, 0 4, 0 0))")
        let parted = try engine.setPrecision(dumbbell, gridSize: 1)
        #expect(parted.partEnds.count == 2 && parted.area == 32)
        #expect(try engine.validity(parted).isValid)
    }

    @Test(arguments: [0.1, 0.7, 3, 50]) func densifiesWithoutMovingAnything(distance: Double) throws {
        let square = try box(0, 0, 10, 10)
        let dense = try engine.densify(square, distance: distance)
        #expect(isNear(dense.area, 100) && isNear(dense.length, 40))
        for index in 1..<dense.xs.count {
            let (dx, dy) = (dense.xs[index] - dense.xs[index - 1], dense.ys[index] - dense.ys[index - 1])
            #expect((dx * dx + dy * dy).squareRoot() <= distance * (1 + 1e-9))
        }
        #expect(dense.xs.count == 1 + 4 * Int((10 / distance).rounded(.up)))
    }

    @Test func refusesWhatMakesNoSense() throws {
        let square = try box(0, 0, 10, 10)
        #expect(errorKind { try engine.simplify(square, tolerance: -1) } == .badArgument)
        #expect(errorKind { try engine.simplifyPreservingTopology(square, tolerance: -0.1) } == .badArgument)
        #expect(errorKind { try engine.snap(square, to: square, tolerance: -1) } == .badArgument)
        #expect(errorKind { try engine.setPrecision(square, gridSize: -1) } == .badArgument)
        #expect(errorKind { try engine.densify(square, distance: 0) } == .badArgument)
        #expect(errorKind { try engine.densify(square, distance: 1e-9) } == .tooLarge)
    }
}
