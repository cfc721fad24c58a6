import Planar
import Testing

@Suite struct ConnectedBoxesTests {
    /// The lowest box that can be reached from each box, by following all pairs until nothing changes.
    private func lowestReached(_ boxes: [Envelope]) -> [Int] {
        var lowest = Array(boxes.indices)
        var changed = true
        while changed {
            changed = false
            for one in boxes.indices {
                for other in boxes.indices
                where boxes[one].intersects(boxes[other]) && lowest[one] > lowest[other] {
                    lowest[one] = lowest[other]
                    changed = true
                }
            }
        }
        return lowest
    }

    @Test func joinsAChainAndKeepsTheRestApart() {
        func box(_ x: Double) -> Envelope { Envelope(minX: x, minY: 0, maxX: x + 1, maxY: 1) }
        let components = ConnectedBoxes([box(10), box(0), box(2), box(1), .empty, box(11)])
        #expect(components.component == [0, 1, 1, 1, 2, 0])
        #expect(Array(components.members(of: 1)) == [1, 2, 3])
        #expect(components.count == 3)
        #expect(ConnectedBoxes([]).count == 0)
    }

    @Test(arguments: 1...5) func agreesWithFollowingAllPairs(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let boxes = randomBoxes(90, using: &generator)
        let components = ConnectedBoxes(boxes)
        let lowest = lowestReached(boxes)
        var opened: [Int: Int32] = [:]
        for index in boxes.indices {
            if lowest[index] == index { opened[index] = Int32(opened.count) }
            #expect(components.component[index] == opened[lowest[index]])
        }
        #expect(components.count == opened.count)
        for component in 0..<components.count {
            let members = Array(components.members(of: component))
            #expect(members == boxes.indices.filter { components.component[$0] == component }.map { Int32($0) })
        }
    }
}
