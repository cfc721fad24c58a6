internal import Parallel

extension StreetNetwork {
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
        // In their final order in memory, too, since all that follows goes through them one after another.
        let cuts = parallelColumn(order.cuts.count) { streets.cuts[Int(order.cuts[$0])] }
        let shapes = StreetShapes(cuts, ways, rules)
        let nodes = parallelColumn(order.junctions.count) { streets.nodes[Int(order.junctions[$0])] }
        self.init(
            nodeXs: parallelColumn(nodes.count) { ways.xs[Int(nodes[$0])] },
            nodeYs: parallelColumn(nodes.count) { ways.ys[Int(nodes[$0])] },
            edgeStarts: parallelColumn(cuts.count) { order.numbers[Int(cuts[$0].tail)] },
            edgeEnds: parallelColumn(cuts.count) { order.numbers[Int(cuts[$0].head)] },
            forwardCosts: shapes.forwardCosts, backwardCosts: shapes.backwardCosts, edgeWays: cuts.map(\.way),
            shapeStarts: shapes.starts, shapeXs: shapes.xs, shapeYs: shapes.ys,
            shapeForwardCosts: shapes.forward, shapeBackwardCosts: shapes.backward,
            legCostPerMetre: rules.profile.legMillisecondsPerMetre, nodeSources: nodes)
    }
}
