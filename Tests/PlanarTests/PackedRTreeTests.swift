import Planar
import Testing

@Suite struct PackedRTreeTests {
    @Test func anEmptyTreeFindsNothing() {
        let tree = PackedRTree([])
        #expect(tree.indexes(meeting: Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)).isEmpty)
        #expect(PackedRTree([.empty]).indexes(meeting: Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)).isEmpty)
    }

    @Test(arguments: [1, 2, 16, 17, 255, 257, 1_000])
    func findsWhatComparingAllFinds(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let boxes = randomBoxes(count, using: &generator)
        let tree = PackedRTree(boxes)
        for query in randomBoxes(200, using: &generator) {
            let expected = boxes.indices.filter { boxes[$0].intersects(query) }.map { Int32($0) }
            #expect(tree.indexes(meeting: query) == expected)
        }
    }

    @Test func pairsAreThoseOfComparingAll() {
        var generator = SeededGenerator(seed: 3)
        let left = randomBoxes(300, using: &generator)
        let right = randomBoxes(400, using: &generator)
        let pairs = boxPairs(left: left, right: right)
        var index = 0
        for one in left.indices {
            for other in right.indices where left[one].intersects(right[other]) {
                #expect(pairs.left[index] == one && pairs.right[index] == other)
                index += 1
            }
        }
        #expect(index == pairs.count)
        #expect(index > 500)
    }

    @Test func pairsAmongOneListAreNamedOnce() {
        var generator = SeededGenerator(seed: 4)
        let boxes = randomBoxes(400, using: &generator)
        let both = boxPairs(left: boxes, right: boxes)
        let once = boxPairs(among: boxes)
        let expected = (0..<both.count).filter { both.left[$0] < both.right[$0] }
        #expect(once.left == expected.map { both.left[$0] })
        #expect(once.right == expected.map { both.right[$0] })
    }

    @Test func survivesBoxesWithoutMeasure() {
        let endless = Envelope(minX: -.infinity, minY: -.infinity, maxX: .infinity, maxY: .infinity)
        let undefined = Envelope(minX: .nan, minY: 0, maxX: .nan, maxY: 1)
        let point = Envelope(minX: 5, minY: 5, maxX: 5, maxY: 5)
        let tree = PackedRTree([endless, undefined, point, point])
        #expect(tree.indexes(meeting: point) == [0, 2, 3])
        #expect(tree.indexes(meeting: undefined).isEmpty)
    }

    @Test func theHilbertCurveStepsToNeighbours() {
        let curve = HilbertCurve(over: Envelope(minX: 0, minY: 0, maxX: 65_535, maxY: 65_535))
        var places: [UInt32: (Int, Int)] = [:]
        for x in 0..<64 {
            for y in 0..<64 { places[curve.index(x: Double(x), y: Double(y))] = (x, y) }
        }
        // The curve fills a corner of 64 × 64 cells before it leaves it, and never jumps.
        #expect(places.count == 64 * 64)
        for index in 1..<UInt32(64 * 64) {
            guard let one = places[index - 1], let other = places[index] else {
                Issue.record("place \(index) is not in the corner")
                continue
            }
            #expect(abs(one.0 - other.0) + abs(one.1 - other.1) == 1)
        }
    }
}
