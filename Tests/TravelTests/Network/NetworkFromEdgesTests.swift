import TestSupport
import Testing

@testable import Travel

/// Networks given as nodes and edges with costs of their own.
@Suite struct NetworkFromEdgesTests {
    @Test func nodesAreRenumberedAndFoundAgain() throws {
        var generator = SeededGenerator(seed: 3)
        let xs = (0..<200).map { _ in Double.random(in: 0..<1_000, using: &generator) }
        let ys = (0..<200).map { _ in Double.random(in: 0..<1_000, using: &generator) }
        let tails = (0..<500).map { _ in Int32.random(in: 0..<200, using: &generator) }
        let heads = (0..<500).map { _ in Int32.random(in: 0..<200, using: &generator) }
        let costs = (0..<500).map { _ in Int32.random(in: -1..<900, using: &generator) }
        let network = try StreetNetwork(
            xs: xs, ys: ys, tails: tails, heads: heads, forwardCosts: costs, backwardCosts: costs.reversed(),
            legCostPerMetre: 10)
        let nodes = network.nodes(ofSources: 200)
        #expect(nodes.sorted() == Array(0..<200) && nodes != Array(0..<200))
        #expect(network.edgeWays.sorted() == Array(0..<500))
        for node in 0..<200 { #expect(network.nodeXs[Int(nodes[node])] == xs[node]) }
        for (edge, source) in network.edgeWays.enumerated() {
            #expect(network.edgeStarts[edge] == nodes[Int(tails[Int(source)])])
            #expect(network.edgeEnds[edge] == nodes[Int(heads[Int(source)])])
            #expect(network.forwardCosts[edge] == costs[Int(source)])
            #expect(network.backwardCosts[edge] == costs[499 - Int(source)])
            let shape = network.shape(ofEdge: edge)
            #expect(Array(network.shapeXs[shape]) == [xs[Int(tails[Int(source)])], xs[Int(heads[Int(source)])]])
            #expect(Array(network.shapeForwardCosts[shape]) == [0, max(costs[Int(source)], 0)])
        }
        // Near numbers are near places: the mean step is a fraction of that between nodes at random, about 520 m.
        let steps = (1..<200).map { node in
            let (x, y) = (
                network.nodeXs[node] - network.nodeXs[node - 1], network.nodeYs[node] - network.nodeYs[node - 1]
            )
            return (x * x + y * y).squareRoot()
        }
        #expect(steps.reduce(0, +) / 199 < 150)
    }

    @Test func oneColumnOfCostsIsBothWays() throws {
        let network = try StreetNetwork(
            xs: [0, 10], ys: [0, 0], tails: [0], heads: [1], forwardCosts: [7], legCostPerMetre: 1)
        #expect(network.isSymmetric && network.backwardCosts == [7] && network.incoming.arcs.count == 2)
        #expect(network.components == [0, 0] && network.legCostPerMetre == 1)
    }

    @Test func nodesWithoutEdgesAreComponentsOfTheirOwn() throws {
        let network = try StreetNetwork(
            xs: [0, 5, 10], ys: [0, 0, 0], tails: [], heads: [], forwardCosts: [], legCostPerMetre: 1)
        #expect(network.components == [0, 1, 2] && network.shapeStarts == [0])
        #expect(network.componentTable.map(\.isIsland) == [false, true, true])
    }

    static let faults: [([Double], [Double], [Int32], [Int32], [Int32], [Int32]?, NetworkInputError)] = [
        ([0], [], [], [], [], nil, .columnsOfDifferentLength), ([0], [0], [0], [], [1], nil, .columnsOfDifferentLength),
        ([0], [0], [0], [0], [], nil, .columnsOfDifferentLength),
        ([0], [0], [0], [0], [1], [], .columnsOfDifferentLength),
        ([.nan], [0], [], [], [], nil, .positionNotFinite), ([0], [.infinity], [], [], [], nil, .positionNotFinite),
        ([0], [0], [1], [0], [1], nil, .unknownNode), ([0], [0], [0], [-1], [1], nil, .unknownNode),
        ([0], [0], [0], [0], [-2], nil, .costNotUsable), ([0], [0], [0], [0], [1], [.max], .costNotUsable),
    ]

    @Test(arguments: faults.indices) func faultyColumnsAreRefused(_ index: Int) {
        let (xs, ys, tails, heads, forward, backward, error) = Self.faults[index]
        #expect(throws: error) {
            try StreetNetwork(
                xs: xs, ys: ys, tails: tails, heads: heads, forwardCosts: forward, backwardCosts: backward,
                legCostPerMetre: 1)
        }
        #expect(error.description.hasSuffix("."))
    }
}
