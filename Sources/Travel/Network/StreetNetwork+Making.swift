internal import Parallel

extension StreetNetwork {
    /// How many runs of edges are worked on at the same time at most, whatever the machine.
    private static let pieces = 16

    /// The network of the ways that a profile can pass, and what became of all the others.
    ///
    /// Every distinct set of tags is looked at once. Edges run from junction to junction within one way, in its
    /// direction, and keep its shape; see ``StreetCuts`` for what a junction is. A street that comes back to its own
    /// beginning without another junction is an edge whose ends are one node. Components that are not joined to the
    /// largest one stay: they are marked and reported, since dropping them would let a new street make reach worse.
    ///
    /// - Parameter ways: Streets with positions in metres; nodes whose position is not finite are gaps.
    /// - Returns: The network, the same on any number of cores and for any order of the ways, apart from ``edgeWays``;
    ///   and the report of it.
    public static func make(
        _ ways: StreetWays, profile: TravelProfile
    ) -> (network: StreetNetwork, report: NetworkReport) {
        let rules = StreetRules(ways, profile)
        let streets = StreetCuts(ways, rules)
        let network = StreetNetwork(streets, ways, rules)
        return (network, NetworkReport(network, streets, ways, rules))
    }

    private init(_ streets: StreetCuts, _ ways: StreetWays, _ rules: StreetRules) {
        let order = StreetOrder(streets, ways)
        let halfDelays = rules.halfDelays(ways)
        let ranges = evenRanges(order.cuts.count, pieces: StreetNetwork.pieces)
        let shapes = parallelMap(ranges.count) { piece in
            var shapes = StreetShapes()
            for index in order.cuts[ranges[piece]] {
                shapes.append(streets.cuts[Int(index)], ways, rules, halfDelays: halfDelays)
            }
            return shapes
        }
        var shapeStarts: [Int32] = [0]
        shapeStarts.reserveCapacity(order.cuts.count + 1)
        for count in shapes.lazy.map(\.counts).joined() { shapeStarts.append((shapeStarts.last ?? 0) + count) }
        let shapeForwardCosts = Array(shapes.map(\.forward).joined())
        let shapeBackwardCosts = Array(shapes.map(\.backward).joined())
        let passages = order.cuts.map { rules.passage(ofWay: streets.cuts[Int($0)].way, ways) }
        let nodes = order.junctions.map { streets.nodes[Int($0)] }
        self.init(
            nodeXs: nodes.map { ways.xs[Int($0)] }, nodeYs: nodes.map { ways.ys[Int($0)] },
            edgeStarts: order.cuts.map { order.numbers[Int(streets.cuts[Int($0)].tail)] },
            edgeEnds: order.cuts.map { order.numbers[Int(streets.cuts[Int($0)].head)] },
            forwardCosts: passages.indices.map {
                passages[$0].forward ? shapeForwardCosts[Int(shapeStarts[$0 + 1]) - 1] : StreetNetwork.impassable
            },
            backwardCosts: passages.indices.map {
                passages[$0].backward ? shapeBackwardCosts[Int(shapeStarts[$0 + 1]) - 1] : StreetNetwork.impassable
            },
            edgeWays: order.cuts.map { streets.cuts[Int($0)].way }, shapeStarts: shapeStarts,
            shapeXs: Array(shapes.map(\.xs).joined()), shapeYs: Array(shapes.map(\.ys).joined()),
            shapeForwardCosts: shapeForwardCosts, shapeBackwardCosts: shapeBackwardCosts,
            legCostPerMetre: rules.profile.legMillisecondsPerMetre, nodeSources: nodes)
    }
}
