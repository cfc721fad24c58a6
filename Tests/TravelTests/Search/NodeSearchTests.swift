import Synchronization
import TestSupport
import Testing

@testable import Travel

/// Searches between nodes against Floyd–Warshall.
@Suite struct NodeSearchTests {
    /// An arc with the cost it has forward; closed backward.
    typealias Arc = (from: Int, to: Int, cost: Int32)

    static func network(nodes: Int, _ arcs: [Arc]) -> StreetNetwork {
        StreetNetwork(
            nodeXs: (0..<nodes).map(Double.init), nodeYs: (0..<nodes).map { _ in 0 },
            edgeStarts: arcs.map { Int32($0.from) }, edgeEnds: arcs.map { Int32($0.to) },
            forwardCosts: arcs.map(\.cost), backwardCosts: arcs.map { _ in StreetNetwork.impassable },
            edgeWays: arcs.map { _ in 0 }, shapeStarts: (0...arcs.count).map { Int32($0 * 2) },
            shapeXs: arcs.flatMap { [Double($0.from), Double($0.to)] }, shapeYs: arcs.flatMap { _ in [0.0, 0] },
            shapeForwardCosts: arcs.flatMap { [0, $0.cost] }, shapeBackwardCosts: arcs.flatMap { _ in [0, 0] },
            legCostPerMetre: 900)
    }

    /// R. W. Floyd, "Algorithm 97: Shortest path", Communications of the ACM 5 (1962).
    static func allPairs(nodes: Int, _ arcs: [Arc]) -> [[Int?]] {
        var costs = [[Int?]](repeating: [Int?](repeating: nil, count: nodes), count: nodes)
        for node in 0..<nodes { costs[node][node] = 0 }
        for arc in arcs { costs[arc.from][arc.to] = min(costs[arc.from][arc.to] ?? Int(arc.cost), Int(arc.cost)) }
        for middle in 0..<nodes {
            for from in 0..<nodes {
                for to in 0..<nodes {
                    guard let first = costs[from][middle], let second = costs[middle][to] else { continue }
                    costs[from][to] = min(costs[from][to] ?? first + second, first + second)
                }
            }
        }
        return costs
    }

    /// Whether both searches say what all pairs say, for destinations at nodes.
    static func agrees(
        _ network: StreetNetwork, _ pairs: [[Int?]], at nodes: [Int32], categories: [Int32], limit: Int32
    ) throws -> Bool {
        let destinations = try NodeDestinations(
            nodes: nodes, categories: categories, categoryCount: 3, nodeCount: network.nodeCount)
        for direction in TravelDirection.allCases {
            let nearest = try network.nearestCosts(to: destinations, limit: limit, direction: direction)
            let counts = try network.destinationCounts(to: destinations, limit: limit, direction: direction)
            for category in 0..<3 {
                for node in 0..<network.nodeCount {
                    let costs = nodes.indices.filter { categories[$0] == category }.compactMap { index in
                        direction == .outward ? pairs[node][Int(nodes[index])] : pairs[Int(nodes[index])][node]
                    }.filter { $0 <= Int(limit) }
                    guard nearest[category][node] == costs.min().map(Int32.init) ?? Reach.absent,
                        counts[category][node] == Int32(costs.count)
                    else { return false }
                }
            }
        }
        return true
    }

    /// Each of the six arcs among three nodes is absent or costs 0, 1 or 3.
    @Test func allNetworksOfThreeNodes() throws {
        let ends = [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)]
        var wrong = 0
        for number in 0..<4_096 {
            let arcs = ends.indices.compactMap { index -> Arc? in
                let choice = (number >> (2 * index)) & 3
                return choice == 0 ? nil : (ends[index].0, ends[index].1, [0, 0, 1, 3][choice])
            }
            let agrees = try Self.agrees(
                Self.network(nodes: 3, arcs), Self.allPairs(nodes: 3, arcs), at: [2, 0], categories: [0, 1], limit: 4)
            wrong += agrees ? 0 : 1
        }
        #expect(wrong == 0)
    }

    /// Each of the twelve arcs among four nodes is absent or costs the power of two of its place, so that all sums differ.
    @Test func allNetworksOfFourNodes() throws {
        let ends = (0..<4).flatMap { from in (0..<4).filter { $0 != from }.map { (from, $0) } }
        var wrong = 0
        for number in 0..<4_096 {
            let arcs = ends.indices.compactMap { index -> Arc? in
                (number >> index) & 1 == 0 ? nil : (ends[index].0, ends[index].1, 1 << Int32((index * 5) % 12))
            }
            let agrees = try Self.agrees(
                Self.network(nodes: 4, arcs), Self.allPairs(nodes: 4, arcs), at: [3, 1, 3], categories: [0, 0, 2],
                limit: 2_500)
            wrong += agrees ? 0 : 1
        }
        #expect(wrong == 0)
    }

    static func randomArcs(nodes: Int, seed: UInt64, costs: [Int32]) -> [Arc] {
        var generator = SeededGenerator(seed: seed)
        return (0..<nodes * 3).map { _ in
            (
                Int.random(in: 0..<nodes, using: &generator), Int.random(in: 0..<nodes, using: &generator),
                costs.randomElement(using: &generator) ?? 0
            )
        }
    }

    @Test(arguments: 1...40) func randomNetworks(seed: UInt64) throws {
        let nodes = 2 + Int(seed) % 11
        let arcs = Self.randomArcs(nodes: nodes, seed: seed, costs: [0, 1, 2, 7, 90_000, 1_000_003])
        var generator = SeededGenerator(seed: seed + 1_000)
        let places = (0..<7).map { _ in Int32.random(in: 0..<Int32(nodes), using: &generator) }
        #expect(
            try Self.agrees(
                Self.network(nodes: nodes, arcs), Self.allPairs(nodes: nodes, arcs), at: places,
                categories: [0, 1, 2, 0, 0, 2, 0], limit: 1_500_000))
    }

    /// More places than one group of the nearest search holds, on a ring, where each node's nearest is known.
    @Test func manyGroupsOfPlaces() throws {
        let count = 3_000
        let ring = (0..<count).map { (from: $0, to: ($0 + 1) % count, cost: Int32(10)) }
        let network = Self.network(nodes: count, ring + ring.map { ($0.to, $0.from, $0.cost) })
        let places = stride(from: 0, to: Int32(count), by: 15).map { $0 }.shuffled()
        let destinations = try NodeDestinations(
            nodes: places, categories: places.map { _ in 0 }, categoryCount: 1, nodeCount: count)
        let nearest = try network.nearestCosts(to: destinations, limit: 60)[0]
        let counts = try network.destinationCounts(to: destinations, limit: 100)[0]
        for node in 0..<count {
            let hops = min(node % 15, 15 - node % 15)
            #expect(nearest[node] == (hops <= 6 ? Int32(hops * 10) : Reach.absent))
            #expect(
                counts[node]
                    == (0..<count / 15).count { place in
                        let apart = abs(node - place * 15)
                        return min(apart, count - apart) <= 10
                    })
        }
    }

    // MARK: Edges of the range

    @Test func costsUpToTheLargest() throws {
        let half = StreetNetwork.largestCost / 2
        let rest = StreetNetwork.largestCost - half
        let arcs: [Arc] = [(0, 1, rest), (1, 2, half), (2, 3, 1), (0, 4, StreetNetwork.largestCost), (4, 0, Int32.max)]
        let network = Self.network(nodes: 5, arcs)
        let destinations = try NodeDestinations(
            nodes: [2, 3, 4, 0], categories: [0, 1, 2, 3], categoryCount: 4, nodeCount: 5)
        for limit in [Int32.max, StreetNetwork.largestCost] {
            let nearest = try network.nearestCosts(to: destinations, limit: limit)
            // One more than the largest cost is beyond every limit.
            #expect(nearest[0] == [StreetNetwork.largestCost, half, 0, -1, -1])
            #expect(nearest[1] == [-1, half + 1, 1, 0, -1])
            #expect(nearest[2] == [StreetNetwork.largestCost, -1, -1, -1, 0])
            #expect(nearest[3] == [0, -1, -1, -1, -1])
        }
        #expect(try network.nearestCosts(to: destinations, limit: half - 1)[0] == [-1, -1, 0, -1, -1])
        #expect(try network.nearestCosts(to: destinations, limit: -1)[0] == [-1, -1, -1, -1, -1])
        #expect(try network.destinationCounts(to: destinations, limit: -1)[0] == [0, 0, 0, 0, 0])
    }

    @Test func nothingToSearch() throws {
        let network = Self.network(nodes: 2, [(0, 1, 5)])
        let none = try NodeDestinations(nodes: [], categories: [], categoryCount: 2, nodeCount: 2)
        #expect(try network.nearestCosts(to: none, limit: 10) == [[-1, -1], [-1, -1]])
        #expect(try network.destinationCounts(to: none, limit: 10) == [[0, 0], [0, 0]])
        let empty = Self.network(nodes: 0, [])
        let nowhere = try NodeDestinations(nodes: [], categories: [], categoryCount: 1, nodeCount: 0)
        #expect(try empty.nearestCosts(to: nowhere, limit: 10) == [[]])
        #expect(try empty.destinationCounts(to: nowhere, limit: 10) == [[]])
    }

    @Test func refusesDestinationsThatDoNotFit() {
        #expect(throws: ReachQueryError.columnsOfDifferentLength) {
            try NodeDestinations(nodes: [0], categories: [], categoryCount: 1, nodeCount: 1)
        }
        #expect(throws: ReachQueryError.unknownCategory) {
            try NodeDestinations(nodes: [0], categories: [1], categoryCount: 1, nodeCount: 1)
        }
        for node in [Int32(-1), 1, .max] {
            #expect(throws: ReachQueryError.unknownNode) {
                try NodeDestinations(nodes: [node], categories: [0], categoryCount: 1, nodeCount: 1)
            }
        }
        #expect(ReachQueryError.unknownNode.description.hasSuffix("network."))
        #expect(ReachQueryError.entrancesDoNotFit.description.contains("entrances"))
    }

    // MARK: Invariants

    @Test(arguments: 1...10) func theTriangleInequalityHolds(seed: UInt64) throws {
        let nodes = 12
        let network = Self.network(nodes: nodes, Self.randomArcs(nodes: nodes, seed: seed, costs: [0, 3, 50, 1_000]))
        let all = try NodeDestinations(
            nodes: (0..<Int32(nodes)).map { $0 }, categories: (0..<Int32(nodes)).map { $0 }, categoryCount: nodes,
            nodeCount: nodes)
        // Costs to node `to` stand in its column.
        let columns = try network.nearestCosts(to: all, limit: .max)
        for from in 0..<nodes {
            for middle in 0..<nodes where columns[middle][from] >= 0 {
                for to in 0..<nodes where columns[to][middle] >= 0 {
                    #expect(columns[to][from] >= 0)
                    #expect(columns[to][from] <= columns[middle][from] + columns[to][middle])
                }
            }
        }
    }

    @Test func outwardAndInwardAreEachOtherOnTheTurnedNetwork() throws {
        let arcs = Self.randomArcs(nodes: 12, seed: 77, costs: [1, 5, 9])
        let network = Self.network(nodes: 12, arcs)
        let turned = Self.network(nodes: 12, arcs.map { ($0.to, $0.from, $0.cost) })
        let places = try NodeDestinations(nodes: [3, 8], categories: [0, 1], categoryCount: 2, nodeCount: 12)
        let outward = try network.nearestCosts(to: places, limit: 100)
        let inward = try network.nearestCosts(to: places, limit: 100, direction: .inward)
        #expect(try turned.nearestCosts(to: places, limit: 100, direction: .inward) == outward)
        #expect(try turned.nearestCosts(to: places, limit: 100) == inward)
        #expect(outward != inward)
    }

    // MARK: Progress and cancellation

    @Test func stopsWhenToldTo() throws {
        let network = Self.network(nodes: 2, [(0, 1, 5)])
        let places = try NodeDestinations(nodes: [1, 1], categories: [0, 1], categoryCount: 2, nodeCount: 2)
        let stopped = SearchProgress(isCancelled: { true })
        #expect(throws: SearchCancelled()) { try network.nearestCosts(to: places, limit: 9, progress: stopped) }
        #expect(throws: SearchCancelled()) { try network.destinationCounts(to: places, limit: 9, progress: stopped) }
        #expect(SearchCancelled().description == "The search was cancelled.")
    }

    @Test func tellsHowFarItIs() throws {
        let told = Mutex<[Double]>([])
        let progress = SearchProgress(tell: { share in told.withLock { $0.append(share) } }, isCancelled: { false })
        let network = Self.network(nodes: 2, [(0, 1, 5)])
        let places = try NodeDestinations(nodes: [1, 1], categories: [0, 1], categoryCount: 2, nodeCount: 2)
        _ = try network.nearestCosts(to: places, limit: 9, progress: progress)
        #expect(told.withLock { $0.sorted() } == [0.5, 1])
    }
}
