/// One way from a position beside the streets onto them: the nearest point of one piece of street, and the leg there.
///
/// The access of a position is all its attachments within the snapping limit whose legs cross no barrier; the cost of a
/// trip is the least of leg + travel over them. A piece of street is what lies between two neighbouring shape positions
/// of an edge, so how a street is cut into edges changes nothing.
public struct Attachment: Sendable, Hashable {
    /// The edge.
    public var edge: Int32
    /// The shape position at which the piece begins, as index into the network's shape columns; it ends at the next.
    public var piece: Int32
    /// Where on the piece, 0 at its beginning, 1 at its end.
    public var fraction: Double
    /// The length of the leg in metres, at least 0.
    public var legMetres: Double
}
