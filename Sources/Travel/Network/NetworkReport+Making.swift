internal import Parallel

extension NetworkReport {
    /// The report of a network just made. O(ways + positions).
    init(_ network: StreetNetwork, _ streets: StreetCuts, _ ways: StreetWays, _ rules: StreetRules) {
        profile = rules.profile.id
        wayCount = ways.count
        nodeCount = network.nodeCount
        edgeCount = network.edgeCount
        closedNodeCount = streets.closedNodeCount
        (components, dropped) = parallelPair(
            { network.componentTable }, { NetworkReport.dropped(streets, ways, rules) })
        trap = network.trap

        var isUsed = [Bool](repeating: false, count: ways.count)
        var byTags = [Int](repeating: 0, count: ways.tagSets.count)
        var oneWay = 0
        var longest = (edge: -1, millimetres: -1)
        for edge in 0..<network.edgeCount {
            let way = Int(network.edgeWays[edge])
            let millimetres = network.millimetres(ofEdge: edge)
            isUsed[way] = true
            byTags[Int(ways.wayTags[way])] += millimetres
            if network.forwardCosts[edge] < 0 || network.backwardCosts[edge] < 0 { oneWay += millimetres }
            if millimetres > longest.millimetres { longest = (edge, millimetres) }
        }
        usedWayCount = isUsed.count { $0 }
        metres = Double(byTags.reduce(0, +)) / 1_000
        oneWayMetres = Double(oneWay) / 1_000
        assumedMetres =
            Double(byTags.indices.reduce(0) { $0 + (rules.passages[$1].isAssumed ? byTags[$1] : 0) }) / 1_000
        longestEdge =
            longest.edge < 0
            ? nil
            : LongEdge(
                way: ways.ids[Int(network.edgeWays[longest.edge])], metres: Double(longest.millimetres) / 1_000,
                start: Place(
                    x: network.nodeXs[Int(network.edgeStarts[longest.edge])],
                    y: network.nodeYs[Int(network.edgeStarts[longest.edge])]))
        kinds = NetworkReport.kinds(byTags, ways)
    }

    /// The lengths of tag sets by kind of street.
    private static func kinds(_ byTags: [Int], _ ways: StreetWays) -> [Kind] {
        var lengths: [String: Int] = [:]
        for (tags, millimetres) in byTags.enumerated() where millimetres > 0 {
            lengths[ways.tagSets[tags]["highway"] ?? "", default: 0] += millimetres
        }
        return lengths.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            Kind(name: $0.key, metres: Double($0.value) / 1_000)
        }
    }

    /// What is no part of the network, by reason and kind: whole ways, and steep pieces of others.
    private static func dropped(_ streets: StreetCuts, _ ways: StreetWays, _ rules: StreetRules) -> [Dropped] {
        var closed = DroppedSums(ways)
        for way in ways.ids.indices where rules.passages[Int(ways.wayTags[way])].reasonClosed != nil {
            closed.add(way, ways, ways.nodes(ofWay: way))
        }
        var steep = DroppedSums(ways)
        for piece in streets.steepPieces {
            steep.add(Int(piece.way), ways, ways.nodeIndexes[Int(piece.place) - 1...Int(piece.place)])
        }
        var groups: [DroppedKey: (ways: Int, millimetres: Int)] = [:]
        for tags in ways.tagSets.indices {
            let reason = rules.passages[tags].reasonClosed
            let sum = reason == nil ? steep.byTags[tags] : closed.byTags[tags]
            guard sum.ways > 0 else { continue }
            let key = DroppedKey(reason: reason ?? .incline, kind: ways.tagSets[tags]["highway"] ?? "")
            groups[key, default: (0, 0)].ways += sum.ways
            groups[key, default: (0, 0)].millimetres += sum.millimetres
        }
        return groups.map {
            Dropped(
                reason: $0.key.reason, kind: $0.key.kind, ways: $0.value.ways,
                metres: Double($0.value.millimetres) / 1_000)
        }.sorted { ($1.metres, $0.reason.rawValue, $0.kind) < ($0.metres, $1.reason.rawValue, $1.kind) }
    }

    private struct DroppedKey: Hashable {
        var reason: Passage.Refusal
        var kind: String
    }
}

/// The number and length of ways by tag set.
private struct DroppedSums {
    private(set) var byTags: [(ways: Int, millimetres: Int)]
    private var lastWay = -1

    init(_ ways: StreetWays) {
        byTags = Array(repeating: (0, 0), count: ways.tagSets.count)
    }

    /// Adds nodes of a way; those of one way must follow each other. Pieces without a usable position count nothing.
    mutating func add(_ way: Int, _ ways: StreetWays, _ nodes: ArraySlice<Int32>) {
        var metres = 0.0
        for (node, next) in zip(nodes, nodes.dropFirst()) {
            let x = ways.xs[Int(next)] - ways.xs[Int(node)]
            let y = ways.ys[Int(next)] - ways.ys[Int(node)]
            let length = (x * x + y * y).squareRoot()
            if length.isFinite { metres += length }
        }
        let tags = Int(ways.wayTags[way])
        byTags[tags].ways += way == lastWay ? 0 : 1
        byTags[tags].millimetres += Int(exactly: (metres * 1_000).rounded()) ?? 0
        lastWay = way
    }
}
