import TestSupport
import Testing

@testable import Travel

@Suite struct NodeBallTests {
    /// Against costs relaxed until nothing changes, on a random graph with edges of no cost and several between two nodes.
    @Test func ballsHoldWhatIsWithinTheLimit() throws {
        var generator = SeededGenerator(seed: 5)
        let nodeCount = 40
        let starts = (0..<70).map { _ in Int32.random(in: 0..<40, using: &generator) }
        let ends = (0..<70).map { _ in Int32.random(in: 0..<40, using: &generator) }
        let lengths = (0..<70).map { _ in Int32.random(in: 0...30, using: &generator) }
        let arcs = try ArcList(nodeCount: nodeCount, edgeStarts: starts, edgeEnds: ends, costs: lengths)
        let middles: [Int32] = [0, 7, 7, 39]
        let balls = try arcs.balls(around: middles, limit: 50)
        #expect(balls[1] == balls[2])
        for (middle, ball) in zip(middles, balls) {
            var costs = [Int](repeating: Int.max / 2, count: nodeCount)
            costs[Int(middle)] = 0
            for _ in 0..<nodeCount {
                for edge in starts.indices {
                    let (one, other) = (Int(starts[edge]), Int(ends[edge]))
                    costs[other] = min(costs[other], costs[one] + Int(lengths[edge]))
                    costs[one] = min(costs[one], costs[other] + Int(lengths[edge]))
                }
            }
            let within = costs.indices.filter { costs[$0] <= 50 }
            #expect(ball.nodes == within.map { Int32($0) })
            #expect(ball.costs == within.map { Int32(costs[$0]) })
            for node in 0..<nodeCount {
                #expect(ball.cost(of: Int32(node)) == (costs[node] <= 50 ? Int32(costs[node]) : nil))
            }
        }
        #expect(balls.contains { $0.nodes.count > 5 && $0.nodes.count < nodeCount })
    }

    @Test func aNodeThatIsNoneIsAnError() throws {
        let arcs = try ArcList(nodeCount: 2, edgeStarts: [0], edgeEnds: [1], costs: [10])
        #expect(throws: ReachQueryError.unknownNode) { try arcs.balls(around: [2], limit: 5) }
        #expect(throws: ReachQueryError.unknownNode) { try arcs.balls(around: [-1], limit: 5) }
        #expect(try arcs.balls(around: [], limit: 5).isEmpty)
        #expect(try arcs.balls(around: [1], limit: 10)[0].nodes == [0, 1])
        #expect(try arcs.balls(around: [1], limit: 9)[0].nodes == [1])
    }
}
