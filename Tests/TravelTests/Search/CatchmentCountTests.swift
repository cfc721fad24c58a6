import TestSupport
import Testing

@testable import Travel

/// Destinations counted with the catchments are those that are counted by themselves.
@Suite struct CatchmentCountTests {
    private static let steps = [CostStep(cost: 10, weight: 1), CostStep(cost: 30, weight: 0.5)]

    @Test(arguments: 1...6) func bothCountTheSame(_ seed: UInt64) throws {
        let nodes = 60
        var generator = SeededGenerator(seed: seed)
        func node() -> Int32 { Int32.random(in: 0..<Int32(nodes), using: &generator) }
        let arcs = try ArcList(
            nodeCount: nodes, edgeStarts: (0..<120).map { _ in node() }, edgeEnds: (0..<120).map { _ in node() },
            costs: (0..<120).map { _ in Int32.random(in: 1...15, using: &generator) })
        let places = (0..<50).map { _ in node() }
        let categories = places.map { _ in Int32.random(in: 0...2, using: &generator) }
        // Every third has nothing to share, and nobody lives near some.
        let amounts = places.indices.map { Double($0 % 3) }
        let people = (0..<nodes).map { _ in Double(max(0, Int.random(in: -30...9, using: &generator))) }
        let supplies = try (0..<3).map { category in
            let rows = places.indices.filter { categories[$0] == category }
            return try NodeSupply(
                nodes: rows.map { places[$0] }, amounts: rows.map { amounts[$0] }, nodeCount: nodes)
        }
        let destinations = try NodeDestinations(
            nodes: places, categories: categories, categoryCount: 3, nodeCount: nodes)
        let counts = try arcs.destinationCounts(to: destinations, limit: 30)
        let found = try arcs.catchments(of: supplies, people: people, steps: Self.steps)
        #expect(found.map(\.destinationCounts) == counts)
        #expect(counts.allSatisfy { $0.contains { $0 > 1 } })
        #expect(
            try arcs.destinationCounts(to: destinations.only([2, 0, 7]), limit: 30) == [
                counts[2], counts[0], [Int32](repeating: 0, count: nodes),
            ])
    }

    @Test func withoutSupplyNothingIsSharedButCounted() throws {
        let arcs = try ArcList(nodeCount: 3, edgeStarts: [0], edgeEnds: [1], costs: [5])
        let supply = try NodeSupply(nodes: [0, 0, 2], amounts: [0, -1, 4], nodeCount: 3)
        #expect(supply.nodes == [0, 2] && supply.amounts == [0, 4] && supply.numbers == [2, 1])
        let found = try arcs.catchments(of: [supply], people: [1, 1, 1], steps: Self.steps)[0]
        #expect(found.destinationCounts == [2, 2, 1])
        #expect(found.access == [0, 0, 4] && found.pairCount == 1 && found.withoutDemand == 0)
        let noSteps = try arcs.catchments(of: [supply], people: [1, 1, 1], steps: [])[0]
        #expect(noSteps.destinationCounts == [0, 0, 0] && noSteps.withoutDemand == 4)
    }
}
