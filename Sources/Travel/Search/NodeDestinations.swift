internal import Parallel

/// Destinations that lie at nodes of a network.
public struct NodeDestinations: Sendable {
    let nodes: [Int32]
    /// The indexes of the destinations of each category.
    let members: [[Int32]]

    /// Destinations at nodes with categories `0..<categoryCount`; both columns must be equally long, and the nodes be
    /// among the first `nodeCount`.
    public init(
        nodes: [Int32], categories: [Int32], categoryCount: Int, nodeCount: Int
    ) throws(ReachQueryError) {
        guard nodes.count == categories.count, nodes.count <= Int(Int32.max) else { throw .columnsOfDifferentLength }
        guard categories.allSatisfy({ $0 >= 0 && Int($0) < categoryCount }) else { throw .unknownCategory }
        guard nodes.allSatisfy({ $0 >= 0 && Int($0) < nodeCount }) else { throw .unknownNode }
        var members = [[Int32]](repeating: [], count: max(categoryCount, 0))
        for (index, category) in categories.enumerated() {
            members[Int(category)].append(Int32(truncatingIfNeeded: index))
        }
        self.nodes = nodes
        self.members = members
    }

    /// The destinations of some categories, which become the categories `0..<categories.count`.
    public func only(_ categories: [Int]) -> NodeDestinations {
        NodeDestinations(
            nodes: nodes, members: categories.map { members.indices.contains($0) ? members[$0] : [] })
    }

    private init(nodes: [Int32], members: [[Int32]]) {
        self.nodes = nodes
        self.members = members
    }
}

extension ArcList {
    /// For each category a column over the nodes: the cost from the nearest destination, or ``Reach/absent``
    /// beyond the limit. One search per category, categories side by side.
    public func nearestCosts(
        to destinations: NodeDestinations, limit: Int32, progress: SearchProgress = .silent
    ) throws(SearchCancelled) -> [[Int32]] {
        let seeds = Seeds(nodes: destinations.nodes)
        return try parallelMap(destinations.members.count) { (category: Int) throws(SearchCancelled) -> [Int32] in
            try progress.check()
            var column = nearestColumn(seeds, members: destinations.members[category], limit: limit)
            for node in column.indices where column[node] == SearchQueue.unreached { column[node] = Reach.absent }
            progress.report(category + 1, of: destinations.members.count)
            return column
        }
    }

    /// For each category a column over the nodes: the number of destinations that reach it within the limit, the limit
    /// included. One bounded search for each node with destinations of a category, categories side by side.
    public func destinationCounts(
        to destinations: NodeDestinations, limit: Int32, progress: SearchProgress = .silent
    ) throws(SearchCancelled) -> [[Int32]] {
        try parallelMap(destinations.members.count) { (category: Int) throws(SearchCancelled) -> [Int32] in
            try progress.check()
            let nodes = destinations.members[category].map { destinations.nodes[Int($0)] }.sorted()
            let seeds = Seeds(nodes: nodes)
            var column = [Int32](repeating: 0, count: starts.count - 1)
            var search = BallSearch(nodeCount: starts.count - 1, limit: limit)
            column.withUnsafeMutableBufferPointer { column in
                withPointers { arcs in
                    var first = 0
                    while first < nodes.count {
                        var end = first + 1
                        while end < nodes.count, nodes[end] == nodes[first] { end += 1 }
                        let number = Int32(truncatingIfNeeded: end - first)
                        search.forEachNode(of: seeds, position: first, arcs) { node, _ in column[Int(node)] += number }
                        first = end
                    }
                }
            }
            progress.report(category + 1, of: destinations.members.count)
            return column
        }
    }
}

extension StreetNetwork {
    /// For each category a column over the nodes: the cost between the node and the nearest destination, or
    /// ``Reach/absent`` beyond the limit.
    public func nearestCosts(
        to destinations: NodeDestinations, limit: Int32, direction: TravelDirection = .outward,
        progress: SearchProgress = .silent
    ) throws(SearchCancelled) -> [[Int32]] {
        try arcs(from: direction).nearestCosts(to: destinations, limit: limit, progress: progress)
    }

    /// For each category a column over the nodes: the number of destinations whose cost is within the limit, the limit
    /// included.
    public func destinationCounts(
        to destinations: NodeDestinations, limit: Int32, direction: TravelDirection = .outward,
        progress: SearchProgress = .silent
    ) throws(SearchCancelled) -> [[Int32]] {
        try arcs(from: direction).destinationCounts(to: destinations, limit: limit, progress: progress)
    }

    /// The arcs on which searches from destinations run: against the travel for trips to them.
    func arcs(from direction: TravelDirection) -> ArcList { direction == .outward ? incoming : outgoing }
}
