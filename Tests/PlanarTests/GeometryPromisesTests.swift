import Planar
import Testing

/// What a geometry value promises by construction, and what its parts are.
@Suite struct GeometryPromisesTests {
    static func square(_ x: Double, _ y: Double, _ size: Double = 1) throws -> Geometry {
        try Geometry(
            kind: .polygon, xs: [x, x + size, x + size, x, x], ys: [y, y, y + size, y + size, y], ringEnds: [5])
    }

    /// A column of a kind that must not come about, and why.
    struct Refusal: Sendable, CustomTestStringConvertible {
        var name: String
        var kind: Geometry.Kind
        var xs: [Double]
        var ys: [Double]
        var ringEnds: [Int32] = []
        var partEnds: [Int32] = []
        var error: GeometryError
        var testDescription: String { name }
    }

    static let triangle = (xs: [0.0, 1, 0, 0], ys: [0.0, 0, 1, 0])

    @Test(arguments: [
        Refusal(
            name: "columns of different length", kind: .multiPoint, xs: [1, 2], ys: [1],
            error: .malformed("as many x as y are needed")),
        Refusal(name: "NaN", kind: .point, xs: [.nan], ys: [0], error: .notFinite(position: 0)),
        Refusal(name: "infinity", kind: .multiPoint, xs: [0, 1], ys: [0, -.infinity], error: .notFinite(position: 1)),
        Refusal(
            name: "two positions in a point", kind: .point, xs: [0, 1], ys: [0, 1],
            error: .malformed("a point has one position")),
        Refusal(name: "a line of one position", kind: .lineString, xs: [0], ys: [0], error: .tooFewPositions(ring: 0)),
        Refusal(
            name: "a second line of one position", kind: .multiLineString, xs: [0, 1, 2], ys: [0, 1, 2],
            ringEnds: [2, 3], error: .tooFewPositions(ring: 1)),
        Refusal(
            name: "a ring of two positions", kind: .polygon, xs: [0, 0], ys: [0, 0], ringEnds: [2],
            error: .tooFewPositions(ring: 0)),
        Refusal(
            name: "an open hole", kind: .polygon, xs: triangle.xs + [0, 1, 1], ys: triangle.ys + [0, 0, 1],
            ringEnds: [4, 7], error: .ringNotClosed(ring: 1)),
        Refusal(
            name: "a ring closed but for a bit", kind: .polygon, xs: [0.1, 1, 0, 0.1.nextUp], ys: [0, 0, 1, 0],
            ringEnds: [4], error: .ringNotClosed(ring: 0)),
        Refusal(
            name: "a polygon without rings", kind: .polygon, xs: triangle.xs, ys: triangle.ys,
            error: .malformed("the last offset must be the number of elements")),
        Refusal(
            name: "an offset beyond the end", kind: .polygon, xs: triangle.xs, ys: triangle.ys, ringEnds: [5],
            error: .malformed("the last offset must be the number of elements")),
        Refusal(
            name: "an empty ring", kind: .polygon, xs: triangle.xs, ys: triangle.ys, ringEnds: [0, 4],
            error: .malformed("an element is empty")),
        Refusal(
            name: "offsets that fall", kind: .polygon, xs: triangle.xs, ys: triangle.ys, ringEnds: [5, 3, 4],
            error: .malformed("an element is empty")),
        Refusal(
            name: "a negative offset", kind: .polygon, xs: triangle.xs, ys: triangle.ys, ringEnds: [-1, 4],
            error: .malformed("an element is empty")),
        Refusal(
            name: "a multipolygon without parts", kind: .multiPolygon, xs: triangle.xs, ys: triangle.ys, ringEnds: [4],
            error: .malformed("the last offset must be the number of elements")),
        Refusal(
            name: "offsets without positions", kind: .polygon, xs: [], ys: [], ringEnds: [0],
            error: .malformed("offsets without positions")),
        Refusal(
            name: "rings in a line", kind: .lineString, xs: [0, 1], ys: [0, 1], ringEnds: [2],
            error: .malformed("offsets that this kind does not have")),
        Refusal(
            name: "parts in a polygon", kind: .polygon, xs: triangle.xs, ys: triangle.ys, ringEnds: [4], partEnds: [1],
            error: .malformed("offsets that this kind does not have")),
        Refusal(
            name: "positions in a collection", kind: .collection, xs: [0], ys: [0],
            error: .malformed("a collection has members, not positions")),
    ])
    func whatCannotExist(_ refusal: Refusal) {
        #expect(throws: refusal.error) {
            try Geometry(
                kind: refusal.kind, xs: refusal.xs, ys: refusal.ys, ringEnds: refusal.ringEnds,
                partEnds: refusal.partEnds)
        }
        #expect(refusal.error.description.hasSuffix("."))
    }

    @Test(arguments: Geometry.Kind.allCases) func everyKindCanBeEmpty(_ kind: Geometry.Kind) throws {
        let empty = Geometry(emptyOf: kind)
        #expect(empty.isEmpty && empty.positionCount == 0 && empty.dimension == -1 && empty.depth == 1)
        #expect(empty.envelope.isEmpty && empty.elements.isEmpty && empty.area == 0 && empty.length == 0)
        #expect(try empty.mapPositions { _, _ in Issue.record("there is nothing to move") } == empty)
    }

    // MARK: - Collections

    @Test func collectionsDropEmptyMembers() throws {
        let point = try Geometry(x: 1, y: 2)
        let collection = try Geometry(collection: [Geometry(emptyOf: .polygon), point, Geometry(emptyOf: .collection)])
        #expect(collection.members == [point])
        #expect(collection.dimension == 0 && collection.depth == 2)
        #expect(try Geometry(collection: []).isEmpty)
    }

    @Test func collectionsNestOnlySoDeep() throws {
        var nested = try Geometry(x: 0, y: 0)
        for _ in 1..<Geometry.maximumDepth { nested = try Geometry(collection: [nested]) }
        #expect(nested.depth == Geometry.maximumDepth)
        #expect(nested.elements.count == 1)
        let deepest = nested
        #expect(throws: GeometryError.nestedTooDeep) { try Geometry(collection: [deepest]) }
    }

    @Test func theDimensionOfACollectionIsThatOfItsHighestMember() throws {
        let line = try Geometry(kind: .lineString, xs: [0, 1], ys: [0, 1])
        #expect(try Geometry(collection: [Geometry(x: 0, y: 0), line]).dimension == 1)
        #expect(try Geometry(collection: [line, GeometryPromisesTests.square(0, 0)]).dimension == 2)
    }

    // MARK: - Elements and joining

    @Test func joiningAndTakingApartAreInverse() throws {
        let holed = try Geometry(
            kind: .polygon, xs: [0, 9, 9, 0, 0, 1, 1, 2, 1], ys: [0, 0, 9, 9, 0, 1, 2, 1, 1], ringEnds: [5, 9])
        let families: [[Geometry]] = [
            [try Geometry(x: 1, y: 2), try Geometry(x: 3, y: 4)],
            [
                try Geometry(kind: .lineString, xs: [0, 1], ys: [0, 1]),
                try Geometry(kind: .lineString, xs: [5, 6, 7], ys: [0, 1, 0]),
            ],
            [try GeometryPromisesTests.square(20, 0), holed, try GeometryPromisesTests.square(30, 0)],
        ]
        for family in families {
            let joined = try Geometry(joining: family)
            #expect([.multiPoint, .multiLineString, .multiPolygon].contains(joined.kind))
            #expect(joined.elements == family)
            #expect(joined.dimension == family[0].dimension)
            #expect(joined.positionCount == family.reduce(0) { $0 + $1.positionCount })
            #expect(try Geometry(joining: [family[0]]) == family[0])
        }
        let mixed = try Geometry(joining: families.flatMap { $0 })
        #expect(mixed.kind == .collection)
        #expect(mixed.elements == families.flatMap { $0 })
        #expect(try Geometry(joining: []) == Geometry(emptyOf: .collection))
    }

    @Test func ringsAndPartsKnowTheirRanges() throws {
        let joined = try Geometry(joining: [
            Geometry(
                kind: .polygon, xs: [0, 9, 9, 0, 0, 1, 1, 2, 1], ys: [0, 0, 9, 9, 0, 1, 2, 1, 1], ringEnds: [5, 9]),
            GeometryPromisesTests.square(20, 0),
        ])
        #expect(joined.ringEnds == [5, 9, 14] && joined.partEnds == [2, 3])
        #expect((0..<3).map(joined.positions(ofRing:)) == [0..<5, 5..<9, 9..<14])
        #expect((0..<2).map(joined.rings(ofPart:)) == [0..<2, 2..<3])
        #expect(joined.elements[0].rings(ofPart: 0) == 0..<2)
    }

    @Test func theArealPartLeavesPointsAndLinesOut() throws {
        let square = try GeometryPromisesTests.square(0, 0)
        let other = try GeometryPromisesTests.square(5, 5)
        let line = try Geometry(kind: .lineString, xs: [0, 1], ys: [0, 1])
        #expect(square.arealPart == square)
        #expect(try Geometry(collection: [line, square]).arealPart == square)
        let both = try Geometry(collection: [square, Geometry(collection: [line, other])]).arealPart
        #expect(both.kind == .multiPolygon && both.elements == [square, other])
        #expect(line.arealPart == Geometry(emptyOf: .polygon))
        #expect(Geometry(emptyOf: .collection).arealPart == Geometry(emptyOf: .polygon))
    }

    // MARK: - Moving

    @Test func aChangeThatBreaksAPromiseIsRefused() throws {
        let square = try GeometryPromisesTests.square(0, 0)
        #expect(throws: GeometryError.notFinite(position: 2)) { try square.mapPositions { xs, _ in xs[2] = .nan } }
        #expect(throws: GeometryError.ringNotClosed(ring: 0)) { try square.mapPositions { xs, _ in xs[0] += 1 } }
        #expect(throws: GeometryError.malformed("as many x as y are needed")) {
            try square.mapPositions { xs, _ in xs.removeLast() }
        }
    }

    @Test func everyMemberOfACollectionIsMoved() throws {
        let collection = try Geometry(collection: [
            Geometry(x: 1, y: 2), Geometry(collection: [GeometryPromisesTests.square(0, 0)]),
        ])
        let moved = try collection.mapPositions { xs, ys in
            xs = xs.map { $0 + 10 }
            ys = ys.map { $0 - 10 }
        }
        #expect(moved.envelope == Envelope(minX: 10, minY: -10, maxX: 11, maxY: -8))
        #expect(
            try moved.mapPositions { xs, ys in
                xs = xs.map { $0 - 10 }
                ys = ys.map { $0 + 10 }
            } == collection)
    }
}
