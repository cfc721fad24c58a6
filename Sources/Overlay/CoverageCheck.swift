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
    /// Gaps are the holes of the union of all quarters; slivers are what closing the outline (a buffer out and in by
    /// half of ``sliverWidth``) adds to it.
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
        let union = try engine.unaryUnion(of: quarters).value
        faults += holes(of: union, minimumSquareMetres)
        let half = sliverWidth / 2
        let filled = withoutHoles(union)
        let style = BufferStyle(join: .mitre)
        let grown = try engine.buffer(filled, distance: half, style: style)
        let closed = try engine.buffer(grown, distance: -half, style: style)
        for notch in try engine.difference(closed, filled).value.arealPart.elements {
            let squareMetres = notch.area
            guard squareMetres > minimumSquareMetres else { continue }
            faults.append(CoverageFault(kind: .sliver, geometry: notch, squareMetres: squareMetres))
        }
        return faults
    }

    private static func holes(of union: Geometry, _ minimumSquareMetres: Double) -> [CoverageFault] {
        union.elements.flatMap { polygon in
            polygon.ringEnds.indices.dropFirst().compactMap { ring -> CoverageFault? in
                let range = polygon.positions(ofRing: ring)
                guard
                    let hole = try? Geometry(
                        kind: .polygon, xs: Array(polygon.xs[range]), ys: Array(polygon.ys[range]),
                        ringEnds: [Int32(range.count)])
                else { return nil }
                let squareMetres = hole.area
                guard squareMetres > minimumSquareMetres else { return nil }
                return CoverageFault(kind: .gap, geometry: hole, squareMetres: squareMetres)
            }
        }
    }

    /// The outlines only.
    private static func withoutHoles(_ union: Geometry) -> Geometry {
        var xs: [Double] = []
        var ys: [Double] = []
        var ends: [Int32] = []
        for polygon in union.elements where polygon.kind == .polygon {
            let range = polygon.positions(ofRing: 0)
            xs += polygon.xs[range]
            ys += polygon.ys[range]
            ends.append(Int32(xs.count))
        }
        let parts = ends.indices.map { Int32($0 + 1) }
        return (try? Geometry(kind: .multiPolygon, xs: xs, ys: ys, ringEnds: ends, partEnds: parts))
            ?? Geometry(emptyOf: .multiPolygon)
    }
}
