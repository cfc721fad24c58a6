import Foundation
import Planar
import Testing

@testable import Travel

/// Times between positions beside the streets as networkx and shapely find them by the same rules: `networkx.json`, made
/// by Scripts/fixtures/travel.py.
@Suite struct NetworkxTests {
    private struct Fixture: Decodable {
        let nodes: [[Double]]
        /// Tail, head, cost forward, cost backward.
        let edges: [[Int32]]
        let barriers: [[[Double]]]
        let positions: [[Double]]
        /// A row for each position; -1 where there is no way.
        let milliseconds: [[Int32]]
    }

    /// Both ways may round each of their two legs and two parts of edges to different sides of a millisecond.
    private static let rounding: Int32 = 4

    private let fixture: Fixture
    private let network: StreetNetwork
    private let query: ReachQuery

    init() throws {
        let file = try #require(
            Bundle.module.url(forResource: "networkx", withExtension: "json", subdirectory: "Fixtures"))
        fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
        network = try StreetNetwork(
            xs: fixture.nodes.map { $0[0] }, ys: fixture.nodes.map { $0[1] }, tails: fixture.edges.map { $0[0] },
            heads: fixture.edges.map { $0[1] }, forwardCosts: fixture.edges.map { $0[2] },
            backwardCosts: fixture.edges.map { $0[3] }, legCostPerMetre: 900)
        query = try ReachQuery(
            xs: fixture.positions.map { $0[0] }, ys: fixture.positions.map { $0[1] },
            categories: fixture.positions.map { _ in 0 }, categoryCount: 1, limits: [900])
    }

    private func travel(_ direction: TravelDirection = .outward) throws -> NetworkTravel {
        NetworkTravel(
            network: network, profileID: "walking",
            barriers: try fixture.barriers.map {
                try Geometry(kind: .lineString, xs: $0.map { $0[0] }, ys: $0.map { $0[1] })
            }, snapping: 150, direction: direction)
    }

    @Test func theFixtureAsksSomething() {
        let all = fixture.milliseconds.flatMap(\.self)
        #expect(all.count { $0 < 0 } > 100)
        #expect(all.count { $0 > 1_000_000 } > 100)
        #expect(!network.isSymmetric)
    }

    @Test func timesOfAllPairsAreThoseOfNetworkx() throws {
        let times = try travel().travelTimes(originXs: query.xs, originYs: query.ys, query: query, limit: 7_200)
        for (origin, row) in fixture.milliseconds.enumerated() {
            for (destination, expected) in row.enumerated() {
                let found = times[origin, destination] ?? -1
                #expect(
                    found >= 0 ? abs(found - expected) <= Self.rounding : expected < 0,
                    "\(origin) → \(destination): \(found), networkx \(expected)")
            }
        }
    }

    @Test func theOtherDirectionIsTheOtherWayRound() throws {
        let times = try travel(.inward).travelTimes(
            originXs: query.xs, originYs: query.ys, query: query, limit: 7_200)
        for (origin, row) in fixture.milliseconds.enumerated() {
            for (destination, expected) in row.enumerated() {
                let found = times[destination, origin] ?? -1
                #expect(found >= 0 ? abs(found - expected) <= Self.rounding : expected < 0)
            }
        }
    }

    @Test func countsWithinTheLimitAreThoseOfNetworkx() throws {
        let reach = try travel().reach(originXs: query.xs, originYs: query.ys, query: query)
        for (origin, row) in fixture.milliseconds.enumerated() {
            // No expected time is so near the limit that rounding decides.
            #expect(row.allSatisfy { abs($0 - 900_000) > Self.rounding })
            let expected = row.count { $0 >= 0 && $0 <= 900_000 }
            #expect(Int(reach.counts[origin]) == expected, "\(origin)")
        }
    }
}
