/// The edges that remain of polygons when those that two of them share are dropped, the interior to their left.
struct BoundaryEdges {
    /// The x coordinates of the vertices.
    let xs: [Double]
    /// The y coordinates of the vertices.
    let ys: [Double]
    /// For each edge the vertex it starts at.
    let starts: [Int32]
    /// For each edge the vertex it ends at.
    let ends: [Int32]

    /// Nothing when two polygons have the same edge with the interior on the same side, so that they overlap.
    init?(of polygons: [Geometry]) {
        var vertices = VertexTable(capacity: polygons.reduce(0) { $0 + $1.positionCount })
        var keys: [UInt64] = []
        for polygon in polygons {
            polygon.forEachRing { piece, ring, isHole in
                let isReversed = piece.isCounterClockwise(ring: ring) == isHole
                var previous: Int32?
                for index in piece.positions(ofRing: ring) {
                    let vertex = vertices.index(x: piece.xs[index], y: piece.ys[index])
                    if let previous, previous != vertex {
                        keys.append(
                            isReversed
                                ? BoundaryEdges.key(vertex, previous) : BoundaryEdges.key(previous, vertex))
                    }
                    previous = vertex
                }
            }
        }
        keys.sort()
        var starts: [Int32] = []
        var ends: [Int32] = []
        var index = 0
        while index < keys.count {
            // Both directions of an edge follow each other: they differ in the last bit only.
            let key = keys[index]
            if index + 1 < keys.count, keys[index + 1] == key { return nil }
            if index + 1 < keys.count, keys[index + 1] == key | 1 {
                if index + 2 < keys.count, keys[index + 2] == key | 1 { return nil }
                index += 2
                continue
            }
            let low = Int32(truncatingIfNeeded: key >> 32)
            let high = Int32(truncatingIfNeeded: (key >> 1) & 0x7FFF_FFFF)
            starts.append(key & 1 == 0 ? low : high)
            ends.append(key & 1 == 0 ? high : low)
            index += 1
        }
        self.xs = vertices.xs
        self.ys = vertices.ys
        self.starts = starts
        self.ends = ends
    }

    /// The lower vertex in the upper half, then the higher vertex, and in the last bit the direction.
    private static func key(_ start: Int32, _ end: Int32) -> UInt64 {
        let low = UInt64(UInt32(bitPattern: min(start, end)))
        let high = UInt64(UInt32(bitPattern: max(start, end)))
        return low << 32 | high << 1 | (start < end ? 0 : 1)
    }

    /// The edges with their coordinates.
    var edges: [Edge] {
        starts.indices.map { edge in
            let start = Int(starts[edge])
            let end = Int(ends[edge])
            return Edge(ax: xs[start], ay: ys[start], bx: xs[end], by: ys[end])
        }
    }
}

/// Numbers positions in the order in which they first come; equal coordinates get one number.
struct VertexTable {
    private(set) var xs: [Double] = []
    private(set) var ys: [Double] = []
    /// Open addressing with linear probing; −1 is free.
    private var slots: [Int32]

    /// A table for at most `capacity` different positions.
    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
    }

    /// The number of a position.
    mutating func index(x: Double, y: Double) -> Int32 {
        // Adding 0 makes −0 and 0 the same bits, as they are the same place.
        var hash = (x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ (hash >> 32) ^ (y + 0).bitPattern) &* 0xBF58_476D_1CE4_E5B9
        var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
        while slots[slot] >= 0 {
            let found = slots[slot]
            if xs[Int(found)] == x, ys[Int(found)] == y { return found }
            slot = (slot + 1) & (slots.count - 1)
        }
        let index = Int32(truncatingIfNeeded: xs.count)
        slots[slot] = index
        xs.append(x)
        ys.append(y)
        return index
    }
}
