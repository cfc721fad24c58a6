import Planar
import Testing

@testable import Topology

@Suite struct PiecesTests {
    private let engine = TopologyEngine()

    /// Every pair of two lists of stars: the pieces are the single intersections, in any order of the pairs, and what is
    /// contained is handed on unchanged.
    @Test(arguments: 1...4) func equalSingleIntersectionsInAnyOrder(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let first = try (0..<12).map { number in
            try random.star(
                around: random.next(in: 0...40), random.next(in: 0...40), reach: number < 3 ? 60 : 8, corners: 11)
        }
        let second = try (0..<12).map { _ in
            try random.star(around: random.next(in: 0...40), random.next(in: 0...40), reach: 6, corners: 9)
        }
        var pairs = (0..<144).map { (Int32($0 / 12), Int32($0 % 12)) }
        let ordered = try engine.intersectionPieces(of: first, with: second, pairs: pairs)
        for (pair, piece) in zip(pairs, ordered) {
            let (a, b) = (first[Int(pair.0)], second[Int(pair.1)])
            let single = try engine.intersection(a, b).value
            #expect(abs(piece.area - single.area) <= 1e-9 * min(a.area, b.area))
            switch piece.origin {
            case .firstInside: #expect(try piece.geometry == a && engine.test(.covers, b, a))
            case .secondInside: #expect(try piece.geometry == b && engine.test(.covers, a, b))
            case .computed: #expect(piece.geometry?.area == piece.area)
            case .none: #expect(piece.geometry == nil && piece.area == 0 && single.area == 0)
            }
        }
        #expect(Set(ordered.map(\.origin)).isSuperset(of: [.none, .secondInside, .computed]))
        // Another order, the same pieces.
        var places = Array(0..<144)
        for place in places.indices.reversed() { places.swapAt(place, random.index(place + 1)) }
        pairs = places.map { pairs[$0] }
        let shuffled = try engine.intersectionPieces(of: first, with: second, pairs: pairs)
        for (place, piece) in zip(places, shuffled) {
            #expect(piece.geometry == ordered[place].geometry && piece.origin == ordered[place].origin)
        }
        // The two lists changed places.
        let turned = try engine.intersectionPieces(of: second, with: first, pairs: pairs.map { ($0.1, $0.0) })
        for (one, other) in zip(shuffled, turned) { #expect(abs(one.area - other.area) <= 1e-9) }
    }

    @Test func theSamePairTwiceIsAnsweredTwice() throws {
        let pieces = try engine.intersectionPieces(
            of: [box(0, 0, 2, 2)], with: [box(1, 1, 3, 3)], pairs: [(0, 0), (0, 0)])
        #expect(pieces.map(\.area) == [1, 1])
        #expect(try engine.intersectionPieces(of: [], with: [], pairs: []).isEmpty)
    }

    @Test(arguments: [(-1, 0), (0, -1), (1, 0), (0, 1), (Int32.max, 0)] as [(Int32, Int32)])
    func pairsMustNameWhatThereIs(pair: (Int32, Int32)) throws {
        let squares = try [box(0, 0, 1, 1)]
        #expect(errorKind { try engine.intersectionPieces(of: squares, with: squares, pairs: [pair]) } == .badArgument)
    }
}
