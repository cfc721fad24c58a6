/// How a column of positions gets onto the network, or off it: for searches their seeds, and for trips that begin and
/// end on one edge the attachments themselves.
struct NetworkAccess: Sendable, Hashable {
    /// The nodes at which trips enter (or leave) the network, position after position; none where a position is not
    /// connected.
    var seeds = Seeds()
    /// Where the attachments of each position begin; one entry more than positions.
    var attachmentStarts: [Int32] = [0]
    /// The attachments that were kept, position after position, ascending by edge and piece.
    var attachments: [Attachment] = []

    /// The number of positions.
    var count: Int { seeds.count }

    /// Whether a position has access: a street within the snapping limit with no barrier before it.
    func isConnected(_ position: Int) -> Bool { !seeds.range(of: position).isEmpty }

    /// The attachments of a position.
    func attachments(of position: Int) -> ArraySlice<Attachment> {
        attachments[Int(attachmentStarts[position])..<Int(attachmentStarts[position + 1])]
    }

    /// Ends a position.
    mutating func close() {
        seeds.close()
        attachmentStarts.append(Int32(truncatingIfNeeded: attachments.count))
    }

    /// Appends a position of another column.
    mutating func append(_ position: Int, of other: NetworkAccess) {
        let range = other.seeds.range(of: position)
        seeds.nodes += other.seeds.nodes[range]
        seeds.costs += other.seeds.costs[range]
        attachments += other.attachments(of: position)
        close()
    }
}
