import Planar
import Testing

@testable import Topology

/// Empty geometries of each kind through each operation.
@Suite struct EmptyGeometryTests {
    private let engine = TopologyEngine()

    @Test(arguments: Geometry.Kind.allCases) func neutralInOverlays(kind: Geometry.Kind) throws {
        let empty = Geometry(emptyOf: kind)
        let square = try box(0, 0, 2, 2)
        for other in try [
            square, line(0, 0, 3, 4), wkt("POINT (5 5)"), Geometry(collection: [square, line(5, 5, 6, 6)]),
        ] {
            #expect(try engine.intersection(empty, other).value.isEmpty)
            #expect(try engine.intersection(other, empty).value.isEmpty)
            #expect(try engine.difference(empty, other).value.isEmpty)
            for same in [
                try engine.union(empty, other), try engine.union(other, empty), try engine.difference(other, empty),
                try engine.symmetricDifference(empty, other), try engine.symmetricDifference(other, empty),
            ] {
                #expect(same.value.area == other.area && same.value.length == other.length)
                #expect(same.value.elements.count == other.elements.count)
                #expect(same.notes.isEmpty)
            }
            #expect(try !engine.test(.intersects, empty, other))
            #expect(try engine.test(.disjoint, other, against: [empty]) == [true])
            for predicate in Predicate.allCases where predicate != .disjoint {
                #expect(try !engine.test(predicate, empty, other), "\(predicate)")
                #expect(try !engine.test(predicate, other, empty), "\(predicate)")
            }
            #expect(try !engine.isWithinDistance(empty, other, distance: 1e9))
            #expect(try engine.relate(empty, other).hasPrefix("FFFFFF"))
        }
        let pieces = try engine.intersectionPieces(
            of: [empty, square], with: [square, empty], pairs: [(0, 0), (1, 1)])
        #expect(pieces.allSatisfy { $0.origin == .none && $0.area == 0 && $0.failure == nil })
    }

    @Test(arguments: Geometry.Kind.allCases) func emptyInEmptyOut(kind: Geometry.Kind) throws {
        let empty = Geometry(emptyOf: kind)
        let results: [(String, Geometry)] = try [
            ("unaryUnion", engine.unaryUnion(empty).value), ("convexHull", engine.convexHull(empty)),
            ("concaveHull", engine.concaveHull(empty, ratio: 0.5)), ("centroid", engine.centroid(empty)),
            ("pointOnSurface", engine.pointOnSurface(empty)), ("envelope", engine.envelope(empty)),
            ("normalized", engine.normalized(empty)), ("reversed", engine.reversed(empty)),
            ("polygonize", engine.polygonize(empty)), ("lineMerge", engine.lineMerge(empty)),
            ("coverageUnion", engine.coverageUnion([empty])), ("simplify", engine.simplify(empty, tolerance: 1)),
            ("topology", engine.simplifyPreservingTopology(empty, tolerance: 1)),
            ("snap", engine.snap(empty, to: box(0, 0, 1, 1), tolerance: 1)),
            ("setPrecision", engine.setPrecision(empty, gridSize: 1)), ("densify", engine.densify(empty, distance: 1)),
            ("makeValid", engine.makeValid(empty)), ("clearance", engine.minimumClearanceLine(empty)),
            ("structure", engine.makeValid(empty, method: .structure(keepCollapsed: true))),
        ]
        for (name, result) in results { #expect(result.isEmpty, "\(name)") }
        #expect(try engine.isSimple(empty))
        #expect(try engine.equalsExact(empty, empty))
        #expect(try engine.snap(box(0, 0, 1, 1), to: empty, tolerance: 1) == box(0, 0, 1, 1))
        for call in [
            { try engine.distance($0, $1) }, { try engine.hausdorffDistance($0, $1) },
            { try engine.frechetDistance($0, $1) }, { try engine.hausdorffDistance($0, $1, densify: 0.5) },
        ] as [(Geometry, Geometry) throws -> Double] {
            #expect(errorKind { try call(empty, line(0, 0, 1, 1)) } == .undefined)
            #expect(errorKind { try call(line(0, 0, 1, 1), empty) } == .undefined)
        }
    }
}
