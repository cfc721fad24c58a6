/// The pieces of street from which destinations are reached (or that are reached from them) within a limit, with the
/// costs at both ends.
struct ReachedPieces {
    /// A piece of street, the costs at its ends, and along it.
    struct Piece {
        /// Where it lies.
        let line: PieceIndex.Piece
        /// The cost at the beginning; `unreached` where there is no way.
        let startCost: Int32
        /// The cost at the end.
        let endCost: Int32
        /// What the whole piece costs when it is passed towards its beginning, or `impassable`. Towards is seen from the
        /// raster point: for travel from destinations this is against the direction of travel.
        let costToStart: Int32
        /// What the whole piece costs when it is passed towards its end, or `impassable`.
        let costToEnd: Int32
        /// The destinations on this piece, as range of `anchors`.
        let anchors: Range<Int32>
        /// The least cost anywhere on the piece.
        let leastCost: Int32

        /// The cost at a place on the piece.
        func cost(at fraction: Double, _ anchors: [Anchor]) -> Int {
            var least = Int(TravelTimeSurface.unreached)
            func consider(_ cost: Int32, plus way: Int32, _ part: Double) {
                // Where one already is, no direction is barred.
                guard way >= 0 || part <= 0 else { return }
                least = min(least, Int(cost) + StreetNetwork.part(part, of: Int(way)))
            }
            consider(startCost, plus: costToStart, fraction)
            consider(endCost, plus: costToEnd, 1 - fraction)
            for index in self.anchors {
                let anchor = anchors[Int(index)]
                let part = anchor.fraction - fraction
                consider(anchor.cost, plus: part >= 0 ? costToEnd : costToStart, part.magnitude)
            }
            return least
        }
    }

    /// A destination's place on a piece.
    struct Anchor {
        /// The first shape position of the piece.
        let piece: Int32
        /// Where on the piece, 0…1.
        let fraction: Double
        /// The cost of the destination's leg.
        let cost: Int32
    }

    /// In ascending order of least cost, then of edges and positions.
    private(set) var pieces: [Piece] = []
    /// In the order of pieces.
    let anchors: [Anchor]

    /// The pieces with a cost of at most `limit` somewhere on them.
    ///
    /// - Parameters:
    ///   - nodeCosts: the cost at each node, exact up to `limit`; `unreached` beyond.
    ///   - attachments: those of the destinations.
    init(
        _ network: StreetNetwork, nodeCosts: [Int32], attachments: some Sequence<Attachment>,
        direction: TravelDirection, limit: Int32
    ) {
        let places = attachments.filter { network.hasPiece($0) }.sorted {
            ($0.piece, $0.fraction, $0.legMetres) < ($1.piece, $1.fraction, $1.legMetres)
        }
        anchors = places.map {
            Anchor(
                piece: $0.piece, fraction: $0.fraction,
                cost: Int32(clamping: network.legCost(metres: $0.legMetres)))
        }
        let edgesOfPlaces = Set(places.map(\.edge))
        var walk = EdgeWalk(network, direction: direction)
        for edge in 0..<network.edgeCount {
            let startCost = nodeCosts[Int(network.edgeStarts[edge])]
            let endCost = nodeCosts[Int(network.edgeEnds[edge])]
            let isBegun = edgesOfPlaces.contains(Int32(truncatingIfNeeded: edge))
            guard min(startCost, endCost) <= limit || isBegun else { continue }
            walk.measure(edge, startCost: startCost, endCost: endCost, anchors: isBegun ? anchors : [])
            for piece in walk.pieces where piece.leastCost <= limit { pieces.append(piece) }
        }
        let order = pieces.indices.sorted { (pieces[$0].leastCost, $0) < (pieces[$1].leastCost, $1) }
        pieces = order.map { pieces[$0] }
    }
}

/// The costs at the shape positions of one edge after another.
private struct EdgeWalk {
    private let network: StreetNetwork
    private let direction: TravelDirection
    /// The pieces of the edge measured last.
    private(set) var pieces: [ReachedPieces.Piece] = []
    private var costs: [Int32] = []

    init(_ network: StreetNetwork, direction: TravelDirection) {
        self.network = network
        self.direction = direction
    }

    /// What a piece costs towards its beginning and towards its end, as ``ReachedPieces/Piece`` means it.
    private func pieceCosts(_ edge: Int, _ position: Int) -> (toStart: Int32, toEnd: Int32) {
        let forward =
            network.forwardCosts[edge] >= 0
            ? network.shapeForwardCosts[position + 1] - network.shapeForwardCosts[position]
            : StreetNetwork.impassable
        let backward =
            network.backwardCosts[edge] >= 0
            ? network.shapeBackwardCosts[position + 1] - network.shapeBackwardCosts[position]
            : StreetNetwork.impassable
        switch direction {
        case .outward: return (backward, forward)
        case .inward: return (forward, backward)
        }
    }

    mutating func measure(_ edge: Int, startCost: Int32, endCost: Int32, anchors: [ReachedPieces.Anchor]) {
        let positions = Int(network.shapeStarts[edge])..<Int(network.shapeStarts[edge + 1])
        let first = positions.lowerBound
        pieces.removeAll(keepingCapacity: true)
        costs.removeAll(keepingCapacity: true)
        costs.append(contentsOf: repeatElement(TravelTimeSurface.unreached, count: positions.count))
        costs[0] = startCost
        costs[costs.count - 1] = min(costs[costs.count - 1], endCost)
        let lastPiece = positions.upperBound - 2
        let range = anchors.range(ofPieces: first...max(lastPiece, first))
        for anchor in anchors[range] {
            let position = Int(anchor.piece)
            let cost = pieceCosts(edge, position)
            // From the beginning of the piece to the destination is towards the end, and the other way round.
            lower(position - first, to: anchor.cost, plus: cost.toEnd, anchor.fraction)
            lower(position - first + 1, to: anchor.cost, plus: cost.toStart, 1 - anchor.fraction)
        }
        for position in stride(from: lastPiece, through: first, by: -1) {
            lower(position - first, to: costs[position - first + 1], plus: pieceCosts(edge, position).toEnd)
        }
        for position in first..<max(lastPiece + 1, first) {
            lower(position - first + 1, to: costs[position - first], plus: pieceCosts(edge, position).toStart)
        }
        var nextAnchor = range.lowerBound
        for position in first..<max(lastPiece + 1, first) {
            let firstAnchor = nextAnchor
            var least = min(costs[position - first], costs[position - first + 1])
            while nextAnchor < range.upperBound, Int(anchors[nextAnchor].piece) == position {
                least = min(least, anchors[nextAnchor].cost)
                nextAnchor += 1
            }
            let cost = pieceCosts(edge, position)
            pieces.append(
                ReachedPieces.Piece(
                    line: PieceIndex.Piece(
                        edge: Int32(truncatingIfNeeded: edge), index: Int32(truncatingIfNeeded: position),
                        ax: network.shapeXs[position], ay: network.shapeYs[position],
                        bx: network.shapeXs[position + 1], by: network.shapeYs[position + 1]),
                    startCost: costs[position - first], endCost: costs[position - first + 1],
                    costToStart: cost.toStart, costToEnd: cost.toEnd,
                    anchors: Int32(truncatingIfNeeded: firstAnchor)..<Int32(truncatingIfNeeded: nextAnchor),
                    leastCost: least))
        }
    }

    /// Lowers the cost at a position to that of another plus a part of the piece between; `impassable` is no way.
    private mutating func lower(_ index: Int, to cost: Int32, plus way: Int32, _ part: Double = 1) {
        guard way >= 0 || part <= 0 else { return }
        let (sum, overflow) = cost.addingReportingOverflow(Int32(clamping: StreetNetwork.part(part, of: Int(way))))
        if !overflow, sum < costs[index] { costs[index] = sum }
    }
}

extension [ReachedPieces.Anchor] {
    /// Where the anchors on a range of pieces stand.
    fileprivate func range(ofPieces pieces: ClosedRange<Int>) -> Range<Int> {
        func first(from piece: Int) -> Int {
            var low = 0
            var high = count
            while low < high {
                let middle = (low + high) / 2
                if Int(self[middle].piece) < piece { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return first(from: pieces.lowerBound)..<first(from: pieces.upperBound + 1)
    }
}

extension StreetNetwork {
    /// Whether an attachment names an edge and a piece of this edge.
    fileprivate func hasPiece(_ attachment: Attachment) -> Bool {
        let edge = Int(attachment.edge)
        guard edgeStarts.indices.contains(edge) else { return false }
        return attachment.piece >= shapeStarts[edge] && attachment.piece < shapeStarts[edge + 1] - 1
    }
}
