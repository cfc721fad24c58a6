import TestSupport
import Testing

@testable import Travel

/// How positions get onto a network.
@Suite struct AccessTests {
    /// One street of two pieces, 100 m and 50 m, that may only be passed from west to east.
    private let oneWay = NetworkSketch(
        nodes: [(0, 0), (150, 0)],
        edges: [NetworkSketch.Edge(from: 0, to: 1, via: [(100, 0)], forward: 900, backward: nil)])

    private func seeds(_ access: NetworkAccess, _ position: Int) -> [[Int32]] {
        access.seeds.range(of: position).map { [access.seeds.nodes[$0], access.seeds.costs[$0]] }
    }

    @Test func seedsLieWhereTheStreetLeads() {
        let finder = AccessFinder(network: oneWay.network, barriers: [], snapping: 10)
        let leaving = finder.access(xs: [50, 125, 0, 150], ys: [5, 0, 0, 0], leaving: true)
        #expect(seeds(leaving, 0) == [[1, 5 * 900 + 100 * 900]])
        #expect(seeds(leaving, 1) == [[1, 25 * 900]])
        // Who stands at a junction is there, whichever way the street may be passed; the way on is the search's.
        #expect(seeds(leaving, 2) == [[0, 0]])
        #expect(seeds(leaving, 3) == [[1, 0]])
        let arriving = finder.access(xs: [50, 125, 150], ys: [5, 0, 0], leaving: false)
        #expect(seeds(arriving, 0) == [[0, 5 * 900 + 50 * 900]])
        #expect(seeds(arriving, 1) == [[0, 125 * 900]])
        #expect(seeds(arriving, 2) == [[1, 0]])
    }

    @Test func alongOneEdge() {
        let network = oneWay.network
        func point(_ piece: Int32, _ fraction: Double) -> Travel.Attachment {
            Travel.Attachment(edge: 0, piece: piece, fraction: fraction, legMetres: 0)
        }
        #expect(network.costAlong(from: point(0, 0.25), to: point(0, 0.75)) == 50 * 900)
        #expect(network.costAlong(from: point(0, 0.25), to: point(1, 0.5)) == 100 * 900)
        #expect(network.costAlong(from: point(1, 0.5), to: point(0, 0.25)) == nil)
        // One spot, as the end of a piece and the beginning of the next.
        #expect(network.costAlong(from: point(1, 0), to: point(0, 1)) == 0)
        #expect(network.costAlong(from: point(0, 0.5), to: point(0, 0.5)) == 0)
    }

    @Test func theLimitOfALegIsInclusive() {
        func isConnected(_ metres: Double, snapping: Double) -> Bool {
            AccessFinder(network: oneWay.network, barriers: [], snapping: snapping)
                .access(xs: [50], ys: [metres], leaving: true).isConnected(0)
        }
        #expect(isConnected(20, snapping: 20) && !isConnected(20.0.nextUp, snapping: 20))
        #expect(isConnected(0, snapping: 0) && !isConnected(.leastNormalMagnitude.squareRoot(), snapping: 0))
        #expect(isConnected(0, snapping: -5) && !isConnected(1, snapping: -5))
        #expect(AccessFinder(network: oneWay.network, barriers: []).snapping == 100)
    }

    @Test func withoutStreetsNobodyIsConnected() throws {
        let finder = AccessFinder(network: NetworkSketch(nodes: [], edges: []).network, barriers: [])
        #expect(!finder.access(xs: [0], ys: [0], leaving: true).isConnected(0))
        #expect(finder.access(xs: [], ys: [], leaving: true).count == 0)
        let query = try ReachQuery(xs: [0], ys: [0], categories: [0], categoryCount: 1, limits: [10])
        let travel = NetworkTravel(finder: finder, profileID: "walking")
        let reach = travel.reach(originXs: [0, 9], originYs: [0, 9], query: query)
        #expect(reach.nearest == [Reach.notConnected, Reach.notConnected] && reach.counts == [0, 0])
        #expect(travel.areConnected(query) == [false])
    }

    @Test func attachmentsAreKeptOnlyWhereWanted() {
        let network = NetworkSketch.grid(columns: 2, rows: 2, spacing: 100).network
        let finder = AccessFinder(network: network, barriers: [], snapping: 60)
        let all = finder.access(xs: [50], ys: [50], leaving: true)
        #expect(
            all.attachments(of: 0).map(\.edge) == [0, 1, 2, 3] && all.attachments.allSatisfy { $0.legMetres == 50 })
        let some = finder.access(xs: [50], ys: [50], leaving: true, edges: [false, false, true, false])
        #expect(some.attachments(of: 0).map(\.edge) == [2] && some.seeds == all.seeds)
        // All four corners, 50 m of leg and 50 m of street away.
        #expect(seeds(all, 0) == (0..<4).map { [$0, 90_000] })
    }

    /// No seed is worth more than another and the arc between them, and none stands twice.
    @Test(arguments: 1...20) func noSeedIsNeedless(seed: UInt64) throws {
        let scene = try NetworkTravelTests.Scene(seed: seed)
        let network = scene.sketch.network
        for leaving in [true, false] {
            let access = AccessFinder(network: network, barriers: [], snapping: 120)
                .access(xs: scene.originXs, ys: scene.originYs, leaving: leaving)
            let arcs = leaving ? network.outgoing : network.incoming
            for position in 0..<9 {
                let seeds = seeds(access, position)
                #expect(Set(seeds.map { $0[0] }).count == seeds.count)
                #expect(zip(seeds, seeds.dropFirst()).allSatisfy { ($0[1], $0[0]) < ($1[1], $1[0]) })
                for (rank, one) in seeds.enumerated() {
                    for arc in arcs.arcs[Int(arcs.starts[Int(one[0])])..<Int(arcs.starts[Int(one[0]) + 1])] {
                        #expect(!seeds[(rank + 1)...].contains { $0[0] == arc.head && one[1] + arc.cost <= $0[1] })
                    }
                }
            }
        }
    }

    /// Many positions in many parts, in their own order.
    @Test func eachPositionKeepsItsPlace() {
        var generator = SeededGenerator(seed: 12)
        let xs = (0..<5_000).map { _ in Double.random(in: -50...350, using: &generator) }
        let ys = (0..<5_000).map { _ in Double.random(in: -50...350, using: &generator) }
        let finder = AccessFinder(
            network: NetworkSketch.grid(columns: 4, rows: 4, spacing: 100).network, barriers: [], snapping: 45)
        let access = finder.access(xs: xs, ys: ys, leaving: true)
        #expect(access.count == 5_000)
        for position in stride(from: 0, to: 5_000, by: 97) {
            let alone = finder.access(xs: [xs[position]], ys: [ys[position]], leaving: true)
            #expect(seeds(alone, 0) == seeds(access, position))
            #expect(alone.attachments == Array(access.attachments(of: position)))
        }
    }
}
