/// A part of a network whose nodes can be joined by edges, whatever their direction.
public struct NetworkComponent: Sendable, Hashable {
    /// The number of its nodes.
    public let nodeCount: Int
    /// The number of its edges.
    public let edgeCount: Int
    /// The length of its edges in metres.
    public let metres: Double
    /// The position of its lowest node, in metres.
    public let place: NetworkReport.Place
    /// Whether it is an island: not the largest component, and shorter than ``islandMetres`` or than ``islandShare`` of
    /// the whole network. An island stays part of the network: who lives on it reaches what is there.
    public let isIsland: Bool

    /// Below how many metres a component that is not the largest is an island.
    public static let islandMetres = 500.0
    /// Below what share of the network's length a component that is not the largest is an island.
    public static let islandShare = 0.01
}

extension StreetNetwork {
    /// The components in their order, with what they hold. O(nodes + positions).
    public var componentTable: [NetworkComponent] {
        let count = Int(components.max() ?? -1) + 1
        var nodeCounts = [Int](repeating: 0, count: count)
        var edgeCounts = [Int](repeating: 0, count: count)
        var millimetres = [Int](repeating: 0, count: count)
        var lowest = [Int](repeating: 0, count: count)
        for node in (0..<nodeCount).reversed() {
            nodeCounts[Int(components[node])] += 1
            lowest[Int(components[node])] = node
        }
        for edge in 0..<edgeCount {
            let component = Int(components[Int(edgeStarts[edge])])
            edgeCounts[component] += 1
            millimetres[component] += self.millimetres(ofEdge: edge)
        }
        let total = Double(millimetres.reduce(0, +)) / 1_000
        return (0..<count).map { component in
            let metres = Double(millimetres[component]) / 1_000
            let isSmall =
                metres < NetworkComponent.islandMetres || metres < NetworkComponent.islandShare * total
            return NetworkComponent(
                nodeCount: nodeCounts[component], edgeCount: edgeCounts[component], metres: metres,
                place: NetworkReport.Place(x: nodeXs[lowest[component]], y: nodeYs[lowest[component]]),
                isIsland: component > 0 && isSmall)
        }
    }
}
