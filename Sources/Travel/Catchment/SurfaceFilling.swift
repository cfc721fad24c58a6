internal import Parallel
internal import Planar

extension TravelTimeSurface {
    /// How many rows of the raster one task fills; fixed, so that results do not depend on the number of cores.
    private static let rowsPerBand = 32

    /// Computes the surface. O(reached pieces × raster points within the snapping limit of each).
    ///
    /// - Parameters:
    ///   - nodeCosts: the cost from each node to the nearest destination (or back), its leg included: exact up to
    ///     `largestCost`, anything larger beyond.
    ///   - attachments: those of all destinations.
    ///   - snapping: how long a leg may be, in metres.
    ///   - barriers: what legs may not cross.
    ///   - step: the distance of raster points in metres; doubled until ``RasterWindow/largestCount`` points suffice.
    init(
        network: StreetNetwork, nodeCosts: [Int32], attachments: some Sequence<Attachment>,
        direction: TravelDirection, snapping: Double, barriers: BarrierIndex, largestCost: Int32, step: Int
    ) {
        let reached = ReachedPieces(
            network, nodeCosts: nodeCosts, attachments: attachments, direction: direction, limit: largestCost)
        let legs = LegReach(
            costPerMetre: network.legCostPerMetre, snapping: snapping, largestCost: largestCost, barriers: barriers)
        var box = Envelope.empty
        for piece in reached.pieces { box.include(piece.box.expanded(by: legs.radius(of: piece))) }
        let window = RasterWindow(around: box, step: step)
        let bandCount = (window.rows.count + TravelTimeSurface.rowsPerBand - 1) / TravelTimeSurface.rowsPerBand
        let bands = (0..<bandCount).map { band in
            let first = window.rows.lowerBound + band * TravelTimeSurface.rowsPerBand
            return first..<min(first + TravelTimeSurface.rowsPerBand, window.rows.upperBound)
        }
        var piecesOfBand = [[Int32]](repeating: [], count: bandCount)
        for (index, piece) in reached.pieces.enumerated() where bandCount > 0 {
            let box = piece.box.expanded(by: legs.radius(of: piece))
            let rows = window.rows(from: box.minY, to: box.maxY)
            guard !rows.isEmpty else { continue }
            let first = (rows.lowerBound - window.rows.lowerBound) / TravelTimeSurface.rowsPerBand
            let last = (rows.upperBound - 1 - window.rows.lowerBound) / TravelTimeSurface.rowsPerBand
            for band in first...last { piecesOfBand[band].append(Int32(truncatingIfNeeded: index)) }
        }
        let filled = parallelMap(bandCount) { [piecesOfBand] band in
            var strip = SurfaceStrip(window: window, rows: bands[band])
            for index in piecesOfBand[band] { strip.add(reached.pieces[Int(index)], reached.anchors, legs) }
            return strip.costs
        }
        var costs: [Int32] = []
        costs.reserveCapacity(window.count)
        for strip in filled { costs += strip }
        self.init(
            window: window, costs: costs, largestCost: largestCost,
            margin: TravelTimeSurface.margin(step: window.step, legCostPerMetre: network.legCostPerMetre))
    }
}

/// How far legs reach and what they may not cross.
private struct LegReach: Sendable {
    let costPerMetre: Double
    let snapping: Double
    let largestCost: Int32
    let barriers: BarrierIndex

    /// How far from a piece points can be reached, in metres.
    func radius(of piece: ReachedPieces.Piece) -> Double {
        let rest = Double(largestCost - piece.leastCost) + 1
        return rest < snapping * costPerMetre ? rest / costPerMetre : snapping
    }
}

/// The costs in some rows of a window.
private struct SurfaceStrip {
    let window: RasterWindow
    let rows: Range<Int>
    private(set) var costs: [Int32]

    init(window: RasterWindow, rows: Range<Int>) {
        self.window = window
        self.rows = rows
        costs = [Int32](repeating: TravelTimeSurface.unreached, count: rows.count * window.columns.count)
    }

    /// Lowers the cost of each point to what it is over this piece.
    mutating func add(_ piece: ReachedPieces.Piece, _ anchors: [ReachedPieces.Anchor], _ legs: LegReach) {
        let radius = legs.radius(of: piece)
        let box = piece.box.expanded(by: radius)
        let barriers = legs.barriers.segments(meeting: box)
        for row in window.rows(from: box.minY, to: box.maxY).clamped(to: rows) {
            let y = window.y(ofRow: row)
            let offset = (row - rows.lowerBound) * window.columns.count - window.columns.lowerBound
            for column in window.columns(near: piece.line, radius: radius, y: y)
            where piece.leastCost < costs[offset + column] {
                let x = window.x(ofColumn: column)
                let fraction = piece.line.fractionNearest(x: x, y: y)
                let foot = piece.line.position(at: fraction)
                let square = (foot.x - x) * (foot.x - x) + (foot.y - y) * (foot.y - y)
                guard square <= radius * radius else { continue }
                let cost =
                    StreetNetwork.legCost(metres: square.squareRoot(), perMetre: legs.costPerMetre)
                    + piece.cost(at: fraction, anchors)
                guard cost < Int(costs[offset + column]), cost <= Int(legs.largestCost) else { continue }
                if !barriers.isEmpty {
                    let leg = BarrierIndex.Segment(ax: x, ay: y, bx: foot.x, by: foot.y)
                    if barriers.contains(where: { $0.touches(leg) }) { continue }
                }
                costs[offset + column] = Int32(truncatingIfNeeded: cost)
            }
        }
    }
}

extension ReachedPieces.Piece {
    /// The box around the piece.
    fileprivate var box: Envelope {
        Envelope(
            minX: min(line.ax, line.bx), minY: min(line.ay, line.by), maxX: max(line.ax, line.bx),
            maxY: max(line.ay, line.by))
    }
}

extension RasterWindow {
    /// The columns of the window whose points at this height can lie within a radius of a piece: those beside the part
    /// of the piece that is not farther than the radius to the north or south.
    fileprivate func columns(near line: PieceIndex.Piece, radius: Double, y: Double) -> Range<Int> {
        var (low, high) = (0.0, 1.0)
        let northward = line.by - line.ay
        if northward != 0 {
            let (one, other) = ((y - radius - line.ay) / northward, (y + radius - line.ay) / northward)
            low = max(0, min(one, other))
            // Where the radius touches an end, rounding may turn the two round.
            high = max(low, min(1, max(one, other)))
        }
        let (one, other) = (line.ax + low * (line.bx - line.ax), line.ax + high * (line.bx - line.ax))
        return points(from: min(one, other) - radius, to: max(one, other) + radius).clamped(to: columns)
    }

    /// The rows of the window whose points lie in a range of y.
    fileprivate func rows(from least: Double, to most: Double) -> Range<Int> {
        points(from: least, to: most).clamped(to: rows)
    }

    /// The multiples of the step in a range; a range that is not in the window's coordinates gives none.
    private func points(from least: Double, to most: Double) -> Range<Int> {
        guard least.magnitude < 1e12, most.magnitude < 1e12 else { return 0..<0 }
        let first = Int((least / Double(step)).rounded(.up))
        return first..<max(first, Int((most / Double(step)).rounded(.down)) + 1)
    }
}
