import Planar
import Testing

@testable import Topology

/// Reads well-known text in tests.
func wkt(_ text: String) throws -> Geometry { try WellKnownGeometry(text: text).geometry }

@Suite struct GateTests {
    let engine = TopologyEngine()

    @Test func countsEveryHandleInAndOut() throws {
        var context = try GEOSContext(operation: "test", limits: .standard)
        let ledger = context.ledger
        do {
            let shape = try context.makeShape(try wkt("POLYGON ((0 0, 4 0, 4 4, 0 0))"))
            #expect(ledger.liveCount == 1)
            let prepared = try PreparedShape(shape, in: &context)
            #expect(ledger.liveCount == 2)
            _ = consume prepared
            _ = consume shape
        }
        #expect(ledger.liveCount == 0)
        #expect(ledger.madeCount == 2)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func refusesArgumentsThatAreNotFinite(number: Double) throws {
        let square = try wkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))")
        #expect(throws: TopologyError.self) { try engine.buffer(square, distance: number) }
        #expect(throws: TopologyError.self) { try engine.simplify(square, tolerance: number) }
        #expect(throws: TopologyError.self) { try engine.simplifyPreservingTopology(square, tolerance: number) }
        #expect(throws: TopologyError.self) { try engine.densify(square, distance: number) }
        #expect(throws: TopologyError.self) { try engine.snap(square, to: square, tolerance: number) }
        #expect(throws: TopologyError.self) { try engine.setPrecision(square, gridSize: number) }
        #expect(throws: TopologyError.self) { try engine.concaveHull(square, ratio: number) }
        #expect(throws: TopologyError.self) { try engine.hausdorffDistance(square, square, densify: number) }
        #expect(throws: TopologyError.self) { try engine.isWithinDistance(square, square, distance: number) }
        #expect(throws: TopologyError.self) { try engine.equalsExact(square, square, tolerance: number) }
        #expect(throws: TopologyError.self) { try TopologyEngine(gridSize: number) }
    }

    @Test func limitsTheProductOfPositionsWhereGEOSCannotBeStopped() throws {
        let small = TopologyEngine(
            limits: OperationLimits(seconds: 30, maximumVertices: 1_000, maximumVertexProduct: 100))
        let line = try zigzag(20)
        for call in [
            { try small.distance(line, line) }, { try small.hausdorffDistance(line, line) },
            { try small.frechetDistance(line, line) },
        ] {
            #expect { try call() } throws: { ($0 as? TopologyError)?.kind == .tooLarge }
        }
        #expect { try small.simplify(line, tolerance: 1) } throws: { ($0 as? TopologyError)?.kind == .tooLarge }
        #expect { try small.unaryUnion(zigzag(2_000)) } throws: { ($0 as? TopologyError)?.kind == .tooLarge }
        #expect(try engine.hausdorffDistance(line, line) == 0)
    }

    @Test func stopsAnOverlayAtItsDeadline() throws {
        let hurried = TopologyEngine(
            limits: OperationLimits(seconds: 0.05, maximumVertices: 1_000_000, maximumVertexProduct: 1))
        let (comb, other) = try (comb(600, horizontal: true), comb(600, horizontal: false))
        let start = ContinuousClock.now
        #expect { try hurried.intersection(comb, other) } throws: { ($0 as? TopologyError)?.kind == .timedOut }
        #expect(ContinuousClock.now - start < .seconds(20))
        // The interrupt of one operation does not reach the next.
        #expect(try engine.intersection(wkt("POINT (1 1)"), wkt("POINT (1 1)")).value == wkt("POINT (1 1)"))
    }
}
