internal import Planar
public import Topology

public import struct Planar.Geometry

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

/// Lays quarters and areas of another layer over each other.
public enum AreaOverlay {
    /// The common pieces larger than `minimumSquareMetres`, sorted by quarter, then area. Only pairs whose boxes meet
    /// are looked at, and a pair in which one holds the other is not cut.
    ///
    /// - Throws: what the geometry layer could not do even on a coarser grid, with the pair in its detail.
    public static func pieces(
        quarters: [Geometry], areas: [Geometry], minimumSquareMetres: Double, engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) -> [AreaPiece] {
        let pairs = boxPairs(quarters.map(\.envelope), areas.map(\.envelope))
        let shapes = try engine.intersectionPieces(of: quarters, with: areas, pairs: pairs)
        var pieces: [AreaPiece] = []
        for (pair, shape) in zip(pairs, shapes) {
            let piece = shape.value.arealPart
            let squareMetres = piece.area
            guard squareMetres > minimumSquareMetres else { continue }
            pieces.append(AreaPiece(quarter: pair.0, area: pair.1, geometry: piece, squareMetres: squareMetres))
        }
        return pieces.sorted { ($0.quarter, $0.area) < ($1.quarter, $1.area) }
    }
}
