import Planar
import Testing

@testable import Topology

@Suite struct BatchTests {
    let engine = TopologyEngine()

    @Test func tellsApartInsideAndCrossing() throws {
        let quarter = try box(0, 0, 10, 10)
        let others = try [
            box(2, 2, 4, 4), box(20, 0, 30, 10), box(-5, -5, 15, 15), box(5, 5, 15, 15), box(10, 0, 20, 10),
        ]
        let pieces = try engine.intersectionPieces(
            of: [quarter], with: others, pairs: (0..<5).map { (0, Int32($0)) })
        #expect(pieces.map(\.origin) == [.secondInside, .none, .firstInside, .computed, .computed])
        #expect(pieces.map(\.area) == [4, 0, 100, 25, 0])
        #expect(pieces[0].geometry == others[0])
        #expect(pieces[2].geometry == quarter)
        #expect(pieces.allSatisfy { $0.failure == nil && $0.notes.isEmpty })
    }

    @Test func piecesEqualSingleIntersectionsAndAddUp() throws {
        // A 12 × 12 chessboard of quarters under triangles at seeded places.
        var random = SeededNumbers(seed: 7)
        let quarters = try (0..<144).map { number -> Geometry in
            let (column, row) = (Double(number % 12), Double(number / 12))
            return try box(column, row, column + 1, row + 1)
        }
        let triangles = try (0..<40).map { _ -> Geometry in
            let (x, y) = (random.next() * 9, random.next() * 9)
            return try Geometry(
                kind: .polygon, xs: [x, x + 3 * random.next() + 0.1, x, x], ys: [y, y, y + 3 * random.next() + 0.1, y],
                ringEnds: [4])
        }
        var pairs: [(Int32, Int32)] = []
        for q in quarters.indices {
            for t in triangles.indices where quarters[q].envelope.intersects(triangles[t].envelope) {
                pairs.append((Int32(q), Int32(t)))
            }
        }
        let pieces = try engine.intersectionPieces(of: quarters, with: triangles, pairs: pairs)
        let areasOnly = try engine.intersectionPieces(of: quarters, with: triangles, pairs: pairs, keepGeometry: false)
        #expect(pieces.map(\.area) == areasOnly.map(\.area))
        #expect(areasOnly.allSatisfy { $0.geometry == nil })
        var sums = [Double](repeating: 0, count: triangles.count)
        for (pair, piece) in zip(pairs, pieces) {
            sums[Int(pair.1)] += piece.area
            let single = try engine.intersection(quarters[Int(pair.0)], triangles[Int(pair.1)]).value
            #expect(abs(single.area - piece.area) <= 1e-12)
        }
        for (sum, triangle) in zip(sums, triangles) { #expect(abs(sum - triangle.area) <= 1e-9 * triangle.area) }
    }

    @Test func aFailingPairSaysSoAndTheOthersGoOn() throws {
        let small = TopologyEngine(
            limits: OperationLimits(seconds: 30, maximumVertices: 30, maximumVertexProduct: 1_000))
        let many = try engine.densify(box(0, 0, 10, 10), distance: 0.1)
        let pieces = try small.intersectionPieces(
            of: [box(0, 0, 10, 10), many], with: [box(5, 5, 15, 15)], pairs: [(0, 0), (1, 0)])
        #expect(pieces[0].area == 25)
        #expect(pieces[1].failure?.kind == .tooLarge)
        #expect(throws: TopologyError.self) { try small.intersectionPieces(of: [many], with: [], pairs: [(0, 0)]) }
    }

    @Test func unitesGroupsAsOneUnionWould() throws {
        var random = SeededNumbers(seed: 11)
        let boxes = try (0..<200).map { _ -> Geometry in
            let (x, y) = (random.next() * 100, random.next() * 100)
            return try box(x, y, x + random.next() * 8, y + random.next() * 8)
        }
        let grouped = try engine.unaryUnion(of: boxes)
        let whole = try engine.unaryUnion(Geometry(collection: boxes))
        #expect(try engine.test(.equals, grouped.value, whole.value))
        #expect(grouped.value.kind == .multiPolygon)
        #expect(abs(grouped.value.area - whole.value.area) <= 1e-9 * whole.value.area)
        #expect(try engine.unaryUnion(of: boxes).value == grouped.value)
        #expect(try engine.unaryUnion(of: []).value.isEmpty)
        #expect(try engine.unaryUnion(of: [wkt("POINT (1 2)")]).value == wkt("POINT (1 2)"))
    }

    @Test func findsFaultsAndRepairsInBulk() throws {
        let bowTie = try wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")
        let geometries = try (0..<100).map { $0 % 10 == 3 ? bowTie : try box(0, 0, Double($0 + 1), 1) }
        let verdicts = try engine.validities(geometries).map { try $0.get() }
        #expect(verdicts.indices.filter { !verdicts[$0].isValid } == stride(from: 3, to: 100, by: 10).map { $0 })
        #expect(verdicts[3] == Validity(reason: "Self-intersection", x: 1, y: 1))
        let repaired = try engine.madeValid(geometries).map { try $0.get() }
        #expect(repaired[0].geometry == geometries[0] && repaired[0].fault == nil)
        #expect(repaired[13].geometry.area == 2 && repaired[13].fault?.reason == "Self-intersection")
    }
}

/// A small generator of repeatable numbers (SplitMix64, Steele, Lea, Flood 2014).
struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    mutating func bits() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// The next number from 0 up to 1.
    mutating func next() -> Double { Double(bits() >> 11) * 0x1p-53 }

    /// The next whole number from 0 up to `bound`.
    mutating func index(_ bound: Int) -> Int { Int(bits() % UInt64(max(bound, 1))) }
}
