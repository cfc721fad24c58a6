import TestSupport
import Testing

@testable import Travel

/// What holds for every network, on streets at random.
@Suite struct NetworkPropertyTests {
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func lengthIsConserved(seed: UInt64) {
        let ways = RandomStreets.make(seed: seed)
        let (network, report) = StreetNetwork.make(ways, profile: .walking)
        var used = 0.0
        var dropped = 0.0
        for way in 0..<ways.count {
            var metres = 0.0
            for (node, next) in zip(ways.nodes(ofWay: way), ways.nodes(ofWay: way).dropFirst()) {
                let (x, y) = (ways.xs[Int(next)] - ways.xs[Int(node)], ways.ys[Int(next)] - ways.ys[Int(node)])
                metres += (x * x + y * y).squareRoot()
            }
            if TravelProfile.walking.passage(ofWay: ways.tags(ofWay: way)).refusal == nil {
                used += metres
            } else {
                dropped += metres
            }
        }
        // Each edge and way is rounded to a millimetre.
        #expect((report.metres - used).magnitude <= 0.000_5 * Double(network.edgeCount))
        #expect((report.droppedMetres - dropped).magnitude <= 0.000_5 * Double(ways.count))
        #expect((report.kinds.reduce(0) { $0 + $1.metres } - report.metres).magnitude < 1e-6)
        #expect((report.components.reduce(0) { $0 + $1.metres } - report.metres).magnitude < 1e-6)
        #expect(report.components.reduce(0) { $0 + $1.edgeCount } == network.edgeCount)
        #expect(report.components.reduce(0) { $0 + $1.nodeCount } == network.nodeCount)
        #expect(dropped > 0 && used > 0)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func costsAreSumsOfPieces(seed: UInt64) {
        let ways = RandomStreets.make(seed: seed)
        for profile in TravelProfile.all {
            let network = StreetNetwork.make(ways, profile: profile).network
            var sums = [[Int]](repeating: [0, 0], count: ways.count)
            for edge in 0..<network.edgeCount {
                sums[Int(network.edgeWays[edge])][0] += Int(max(network.forwardCosts[edge], 0))
                sums[Int(network.edgeWays[edge])][1] += Int(max(network.backwardCosts[edge], 0))
            }
            for way in 0..<ways.count {
                let passage = profile.passage(ofWay: ways.tags(ofWay: way))
                var expected = [0, 0]
                for (node, next) in zip(ways.nodes(ofWay: way), ways.nodes(ofWay: way).dropFirst()) {
                    let (x, y) = (ways.xs[Int(next)] - ways.xs[Int(node)], ways.ys[Int(next)] - ways.ys[Int(node)])
                    let time = (x * x + y * y).squareRoot() * 3_600 / profile.speed * passage.slowness
                    if passage.forward { expected[0] += Int(time) }
                    if passage.backward { expected[1] += Int(time) }
                }
                #expect(zip(sums[way], expected).allSatisfy { ($0 - $1).magnitude <= ways.nodes(ofWay: way).count })
            }
        }
    }

    /// Nodes are where they were, edges join the positions that their shapes begin and end at, and costs rise along.
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func columnsFitEachOther(seed: UInt64) {
        let ways = RandomStreets.make(seed: seed)
        let network = StreetNetwork.make(ways, profile: .bicycle).network
        for node in 0..<network.nodeCount {
            #expect(network.nodeXs[node] == ways.xs[Int(network.nodeSources[node])])
            #expect(network.nodeYs[node] == ways.ys[Int(network.nodeSources[node])])
        }
        for edge in 0..<network.edgeCount {
            let shape = network.shape(ofEdge: edge)
            #expect(shape.count >= 2)
            for (node, position) in [
                (network.edgeStarts[edge], shape.lowerBound), (network.edgeEnds[edge], shape.upperBound - 1),
            ] {
                #expect(network.nodeXs[Int(node)] == network.shapeXs[position])
                #expect(network.nodeYs[Int(node)] == network.shapeYs[position])
            }
            for (costs, cost) in [
                (network.shapeForwardCosts[shape], network.forwardCosts[edge]),
                (network.shapeBackwardCosts[shape], network.backwardCosts[edge]),
            ] {
                #expect(costs.first == 0 && costs.last == max(cost, 0))
                #expect(zip(costs, costs.dropFirst()).allSatisfy { $0 <= $1 })
            }
        }
        let keys = (0..<network.edgeCount).map { (network.edgeStarts[$0], network.edgeEnds[$0]) }
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func theOrderOfTheInputDoesNotMatter(seed: UInt64) throws {
        let ways = RandomStreets.make(seed: seed)
        let (other, nodes, order) = RandomStreets.shuffled(ways, seed: seed + 100)
        for profile in [TravelProfile.walking, .bicycle] {
            let (left, leftReport) = StreetNetwork.make(ways, profile: profile)
            let (right, rightReport) = StreetNetwork.make(other, profile: profile)
            #expect(left.nodeSources.map(Int.init) == right.nodeSources.map { nodes[Int($0)] })
            #expect(left.edgeWays.map(Int.init) == right.edgeWays.map { order[Int($0)] })
            #expect(left.edgeStarts == right.edgeStarts && left.edgeEnds == right.edgeEnds)
            #expect(left.forwardCosts == right.forwardCosts && left.backwardCosts == right.backwardCosts)
            #expect(left.shapeXs == right.shapeXs && left.shapeStarts == right.shapeStarts)
            #expect(left.components == right.components && leftReport == rightReport)
        }
    }

    /// Nodes at one position: copies of gates, and nodes that only look alike.
    @Test func theOrderDoesNotMatterWhereAllNodesLieOnTopOfEachOther() {
        for seed in 1...10 as ClosedRange<UInt64> {
            var ways = RandomStreets.make(seed: seed, nodes: 12, ways: 10)
            for node in ways.xs.indices { (ways.xs[node], ways.ys[node]) = (Double(node % 2), 0) }
            for hasIDs in [true, false] {
                if !hasIDs { ways.nodeIDs = [] }
                let (other, _, order) = RandomStreets.shuffled(ways, seed: seed + 200)
                let left = StreetNetwork.make(ways, profile: .walking).network
                let right = StreetNetwork.make(other, profile: .walking).network
                #expect(left.edgeWays.map(Int.init) == right.edgeWays.map { order[Int($0)] })
                #expect(left.edgeStarts == right.edgeStarts && left.edgeEnds == right.edgeEnds)
                #expect(left.components == right.components)
            }
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func componentsAreWhatHangsTogether(seed: UInt64) {
        let network = StreetNetwork.make(
            RandomStreets.make(seed: seed, nodes: 150, ways: 30), profile: .bicycle
        ).network
        // By the book: labels flow along edges until none changes.
        var labels = Array(0..<network.nodeCount)
        var changes = true
        while changes {
            changes = false
            for edge in 0..<network.edgeCount {
                let (start, end) = (Int(network.edgeStarts[edge]), Int(network.edgeEnds[edge]))
                let label = min(labels[start], labels[end])
                changes = changes || labels[start] != label || labels[end] != label
                (labels[start], labels[end]) = (label, label)
            }
        }
        for node in 0..<network.nodeCount {
            for other in 0..<network.nodeCount {
                #expect((labels[node] == labels[other]) == (network.components[node] == network.components[other]))
            }
        }
        let lengths = network.componentTable.map(\.metres)
        #expect(lengths == lengths.sorted(by: >) && lengths.count == Set(labels).count)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func trapsAreWhereOneDoesNotComeBack(seed: UInt64) {
        let network = StreetNetwork.make(
            RandomStreets.make(seed: seed, nodes: 60, ways: 20), profile: .bicycle
        ).network
        let costs = network.allCosts()
        let parts = StrongParts.parts(network.outgoing)
        for node in 0..<network.nodeCount {
            for other in 0..<network.nodeCount {
                let isMutual = costs[node][other] < .max && costs[other][node] < .max
                #expect(isMutual == (parts[node] == parts[other]))
            }
        }
    }
}
