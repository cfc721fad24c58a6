internal import Features
internal import Planar

/// What was read from one range of a file: rows in columns, findings, and where and why reading stopped.
struct FeaturePiece: Sendable {
    /// Why reading stopped.
    enum Stop: Sendable {
        /// At the end of the range; the next feature begins at ``end``.
        case limit
        /// Behind the bracket that closes the list of features.
        case closed
        /// At the start of a feature collection in a sequence.
        case collection
        /// At the end of the text, where something may still follow.
        /// - Parameter isSeparated: Whether what separates it from the feature before was passed.
        case exhausted(isSeparated: Bool)
        /// At a fault; where the text just ends, the feature that begins at ``end`` may continue in the next block.
        case failed(JSONError)
    }

    /// Where reading began, in bytes from the start of the block.
    let start: Int
    /// Where reading must go on, in bytes from the start of the block.
    var end = 0
    /// Why reading stopped.
    var stop = Stop.limit
    /// Line feeds between ``start`` and ``end``.
    var newlines = 0
    /// For each row the line feeds between ``start`` and the feature.
    var lines: [UInt32] = []
    /// The geometries.
    var geometries = GeometryPiece()
    /// The attributes, in order of first appearance.
    var columns: [ColumnPiece] = []
    /// The ids.
    var ids: ColumnPiece?
    /// What was found.
    var findings = Findings()

    /// The number of features.
    var count: Int { lines.count }
}

/// The geometries of a range: points as two columns while there is nothing else.
struct GeometryPiece: Sendable {
    /// The points; zeros in rows without one.
    private(set) var xs: [Double] = []
    private(set) var ys: [Double] = []
    /// The rows without a point, ascending.
    private(set) var missing: [UInt32] = []
    /// All geometries, as soon as one is no point; then the points are empty.
    private(set) var shapes: [Geometry?]?

    /// Appends a point.
    @inline(__always) mutating func append(x: Double, y: Double) {
        guard shapes == nil else { return append(try? Geometry(x: x, y: y)) }
        xs.append(x)
        ys.append(y)
    }

    /// Appends a geometry or its absence.
    mutating func append(_ geometry: Geometry?) {
        if shapes == nil, geometry == nil {
            missing.append(UInt32(truncatingIfNeeded: xs.count))
            xs.append(0)
            ys.append(0)
        } else {
            if shapes == nil {
                shapes = takeShapes()
                (xs, ys, missing) = ([], [], [])
            }
            shapes?.append(geometry)
        }
    }

    /// Forgets the rows from `row` on.
    mutating func drop(from row: Int) {
        xs.removeLast(max(0, xs.count - row))
        ys.removeLast(max(0, ys.count - row))
        while let last = missing.last, Int(last) >= row { missing.removeLast() }
        if let count = shapes?.count, count > row { shapes?.removeLast(count - row) }
    }

    /// All rows as geometries.
    func takeShapes() -> [Geometry?] {
        if let shapes { return shapes }
        var shapes: [Geometry?] = zip(xs, ys).map { try? Geometry(x: $0, y: $1) }
        for row in missing { shapes[Int(row)] = nil }
        return shapes
    }
}
