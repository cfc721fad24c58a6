public import Planar
public import Topology

/// A piece that quarters and areas of another layer have in common, before anybody is counted in it.
public struct AreaPiece: Sendable, Hashable {
    /// The index of the quarter.
    public let quarter: Int32
    /// The index of the area.
    public let area: Int32
    /// The shape.
    public let geometry: Geometry
    /// Its area in m².
    public let squareMetres: Double
}

/// A pair that could not be overlaid in floating precision: mended on a coarser grid, or not at all.
public struct OverlayIncident: Sendable, Hashable {
    /// The index of the geometry in the first list.
    public let first: Int32
    /// The index of the geometry in the second list.
    public let second: Int32
    /// The grid in metres on which it was mended; nil where it failed.
    public let gridSize: Double?
    /// What the geometry layer said.
    public let reason: String

    /// What happened to a pair; nil in the ordinary case.
    init?(_ piece: IntersectionPiece, first: Int32, second: Int32) {
        self.first = first
        self.second = second
        if let failure = piece.failure {
            gridSize = nil
            reason = failure.detail
        } else if case .precisionFallback(let size, let why)? = piece.notes.first {
            gridSize = size
            reason = why
        } else {
            return nil
        }
    }
}

/// Lays quarters and areas of another layer over each other.
public enum AreaOverlay {
    /// The common pieces larger than `minimumSquareMetres`, sorted by quarter, then area. Only pairs whose boxes meet
    /// are looked at, and a pair in which one holds the other is not cut.
    ///
    /// - Returns: the pieces, and for each pair that was mended on a coarser grid or failed, what happened.
    public static func pieces(
        quarters: [Geometry], areas: [Geometry], minimumSquareMetres: Double, engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) -> (pieces: [AreaPiece], incidents: [OverlayIncident]) {
        let pairs = boxPairs(left: quarters.map(\.envelope), right: areas.map(\.envelope)).pairs
        var pieces: [AreaPiece] = []
        var incidents: [OverlayIncident] = []
        for (pair, shape) in zip(pairs, try engine.intersectionPieces(of: quarters, with: areas, pairs: pairs)) {
            if let incident = OverlayIncident(shape, first: pair.0, second: pair.1) { incidents.append(incident) }
            guard let piece = shape.geometry?.arealPart, shape.area > minimumSquareMetres else { continue }
            pieces.append(AreaPiece(quarter: pair.0, area: pair.1, geometry: piece, squareMetres: shape.area))
        }
        return (pieces, incidents)
    }
}
