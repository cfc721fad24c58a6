/// A static R-tree over boxes: built once, then asked which boxes meet a box.
///
/// The boxes are sorted along a Hilbert curve and packed into full nodes bottom-up (I. Kamel, C. Faloutsos, "On
/// packing R-trees", CIKM 1993). All levels lie in flat columns. Building is O(n log n), a query visits
/// O(log n + matches) nodes on ordinary data. Empty boxes meet nothing and are left out.
public struct PackedRTree: Sendable {
    /// How many children a node has.
    private static let nodeSize = 16

    /// The boxes of all levels, the leaves first.
    private let boxes: [Envelope]
    /// For each leaf the index of the box given; for each node above its first child in ``boxes``.
    private let children: [Int32]
    /// Where each level ends in ``boxes``.
    private let levelEnds: [Int32]

    /// A tree over `envelopes`, which keep their indexes.
    public init(_ envelopes: [Envelope]) {
        var extent = Envelope.empty
        var kept: [Int32] = []
        kept.reserveCapacity(envelopes.count)
        for (index, envelope) in envelopes.enumerated() where !envelope.isEmpty {
            extent.include(envelope)
            kept.append(Int32(truncatingIfNeeded: index))
        }
        let curve = HilbertCurve(over: extent)
        let centres = kept.map { envelopes[Int($0)].centre }
        let order = curve.order(centres.map(\.x), centres.map(\.y))
        var children = order.map { kept[Int($0)] }
        var boxes = children.map { envelopes[Int($0)] }
        var levelEnds = [Int32(truncatingIfNeeded: boxes.count)]
        var levelStart = 0
        while boxes.count - levelStart > 1 {
            let levelEnd = boxes.count
            for first in stride(from: levelStart, to: levelEnd, by: PackedRTree.nodeSize) {
                var box = boxes[first]
                for child in first + 1..<max(first + 1, min(first + PackedRTree.nodeSize, levelEnd)) {
                    box.include(boxes[child])
                }
                boxes.append(box)
                children.append(Int32(truncatingIfNeeded: first))
            }
            levelStart = levelEnd
            levelEnds.append(Int32(truncatingIfNeeded: boxes.count))
        }
        self.boxes = boxes
        self.children = children
        self.levelEnds = levelEnds
    }

    /// Calls `body` with the index of each box that meets `envelope`, edges included, in no useful order.
    public func forEach(meeting envelope: Envelope, _ body: (Int32) -> Void) {
        guard !envelope.isEmpty, let root = boxes.last, root.intersects(envelope) else { return }
        boxes.withUnsafeBufferPointer { boxes in
            children.withUnsafeBufferPointer { children in
                visit(level: levelEnds.count - 1, node: boxes.count - 1, envelope, boxes, children, body)
            }
        }
    }

    private func visit(
        level: Int, node: Int, _ envelope: Envelope, _ boxes: UnsafeBufferPointer<Envelope>,
        _ children: UnsafeBufferPointer<Int32>, _ body: (Int32) -> Void
    ) {
        guard level > 0 else { return body(children[node]) }
        let first = Int(children[node])
        for child in first..<min(first + PackedRTree.nodeSize, Int(levelEnds[level - 1]))
        where boxes[child].intersects(envelope) {
            visit(level: level - 1, node: child, envelope, boxes, children, body)
        }
    }

    /// The indexes of the boxes that meet `envelope`, edges included, ascending.
    public func indexes(meeting envelope: Envelope) -> [Int32] {
        var found: [Int32] = []
        forEach(meeting: envelope) { found.append($0) }
        found.sort()
        return found
    }
}

/// Pairs of indexes as two columns, ascending by left, then right.
public struct IndexPairs: Sendable, Equatable {
    /// The indexes into the left list.
    public internal(set) var left: [Int32] = []
    /// The indexes into the right list, as many.
    public internal(set) var right: [Int32] = []
    /// The number of pairs.
    public var count: Int { left.count }
}

/// All pairs of a box of `left` and a box of `right` that meet, edges included.
public func boxPairs(left: [Envelope], right: [Envelope]) -> IndexPairs {
    let tree = PackedRTree(right)
    var pairs = IndexPairs()
    for (index, envelope) in left.enumerated() {
        for other in tree.indexes(meeting: envelope) {
            pairs.left.append(Int32(truncatingIfNeeded: index))
            pairs.right.append(other)
        }
    }
    return pairs
}

/// All pairs of two different boxes of one list that meet, edges included; each once, the lower index left.
public func boxPairs(among envelopes: [Envelope]) -> IndexPairs {
    let tree = PackedRTree(envelopes)
    var pairs = IndexPairs()
    for (index, envelope) in envelopes.enumerated() {
        for other in tree.indexes(meeting: envelope) where Int(other) > index {
            pairs.left.append(Int32(truncatingIfNeeded: index))
            pairs.right.append(other)
        }
    }
    return pairs
}

extension Envelope {
    /// The middle of the box, computed so that it does not overflow.
    var centre: (x: Double, y: Double) { (minX / 2 + maxX / 2, minY / 2 + maxY / 2) }
}
