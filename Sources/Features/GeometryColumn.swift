public import Planar

/// The geometries of a layer, one or none per row.
///
/// Rows that are all points (or missing) are kept as two columns of numbers, 16 bytes a row, without an array per
/// feature. As soon as another kind is appended, the column keeps whole geometries.
public struct GeometryColumn: Sendable, Hashable {
    private enum Storage: Sendable, Hashable {
        /// Rows without a point hold zeros and are absent in `presence`.
        case points(xs: [Double], ys: [Double], presence: Presence)
        case shapes([Geometry?])
    }

    private var storage: Storage

    /// A column without rows.
    public init() {
        storage = .points(xs: [], ys: [], presence: Presence(allPresent: 0))
    }

    /// A column of points; rows that `presence` lacks have no geometry. All present numbers must be finite.
    public init(xs: [Double], ys: [Double], presence: Presence? = nil) throws(GeometryError) {
        let presence = presence ?? Presence(allPresent: xs.count)
        guard xs.count == ys.count, presence.count == xs.count else {
            throw .malformed("as many x as y are needed")
        }
        for row in xs.indices where !(xs[row].isFinite && ys[row].isFinite) {
            throw .notFinite(position: row)
        }
        storage = .points(xs: xs, ys: ys, presence: presence)
    }

    /// A column of any geometries.
    public init(_ geometries: [Geometry?]) {
        storage = .shapes(geometries)
    }

    /// A column of as many rows without a geometry.
    public init(missing count: Int) {
        let zeros = [Double](repeating: 0, count: count)
        storage = .points(xs: zeros, ys: zeros, presence: Presence(allAbsent: count))
    }

    /// The number of rows.
    public var count: Int {
        switch storage {
        case .points(let xs, _, _): xs.count
        case .shapes(let shapes): shapes.count
        }
    }

    /// The number of rows without a geometry.
    public var missingCount: Int {
        switch storage {
        case .points(_, _, let presence): presence.absentCount
        case .shapes(let shapes): shapes.reduce(0) { $0 + ($1 == nil ? 1 : 0) }
        }
    }

    /// The coordinates of all rows where every row is a point; nil as soon as one row is something else or missing.
    public var points: (xs: [Double], ys: [Double])? {
        guard case .points(let xs, let ys, let presence) = storage, presence.absentCount == 0 else { return nil }
        return (xs, ys)
    }

    /// The coordinates where every row is a point or missing; a missing row holds zeros and is absent in `presence`.
    public var sparsePoints: (xs: [Double], ys: [Double], presence: Presence)? {
        guard case .points(let xs, let ys, let presence) = storage else { return nil }
        return (xs, ys, presence)
    }

    /// The geometry of a row; nil where the row has none.
    public subscript(row: Int) -> Geometry? {
        switch storage {
        case .points(let xs, let ys, let presence):
            presence.contains(row) ? try? Geometry(x: xs[row], y: ys[row]) : nil
        case .shapes(let shapes):
            shapes[row]
        }
    }

    /// The box around all geometries; empty where there is none. Linear in the number of positions.
    public var envelope: Envelope {
        var box = Envelope.empty
        switch storage {
        case .points(let xs, let ys, let presence):
            for row in xs.indices where presence.contains(row) { box.include(x: xs[row], y: ys[row]) }
        case .shapes(let shapes):
            for case let shape? in shapes { box.include(shape.envelope) }
        }
        return box
    }

    /// The rows whose geometry has this dimension: 0 for points, 1 for lines, 2 for areas. Ascending.
    public func rows(ofDimension dimension: Int) -> [Int] {
        switch storage {
        case .points(let xs, _, let presence): dimension == 0 ? xs.indices.filter(presence.contains) : []
        case .shapes(let shapes): shapes.indices.filter { shapes[$0]?.dimension == dimension }
        }
    }

    /// Appends a row.
    public mutating func append(_ geometry: Geometry?) {
        switch storage {
        case .points(var xs, var ys, var presence):
            storage = .shapes([])
            if let geometry, geometry.kind != .point || geometry.isEmpty {
                var shapes: [Geometry?] = xs.indices.map { row in
                    presence.contains(row) ? try? Geometry(x: xs[row], y: ys[row]) : nil
                }
                shapes.append(geometry)
                storage = .shapes(shapes)
            } else {
                xs.append(geometry?.xs[0] ?? 0)
                ys.append(geometry?.ys[0] ?? 0)
                presence.append(geometry != nil)
                storage = .points(xs: xs, ys: ys, presence: presence)
            }
        case .shapes(var shapes):
            storage = .shapes([])
            shapes.append(geometry)
            storage = .shapes(shapes)
        }
    }
}

extension GeometryColumn {
    /// Moves all positions of all rows at once by `change`, which gets every x and every y in one column each and
    /// returns the indexes of the positions that have no image, ascending. A row with such a position loses its
    /// geometry; the indexes of these rows are returned, ascending.
    ///
    /// Columns of points are changed in place, without a copy.
    public mutating func movePositions(_ change: (inout [Double], inout [Double]) -> [Int]) -> [Int] {
        switch storage {
        case .points(var xs, var ys, var presence):
            storage = .shapes([])
            let lost = change(&xs, &ys).filter { presence.contains($0) }
            if presence.absentCount + lost.count > 0 {
                let missing = Set(lost)
                presence = Presence(xs.indices.map { presence.contains($0) && !missing.contains($0) })
                for row in xs.indices where !presence.contains(row) {
                    xs[row] = 0
                    ys[row] = 0
                }
            }
            storage = .points(xs: xs, ys: ys, presence: presence)
            return lost
        case .shapes(let shapes):
            return moveShapes(shapes, change)
        }
    }

    private mutating func moveShapes(
        _ shapes: [Geometry?], _ change: (inout [Double], inout [Double]) -> [Int]
    ) -> [Int] {
        var xs: [Double] = []
        var ys: [Double] = []
        var ends: [Int] = []
        let total = shapes.reduce(0) { $0 + ($1?.positionCount ?? 0) }
        xs.reserveCapacity(total)
        ys.reserveCapacity(total)
        for shape in shapes {
            if let shape { GeometryColumn.gather(shape, &xs, &ys) }
            ends.append(xs.count)
        }
        let lostPositions = change(&xs, &ys)
        var lostRows: [Int] = []
        var moved: [Geometry?] = []
        moved.reserveCapacity(shapes.count)
        var nextLost = lostPositions.startIndex
        var offset = 0
        for (row, shape) in shapes.enumerated() {
            var isLost = false
            while nextLost < lostPositions.endIndex, lostPositions[nextLost] < ends[row] {
                isLost = true
                nextLost += 1
            }
            var result: Geometry?
            if let shape, !isLost {
                result = try? shape.mapPositions { newXs, newYs in
                    let range = offset..<offset + newXs.count
                    newXs = Array(xs[range])
                    newYs = Array(ys[range])
                    offset = range.upperBound
                }
            }
            if shape != nil, result == nil { lostRows.append(row) }
            offset = ends[row]
            moved.append(result)
        }
        storage = .shapes(moved)
        return lostRows
    }

    private static func gather(_ geometry: Geometry, _ xs: inout [Double], _ ys: inout [Double]) {
        xs += geometry.xs
        ys += geometry.ys
        for member in geometry.members { gather(member, &xs, &ys) }
    }

    /// Replaces the geometries of some rows.
    public mutating func replace(_ replacements: [(row: Int, geometry: Geometry?)]) {
        guard !replacements.isEmpty else { return }
        var shapes = (0..<count).map { self[$0] }
        for (row, geometry) in replacements { shapes[row] = geometry }
        self = GeometryColumn(shapes)
    }
}
