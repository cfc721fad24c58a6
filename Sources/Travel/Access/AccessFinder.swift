internal import Parallel
public import Planar

/// Finds how positions get onto a network: over every piece of street within the snapping limit, by a straight leg to its
/// nearest point that neither crosses nor touches a barrier.
public struct AccessFinder: Sendable {
    /// The network.
    public let network: StreetNetwork
    /// The longest leg in metres.
    public let snapping: Double
    private let pieces: PieceIndex
    let barriers: BarrierIndex

    /// The snapping limit where nothing else is said: 100 m.
    ///
    /// A limit cuts off who lives farther from every street, and a leg within it may run through a built-up block: a pair
    /// of addresses in Dreieich took 170 s with 150 m, where Valhalla counts 531 s along the streets. Inhabited 100 m
    /// cells whose middle is not connected, of 88 of the census of 2011 (cells of three foreign citizens or more) in the
    /// extract of Dreieich-Sprendlingen, and of 965 in the sample town:
    ///
    /// | limit | 25 m | 50 m | 75 m | 100 m | 125 m | 150 m |
    /// | --- | --- | --- | --- | --- | --- | --- |
    /// | Dreieich | 18 | 1 | 0 | 0 | 0 | 0 |
    /// | sample town | 403 | 52 | 0 | 0 | 0 | 0 |
    ///
    /// The sample town's generator keeps the middles of cells 5 m off railway and river. 75 m would do for these two; the
    /// middle of a cell lies up to 71 m from its homes, and farms stand farther back.
    public static let defaultSnapping = 100.0

    /// A finder for a network; barriers as ``StreetWays/barriers`` have them.
    public init(network: StreetNetwork, barriers: [Geometry], snapping: Double = AccessFinder.defaultSnapping) {
        self.network = network
        self.snapping = max(snapping, 0)
        pieces = PieceIndex(network)
        self.barriers = BarrierIndex(barriers)
    }

    /// The access of a column of finite positions, in their order.
    ///
    /// - Parameters:
    ///   - leaving: whether trips begin at the positions, else they end there.
    ///   - edges: for each edge whether attachments to it are kept; nil keeps all.
    func access(xs: [Double], ys: [Double], leaving: Bool, edges: [Bool]? = nil) -> NetworkAccess {
        // Neighbours share the pieces around them, so positions are taken in the order of cells.
        let order = CellOrder(xs: xs, ys: ys, perCell: 8).order
        let ranges = evenRanges(order.count, pieces: (order.count + 4_095) / 4_096)
        let parts = parallelMap(ranges.count) { part in
            trace(xs: xs, ys: ys, order: order[ranges[part]], leaving: leaving, edges: edges)
        }
        var places = [(part: Int32, row: Int32)](repeating: (0, 0), count: order.count)
        for (part, range) in ranges.enumerated() {
            for (row, position) in order[range].enumerated() {
                places[Int(position)] = (Int32(truncatingIfNeeded: part), Int32(truncatingIfNeeded: row))
            }
        }
        var access = NetworkAccess()
        for place in places { access.append(Int(place.row), of: parts[Int(place.part)]) }
        return access
    }

    /// The access of the positions that `order` names, in that order, on the current thread. Best where they follow each
    /// other in the plane.
    func trace(
        xs: [Double], ys: [Double], order: ArraySlice<Int32>, leaving: Bool, edges: [Bool]?
    ) -> NetworkAccess {
        var access = NetworkAccess()
        var around = Surroundings()
        var collector = SeedCollector(leaving: leaving)
        for position in order {
            let x = xs[Int(position)]
            let y = ys[Int(position)]
            if !around.serves(x: x, y: y) { look(around: &around, x: x, y: y) }
            collector.begin()
            for piece in around.pieces {
                let fraction = piece.fractionNearest(x: x, y: y)
                let foot = piece.position(at: fraction)
                let square = (foot.x - x) * (foot.x - x) + (foot.y - y) * (foot.y - y)
                guard square <= snapping * snapping else { continue }
                let leg = BarrierIndex.Segment(ax: x, ay: y, bx: foot.x, by: foot.y)
                guard !around.barriers.contains(where: { $0.touches(leg) }) else { continue }
                let attachment = Attachment(
                    edge: piece.edge, piece: piece.index, fraction: fraction, legMetres: square.squareRoot())
                collector.add(attachment, network)
                if edges?[Int(piece.edge)] ?? true { access.attachments.append(attachment) }
            }
            collector.finish(network, &access.seeds)
            access.close()
        }
        return access
    }

    /// What lies around a position and its neighbours.
    private struct Surroundings {
        var x = Double.infinity
        var y = Double.infinity
        /// How far from the middle positions may lie to be served.
        var margin = 0.0
        var pieces: [PieceIndex.Piece] = []
        var barriers: [BarrierIndex.Segment] = []

        func serves(x: Double, y: Double) -> Bool {
            (x - self.x).magnitude <= margin && (y - self.y).magnitude <= margin
        }
    }

    private func look(around: inout Surroundings, x: Double, y: Double) {
        around.x = x
        around.y = y
        around.margin = snapping / 2
        // A little more than the sum, so that rounding loses nothing.
        let reach = (snapping + around.margin) * (1 + 1e-9) + 1e-6
        let box = Envelope(minX: x - reach, minY: y - reach, maxX: x + reach, maxY: y + reach)
        around.pieces = pieces.pieces(meeting: box, of: network)
        around.barriers = barriers.segments(meeting: box)
    }
}
