import Planar
import Testing

/// What the type promises, and what it answers where a promise would be broken.
@Suite struct GeometryInvariantTests {
    /// Columns that make no geometry.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let name: String
        let kind: Geometry.Kind
        let xs: [Double]
        var ys: [Double]?
        var ringEnds: [Int32] = []
        var partEnds: [Int32] = []
        let error: GeometryError
        var testDescription: String { name }
    }

    static let triangle = [0.0, 1, 1, 0]

    static let refusals = [
        Refusal(
            name: "fewer y", kind: .multiPoint, xs: [0, 1], ys: [0], error: .malformed("as many x as y are needed")),
        Refusal(name: "NaN", kind: .point, xs: [.nan], error: .notFinite(position: 0)),
        Refusal(
            name: "infinite y", kind: .multiPoint, xs: [0, 1, 2], ys: [0, 1, -.infinity], error: .notFinite(position: 2)
        ),
        Refusal(
            name: "two positions of a point", kind: .point, xs: [0, 1], error: .malformed("a point has one position")),
        Refusal(name: "a line of one", kind: .lineString, xs: [0], error: .tooFewPositions(ring: 0)),
        Refusal(
            name: "second line of one", kind: .multiLineString, xs: [0, 1, 2], ringEnds: [2, 3],
            error: .tooFewPositions(ring: 1)),
        Refusal(
            name: "a ring of two", kind: .polygon, xs: [0, 0], ringEnds: [2], error: .tooFewPositions(ring: 0)),
        Refusal(
            name: "an open hole", kind: .polygon, xs: triangle + [2, 3, 3, 4], ys: [0, 0, 1, 0, 0, 0, 1, 0],
            ringEnds: [4, 8], error: .ringNotClosed(ring: 1)),
        Refusal(
            name: "closed in x only", kind: .polygon, xs: triangle, ys: [0, 0, 1, 1], ringEnds: [4],
            error: .ringNotClosed(ring: 0)),
        Refusal(
            name: "no rings", kind: .polygon, xs: triangle,
            error: .malformed("the last offset must be the number of elements")),
        Refusal(
            name: "rings that end early", kind: .polygon, xs: triangle, ringEnds: [3],
            error: .malformed("the last offset must be the number of elements")),
        Refusal(
            name: "offsets that fall", kind: .multiLineString, xs: [0, 1, 2, 3], ringEnds: [3, 2, 4],
            error: .malformed("an element is empty")),
        Refusal(
            name: "a negative offset", kind: .multiLineString, xs: [0, 1, 2, 3], ringEnds: [-2, 4],
            error: .malformed("an element is empty")),
        Refusal(
            name: "an empty ring", kind: .polygon, xs: triangle, ringEnds: [4, 4],
            error: .malformed("an element is empty")),
        Refusal(
            name: "an empty part", kind: .multiPolygon, xs: triangle, ringEnds: [4], partEnds: [0, 1],
            error: .malformed("an element is empty")),
        Refusal(
            name: "parts that are missing", kind: .multiPolygon, xs: triangle, ringEnds: [4],
            error: .malformed("the last offset must be the number of elements")),
        Refusal(
            name: "parts of a polygon", kind: .polygon, xs: triangle, ringEnds: [4], partEnds: [1],
            error: .malformed("offsets that this kind does not have")),
        Refusal(
            name: "rings of a line", kind: .lineString, xs: [0, 1], ringEnds: [2],
            error: .malformed("offsets that this kind does not have")),
        Refusal(
            name: "offsets alone", kind: .multiPolygon, xs: [], ringEnds: [4],
            error: .malformed("offsets without positions")),
        Refusal(
            name: "positions of a collection", kind: .collection, xs: [1],
            error: .malformed("a collection has members, not positions")),
    ]

    @Test(arguments: refusals) func refusesColumnsThatDoNotFit(refusal: Refusal) {
        #expect(throws: refusal.error) {
            try Geometry(
                kind: refusal.kind, xs: refusal.xs, ys: refusal.ys ?? refusal.xs, ringEnds: refusal.ringEnds,
                partEnds: refusal.partEnds)
        }
        #expect(refusal.error.description.hasSuffix("."))
    }

    @Test func errorsSayWhatIsWrongWhere() {
        #expect(GeometryError.notFinite(position: 7).description == "Position 7 is not a finite number.")
        #expect(GeometryError.tooFewPositions(ring: 2).description == "Ring or line 2 has too few positions.")
        #expect(GeometryError.ringNotClosed(ring: 1).description == "Ring 1 is not closed.")
        #expect(GeometryError.nestedTooDeep.description == "Collections are nested more than 32 deep.")
        #expect(
            GeometryError.malformed("an element is empty").description
                == "The geometry is malformed: an element is empty.")
    }

    @Test(arguments: Geometry.Kind.allCases) func emptyIsEmpty(kind: Geometry.Kind) throws {
        let empty = Geometry(emptyOf: kind)
        #expect(empty.isEmpty && empty.positionCount == 0 && empty.dimension == -1 && empty.depth == 1)
        #expect(empty.envelope == .empty && empty.elements.isEmpty && empty.area == 0 && empty.length == 0)
        #expect(empty.areaCentroid == nil && empty.boundaryDistance(x: 0, y: 0) == .infinity)
        #expect(try empty.mapPositions { xs, _ in xs[0] = 5 } == empty)
        #expect(empty.arealPart.isEmpty)
        if kind != .collection { #expect(try Geometry(kind: kind, xs: [], ys: []) == empty) }
        // Collections do not keep empty members.
        #expect(try Geometry(collection: [empty, empty]) == Geometry(emptyOf: .collection))
    }

    @Test func collectionsNestToTheirLimit() throws {
        var nested = try Geometry(x: 1, y: 2)
        for level in 2...Geometry.maximumDepth {
            nested = try Geometry(collection: [nested])
            #expect(nested.depth == level && nested.positionCount == 1 && nested.dimension == 0)
        }
        #expect(throws: GeometryError.nestedTooDeep) { try Geometry(collection: [nested]) }
        #expect(nested.elements == [try Geometry(x: 1, y: 2)])
    }

    @Test(arguments: [
        ("POINT (1 1)", 0, 1, 1), ("MULTIPOINT ((1 1), (2 2))", 0, 2, 2), ("LINESTRING (0 0, 1 1, 2 2)", 1, 3, 1),
        ("MULTILINESTRING ((0 0, 1 1), (5 5, 6 6))", 1, 4, 2),
        ("POLYGON ((0 0, 9 0, 9 9, 0 0), (3 1, 8 1, 8 6, 3 1))", 2, 8, 1),
        ("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))", 2, 8, 2),
        (
            "GEOMETRYCOLLECTION (POINT (1 1), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1), MULTIPOINT ((1 1), (2 2))))",
            1, 5, 4
        ),
    ])
    func countsAndDimensions(text: String, dimension: Int, positions: Int, elements: Int) throws {
        let geometry = try WellKnownGeometry(text: text).geometry
        #expect(geometry.dimension == dimension)
        #expect(geometry.positionCount == positions)
        #expect(geometry.elements.count == elements)
        #expect(geometry.elements.reduce(0) { $0 + $1.positionCount } == positions)
        #expect(
            geometry.elements.allSatisfy { [.point, .lineString, .polygon].contains($0.kind) && $0.elements == [$0] })
        var box = Envelope.empty
        for element in geometry.elements { box.include(element.envelope) }
        #expect(box == geometry.envelope)
    }

    /// Elements put together again give the geometry, where it is a plain multi-geometry.
    @Test(arguments: 1...8) func elementsJoinAgain(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let geometry = try randomGeometry(depth: 1, using: &random)
            let joined = try Geometry(joining: geometry.elements)
            #expect(joined.elements == geometry.elements)
            #expect(joined.area == geometry.area)
            #expect((joined.length - geometry.length).magnitude <= 1e-12 * geometry.length)
            if geometry.elements.count > 1, geometry.kind != .collection { #expect(joined == geometry) }
            let areal = geometry.arealPart
            #expect(areal.kind == .polygon || areal.kind == .multiPolygon)
            #expect((areal.area - geometry.area).magnitude <= 1e-9 * geometry.area.magnitude)
            #expect(areal.elements == geometry.elements.filter { $0.kind == .polygon })
        }
    }

    @Test func joiningKeepsMultiGeometriesAsMembers() throws {
        let points = try Geometry(kind: .multiPoint, xs: [0, 1], ys: [0, 1])
        #expect(try Geometry(joining: [points, points]).kind == .collection)
        #expect(try Geometry(joining: [points]) == points)
        #expect(try Geometry(joining: [Geometry(x: 0, y: 0), Geometry(emptyOf: .point)]).elements.count == 1)
    }

    @Test func mapsEveryPositionAndLooksAgain() throws {
        var random = SeededGenerator(seed: 77)
        for _ in 0..<100 {
            let geometry = try randomGeometry(depth: 1, using: &random)
            // A quarter turn: exact, so four of them lead back.
            func turned(_ geometry: Geometry) throws -> Geometry {
                try geometry.mapPositions { xs, ys in
                    for index in xs.indices { (xs[index], ys[index]) = (-ys[index], xs[index]) }
                }
            }
            let once = try turned(geometry)
            #expect(once.area == geometry.area && once.kind == geometry.kind)
            #expect(once.envelope.width == geometry.envelope.height)
            #expect(try turned(turned(turned(once))) == geometry)
            guard !geometry.isEmpty else { continue }
            #expect(throws: GeometryError.self) { try geometry.mapPositions { xs, _ in xs[0] = .nan } }
            #expect(throws: GeometryError.self) { try geometry.mapPositions { xs, _ in xs.removeLast() } }
        }
        let square = try polygon([[(0, 0), (1, 0), (1, 1), (0, 1)]])
        #expect(throws: GeometryError.ringNotClosed(ring: 0)) { try square.mapPositions { xs, _ in xs[0] = 0.5 } }
        struct Stop: Error {}
        #expect(throws: Stop.self) { try square.mapPositions { _, _ in throw Stop() } }
    }
}

/// A geometry of any kind, now and then empty, with coordinates of all magnitudes.
func randomGeometry(depth: Int, using random: inout SeededGenerator) throws -> Geometry {
    func coordinate() -> Double {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: Double(Int.random(in: -9...9, using: &random))
        case 1: Double.random(in: 500_000...6_000_000, using: &random)
        case 2: Double.random(in: -1...1, using: &random) * 1e-7
        default: Double.random(in: -180...180, using: &random)
        }
    }
    func positions(_ count: Int) -> (xs: [Double], ys: [Double]) {
        ((0..<count).map { _ in coordinate() }, (0..<count).map { _ in coordinate() })
    }
    func line() throws -> Geometry {
        let (xs, ys) = positions(Int.random(in: 2...6, using: &random))
        return try Geometry(kind: .lineString, xs: xs, ys: ys)
    }
    func area() throws -> Geometry {
        var (xs, ys, ends): ([Double], [Double], [Int32]) = ([], [], [])
        for _ in 0...Int.random(in: 0...2, using: &random) {
            let ring = positions(Int.random(in: 3...7, using: &random))
            xs += ring.xs + [ring.xs[0]]
            ys += ring.ys + [ring.ys[0]]
            ends.append(Int32(xs.count))
        }
        return try Geometry(kind: .polygon, xs: xs, ys: ys, ringEnds: ends)
    }
    let count = Int.random(in: 2...4, using: &random)
    switch Int.random(in: 0..<(depth < 4 ? 9 : 7), using: &random) {
    case 0: return try Geometry(x: coordinate(), y: coordinate())
    case 1: return try line()
    case 2: return try area()
    case 3:
        let (xs, ys) = positions(count)
        return try Geometry(kind: .multiPoint, xs: xs, ys: ys)
    case 4: return try Geometry(joining: (0..<count).map { _ in try line() })
    case 5: return try Geometry(joining: (0..<count).map { _ in try area() })
    case 6: return Geometry(emptyOf: Geometry.Kind.allCases[Int.random(in: 0..<7, using: &random)])
    default:
        return try Geometry(collection: (0..<count).map { _ in try randomGeometry(depth: depth + 1, using: &random) })
    }
}
