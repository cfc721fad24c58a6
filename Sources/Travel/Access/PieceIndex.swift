internal import Planar

/// The pieces of all streets of a network near any place.
struct PieceIndex: Sendable {
    /// A piece of street between two neighbouring shape positions.
    struct Piece: Sendable, Hashable {
        let edge: Int32
        /// The shape position at which it begins.
        let index: Int32
        let ax: Double
        let ay: Double
        let bx: Double
        let by: Double

        /// Where on the piece the point nearest to a position lies, 0…1. A piece without length has its beginning.
        @inline(__always)
        func fractionNearest(x: Double, y: Double) -> Double {
            let eastward = bx - ax
            let northward = by - ay
            let square = eastward * eastward + northward * northward
            guard square > 0 else { return 0 }
            return min(max(((x - ax) * eastward + (y - ay) * northward) / square, 0), 1)
        }

        /// The position at a fraction; the ends exactly.
        @inline(__always)
        func position(at fraction: Double) -> (x: Double, y: Double) {
            fraction >= 1 ? (bx, by) : (ax + fraction * (bx - ax), ay + fraction * (by - ay))
        }
    }

    /// The edge of each shape position; −1 for the last of an edge, at which no piece begins.
    private let edges: [Int32]
    private let tree: PackedRTree

    /// An index over all pieces of edges that can be passed in some direction.
    init(_ network: StreetNetwork) {
        var edges = [Int32](repeating: -1, count: network.shapeXs.count)
        var boxes = [Envelope](repeating: .empty, count: network.shapeXs.count)
        for edge in 0..<network.edgeCount
        where network.forwardCosts[edge] >= 0 || network.backwardCosts[edge] >= 0 {
            for index in Int(network.shapeStarts[edge])..<Int(network.shapeStarts[edge + 1]) - 1 {
                edges[index] = Int32(truncatingIfNeeded: edge)
                boxes[index].include(x: network.shapeXs[index], y: network.shapeYs[index])
                boxes[index].include(x: network.shapeXs[index + 1], y: network.shapeYs[index + 1])
            }
        }
        self.edges = edges
        tree = PackedRTree(boxes)
    }

    /// The pieces whose boxes meet a box, edge after edge.
    func pieces(meeting box: Envelope, of network: StreetNetwork) -> [Piece] {
        tree.indexes(meeting: box).map { index in
            let at = Int(index)
            return Piece(
                edge: edges[at], index: index, ax: network.shapeXs[at], ay: network.shapeYs[at],
                bx: network.shapeXs[at + 1], by: network.shapeYs[at + 1])
        }
    }
}
