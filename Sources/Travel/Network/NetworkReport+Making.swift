extension NetworkReport {
    /// The report of a network just made. O(ways + positions).
    init(
        _ network: StreetNetwork, _ ways: StreetWays, _ rules: StreetRules, _ profile: TravelProfile, closedNodes: Int
    ) {
        self.profile = profile.id
        wayCount = ways.count
        nodeCount = network.nodeCount
        edgeCount = network.edgeCount
        closedNodeCount = closedNodes
        components = network.componentTable
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
        dropped = NetworkReport.dropped(ways, rules)
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

    /// The ways that are no part of the network, by reason and kind.
    private static func dropped(_ ways: StreetWays, _ rules: StreetRules) -> [Dropped] {
        var byTags = [(ways: Int, millimetres: Int)](repeating: (0, 0), count: ways.tagSets.count)
        for way in ways.ids.indices where rules.passages[Int(ways.wayTags[way])].reasonClosed != nil {
            byTags[Int(ways.wayTags[way])].ways += 1
            byTags[Int(ways.wayTags[way])].millimetres += millimetres(ofWay: way, ways)
        }
        var groups: [DroppedKey: (ways: Int, millimetres: Int)] = [:]
        for (tags, sum) in byTags.enumerated() where sum.ways > 0 {
            guard let reason = rules.passages[tags].reasonClosed else { continue }
            let key = DroppedKey(reason: reason, kind: ways.tagSets[tags]["highway"] ?? "")
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

    /// The length of a way in whole millimetres; pieces without a usable position count nothing.
    private static func millimetres(ofWay way: Int, _ ways: StreetWays) -> Int {
        var metres = 0.0
        let nodes = ways.nodes(ofWay: way)
        for (node, next) in zip(nodes, nodes.dropFirst()) {
            let x = ways.xs[Int(next)] - ways.xs[Int(node)]
            let y = ways.ys[Int(next)] - ways.ys[Int(node)]
            let length = (x * x + y * y).squareRoot()
            if length.isFinite { metres += length }
        }
        return Int(exactly: (metres * 1_000).rounded()) ?? 0
    }
}
