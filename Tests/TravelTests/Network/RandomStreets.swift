import TestSupport

@testable import Travel

/// Streets at random: ways that wander over a town's nodes, meet themselves and each other, stop at gates, and share
/// tags of every sort.
struct RandomStreets {
    static let tags = [
        TagSet([("highway", "residential")]), TagSet([("highway", "footway")]), TagSet([("highway", "motorway")]),
        TagSet([("highway", "residential"), ("oneway", "yes")]), TagSet([("highway", "steps")]),
        TagSet([("barrier", "wall")]),
    ]

    /// The streets of a seed.
    static func make(seed: UInt64, nodes: Int = 60, ways: Int = 25) -> StreetWays {
        var generator = SeededGenerator(seed: seed)
        var streets = StreetWays()
        streets.tagSets = tags
        for node in 0..<nodes {
            streets.xs.append(Double.random(in: 0..<2_000, using: &generator))
            streets.ys.append(Double.random(in: 0..<2_000, using: &generator))
            streets.nodeIDs.append(Int64(1_000 - node))
            if Int.random(in: 0..<15, using: &generator) == 0 { streets.nodeTags[Int32(node)] = 5 }
        }
        for way in 0..<ways {
            streets.ids.append("w\(way)")
            streets.wayTags.append(Int32.random(in: 0..<5, using: &generator))
            var last: Int32 = -1
            for _ in 0..<Int.random(in: 2...9, using: &generator) {
                var node = Int32.random(in: 0..<Int32(nodes), using: &generator)
                if node == last { node = (node + 1) % Int32(nodes) }
                streets.nodeIndexes.append(node)
                last = node
            }
            streets.nodeEnds.append(Int32(streets.nodeIndexes.count))
        }
        return streets
    }

    /// The same streets with nodes, ways and tag sets in another order, and what became of each way.
    static func shuffled(_ ways: StreetWays, seed: UInt64) -> (ways: StreetWays, nodeOrder: [Int], wayOrder: [Int]) {
        var generator = SeededGenerator(seed: seed)
        let nodeOrder = ways.xs.indices.shuffled(using: &generator)
        let wayOrder = ways.ids.indices.shuffled(using: &generator)
        let tagOrder = ways.tagSets.indices.shuffled(using: &generator)
        var nodeNumbers = [Int32](repeating: 0, count: nodeOrder.count)
        for (new, old) in nodeOrder.enumerated() { nodeNumbers[old] = Int32(new) }
        var tagNumbers = [Int32](repeating: 0, count: tagOrder.count)
        for (new, old) in tagOrder.enumerated() { tagNumbers[old] = Int32(new) }
        var other = StreetWays()
        other.tagSets = tagOrder.map { ways.tagSets[$0] }
        other.xs = nodeOrder.map { ways.xs[$0] }
        other.ys = nodeOrder.map { ways.ys[$0] }
        other.nodeIDs = ways.nodeIDs.isEmpty ? [] : nodeOrder.map { ways.nodeIDs[$0] }
        for (node, tags) in ways.nodeTags { other.nodeTags[nodeNumbers[Int(node)]] = tagNumbers[Int(tags)] }
        for way in wayOrder {
            other.ids.append(ways.ids[way])
            other.wayTags.append(tagNumbers[Int(ways.wayTags[way])])
            other.nodeIndexes += ways.nodes(ofWay: way).map { nodeNumbers[Int($0)] }
            other.nodeEnds.append(Int32(other.nodeIndexes.count))
        }
        return (other, nodeOrder, wayOrder)
    }
}

extension StreetNetwork {
    /// The least costs between all nodes by the book: Floyd and Warshall. `Int.max` where there is no way.
    func allCosts() -> [[Int]] {
        var costs = [[Int]](repeating: [Int](repeating: .max, count: nodeCount), count: nodeCount)
        for node in 0..<nodeCount { costs[node][node] = 0 }
        for edge in 0..<edgeCount {
            let (start, end) = (Int(edgeStarts[edge]), Int(edgeEnds[edge]))
            if forwardCosts[edge] >= 0 { costs[start][end] = min(costs[start][end], Int(forwardCosts[edge])) }
            if backwardCosts[edge] >= 0 { costs[end][start] = min(costs[end][start], Int(backwardCosts[edge])) }
        }
        for middle in 0..<nodeCount {
            for start in 0..<nodeCount where costs[start][middle] < .max {
                for end in 0..<nodeCount where costs[middle][end] < .max {
                    costs[start][end] = min(costs[start][end], costs[start][middle] + costs[middle][end])
                }
            }
        }
        return costs
    }
}
