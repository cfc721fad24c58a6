import Planar
import Testing
import Travel

@testable import Workloads

/// The streets of W10b on small networks.
@Suite struct ReachedStreetsTests {
    /// The parts of streets around a node as x of both ends, on networks along the x axis.
    private func added(
        xs: [Double], edges: [(Int32, Int32, Int32)], around middle: Int32, limits: [Int32]
    ) throws -> (lines: [[[Double]]], dots: [[Double]]) {
        let arcs = try ArcList(
            nodeCount: xs.count, edgeStarts: edges.map(\.0), edgeEnds: edges.map(\.1), costs: edges.map(\.2))
        let ball = try arcs.balls(around: [middle], limit: limits.max() ?? 0)[0]
        let streets = try ReachedStreets(ball, arcs, xs: xs, ys: xs.map { _ in 0 }, limits: limits)
        return (streets.added.map { $0.map(\.xs) }, streets.dots.map { $0.flatMap(\.xs) })
    }

    @Test func edgesAreCutAtTheLimitAndAddedOnce() throws {
        // 100 m and 200 m, from the west; lengths in decimetres.
        let found = try added(
            xs: [0, 100, 300], edges: [(0, 1, 1_000), (1, 2, 2_000)], around: 0, limits: [500, 1_500, 4_000])
        #expect(found.lines == [[[0, 50]], [[0, 100], [100, 150]], [[100, 300]]])
        #expect(found.dots == [[], [], []])
    }

    @Test func partsFromBothEndsThatMeetAreTheWholeEdge() throws {
        // A triangle of 100, 100 and 120 m: the far side is reached from both its ends.
        let triangle: [(Int32, Int32, Int32)] = [(0, 1, 1_000), (0, 2, 1_000), (1, 2, 1_200)]
        let parts = try added(xs: [0, 100, 220], edges: triangle, around: 0, limits: [1_300])
        #expect(parts.lines[0].count == 4)
        #expect(parts.lines[0].contains([100, 130]) && parts.lines[0].contains([220, 190]))
        let whole = try added(xs: [0, 100, 220], edges: triangle, around: 0, limits: [1_600])
        #expect(whole.lines[0] == [[0, 100], [0, 220], [100, 220]])
    }

    @Test func aNodeJustOnTheLimitIsADot() throws {
        let found = try added(
            xs: [0, 100, 300], edges: [(0, 1, 1_000), (1, 2, 2_000)], around: 0, limits: [1_000, 2_000])
        #expect(found.lines == [[[0, 100]], [[100, 200]]])
        #expect(found.dots == [[100], []])
    }
}
