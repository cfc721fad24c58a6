internal import Planar

/// The barriers near any place: what the legs between doors and streets may not cross or touch.
struct BarrierIndex: Sendable {
    /// One straight piece of a barrier.
    struct Segment: Sendable, Hashable {
        let ax: Double
        let ay: Double
        let bx: Double
        let by: Double

        /// Its box, kept because it decides nearly all cases.
        let envelope: Envelope

        /// The segment between two positions.
        init(ax: Double, ay: Double, bx: Double, by: Double) {
            self.ax = ax
            self.ay = ay
            self.bx = bx
            self.by = by
            envelope = Envelope(minX: min(ax, bx), minY: min(ay, by), maxX: max(ax, bx), maxY: max(ay, by))
        }

        /// Whether the two segments share at least a position, decided exactly: their boxes meet, and neither lies wholly
        /// on one side of the line through the other. Holds for segments without length, too.
        func touches(_ other: Segment) -> Bool {
            guard envelope.intersects(other.envelope) else { return false }
            return side(other.ax, other.ay) * side(other.bx, other.by) <= 0
                && other.side(ax, ay) * other.side(bx, by) <= 0
        }

        private func side(_ x: Double, _ y: Double) -> Int {
            orientation(ax: ax, ay: ay, bx: bx, by: by, cx: x, cy: y)
        }
    }

    private let segments: [Segment]
    private let tree: PackedRTree

    /// An index over lines and the outlines of areas; points are no barriers.
    init(_ barriers: [Geometry]) {
        var segments: [Segment] = []
        for barrier in barriers {
            for element in barrier.elements where element.kind != .point {
                let rings =
                    element.kind == .lineString
                    ? [0..<element.xs.count] : element.ringEnds.indices.map(element.positions)
                for ring in rings {
                    for end in ring.dropFirst() {
                        segments.append(
                            Segment(
                                ax: element.xs[end - 1], ay: element.ys[end - 1], bx: element.xs[end],
                                by: element.ys[end]))
                    }
                }
            }
        }
        self.segments = segments
        tree = PackedRTree(segments.map(\.envelope))
    }

    /// Whether there are no barriers at all.
    var isEmpty: Bool { segments.isEmpty }

    /// The pieces of barriers whose boxes meet a box, in their order.
    func segments(meeting box: Envelope) -> [Segment] {
        isEmpty ? [] : tree.indexes(meeting: box).map { segments[Int($0)] }
    }
}
