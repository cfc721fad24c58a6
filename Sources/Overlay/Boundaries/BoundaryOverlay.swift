public import Planar
public import Topology

/// The quarters of two dates laid over each other: the land that an earlier and a later quarter have in common, without the
/// slivers that only say that a line was drawn again.
public struct BoundaryOverlay: Sendable, Hashable {
    /// Land of an earlier quarter.
    public struct Piece: Sendable, Hashable {
        /// The index of the earlier quarter.
        public var old: Int32
        /// The index of the later quarter; nil for land that belongs to none of them any more.
        public var new: Int32?
        /// The shape.
        public var geometry: Geometry
        /// Its area in m².
        public var squareMetres: Double
    }

    /// The width in metres that land must have somewhere to count as a piece. A line that is drawn again seldom moves
    /// further than from the middle of a street to its side, and a narrower strip has hardly room for a dwelling.
    public static let sliverWidth = 10.0

    /// The number of earlier quarters.
    public let oldCount: Int
    /// The number of later quarters.
    public let newCount: Int
    /// The pieces, by earlier quarter, then later quarter, what belongs to none last.
    public let pieces: [Piece]
    /// The m² of each later quarter that belonged to no earlier one; 0 where that is a sliver or nothing.
    public let uncovered: [Double]
    /// The area of each later quarter in m².
    public let newSquareMetres: [Double]

    /// Lays earlier quarters on later ones, both in one system in metres. Land that two quarters of one date claim belongs
    /// to the first of them, as wherever people are counted.
    ///
    /// - Throws: what the geometry layer could not do even on a coarser grid.
    public init(
        old: [Geometry], new: [Geometry], engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) {
        let before = try QuarterTerritory.all(old, minimumSquareMetres: BoundaryOverlay.roundingSquareMetres)
        let after = try QuarterTerritory.all(new, minimumSquareMetres: BoundaryOverlay.roundingSquareMetres)
        oldCount = old.count
        newCount = new.count
        newSquareMetres = after.map(\.area)
        let pairs = boxPairs(left: before.map(\.envelope), right: after.map(\.envelope)).pairs
        var common: [Piece] = []
        for (pair, shape) in zip(pairs, try engine.intersectionPieces(of: before, with: after, pairs: pairs)) {
            if let failure = shape.failure { throw failure }
            guard let piece = shape.geometry?.arealPart, shape.area > 0 else { continue }
            common.append(Piece(old: pair.0, new: pair.1, geometry: piece, squareMetres: shape.area))
        }
        var found: [Piece] = []
        for index in before.indices {
            var own = common.filter { Int($0.old) == index }
            let rest = try BoundaryOverlay.rest(of: before[index], without: own, after, \.new, engine)
            if let rest {
                own.append(Piece(old: Int32(index), new: nil, geometry: rest, squareMetres: rest.area))
            }
            found += try BoundaryOverlay.withoutSlivers(own, engine)
        }
        pieces = found
        var uncovered: [Double] = []
        for index in after.indices {
            let own = common.filter { $0.new.map(Int.init) == index }
            let rest = try BoundaryOverlay.rest(of: after[index], without: own, before, { $0.old }, engine)
            uncovered.append(
                try rest.map { piece throws(TopologyError) in
                    try BoundaryOverlay.isSliver(piece, engine) ? 0 : piece.area
                } ?? 0)
        }
        self.uncovered = uncovered
    }

    /// Areas up to this are what rounding leaves between two quarters of one map, m².
    private static let roundingSquareMetres = 1.0

    /// What of an area the pieces leave over; nil where that is nothing or certainly a sliver.
    private static func rest(
        of area: Geometry, without pieces: [Piece], _ others: [Geometry], _ other: (Piece) -> Int32?,
        _ engine: TopologyEngine
    ) throws(TopologyError) -> Geometry? {
        let left = pieces.reduce(area.area) { $0 - $1.squareMetres }
        guard left > smallestSquareMetres else { return nil }
        let takers = pieces.compactMap { other($0).map { others[Int($0)] } }
        if takers.isEmpty { return area }
        let rest = try engine.difference(area, Dissolve.all(takers, engine: engine)).value.arealPart
        return rest.isEmpty ? nil : rest
    }

    /// The pieces of one earlier quarter that are wide enough; the largest of them where none is.
    private static func withoutSlivers(
        _ pieces: [Piece], _ engine: TopologyEngine
    ) throws(TopologyError) -> [Piece] {
        var wide: [Piece] = []
        for piece in pieces where try !isSliver(piece.geometry, engine) { wide.append(piece) }
        guard wide.isEmpty, let largest = pieces.max(by: { $0.squareMetres < $1.squareMetres }) else { return wide }
        return [largest]
    }

    /// Land with less than this has no room for a circle as wide as ``sliverWidth``, m².
    private static var smallestSquareMetres: Double { Double.pi * sliverWidth * sliverWidth / 4 }

    /// Whether no circle as wide as ``sliverWidth`` has room in the land. Every point of it is nearer to its edge than the
    /// largest circle's radius r, so its area is at most r times the length of its edge: what is much larger needs no
    /// drawing.
    private static func isSliver(_ land: Geometry, _ engine: TopologyEngine) throws(TopologyError) -> Bool {
        let (area, radius) = (land.area, sliverWidth / 2)
        if area < smallestSquareMetres { return true }
        if area > radius * land.length { return false }
        return try engine.buffer(land, distance: -radius, style: BufferStyle(join: .mitre)).isEmpty
    }
}
