/// Which units touch which: for each unit the others that do, ascending. It is symmetric, and no unit touches itself.
///
/// Flat columns (compressed sparse rows), so that sums over neighbours are walks through memory. Two units are
/// neighbours in the rook's sense where they share an edge and in the queen's where they share at least a position.
public struct Contiguity: Sendable, Hashable {
    /// Where the neighbours of each unit end in ``neighbours``.
    public let ends: [Int32]
    /// The neighbours of unit 0, ascending, then those of unit 1, …
    public let neighbours: [Int32]

    /// The number of units.
    public var count: Int { ends.count }

    /// Where the neighbours of a unit lie in ``neighbours``.
    public func entries(of unit: Int) -> Range<Int> {
        (unit == 0 ? 0 : Int(ends[unit - 1]))..<Int(ends[unit])
    }

    /// The units without any neighbour, ascending.
    public var islands: [Int] { ends.indices.filter { entries(of: $0).isEmpty } }

    /// The contiguity of these pairs; each counts in both directions and once. A pair of a unit with itself or with
    /// none of `0..<count` is left out.
    public init(pairs: [(Int32, Int32)], count: Int) {
        var keys: [UInt64] = []
        for (one, other) in pairs {
            keys.append(Contiguity.key(one, other))
            keys.append(Contiguity.key(other, one))
        }
        self.init(keys: keys, count: max(count, 0))
    }

    /// Queen neighbours of areas: those that share a position of their rings, bit for bit, as the areas of one map do.
    ///
    /// Borders drawn twice, once for each side, have other positions on either side. With a tolerance, areas whose
    /// borders come as near to each other are neighbours as well. Expected O(n log n) of the number of positions.
    ///
    /// - Parameter tolerance: in the unit of the coordinates; 0 asks for shared positions only.
    public init(queen areas: [Geometry], tolerance: Double = 0) {
        var keys = Contiguity.sharedPositions(areas)
        if tolerance > 0 {
            let known = Set(keys)
            keys += Contiguity.near(areas, tolerance, besides: known)
        }
        self.init(keys: keys + keys.map { $0 << 32 | $0 >> 32 }, count: areas.count)
    }

    /// Neighbours of the squares of a grid, each named by its column and row: those that share an edge (rook), and with
    /// `corners` also those that share a corner (queen). Of two equal squares the later one has no neighbours.
    public init(columns: [Int32], rows: [Int32], corners: Bool) {
        var index: [UInt64: Int32] = [:]
        let count = min(columns.count, rows.count)
        for square in 0..<count {
            let key = Contiguity.key(columns[square], rows[square])
            if index[key] == nil { index[key] = Int32(truncatingIfNeeded: square) }
        }
        // Half of the neighbours; the others see this square as theirs.
        let steps: [(Int32, Int32)] = corners ? [(1, 0), (0, 1), (1, 1), (1, -1)] : [(1, 0), (0, 1)]
        var pairs: [(Int32, Int32)] = []
        for square in 0..<count where index[Contiguity.key(columns[square], rows[square])] == Int32(square) {
            for step in steps {
                let next = Contiguity.key(columns[square] &+ step.0, rows[square] &+ step.1)
                if let other = index[next] { pairs.append((Int32(truncatingIfNeeded: square), other)) }
            }
        }
        self.init(pairs: pairs, count: count)
    }

    /// The contiguity of some of the units among themselves, numbered anew in their order.
    public func keeping(_ isKept: [Bool]) -> Contiguity {
        var numbers = [Int32](repeating: -1, count: count)
        var kept: Int32 = 0
        for unit in 0..<count where isKept.indices.contains(unit) && isKept[unit] {
            numbers[unit] = kept
            kept += 1
        }
        var (ends, neighbours): ([Int32], [Int32]) = ([], [])
        for unit in 0..<count where numbers[unit] >= 0 {
            for entry in entries(of: unit) {
                let number = numbers[Int(self.neighbours[entry])]
                if number >= 0 { neighbours.append(number) }
            }
            ends.append(Int32(truncatingIfNeeded: neighbours.count))
        }
        return Contiguity(ends: ends, neighbours: neighbours)
    }

    private init(ends: [Int32], neighbours: [Int32]) {
        self.ends = ends
        self.neighbours = neighbours
    }

    /// From directed pairs, the first unit in the upper half of each key.
    private init(keys: [UInt64], count: Int) {
        var ends = [Int32](repeating: 0, count: count)
        var neighbours: [Int32] = []
        var previous: UInt64?
        for key in keys.sorted() where key != previous {
            previous = key
            let (unit, other) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
            guard unit != other, unit < count, other < count else { continue }
            neighbours.append(Int32(truncatingIfNeeded: other))
            ends[unit] += 1
        }
        for unit in ends.indices.dropFirst() { ends[unit] += ends[unit - 1] }
        self.ends = ends
        self.neighbours = neighbours
    }

    private static func key(_ one: Int32, _ other: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: one)) << 32 | UInt64(UInt32(bitPattern: other))
    }

    // MARK: - Areas

    /// The pairs of areas, the lower one first, that have a position in common; some of them more than once.
    private static func sharedPositions(_ areas: [Geometry]) -> [UInt64] {
        var vertices = VertexTable(capacity: areas.reduce(0) { $0 + $1.positionCount })
        // For each vertex the areas at it, as a chain: the last entry, and for each entry its area and the one before.
        var last: [Int32] = []
        var owners: [Int32] = []
        var before: [Int32] = []
        var keys: [UInt64] = []
        for (index, area) in areas.enumerated() {
            let own = Int32(truncatingIfNeeded: index)
            area.forEachRing { piece, ring, _ in
                for position in piece.positions(ofRing: ring) {
                    let vertex = Int(vertices.index(x: piece.xs[position], y: piece.ys[position]))
                    if vertex == last.count { last.append(-1) }
                    var entry = last[vertex]
                    // Areas come in order, so the own entry can only be the last one.
                    if entry >= 0, owners[Int(entry)] == own { continue }
                    while entry >= 0 {
                        let key = Contiguity.key(owners[Int(entry)], own)
                        if keys.last != key { keys.append(key) }
                        entry = before[Int(entry)]
                    }
                    owners.append(own)
                    before.append(last[vertex])
                    last[vertex] = Int32(truncatingIfNeeded: owners.count - 1)
                }
            }
        }
        return keys
    }

    /// The pairs of areas, the lower one first, whose borders are within a tolerance; without those that are known.
    private static func near(_ areas: [Geometry], _ tolerance: Double, besides known: Set<UInt64>) -> [UInt64] {
        let boxes = areas.map { $0.envelope.expanded(by: tolerance / 2) }
        var keys: [UInt64] = []
        let pairs = boxPairs(among: boxes)
        for (one, other) in zip(pairs.left, pairs.right) {
            let key = Contiguity.key(one, other)
            guard !known.contains(key) else { continue }
            let (box, otherBox) = (boxes[Int(one)], boxes[Int(other)])
            let meeting = Envelope(
                minX: max(box.minX, otherBox.minX), minY: max(box.minY, otherBox.minY),
                maxX: min(box.maxX, otherBox.maxX), maxY: min(box.maxY, otherBox.maxY)
            ).expanded(by: tolerance)
            if areNear(areas[Int(one)].edges(in: meeting), areas[Int(other)].edges(in: meeting), tolerance) {
                keys.append(key)
            }
        }
        return keys
    }

    private static func areNear(_ edges: [Edge], _ others: [Edge], _ tolerance: Double) -> Bool {
        guard !edges.isEmpty, !others.isEmpty else { return false }
        let tree = PackedRTree(others.map(\.box))
        for edge in edges {
            var isNear = false
            tree.forEach(meeting: edge.box.expanded(by: tolerance)) { other in
                isNear = isNear || edge.isWithin(tolerance, of: others[Int(other)])
            }
            if isNear { return true }
        }
        return false
    }
}

extension Geometry {
    /// The edges of the rings whose boxes meet a box.
    fileprivate func edges(in box: Envelope) -> [Edge] {
        var edges: [Edge] = []
        forEachRing { piece, ring, _ in
            for position in piece.positions(ofRing: ring).dropLast() {
                let edge = Edge(
                    ax: piece.xs[position], ay: piece.ys[position], bx: piece.xs[position + 1],
                    by: piece.ys[position + 1])
                if edge.box.intersects(box) { edges.append(edge) }
            }
        }
        return edges
    }
}

extension Edge {
    /// Whether some position of one edge is at most so far from one of the other.
    fileprivate func isWithin(_ distance: Double, of other: Edge) -> Bool {
        let limit = distance * distance
        return crosses(other) || squaredDistance(other.ax, other.ay) <= limit
            || squaredDistance(other.bx, other.by) <= limit || other.squaredDistance(ax, ay) <= limit
            || other.squaredDistance(bx, by) <= limit
    }
}
