import Planar
import Testing

@testable import Topology

/// The way back to a fixed grid, and what the one place that calls GEOS makes of failures. Failures are injected.
@Suite struct FallbackTests {
    private let engine = TopologyEngine()
    private let extent = Envelope(minX: 0, minY: 0, maxX: 526_000, maxY: 6_071_000)

    /// A geometry of GEOS that nobody counts yet, as GEOS's own functions return one.
    private func uncounted(_ geometry: Geometry, in context: inout GEOSContext) throws -> OpaquePointer {
        let pointer = try context.makeShape(geometry).take()
        context.ledger.destroyed()
        return pointer
    }

    @Test func aFailureInFloatingPrecisionIsMendedAndSaid() throws {
        var context = try GEOSContext(operation: "union", limits: .standard)
        let ledger = context.ledger
        let square = try box(0, 0, 2, 2)
        let made = try uncounted(square, in: &context)
        var grids: [Double] = []
        let outcome = try engine.robust(
            &context, extent: extent,
            { _ in
                ledger.message = "TopologyException: side location conflict at 1 1"
                return nil
            },
            { _, grid in
                grids.append(grid)
                // The first grid fails as well.
                return grids.count == 1 ? nil : made
            })
        #expect(outcome.value == square)
        #expect(grids.count == 2 && isNear(grids[1] / grids[0], 100))
        #expect(outcome.notes.count == 1)
        #expect(outcome.notes.first?.description.contains("side location conflict at 1 1") == true)
        #expect(outcome.notes.first?.description.contains("\(grids[1])") == true)
        #expect(ledger.liveCount == 0)
    }

    @Test func whenNoGridHelpsTheFirstReasonIsGiven() throws {
        var context = try GEOSContext(operation: "union", limits: .standard)
        let ledger = context.ledger
        var tries = 0
        let error = #expect(throws: TopologyError.self) {
            try engine.robust(
                &context, extent: extent,
                { _ in
                    ledger.message = "TopologyException: first"
                    return nil
                },
                { _, _ in
                    tries += 1
                    ledger.message = "TopologyException: grid"
                    return nil
                })
        }
        #expect(tries == 3)
        #expect(error == TopologyError(.failed, operation: "union", detail: "TopologyException: first"))
        #expect(ledger.liveCount == 0 && ledger.madeCount == 0)
    }

    @Test func anEngineWithAGridOfItsOwnDoesNotFallBack() throws {
        var context = try GEOSContext(operation: "union", limits: .standard)
        var tries = 0
        #expect(throws: TopologyError.self) {
            try TopologyEngine(gridSize: 1).robust(&context, extent: extent, { _ in nil }) { _, _ in
                tries += 1
                return nil
            }
        }
        #expect(tries == 0)
    }

    @Test func timeIsNotMendedByGrids() throws {
        var context = try GEOSContext(
            operation: "union", limits: OperationLimits(seconds: 0, maximumVertices: 10, maximumVertexProduct: 10))
        let (rows, columns) = try (comb(30, horizontal: true), comb(30, horizontal: false))
        let hurried = TopologyEngine(
            limits: OperationLimits(seconds: 0, maximumVertices: 1_000_000, maximumVertexProduct: 1))
        #expect(errorKind { try hurried.union(rows, columns) } == .timedOut)
        // Nothing ran into a checkpoint here, so this is a failure and no timeout.
        let failure = #expect(throws: TopologyError.self) { _ = try context.shape { _ in nil } }
        #expect(failure?.kind == .failed)
    }

    @Test(arguments: [
        (Envelope(minX: 0, minY: 0, maxX: 526_000, maxY: 6_071_000), [1e-6, 1e-4, 1e-2]),
        (Envelope(minX: -9.5, minY: 50, maxX: 10, maxY: 51), [1e-11, 1e-9, 1e-7]),
        (Envelope(minX: -2_000, minY: -5, maxX: 1, maxY: 1), [1e-9, 1e-7, 1e-5]),
        (Envelope(minX: 0, minY: 0, maxX: 0, maxY: 0), []), (Envelope.empty, []),
    ])
    func gridsFollowTheLargestCoordinate(extent: Envelope, expected: [Double]) {
        let grids = TopologyEngine.fallbackGrids(extent)
        #expect(grids.count == expected.count)
        for (grid, wanted) in zip(grids, expected) { #expect((grid / wanted - 1).magnitude < 1e-12) }
    }

    @Test func whatAnotherThreadInterruptedIsRepeated() throws {
        var context = try GEOSContext(operation: "relate", limits: .standard)
        let ledger = context.ledger
        var calls = 0
        let answer = try context.truth { _ in
            calls += 1
            guard calls > 5 else {
                ledger.message = "InterruptedException: Interrupted!"
                return 2
            }
            return 1
        }
        #expect(answer && calls == 6)
        // It is not repeated for ever.
        calls = 0
        let error = #expect(throws: TopologyError.self) {
            try context.truth { _ in
                calls += 1
                ledger.message = "InterruptedException: Interrupted!"
                return 2
            }
        }
        #expect(error?.kind == .failed && calls == 100)
    }

    @Test func errorsOfEveryShapeOfCallCarryTheirReason() throws {
        var context = try GEOSContext(operation: "test", limits: .standard)
        let ledger = context.ledger
        let failures: [TopologyError?] = [
            #expect(throws: TopologyError.self) { _ = try context.shape { _ in nil } },
            #expect(throws: TopologyError.self) { _ = try context.text { _ in nil } },
            #expect(throws: TopologyError.self) { _ = try context.number { _, _ in 0 } },
            #expect(throws: TopologyError.self) { _ = try context.truth { _ in 2 } },
        ]
        for failure in failures {
            #expect(failure == TopologyError(.failed, operation: "test", detail: "GEOS gave no reason"))
        }
        let number = try context.number { _, value in
            value.pointee = 4.5
            return 1
        }
        #expect(number == 4.5)
        #expect(ledger.liveCount == 0)
    }

    /// After any error of GEOS or the gate nothing is left behind: the ledger asserts that at the end of each context, and
    /// what fails once works on the next try.
    @Test func errorsLeaveNothingBehind() throws {
        for _ in 0..<50 {
            #expect(errorKind { try engine.distance(Geometry(emptyOf: .point), box(0, 0, 1, 1)) } == .undefined)
            #expect(errorKind { try engine.coverageUnion([zigzag(3)]) } != .timedOut)
            #expect(errorKind { try engine.relate(box(0, 0, 1, 1), box(0, 0, 1, 1), pattern: "x") } == .badArgument)
            #expect(try engine.intersection(box(0, 0, 2, 2), box(1, 1, 3, 3)).value.area == 1)
        }
    }

    @Test func geometriesSurviveTheWayThroughGEOS() throws {
        var context = try GEOSContext(operation: "test", limits: .standard)
        for text in [
            "POINT (1 2)", "LINESTRING (0 0, 1.5 -2)", "POLYGON ((0 0, 9 0, 9 9, 0 0), (3 1, 8 1, 8 6, 3 1))",
            "MULTIPOINT ((1 2), (3 4))", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3, 4 4))",
            "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5), (5.5 5.25, 5.75 5.5, 5.5 5.5, 5.5 5.25)))",
            "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1)))",
        ] {
            let geometry = try wkt(text)
            let shape = try context.makeShape(geometry)
            #expect(try context.geometry(shape) == geometry)
            #expect(context.ledger.liveCount == 1)
            _ = consume shape
        }
        for kind in Geometry.Kind.allCases {
            let shape = try context.makeShape(Geometry(emptyOf: kind))
            #expect(try context.geometry(shape) == Geometry(emptyOf: kind))
            _ = consume shape
        }
        #expect(context.ledger.liveCount == 0)
    }
}
