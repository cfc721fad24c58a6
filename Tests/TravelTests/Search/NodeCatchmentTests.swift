import TestSupport
import Testing

@testable import Travel

/// Floating catchments inside the search, against the same summed from all pairs of nodes.
@Suite struct NodeCatchmentTests {
    private static let steps = [
        CostStep(cost: 10, weight: 1), CostStep(cost: 20, weight: 0.68), CostStep(cost: 30, weight: 0.22),
    ]

    /// Σ P·A.
    private static func received(_ access: [Double], _ people: [Double]) -> Double {
        zip(access, people).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// A random net of streets that are walked both ways.
    private static func town(
        _ seed: UInt64, nodes: Int
    ) throws -> (arcs: ArcList, pairs: [[Int?]], generator: SeededGenerator) {
        var generator = SeededGenerator(seed: seed)
        let edges: [NodeSearchTests.Arc] = (0..<nodes * 2).map { _ in
            (
                Int.random(in: 0..<nodes, using: &generator), Int.random(in: 0..<nodes, using: &generator),
                Int32.random(in: 1...15, using: &generator)
            )
        }
        let arcs = try ArcList(
            nodeCount: nodes, edgeStarts: edges.map { Int32($0.from) }, edgeEnds: edges.map { Int32($0.to) },
            costs: edges.map(\.cost))
        let both = edges + edges.map { ($0.to, $0.from, $0.cost) }
        return (arcs, NodeSearchTests.allPairs(nodes: nodes, both), generator)
    }

    /// The worked example of the method: three places of people, two of supply, a star of streets between them.
    @Test func byHand() throws {
        // 0, 1, 2 people; 3, 4 supply: 5, 10, 25 to the one, 20, 10, 5 to the other.
        let arcs = try ArcList(
            nodeCount: 5, edgeStarts: [0, 1, 0, 1, 2], edgeEnds: [3, 3, 4, 4, 4], costs: [5, 10, 20, 10, 5])
        let supply = try NodeSupply(nodes: [3, 4], amounts: [10, 20], nodeCount: 5)
        let found = try #require(
            try arcs.catchments(of: [supply], people: [100, 200, 300, 0, 0], steps: Self.steps).first)
        let access = [0.05126607, 0.06253367, 0.04122220]
        for (value, printed) in zip(found.access, access) { #expect(abs(value - printed) <= 0.5e-8) }
        #expect(isClose(Self.received(found.access, [100, 200, 300]), 30))
        #expect(found.withoutDemand == 0)
    }

    @Test(arguments: 1...8) func allPairsAgree(_ seed: UInt64) throws {
        let nodes = 40
        var (arcs, pairs, generator) = try Self.town(seed, nodes: nodes)
        let people = (0..<nodes).map { _ in Double(max(0, Int.random(in: -5...20, using: &generator))) }
        let places = (0..<15).map { _ in Int32.random(in: 0..<Int32(nodes), using: &generator) }
        let amounts = places.map { _ in Double(Int.random(in: 0...9, using: &generator)) }
        let supplies = try [0, 5].map { first in
            try NodeSupply(nodes: Array(places[first...]), amounts: Array(amounts[first...]), nodeCount: nodes)
        }
        let found = try arcs.catchments(of: supplies, people: people, steps: Self.steps)
        for (first, catchment) in zip([0, 5], found) {
            var supply = [Double](repeating: 0, count: nodes)
            for (place, amount) in zip(places[first...], amounts[first...]) { supply[Int(place)] += amount }
            func weight(_ cost: Int?) -> Double {
                cost.flatMap { cost in Self.steps.first { cost <= $0.cost } }?.weight ?? 0
            }
            var access = [Double](repeating: 0, count: nodes)
            var (pairCount, lost, given) = (0, 0.0, 0.0)
            for node in 0..<nodes where supply[node] > 0 {
                let weights = pairs[node].map(weight)
                pairCount += weights.count { $0 > 0 }
                let demand = zip(people, weights).reduce(0) { $0 + $1.0 * $1.1 }
                if demand == 0 { lost += supply[node] } else { given += supply[node] }
                for other in 0..<nodes where demand > 0 { access[other] += supply[node] / demand * weights[other] }
            }
            for node in 0..<nodes { #expect(isClose(catchment.access[node], access[node])) }
            #expect(catchment.pairCount == pairCount && catchment.withoutDemand == lost && pairCount > 0)
            #expect(isClose(Self.received(catchment.access, people), given))
        }
    }

    @Test func supplyWhereNobodyLivesIsLost() throws {
        let arcs = try ArcList(nodeCount: 3, edgeStarts: [0], edgeEnds: [1], costs: [5])
        let supply = try NodeSupply(nodes: [0, 2, 2], amounts: [6, 3, 4], nodeCount: 3)
        let found = try arcs.catchments(of: [supply], people: [0, 2, 0], steps: Self.steps)[0]
        #expect(found.access == [3, 3, 0] && found.withoutDemand == 7 && found.pairCount == 3)
        let nobody = try arcs.catchments(of: [supply], people: [0, 0, 0], steps: Self.steps)[0]
        #expect(nobody.access == [0, 0, 0] && nobody.withoutDemand == 13)
        #expect(try arcs.catchments(of: [supply], people: [1, 1, 1], steps: [])[0].withoutDemand == 13)
        #expect(try arcs.catchments(of: [], people: [1, 1, 1], steps: Self.steps).isEmpty)
    }

    @Test func supplyIsAddedUpNodeByNode() throws {
        let supply = try NodeSupply(nodes: [4, 1, 4, 2, 3], amounts: [1, 2, 3, 0, -1], nodeCount: 5)
        #expect(supply.nodes == [1, 2, 3, 4] && supply.amounts == [2, 0, 0, 4])
        #expect(throws: ReachQueryError.unknownNode) { try NodeSupply(nodes: [5], amounts: [1], nodeCount: 5) }
        #expect(throws: ReachQueryError.unknownNode) { try NodeSupply(nodes: [-1], amounts: [1], nodeCount: 5) }
        #expect(throws: ReachQueryError.columnsOfDifferentLength) {
            try NodeSupply(nodes: [1], amounts: [], nodeCount: 5)
        }
    }
}
