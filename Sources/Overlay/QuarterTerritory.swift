public import Planar
public import Topology

/// Land that several quarters claim, given to one of them, so that nobody there counts twice.
public enum QuarterTerritory {
    /// Each quarter without what quarters before it hold: land in an overlap belongs to the first quarter in order. A
    /// quarter of which nothing would be left keeps its land, so that a figure of it still finds a place.
    ///
    /// - Parameter minimumSquareMetres: overlaps up to this area are the rounding of borders and left alone.
    /// - Throws: what the geometry layer could not do even on a coarser grid.
    public static func all(
        _ quarters: [Geometry], minimumSquareMetres: Double, engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) -> [Geometry] {
        let pairs = boxPairs(among: quarters.map(\.envelope)).pairs
        let common = try engine.intersectionPieces(of: quarters, with: quarters, pairs: pairs, keepGeometry: false)
        var territories = quarters
        for (pair, piece) in zip(pairs, common) {
            if let failure = piece.failure { throw failure }
            guard piece.area > minimumSquareMetres else { continue }
            let (first, second) = (Int(min(pair.0, pair.1)), Int(max(pair.0, pair.1)))
            territories[second] = try engine.difference(territories[second], quarters[first]).value.arealPart
        }
        for index in territories.indices where territories[index].area <= minimumSquareMetres {
            territories[index] = quarters[index]
        }
        return territories
    }
}
