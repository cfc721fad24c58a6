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
            let cuts = order.cuts[ranges[piece]]
            var shapes = StreetShapes(
                edges: cuts.count,
                positions: cuts.reduce(0) { $0 + streets.cuts[Int($1)].positionCount })
            for index in cuts {
                shapes.append(streets.cuts[Int(index)], ways, rules, halfDelays: halfDelays)
            }
            return shapes
        }
        var shapeStarts: [Int32] = [0]
        shapeStarts.reserveCapacity(order.cuts.count + 1)
        for count in shapes.lazy.map(\.counts).joined() { shapeStarts.append((shapeStarts.last ?? 0) + count) }
        let shapeForwardCosts = StreetNetwork.joined(shapes.map(\.forward))
        let shapeBackwardCosts = StreetNetwork.joined(shapes.map(\.backward))
        let edgeWays = order.cuts.map { streets.cuts[Int($0)].way }
        let nodes = order.junctions.map { streets.nodes[Int($0)] }
        self.init(
            nodeXs: nodes.map { ways.xs[Int($0)] }, nodeYs: nodes.map { ways.ys[Int($0)] },
            edgeStarts: order.cuts.map { order.numbers[Int(streets.cuts[Int($0)].tail)] },
            edgeEnds: order.cuts.map { order.numbers[Int(streets.cuts[Int($0)].head)] },
            forwardCosts: edgeWays.indices.map {
                rules.passage(ofWay: edgeWays[$0], ways).forward
                    ? shapeForwardCosts[Int(shapeStarts[$0 + 1]) - 1] : StreetNetwork.impassable
            },
            backwardCosts: edgeWays.indices.map {
                rules.passage(ofWay: edgeWays[$0], ways).backward
                    ? shapeBackwardCosts[Int(shapeStarts[$0 + 1]) - 1] : StreetNetwork.impassable
            },
            edgeWays: edgeWays, shapeStarts: shapeStarts,
            shapeXs: StreetNetwork.joined(shapes.map(\.xs)), shapeYs: StreetNetwork.joined(shapes.map(\.ys)),
            shapeForwardCosts: shapeForwardCosts, shapeBackwardCosts: shapeBackwardCosts,
            legCostPerMetre: rules.profile.legMillisecondsPerMetre, nodeSources: nodes)
    }

    /// Columns one after another, in memory that is asked for once.
    private static func joined<Number>(_ columns: [[Number]]) -> [Number] {
        var whole: [Number] = []
        whole.reserveCapacity(columns.reduce(0) { $0 + $1.count })
        for column in columns { whole += column }
        return whole
    }
}
