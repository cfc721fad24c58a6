internal import Parallel
internal import Planar

/// Whether a leg from the first position to the second is barred.
typealias LegBarring = @Sendable (_ fromX: Double, _ fromY: Double, _ toX: Double, _ toY: Double) -> Bool

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
    ///   - isBarred: what legs may not cross.
    ///   - step: the distance of raster points in metres; doubled until ``RasterWindow/largestCount`` points suffice.
    init(
        network: StreetNetwork, nodeCosts: [Int32], attachments: [Attachment], direction: TravelDirection,
        snapping: Double, isBarred: LegBarring?, largestCost: Int32, step: Int
    ) {
        let reached = ReachedPieces(
            network, nodeCosts: nodeCosts, attachments: attachments, direction: direction, limit: largestCost)
        let legs = LegReach(
            snapping: snapping, costPerMetre: network.legCostPerMetre, largestCost: largestCost, isBarred: isBarred)
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

/// How far legs reach and what they cost.
private struct LegReach: Sendable {
    let snapping: Double
    let costPerMetre: Double
    let largestCost: Int32
    let isBarred: LegBarring?

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
        let (alongX, alongY) = (piece.endX - piece.startX, piece.endY - piece.startY)
        let squaredLength = alongX * alongX + alongY * alongY
        let squaredRadius = radius * radius
        let box = piece.box.expanded(by: radius)
        let rows = window.rows(from: box.minY, to: box.maxY).clamped(to: self.rows)
        for row in rows {
            let y = window.y(ofRow: row)
            // The part of the piece within the radius of this row's height, and what lies beside that part.
            var (low, high) = (0.0, 1.0)
            if alongY != 0 {
                let (one, other) = ((y - radius - piece.startY) / alongY, (y + radius - piece.startY) / alongY)
                low = max(0, min(one, other))
                high = min(1, max(one, other))
                // Touched by rounding only.
                if low > high { high = low }
            }
            let (one, other) = (piece.startX + low * alongX, piece.startX + high * alongX)
            let columns = window.columns(from: min(one, other) - radius, to: max(one, other) + radius)
            let offset = (row - self.rows.lowerBound) * window.columns.count - window.columns.lowerBound
            for column in columns where piece.leastCost < costs[offset + column] {
                let x = window.x(ofColumn: column)
                var fraction = 0.0
                if squaredLength > 0 {
                    fraction = ((x - piece.startX) * alongX + (y - piece.startY) * alongY) / squaredLength
                    fraction = min(max(fraction, 0), 1)
                }
                let (nearX, nearY) = (piece.startX + fraction * alongX, piece.startY + fraction * alongY)
                let squaredLeg = (x - nearX) * (x - nearX) + (y - nearY) * (y - nearY)
                guard squaredLeg <= squaredRadius else { continue }
                let leg = Int(squaredLeg.squareRoot() * legs.costPerMetre)
                let cost = leg + piece.cost(at: fraction, anchors)
                guard cost < Int(costs[offset + column]), cost <= Int(legs.largestCost) else { continue }
                if let isBarred = legs.isBarred, isBarred(x, y, nearX, nearY) { continue }
                costs[offset + column] = Int32(truncatingIfNeeded: cost)
            }
        }
    }
}

extension ReachedPieces.Piece {
    /// The box around the piece.
    fileprivate var box: Envelope {
        Envelope(
            minX: min(startX, endX), minY: min(startY, endY), maxX: max(startX, endX), maxY: max(startY, endY))
    }

    /// The cost at a place on the piece.
    fileprivate func cost(at fraction: Double, _ anchors: [ReachedPieces.Anchor]) -> Int {
        var least = Int(TravelTimeSurface.unreached)
        func consider(_ cost: Int32, plus way: Int32) {
            if way >= 0 { least = min(least, Int(cost) + Int(way)) }
        }
        consider(startCost, plus: costToStart.part(fraction))
        consider(endCost, plus: costToEnd.part(1 - fraction))
        for index in self.anchors {
            let anchor = anchors[Int(index)]
            let isAhead = anchor.fraction >= fraction
            consider(
                anchor.cost, plus: (isAhead ? costToEnd : costToStart).part((anchor.fraction - fraction).magnitude))
        }
        return least
    }
}

extension RasterWindow {
    /// The columns of the window whose points lie in a range of x.
    fileprivate func columns(from least: Double, to most: Double) -> Range<Int> {
        points(from: least, to: most).clamped(to: columns)
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
