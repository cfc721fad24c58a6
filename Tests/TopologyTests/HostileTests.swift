import Planar
import Testing

@testable import Topology

/// Legal but nasty geometries through every operation: each call ends in a value or a `TopologyError`. A crash in C would end
/// the test run, a leak would trip the assertion in `HandleLedger`.
@Suite struct HostileTests {
    /// Short time, few positions: what hangs must be stopped by the gate, not by patience.
    private let script = GeometryScript(
        limits: OperationLimits(seconds: 2, maximumVertices: 200_000, maximumVertexProduct: 10_000_000))

    @Test(arguments: 0..<8)
    func everyOperationEndsInAnAnswer(seed: Int) throws {
        var maker = NastyGeometries(seed: UInt64(seed))
        let names = GeometryScript.operationNames
        var results = 0
        for round in 0..<600 {
            let name = names[round % names.count]
            let request = GeometryRequest(
                operation: name, a: try maker.geometry().wellKnownText, b: try maker.geometry().wellKnownText,
                arguments: maker.arguments(of: name), scale: round % 17 == 0 ? 100 : nil)
            switch script.respond(to: request) {
            case .result: results += 1
            case .error(let sentence): #expect(!sentence.isEmpty)
            case .unsupported(let operation): Issue.record("\(operation) is not supported")
            }
        }
        #expect(results > 200)
    }

    /// GEOS 3.11.1 recursed without end on this: squares of the differences vanish, so no point is the farthest.
    @Test func coordinatesTooSmallToSquareCountAsZero() throws {
        let line = try wkt("LINESTRING (0 0, 1e-300 5e-324, 5e-324 1e-300, 1e-300 1e-300)")
        _ = try TopologyEngine().simplifyPreservingTopology(line, tolerance: 0)
        #expect(try TopologyEngine().distance(line, wkt("POINT (3 4)")) == 5)
    }

    @Test func coordinatesTooLargeToSquareAreRefused() throws {
        let engine = TopologyEngine()
        let line = try wkt("LINESTRING (0 0, 1e160 1, 1e308 -1e308)")
        #expect { try engine.simplifyPreservingTopology(line, tolerance: 1) } throws: {
            ($0 as? TopologyError)?.kind == .badArgument
        }
        #expect { try engine.intersection(wkt("POINT (0 0)"), line) } throws: {
            ($0 as? TopologyError)?.kind == .badArgument
        }
    }

    @Test func emptyGeometriesAreFineOrUndefined() throws {
        let engine = TopologyEngine()
        let square = try wkt("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))")
        for kind in Geometry.Kind.allCases {
            let empty = Geometry(emptyOf: kind)
            #expect { try engine.distance(empty, square) } throws: { ($0 as? TopologyError)?.kind == .undefined }
            #expect { try engine.nearestPoints(square, empty) } throws: { ($0 as? TopologyError)?.kind == .undefined }
            #expect { try engine.hausdorffDistance(empty, empty) } throws: {
                ($0 as? TopologyError)?.kind == .undefined
            }
            #expect(try engine.pointOnSurface(empty).isEmpty)
            #expect(try engine.minimumClearance(empty) == nil)
            #expect(try engine.intersection(square, empty).value.isEmpty)
            #expect(try engine.difference(square, empty).value.area == 1)
            #expect(try engine.buffer(empty, distance: 3).isEmpty)
            #expect(try engine.test(.disjoint, square, empty))
            #expect(try engine.validity(empty).isValid)
        }
    }
}

/// Makes geometries that keep the promises of the type and no others.
struct NastyGeometries {
    private var random: SeededNumbers

    init(seed: UInt64) { random = SeededNumbers(seed: seed) }

    /// A geometry whose coordinates come from one pool.
    mutating func geometry() throws -> Geometry { try geometry(pool: random.index(6), depth: 1) }

    /// Arguments that fit an operation, some out of range.
    mutating func arguments(of name: String) -> [GeometryRequest.Argument] {
        let numbers = [0, 1, -1, 0.5, 1e-9, 1e-300, 1e300, 100, -100, 1e15, 0.1, 3]
        switch name {
        case "relate": return random.index(2) == 0 ? [] : [.text("T*F**F***")]
        case "makevalid": return random.index(2) == 0 ? [] : [.text("structure"), .truth(random.index(2) == 0)]
        case "concavehull": return [.number(random.next()), .truth(random.index(2) == 0)]
        case "hausdorffdistance", "frechetdistance": return [[], [.number(0.5)], [.number(1e-3)]][random.index(3)]
        default: return [.number(numbers[random.index(numbers.count)])]
        }
    }

    private mutating func coordinate(_ pool: Int) -> Double {
        switch pool {
        case 0: return Double(random.index(6))
        case 1: return random.next() * 10
        case 2:
            return [0, 1, -0.0, 1e300, -1e300, 1e308, 1e-300, .leastNonzeroMagnitude, 1e15, 1e16 + 2, 1e74][
                random.index(11)]
        case 3: return Double(random.index(3)) + [0, 1e-15, -2e-16, 1e-9, 1e-12][random.index(5)]
        case 4: return 5e6 + [0, 1e-9, 1e-3, 1][random.index(4)] * random.next()
        default: return [1e17, -1e20, 1e30, 1e70, 0][random.index(5)] * [1, 1 + 2e-16, 0.5][random.index(3)]
        }
    }

    private mutating func geometry(pool: Int, depth: Int) throws -> Geometry {
        switch random.index(depth < 4 ? 9 : 6) {
        case 0: return try point(pool)
        case 1: return try line(pool)
        case 2: return try polygon(pool)
        case 3: return try Geometry(joining: (0...random.index(4)).map { _ in try point(pool) })
        case 4: return try Geometry(joining: (0...random.index(4)).map { _ in try line(pool) })
        case 5: return try Geometry(joining: (0...random.index(4)).map { _ in try polygon(pool) })
        case 6: return Geometry(emptyOf: Geometry.Kind.allCases[random.index(7)])
        default:
            return try Geometry(
                collection: (0...random.index(3)).map { _ in try geometry(pool: pool, depth: depth + 1) })
        }
    }

    private mutating func point(_ pool: Int) throws -> Geometry {
        try Geometry(x: coordinate(pool), y: coordinate(pool))
    }

    private mutating func line(_ pool: Int) throws -> Geometry {
        let count = 2 + random.index(random.index(4) == 0 ? 30 : 3)
        // Now and then all positions are one.
        if random.index(7) == 0 {
            let (x, y) = (coordinate(pool), coordinate(pool))
            return try Geometry(
                kind: .lineString, xs: Array(repeating: x, count: count), ys: Array(repeating: y, count: count))
        }
        let xs = (0..<count).map { _ in coordinate(pool) }
        return try Geometry(kind: .lineString, xs: xs, ys: (0..<count).map { _ in coordinate(pool) })
    }

    /// A shell and perhaps holes that may lie anywhere; rings that cross themselves, have spikes or no area.
    private mutating func polygon(_ pool: Int) throws -> Geometry {
        var xs: [Double] = []
        var ys: [Double] = []
        var ends: [Int32] = []
        for _ in 0...random.index(3) {
            let first = xs.count
            for _ in 0..<2 + random.index(random.index(4) == 0 ? 20 : 4) {
                xs.append(coordinate(pool))
                ys.append(coordinate(pool))
            }
            if random.index(4) == 0 {
                // There and back again.
                xs += xs[first..<xs.count - 1].reversed()
                ys += ys[first..<ys.count - 1].reversed()
            }
            if xs.count - first < 3 || xs[first] != xs[xs.count - 1] || ys[first] != ys[ys.count - 1] {
                xs.append(xs[first])
                ys.append(ys[first])
            }
            ends.append(Int32(xs.count))
        }
        return try Geometry(kind: .polygon, xs: xs, ys: ys, ringEnds: ends)
    }
}
