import Planar
import Testing

@testable import Topology

/// What the gate refuses, stops and mends.
@Suite struct LimitsTests {
    private let engine = TopologyEngine()

    /// A call of the engine with the name its errors carry.
    struct Call: Sendable {
        let name: String
        let run: @Sendable (TopologyEngine, Geometry, Geometry) throws -> Void

        init(_ name: String, _ run: @escaping @Sendable (TopologyEngine, Geometry, Geometry) throws -> Void) {
            self.name = name
            self.run = run
        }

        /// A call that takes one geometry.
        init(one name: String, _ run: @escaping @Sendable (TopologyEngine, Geometry) throws -> Void) {
            self.init(name) { engine, first, _ in try run(engine, first) }
        }
    }

    /// Every operation on one or two geometries, by the name the errors carry.
    static let operations: [Call] = [
        Call("intersection", { _ = try $0.intersection($1, $2) }), Call("union", { _ = try $0.union($1, $2) }),
        Call("difference", { _ = try $0.difference($1, $2) }),
        Call("symdifference", { _ = try $0.symmetricDifference($1, $2) }),
        Call(one: "unaryunion", { _ = try $0.unaryUnion($1) }),
        Call(one: "coverageunion", { _ = try $0.coverageUnion([$1]) }),
        Call(one: "isvalid", { _ = try $0.validity($1) }),
        Call(one: "issimple", { _ = try $0.isSimple($1) }), Call(one: "makevalid", { _ = try $0.makeValid($1) }),
        Call(one: "setprecision", { _ = try $0.setPrecision($1, gridSize: 1) }),
        Call("snap", { _ = try $0.snap($1, to: $2, tolerance: 1) }), Call(one: "node", { _ = try $0.node($1) }),
        Call(one: "buffer", { _ = try $0.buffer($1, distance: 1) }),
        Call(one: "buffersinglesided", { _ = try $0.singleSidedBuffer($1, distance: 1, left: true) }),
        Call(one: "convexhull", { _ = try $0.convexHull($1) }),
        Call(one: "concavehull", { _ = try $0.concaveHull($1, ratio: 0.5) }),
        Call(one: "simplifydp", { _ = try $0.simplify($1, tolerance: 1) }),
        Call(one: "simplifytp", { _ = try $0.simplifyPreservingTopology($1, tolerance: 1) }),
        Call(one: "densify", { _ = try $0.densify($1, distance: 1e74) }),
        Call(one: "getboundary", { _ = try $0.boundary($1) }),
        Call(one: "getenvelope", { _ = try $0.envelope($1) }), Call(one: "getcentroid", { _ = try $0.centroid($1) }),
        Call(one: "getinteriorpoint", { _ = try $0.pointOnSurface($1) }),
        Call(one: "minclearance", { _ = try $0.minimumClearance($1) }),
        Call(one: "minclearanceline", { _ = try $0.minimumClearanceLine($1) }),
        Call("distance", { _ = try $0.distance($1, $2) }),
        Call("iswithindistance", { _ = try $0.isWithinDistance($1, $2, distance: 1) }),
        Call("nearestpoints", { _ = try $0.nearestPoints($1, $2) }),
        Call("hausdorffdistance", { _ = try $0.hausdorffDistance($1, $2) }),
        Call("frechetdistance", { _ = try $0.frechetDistance($1, $2) }), Call("relate", { _ = try $0.relate($1, $2) }),
        Call("predicate", { _ = try $0.test(.touches, $1, $2) }),
        Call("predicate", { _ = try $0.test(.covers, $1, against: [$2]) }),
        Call("equalsexact", { _ = try $0.equalsExact($1, $2) }), Call(one: "normalize", { _ = try $0.normalized($1) }),
        Call(one: "reverse", { _ = try $0.reversed($1) }), Call(one: "polygonize", { _ = try $0.polygonize($1) }),
        Call(one: "linemerge", { _ = try $0.lineMerge($1) }), Call(one: "buildarea", { _ = try $0.buildArea($1) }),
    ]

    @Test func theTableNamesEveryOperation() {
        // Areas and lengths are Planar's own, a reason is part of the verdict, the tree of boxes is asked elsewhere.
        let elsewhere: Set<GatedOperation> = [.getarea, .getlength, .isvalidreason, .boxquery]
        let names = Set(GatedOperation.allCases).subtracting(elsewhere).map(\.rawValue)
        #expect(Set(LimitsTests.operations.map(\.name)) == Set(names))
    }

    /// Too many positions, and coordinates whose squares overflow, are refused by every operation under its own name.
    @Test(arguments: operations.indices) func everyOperationRefusesWhatIsTooLarge(number: Int) throws {
        let (name, run) = (LimitsTests.operations[number].name, LimitsTests.operations[number].run)
        let small = TopologyEngine(
            limits: OperationLimits(seconds: 30, maximumVertices: 50, maximumVertexProduct: 1_000_000))
        let long = try zigzag(60)
        func failure(_ engine: TopologyEngine, _ first: Geometry, _ second: Geometry) -> TopologyError? {
            do {
                try run(engine, first, second)
                return nil
            } catch {
                return error as? TopologyError
            }
        }
        let tooMany = failure(small, long, long)
        #expect(tooMany?.kind == .tooLarge && tooMany?.operation == name)
        #expect(tooMany?.detail.isEmpty == false)
        let far = try line(0, 0, 1.01e75, 1)
        let tooFar = failure(engine, far, far)
        #expect(tooFar?.kind == .badArgument && tooFar?.operation == name)
        #expect(tooFar?.description.hasPrefix("\(name): ") == true)
        #expect(tooFar?.description.hasSuffix("(bad-argument)") == true)
    }

    /// Where GEOS has no checkpoints the product of positions is the limit, for each operation that can take long.
    @Test func theProductLimitsWhatCannotBeStopped() throws {
        let small = TopologyEngine(
            limits: OperationLimits(seconds: 30, maximumVertices: 1_000_000, maximumVertexProduct: 100))
        let refused = try LimitsTests.operations.filter { operation in
            let long = try zigzag(20)
            return errorKind { try operation.run(small, long, long) } == .tooLarge
        }
        #expect(
            Set(refused.map(\.name)) == [
                "snap", "concavehull", "simplifydp", "simplifytp", "minclearance", "minclearanceline", "distance",
                "iswithindistance", "nearestpoints", "hausdorffdistance", "frechetdistance",
            ])
        // A line of many parts is as long as its longest.
        let parts = try Geometry(joining: (0..<50).map { try line(Double($0), 0, Double($0), 1) })
        #expect(try small.simplify(parts, tolerance: 1) == parts)
        let overflowing = try zigzag(6_000)
        #expect(errorKind { try engine.frechetDistance(overflowing, overflowing) } == .tooLarge)
        #expect(errorKind { try small.nearest(of: [zigzag(20)], to: [zigzag(20)]) } == .tooLarge)
        #expect(errorKind { try engine.nearest(of: [line(0, 0, 1e80, 0)], to: []) } == .badArgument)
    }

    /// Coordinates at the edges of the range are computed with.
    @Test func countsAtTheEdgesOfTheRange() throws {
        let large = try box(-1e75, -1e75, 1e75, 1e75)
        #expect(try engine.test(.covers, large, wkt("POINT (1 1)")))
        #expect(try engine.distance(wkt("POINT (-1e75 0)"), wkt("POINT (1e75 0)")) == 2e75)
        #expect(try engine.centroid(large).xs.allSatisfy { abs($0) <= 1e60 })
        for tiny in [Double.leastNonzeroMagnitude, 1e-300, 9e-131] {
            // Too small to be squared: taken as 0.
            let point = try Geometry(x: tiny, y: -tiny)
            #expect(try engine.distance(point, wkt("POINT (0 0)")) == 0)
            #expect(try engine.convexHull(Geometry(collection: [point])) == wkt("POINT (0 0)"))
        }
        #expect(try engine.distance(Geometry(x: 1e-120, y: 0), wkt("POINT (0 0)")) == 1e-120)
    }

    @Test(arguments: ["union", "buffer", "relate", "unaryunion", "symdifference", "makevalid"])
    func aDeadlineStopsWhatHasCheckpoints(name: String) throws {
        let hurried = TopologyEngine(
            limits: OperationLimits(seconds: 0.02, maximumVertices: 1_000_000, maximumVertexProduct: 1))
        let (rows, columns) = try (comb(400, horizontal: true), comb(400, horizontal: false))
        // Polygons across each other in one multipolygon: invalid, and much to unite.
        let plaid = try Geometry(joining: rows.elements + columns.elements)
        let start = ContinuousClock.now
        let kind = errorKind {
            switch name {
            case "union": _ = try hurried.union(rows, columns)
            case "buffer": _ = try hurried.buffer(plaid, distance: 0.4)
            case "relate": _ = try hurried.relate(rows, columns)
            case "unaryunion": _ = try hurried.unaryUnion(plaid)
            case "symdifference": _ = try hurried.symmetricDifference(rows, columns)
            default: _ = try hurried.makeValid(plaid)
            }
        }
        #expect(kind == .timedOut)
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    /// GEOS has one interrupt flag for the whole process: one thread after another runs out of time while others compute.
    @Test func aTimeoutDoesNotDisturbOtherThreads() throws {
        let (rows, columns) = try (comb(60, horizontal: true), comb(60, horizontal: false))
        let expected = try engine.intersection(rows, columns).value
        #expect(expected.area == 3_600)
        let (many, across) = try (comb(500, horizontal: true), comb(500, horizontal: false))
        let answers = onThreads(8) { thread -> [String] in
            let hurried = TopologyEngine(
                limits: OperationLimits(seconds: 0.01, maximumVertices: 1_000_000, maximumVertexProduct: 1))
            return (0..<3).map { _ in
                do throws(TopologyError) {
                    guard thread == 0 else {
                        return try TopologyEngine().intersection(rows, columns).value == expected ? "right" : "wrong"
                    }
                    return "\(try hurried.intersection(many, across).value.area)"
                } catch {
                    return error.kind.rawValue
                }
            }
        }
        #expect(answers[0] == ["timed-out", "timed-out", "timed-out"])
        #expect(answers.dropFirst().allSatisfy { $0 == ["right", "right", "right"] })
    }

    @Test func threadsGetWhatOneAfterTheOtherGets() throws {
        var random = SeededNumbers(seed: 5)
        let stars = try (0..<40).map { _ in
            try random.star(around: random.next(in: 0...20), random.next(in: 0...20), reach: 9, corners: 20)
        }
        let one = stars[0]
        @Sendable func answers(_ star: Geometry) -> String {
            let engine = TopologyEngine()
            guard let common = try? engine.intersection(one, star).value, let matrix = try? engine.relate(one, star),
                let wide = try? engine.buffer(star, distance: 1), let reason = try? engine.validity(star)
            else { return "none" }
            return "\(common.wellKnownText) \(matrix) \(wide.wellKnownText) \(reason.isValid)"
        }
        let sequential = stars.map(answers)
        #expect(!sequential.contains("none"))
        for round in onThreads(4, { _ in stars.map(answers) }) { #expect(round == sequential) }
    }
}
