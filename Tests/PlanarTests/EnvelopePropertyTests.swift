import Planar
import Testing

@Suite struct EnvelopePropertyTests {
    private let unit = Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)

    @Test func theEmptyEnvelopeHoldsNothing() {
        let empty = Envelope.empty
        #expect(empty.isEmpty && empty.width == 0 && empty.height == 0)
        #expect(!empty.contains(x: 0, y: 0) && !empty.intersects(unit) && !unit.intersects(empty))
        #expect(!empty.intersects(empty) && !empty.contains(unit))
        #expect(unit.contains(empty) && empty.contains(empty))
        #expect(empty.expanded(by: 100) == empty)
        var grown = empty
        grown.include(empty)
        #expect(grown == empty)
        grown.include(x: 3, y: -4)
        #expect(grown == Envelope(minX: 3, minY: -4, maxX: 3, maxY: -4))
        #expect(!grown.isEmpty && grown.width == 0)
    }

    @Test(arguments: [
        (Envelope(minX: 1, minY: 1, maxX: 2, maxY: 2), true), (Envelope(minX: 1, minY: 0, maxX: 2, maxY: 1), true),
        (Envelope(minX: 1.0000001, minY: 0, maxX: 2, maxY: 1), false),
        (Envelope(minX: 0.5, minY: 0.5, maxX: 0.5, maxY: 0.5), true),
        (Envelope(minX: -5, minY: -5, maxX: 5, maxY: 5), true), (Envelope(minX: 0, minY: -2, maxX: 1, maxY: -1), false),
        (Envelope(minX: -1, minY: 0.4, maxX: 2, maxY: 0.6), true),
        (Envelope(minX: .nan, minY: 0, maxX: 1, maxY: 1), false),
    ])
    func edgesBelongToTheBox(other: Envelope, meets: Bool) {
        #expect(unit.intersects(other) == meets)
        #expect(other.intersects(unit) == meets)
    }

    @Test func expandingMovesEveryEdge() {
        #expect(unit.expanded(by: 2) == Envelope(minX: -2, minY: -2, maxX: 3, maxY: 3))
        #expect(unit.expanded(by: -0.25) == Envelope(minX: 0.25, minY: 0.25, maxX: 0.75, maxY: 0.75))
        #expect(unit.expanded(by: -1).isEmpty)
    }

    /// Boxes with whole edges, against the positions they hold.
    @Test(arguments: 1...4) func agreesWithThePositionsHeld(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let boxes = randomBoxes(60, using: &random)
        for one in boxes {
            for other in boxes {
                var joined = one
                joined.include(other)
                #expect(joined.contains(one) && joined.contains(other))
                #expect(joined.isEmpty == (one.isEmpty && other.isEmpty))
                var turned = other
                turned.include(one)
                #expect(joined == turned)
                #expect(one.intersects(other) == other.intersects(one))
                if one.contains(other), !other.isEmpty { #expect(one.intersects(other) && joined == one) }
                // Two boxes meet where a corner of the common box lies in both.
                let (x, y) = (max(one.minX, other.minX), max(one.minY, other.minY))
                #expect(one.intersects(other) == (one.contains(x: x, y: y) && other.contains(x: x, y: y)))
            }
        }
    }

    @Test func theBoxOfAGeometryIsThatOfItsPositions() throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<100 {
            let geometry = try randomGeometry(depth: 1, using: &random)
            let box = geometry.envelope
            let elements = geometry.elements
            #expect(box.isEmpty == elements.isEmpty)
            guard !box.isEmpty else { continue }
            #expect(elements.flatMap(\.xs).min() == box.minX && elements.flatMap(\.xs).max() == box.maxX)
            #expect(elements.flatMap(\.ys).min() == box.minY && elements.flatMap(\.ys).max() == box.maxY)
        }
    }
}

@Suite struct HilbertCurveTests {
    @Test func keepsOrderOfEqualPlacesAndIsAPermutation() {
        let curve = HilbertCurve(over: Envelope(minX: 0, minY: 0, maxX: 10, maxY: 10))
        #expect(curve.order([5, 5, 5], [5, 5, 5]) == [0, 1, 2])
        #expect(curve.order([], []).isEmpty)
        // The shorter column counts.
        #expect(curve.order([1, 2, 3], [1]) == [0])
        var random = SeededGenerator(seed: 2)
        let xs = (0..<500).map { _ in Double.random(in: 0...10, using: &random) }
        let ys = (0..<500).map { _ in Double.random(in: 0...10, using: &random) }
        let order = curve.order(xs, ys)
        #expect(order.sorted() == (0..<500).map { Int32($0) })
        let places = order.map { curve.index(x: xs[Int($0)], y: ys[Int($0)]) }
        #expect(places == places.sorted())
        // Walking along the curve is much shorter than walking in the order given.
        func walk(_ order: [Int32]) -> Double {
            zip(order, order.dropFirst()).reduce(0) { sum, step in
                let (a, b) = (Int(step.0), Int(step.1))
                return sum + ((xs[a] - xs[b]) * (xs[a] - xs[b]) + (ys[a] - ys[b]) * (ys[a] - ys[b])).squareRoot()
            }
        }
        #expect(walk(order) * 5 < walk((0..<500).map { Int32($0) }))
    }

    @Test func manyPositionsAreOrderedAsFewAre() {
        // Enough to be sorted digit by digit, half of them twice.
        let curve = HilbertCurve(over: Envelope(minX: 0, minY: 0, maxX: 10, maxY: 10))
        var random = SeededGenerator(seed: 3)
        let half = (0..<2_500).map { _ in
            (x: Double.random(in: 0...10, using: &random), y: Double.random(in: 0...10, using: &random))
        }
        let (xs, ys) = ((half + half).map(\.x), (half + half).map(\.y))
        let places = xs.indices.map { curve.index(x: xs[$0], y: ys[$0]) }
        let expected = xs.indices.sorted { (places[$0], $0) < (places[$1], $1) }
        let (order, orderedPlaces) = curve.orderAndPlaces(xs, ys)
        #expect(order == expected.map { Int32($0) })
        #expect(orderedPlaces == expected.map { places[$0] })
    }

    @Test func theCurveBeginsAndEndsInTheSouthernCorners() {
        let curve = HilbertCurve(over: Envelope(minX: -50, minY: 100, maxX: 50, maxY: 200))
        #expect(curve.index(x: -50, y: 100) == 0)
        #expect(curve.index(x: 50, y: 100) == .max)
        // A quarter of the square is a quarter of the curve.
        #expect(curve.index(x: -1, y: 151) >> 30 == 1)
        #expect(curve.index(x: 1, y: 151) >> 30 == 2)
        #expect(curve.index(x: 1, y: 149) >> 30 == 3)
    }

    @Test func whatLiesOutsideCountsAsTheNearestEdge() {
        let curve = HilbertCurve(over: Envelope(minX: 0, minY: 0, maxX: 10, maxY: 10))
        #expect(curve.index(x: -5, y: 3) == curve.index(x: 0, y: 3))
        #expect(curve.index(x: 1e300, y: 3) == curve.index(x: 10, y: 3))
        #expect(curve.index(x: .infinity, y: -.infinity) == curve.index(x: 10, y: 0))
        #expect(curve.index(x: .nan, y: .nan) == curve.index(x: 0, y: 0))
        for extent in [
            Envelope.empty, Envelope(minX: 5, minY: 5, maxX: 5, maxY: 5),
            Envelope(minX: -.infinity, minY: 0, maxX: .infinity, maxY: 1),
        ] {
            #expect(HilbertCurve(over: extent).order([1, 2, 3], [1, 2, 3]) == [0, 1, 2])
        }
    }
}
