public import Planar
public import Topology

/// A place where quarters do not fit each other.
public struct CoverageFault: Sendable, Hashable {
    /// What does not fit.
    public enum Kind: Sendable, Hashable {
        /// Two quarters claim the same land.
        case overlap(Int32, Int32)
        /// Land between quarters belongs to none.
        case gap
        /// A narrow strip along a border belongs to none, open to the outside.
        case sliver
    }

    /// What does not fit.
    public let kind: Kind
    /// The land in question.
    public let geometry: Geometry
    /// Its area in m².
    public let squareMetres: Double
}

/// Checks that quarters cover the town without overlap and without gaps.
public enum CoverageCheck {
    /// The width in metres up to which a notch in the outline counts as a sliver.
    public static let sliverWidth = 2.0

    /// All overlaps, gaps and slivers larger than `minimumSquareMetres`, sorted by kind and quarter, then by place.
    ///
    /// Land of another municipality inside the town is reported as a gap, too: a person decides.
    public static func faults(
        quarters: [Geometry], minimumSquareMetres: Double, engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) -> [CoverageFault] {
        var faults: [CoverageFault] = []
        let pairs = boxPairs(among: quarters.map(\.envelope)).pairs
        for (pair, shape) in zip(pairs, try engine.intersectionPieces(of: quarters, with: quarters, pairs: pairs)) {
            if let failure = shape.failure { throw failure }
            guard let common = shape.geometry?.arealPart, shape.area > minimumSquareMetres else { continue }
            faults.append(CoverageFault(kind: .overlap(pair.0, pair.1), geometry: common, squareMetres: shape.area))
        }
        return faults + (try uncovered(quarters, minimumSquareMetres, engine))
    }

    /// Land that closing the union (a buffer out and in by half of ``sliverWidth``) adds, holes filled. A piece that
    /// the closed outline encloses is a gap, also where the quarters around it touch at points only; one that is open
    /// to the outside is a sliver where it lies between two quarters, else a narrow notch of the town's own outline
    /// and no fault.
    private static func uncovered(
        _ quarters: [Geometry], _ minimumSquareMetres: Double, _ engine: TopologyEngine
    ) throws(TopologyError) -> [CoverageFault] {
        let union = try Dissolve.all(quarters, engine: engine)
        let half = sliverWidth / 2
        let style = BufferStyle(join: .mitre)
        let grown = try engine.buffer(union, distance: half, style: style)
        let holes = grown.elements.flatMap(holes(of:)) + union.elements.flatMap(holes(of:))
        let closed = try engine.buffer(outlines(grown), distance: -half, style: style)
        var faults: [CoverageFault] = []
        for piece in try engine.difference(closed, union).value.arealPart.elements {
            let squareMetres = piece.area
            guard squareMetres > minimumSquareMetres else { continue }
            let box = piece.envelope
            var isEnclosed = false
            for hole in holes where !isEnclosed && hole.envelope.intersects(box) {
                isEnclosed = try engine.test(.intersects, hole, piece)
            }
            if !isEnclosed, try neighbours(of: piece, among: quarters, engine) < 2 { continue }
            faults.append(
                CoverageFault(kind: isEnclosed ? .gap : .sliver, geometry: piece, squareMetres: squareMetres))
        }
        // GEOS names the pieces in the order of its own making.
        return faults.sorted { left, right in
            let (first, second) = (left.geometry.envelope, right.geometry.envelope)
            return (left.kind == .gap ? 0 : 1, first.minX, first.minY)
                < (right.kind == .gap ? 0 : 1, second.minX, second.minY)
        }
    }

    /// How many quarters a piece touches. Overlay rounds positions by far less than ``touching``.
    private static func neighbours(
        of piece: Geometry, among quarters: [Geometry], _ engine: TopologyEngine
    ) throws(TopologyError) -> Int {
        let box = piece.envelope.expanded(by: touching)
        var count = 0
        for quarter in quarters where quarter.envelope.intersects(box) {
            if try engine.isWithinDistance(quarter, piece, distance: touching) { count += 1 }
        }
        return count
    }

    /// In metres.
    private static let touching = 0.001

    /// The holes of a polygon, each as a polygon.
    private static func holes(of polygon: Geometry) -> [Geometry] {
        polygon.ringEnds.indices.dropFirst().compactMap { ring in
            let range = polygon.positions(ofRing: ring)
            return try? Geometry(
                kind: .polygon, xs: Array(polygon.xs[range]), ys: Array(polygon.ys[range]),
                ringEnds: [Int32(range.count)])
        }
    }

    /// Polygons without their holes.
    private static func outlines(_ areas: Geometry) -> Geometry {
        let shells = areas.elements.compactMap { polygon -> Geometry? in
            let range = polygon.positions(ofRing: 0)
            return try? Geometry(
                kind: .polygon, xs: Array(polygon.xs[range]), ys: Array(polygon.ys[range]),
                ringEnds: [Int32(range.count)])
        }
        return (try? Geometry(joining: shells)) ?? Geometry(emptyOf: .polygon)
    }
}
