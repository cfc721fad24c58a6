/// Traces the border of {cost ≤ limit} through the triangles of a surface's raster.
///
/// Each cell is two triangles, cut along the diagonal from south-west to north-east; within a triangle the cost is
/// linear. On triangles there are no saddles: the border passes a triangle at most once, from one side to another. A cost
/// equal to the limit counts as half a unit below it, so the border passes no raster point. Where it crosses a side is
/// rounded to whole units of 1/256 m along the side, at least one unit away from both ends. So no two crossings
/// coincide, segments meet in nothing but their common ends, and rings touch neither themselves nor each other. All
/// coordinates are exact as `Double`.
struct ContourTracing {
    /// How many units make a metre: a power of two, so that coordinates are exact.
    static let unitsPerMetre = 256

    /// A ring of crossings, the inside on its left: shells counter-clockwise, holes clockwise. In units, not repeated at
    /// the end; no three consecutive positions lie on one line.
    struct Ring {
        var xs: [Int] = []
        var ys: [Int] = []
        /// For a hole the shell it lies in, as index into the rings; nil for a shell.
        var shell: Int?
    }

    private let surface: TravelTimeSurface
    private let limit: Int32
    private let columnCount: Int
    /// The largest difference to the limit that counts: see ``height(_:)``.
    private let cap: Int

    init(_ surface: TravelTimeSurface, limit: Int32) {
        self.surface = surface
        self.limit = limit
        columnCount = surface.window.columns.count
        cap = 2 * Int(surface.margin) + 1
    }

    /// How far the cost of a point lies above the limit in half units: odd, so never 0; negative inside. Held within the
    /// margin on both sides, so that a jump (a barrier, the end of the snapping limit) is cut half-way between points.
    private func height(_ point: Int) -> Int {
        let height = 2 * (Int(surface.costs[point]) - Int(limit)) - 1
        return min(max(height, -cap), cap)
    }

    private func isInside(_ point: Int) -> Bool { surface.costs[point] <= limit }

    /// A side that the border can cross, from its lower (or western) point.
    private enum Side { case horizontal, vertical, diagonal }

    /// Where the border crosses a side.
    private func crossing(_ side: Side, of point: Int) -> (x: Int, y: Int) {
        let unitsPerStep = surface.window.step * ContourTracing.unitsPerMetre
        let end =
            switch side {
            case .horizontal: point + 1
            case .vertical: point + columnCount
            case .diagonal: point + columnCount + 1
            }
        let (one, other) = (height(point).magnitude, height(end).magnitude)
        let sum = Int(one + other)
        let exact = (2 * unitsPerStep * Int(one) + sum) / (2 * sum)
        let offset = min(max(exact, 1), unitsPerStep - 1)
        let (row, column) = point.quotientAndRemainder(dividingBy: columnCount)
        return (
            (surface.window.columns.lowerBound + column) * unitsPerStep + (side == .vertical ? 0 : offset),
            (surface.window.rows.lowerBound + row) * unitsPerStep + (side == .horizontal ? 0 : offset)
        )
    }

    /// All rings, in the order of their southernmost, then westernmost crossing of a row; a hole comes after its shell.
    func rings() -> [Ring] {
        var rings: [Ring] = []
        // The row crossings of the rings found so far: the point west of each, and the ring.
        var known: [Int: Int] = [:]
        for row in 1..<max(surface.window.rows.count - 1, 1) {
            var wasInside = false
            var previous = 0
            for point in row * columnCount..<(row + 1) * columnCount - 1 {
                let isInside = isInside(point + 1)
                guard isInside != wasInside else { continue }
                wasInside = isInside
                if let ring = known[point] {
                    previous = ring
                    continue
                }
                // A ring first met where the row goes in is a shell. One first met where the row goes out is a hole of
                // the area that the row has just passed, which the crossing before it bounds as well.
                let shell = isInside ? nil : rings[previous].shell ?? previous
                let traced = trace(from: point, goesIn: isInside)
                for crossed in traced.rowCrossings { known[crossed] = rings.count }
                previous = rings.count
                rings.append(Ring(xs: traced.xs, ys: traced.ys, shell: shell))
            }
        }
        return rings
    }

    /// Follows the border from where it crosses the row side east of `start`, back to there.
    private func trace(from start: Int, goesIn: Bool) -> (xs: [Int], ys: [Int], rowCrossings: [Int]) {
        var outline = Outline()
        var rowCrossings = [start]
        outline.append(crossing(.horizontal, of: start))
        // Inside on the left: northward where the west is inside, southward where it is outside.
        var isUpper = goesIn
        var cell = goesIn ? start - columnCount : start
        while true {
            // The corners counter-clockwise; the border leaves where these go from outside to inside.
            let northEast = cell + columnCount + 1
            let leavesByDiagonal: Bool
            if isUpper {
                let northWest = cell + columnCount
                if !isInside(northEast), isInside(northWest) {
                    if northWest == start { break }
                    rowCrossings.append(northWest)
                    outline.append(crossing(.horizontal, of: northWest))
                    (cell, isUpper) = (northWest, false)
                    continue
                }
                leavesByDiagonal = !isInside(cell) && isInside(northEast)
                if !leavesByDiagonal {
                    outline.append(crossing(.vertical, of: cell))
                    (cell, isUpper) = (cell - 1, false)
                    continue
                }
            } else {
                if !isInside(cell), isInside(cell + 1) {
                    if cell == start { break }
                    rowCrossings.append(cell)
                    outline.append(crossing(.horizontal, of: cell))
                    (cell, isUpper) = (cell - columnCount, true)
                    continue
                }
                leavesByDiagonal = !isInside(northEast) && isInside(cell)
                if !leavesByDiagonal {
                    outline.append(crossing(.vertical, of: cell + 1))
                    (cell, isUpper) = (cell + 1, true)
                    continue
                }
            }
            outline.append(crossing(.diagonal, of: cell))
            isUpper.toggle()
        }
        outline.close()
        return (outline.xs, outline.ys, rowCrossings)
    }
}

/// Positions in order, without those on the straight line between their neighbours. Exact.
private struct Outline {
    private(set) var xs: [Int] = []
    private(set) var ys: [Int] = []

    mutating func append(_ position: (x: Int, y: Int)) {
        while xs.count >= 2, isStraight(xs.count - 2, xs.count - 1, position) {
            xs.removeLast()
            ys.removeLast()
        }
        xs.append(position.x)
        ys.append(position.y)
    }

    /// Looks across the end, where the first positions follow the last.
    mutating func close() {
        while xs.count > 3, isStraight(xs.count - 2, xs.count - 1, (xs[0], ys[0])) {
            xs.removeLast()
            ys.removeLast()
        }
        if xs.count > 3, isStraight(xs.count - 1, 0, (xs[1], ys[1])) {
            xs.removeFirst()
            ys.removeFirst()
        }
    }

    private func isStraight(_ first: Int, _ second: Int, _ third: (x: Int, y: Int)) -> Bool {
        (xs[second] - xs[first]) * (third.y - ys[second]) == (ys[second] - ys[first]) * (third.x - xs[second])
    }
}
