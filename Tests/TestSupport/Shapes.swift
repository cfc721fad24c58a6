public import Planar

/// A polygon from rings given as x, y, x, y …; each ring is closed here.
public func polygon(_ rings: [Double]...) throws -> Geometry {
    var xs: [Double] = []
    var ys: [Double] = []
    var ends: [Int32] = []
    for ring in rings {
        for corner in stride(from: 0, to: ring.count, by: 2) {
            xs.append(ring[corner])
            ys.append(ring[corner + 1])
        }
        xs.append(ring[0])
        ys.append(ring[1])
        ends.append(Int32(xs.count))
    }
    return try Geometry(kind: .polygon, xs: xs, ys: ys, ringEnds: ends)
}

/// The rectangle between two corners, counter-clockwise.
public func rectangle(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) throws -> Geometry {
    try polygon([minX, minY, maxX, minY, maxX, maxY, minX, maxY])
}

/// Whether two numbers are equal within a relative tolerance (absolute near 0).
public func isClose(_ left: Double, _ right: Double, tolerance: Double = 1e-9) -> Bool {
    (left - right).magnitude <= tolerance * max(1, max(left.magnitude, right.magnitude))
}

/// `columns` × `rows` quadrangles that cover a rectangle without overlap: a grid of the given spacing whose inner
/// corners are moved at random by up to 0.3 spacings, so that borders are oblique. Row by row from the south-west.
public func randomCoverage(
    columns: Int, rows: Int, spacing: Double, using generator: inout SeededGenerator
) throws -> [Geometry] {
    var corners: [[(x: Double, y: Double)]] = []
    for row in 0...rows {
        corners.append(
            (0...columns).map { column in
                let isInner = (1..<columns).contains(column) && (1..<rows).contains(row)
                let reach = isInner ? 0.3 * spacing : 0
                return (
                    Double(column) * spacing + Double.random(in: -1...1, using: &generator) * reach,
                    Double(row) * spacing + Double.random(in: -1...1, using: &generator) * reach
                )
            })
    }
    return try (0..<rows).flatMap { row in
        try (0..<columns).map { column in
            let (a, b) = (corners[row][column], corners[row][column + 1])
            let (c, d) = (corners[row + 1][column + 1], corners[row + 1][column])
            return try polygon([a.x, a.y, b.x, b.y, c.x, c.y, d.x, d.y])
        }
    }
}
