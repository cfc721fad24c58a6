internal import Planar

extension StreetWays {
    /// At how many places two ways cross between their nodes, so that no way leads from one to the other. Ways on a
    /// bridge, in a tunnel or on another `layer` are meant to cross and do not count. O(pieces · log pieces).
    func unjoinedCrossings() -> Int {
        let pieces = piecesOnTheGround
        let boxes = pieces.map { piece in
            Envelope(
                minX: min(xs[piece.start], xs[piece.end]), minY: min(ys[piece.start], ys[piece.end]),
                maxX: max(xs[piece.start], xs[piece.end]), maxY: max(ys[piece.start], ys[piece.end]))
        }
        let tree = PackedRTree(boxes)
        var count = 0
        for (index, piece) in pieces.enumerated() {
            tree.forEach(meeting: boxes[index]) { other in
                if Int(other) > index, cross(piece, pieces[Int(other)]) { count += 1 }
            }
        }
        return count
    }

    /// The pieces between neighbouring nodes of the ways that are neither bridge nor tunnel.
    private var piecesOnTheGround: [(start: Int, end: Int)] {
        let isRaised = tagSets.map { tags in
            ["bridge", "tunnel", "layer"].contains { key in tags[key].map { $0 != "no" && $0 != "0" } ?? false }
        }
        return (0..<count).flatMap { way -> [(start: Int, end: Int)] in
            guard !isRaised[Int(wayTags[way])] else { return [] }
            let nodes = nodes(ofWay: way)
            return zip(nodes, nodes.dropFirst()).map { (Int($0), Int($1)) }
        }
    }

    /// Whether two pieces cross at an inner point of both.
    private func cross(_ left: (start: Int, end: Int), _ right: (start: Int, end: Int)) -> Bool {
        func side(_ piece: (start: Int, end: Int), _ node: Int) -> Double {
            (xs[piece.end] - xs[piece.start]) * (ys[node] - ys[piece.start])
                - (ys[piece.end] - ys[piece.start]) * (xs[node] - xs[piece.start])
        }
        return side(left, right.start) * side(left, right.end) < 0
            && side(right, left.start) * side(right, left.end) < 0
    }
}
