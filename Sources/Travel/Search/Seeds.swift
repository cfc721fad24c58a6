/// Where searches begin: for each place or origin the nodes at which its trips enter or leave the network, and what the
/// way between it and the node costs. Compressed sparse rows.
struct Seeds: Sendable, Hashable {
    /// Where the seeds of each position begin; one entry more than positions.
    var starts: [Int32] = [0]
    /// The node of each seed.
    var nodes: [Int32] = []
    /// The cost between the position and the node, at least 0.
    var costs: [Int32] = []

    /// No positions.
    init() {}

    /// Positions that lie at nodes: one seed each, without cost.
    init(nodes: [Int32]) {
        self.nodes = nodes
        costs = [Int32](repeating: 0, count: nodes.count)
        starts = (0...nodes.count).map { Int32(truncatingIfNeeded: $0) }
    }

    /// The number of positions.
    var count: Int { starts.count - 1 }

    /// The range of the seeds of a position in ``nodes`` and ``costs``, ascending by cost, then node; empty where the
    /// position is not connected.
    func range(of position: Int) -> Range<Int> { Int(starts[position])..<Int(starts[position + 1]) }

    /// Ends the seeds of a position.
    mutating func close() { starts.append(Int32(truncatingIfNeeded: nodes.count)) }

    /// Appends the positions of another list.
    mutating func append(_ other: Seeds) {
        let offset = Int32(truncatingIfNeeded: nodes.count)
        nodes += other.nodes
        costs += other.costs
        starts.append(contentsOf: other.starts.dropFirst().map { $0 + offset })
    }
}
