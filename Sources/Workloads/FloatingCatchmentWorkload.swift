internal import Formats
internal import Overlay
internal import Parallel
internal import Planar
internal import Travel

/// W6: what capacity of three categories falls to each resident within 1,200 m of walking, competition counted: the
/// enhanced two-step floating catchment on the nodes of the network, as the mean of the residents of each quarter.
enum FloatingCatchmentWorkload {
    static let categories = ["kita", "arzt", "begegnung"]
    /// In decimetres, each step with its weight.
    static let steps = [
        CostStep(cost: 4_000, weight: 1), CostStep(cost: 8_000, weight: 0.68), CostStep(cost: 12_000, weight: 0.22),
    ]

    static func run(_ region: Region, _ recorder: inout WorkloadRecorder) throws {
        let quarters = try region.areas("quarters").geometries
        let addresses = try residents(region)
        let (places, categories) = try region.places()
        let capacities = try places.layer.wholeNumbers("capacity").map(Double.init)
        recorder.endPhase("load points")

        let owners = PolygonLocator(quarters).locate(xs: addresses.xs, ys: addresses.ys)
        recorder.endPhase("join")

        let network = try WalkingNetwork(region)
        recorder.endPhase("load network")

        let nodes = NearestPoint(xs: network.xs, ys: network.ys)
        let nodeOfAddress = nodes.indexes(xs: addresses.xs, ys: addresses.ys)
        let nodeOfPlace = nodes.indexes(xs: places.xs, ys: places.ys)
        recorder.endPhase("snap")

        let arcs = try network.arcs()
        let people = Self.people(addresses.people, nodeOfAddress, nodeCount: network.xs.count)
        let supplies = try supplies(capacities, categories, nodeOfPlace, nodeCount: network.xs.count)
        recorder.endPhase("build")

        let catchments = try arcs.catchments(of: supplies, people: people, steps: steps)
        recorder.endPhase("catchments")

        let means = catchments.map { catchment in
            Self.means(
                catchment.access, nodeOfAddress, owners, addresses.people, quarterCount: quarters.count)
        }
        record(catchments, people, means, &recorder)
        recorder.endPhase("means")
    }

    /// The people at each node.
    static func people(_ ofAddresses: [Int32], _ nodeOfAddress: [Int32], nodeCount: Int) -> [Double] {
        var people = [Double](repeating: 0, count: nodeCount)
        for (node, count) in zip(nodeOfAddress, ofAddresses) { people[Int(node)] += Double(count) }
        return people
    }

    /// The capacity of each category at the nodes.
    static func supplies(
        _ capacities: [Double], _ categories: [Int32], _ nodeOfPlace: [Int32], nodeCount: Int
    ) throws -> [NodeSupply] {
        try Self.categories.map { name in
            let rows = categories.indices.filter { Region.categories[Int(categories[$0])] == name }
            return try NodeSupply(
                nodes: rows.map { nodeOfPlace[$0] }, amounts: rows.map { capacities[$0] }, nodeCount: nodeCount)
        }
    }

    /// The values to compare.
    static func record(
        _ catchments: [NodeCatchments], _ people: [Double], _ means: [[Double]], _ recorder: inout WorkloadRecorder
    ) {
        recorder.record("pairs", .integer(catchments.reduce(0) { $0 + $1.pairCount }))
        recorder.record(
            "total",
            numbers(catchments.map { zip($0.access, people).reduce(0) { $0 + $1.0 * $1.1 } }))
        recorder.record("qsum", numbers(means.map { $0.reduce(0, +) }))
        recorder.record("q0", numbers(means.map { $0.first ?? 0 }))
        recorder.record("qmax", numbers(means.map { $0.max() ?? 0 }))
    }

    /// The addresses: where they are and how many people live there, without anything else of the layer.
    private static func residents(_ region: Region) throws -> (xs: [Double], ys: [Double], people: [Int32]) {
        let points = try region.points("addresses")
        let people = try points.layer.wholeNumbers("pop").map { Int32(truncatingIfNeeded: $0) }
        return (points.xs, points.ys, people)
    }

    /// The mean of the residents of each quarter; 0 where nobody lives.
    static func means(
        _ access: [Double], _ nodeOfAddress: [Int32], _ owners: [Int32], _ people: [Int32], quarterCount: Int
    ) -> [Double] {
        var sums = [Double](repeating: 0, count: quarterCount)
        var residents = [Double](repeating: 0, count: quarterCount)
        for (address, owner) in owners.enumerated() where owner >= 0 {
            let count = Double(people[address])
            sums[Int(owner)] += count * access[Int(nodeOfAddress[address])]
            residents[Int(owner)] += count
        }
        return zip(sums, residents).map { $1 > 0 ? $0 / $1 : 0 }
    }

    private static func numbers(_ values: [Double]) -> JSONValue { .array(values.map(JSONValue.number)) }
}
