internal import Features
internal import Formats
internal import History
internal import Indicators
internal import Overlay
internal import Planar
internal import ReferenceSystems
internal import Topology
internal import Town

/// The outlines of a town's quarters at one date.
struct QuarterOutlines: Sendable, Hashable {
    /// The coordinate reference system.
    let system: String
    /// The ids.
    let ids: [String]
    /// The shapes, in the order of the ids.
    let geometries: [Geometry]

    init(system: String, ids: [String], geometries: [Geometry]) {
        self.system = system
        self.ids = ids
        self.geometries = geometries
    }

    /// The quarters of a study.
    init(_ study: Study) {
        self.init(system: study.referenceSystem, ids: study.quarters.ids, geometries: study.quarters.geometries)
    }

    /// The outlines that the history kept; nil where a shape cannot be read.
    init?(_ kept: HistoryBoundaries) {
        var geometries: [Geometry] = []
        for outline in kept.outlines {
            guard let shape = try? WellKnownGeometry(binary: outline.wellKnownBinary) else { return nil }
            geometries.append(shape.geometry.arealPart)
        }
        self.init(system: kept.system, ids: kept.outlines.map(\.id), geometries: geometries)
    }

    /// As the history keeps them.
    var kept: HistoryBoundaries {
        HistoryBoundaries(
            system: system,
            outlines: zip(ids, geometries).map { .init(id: $0, wellKnownBinary: $1.wellKnownBinary) })
    }

    /// The outlines in another system; nil where there is no way into it.
    func brought(into other: String) -> QuarterOutlines? {
        if system == other { return self }
        guard let source = try? CoordinateReferenceSystem(system), let target = try? CoordinateReferenceSystem(other),
            let transform = try? CoordinateTransform(from: source, to: target, missingGrid: .allowLessAccurate)
        else { return nil }
        var column = GeometryColumn(geometries)
        _ = column.movePositions { transform.apply(xs: &$0, ys: &$1) }
        let moved = (0..<column.count).map { column[$0] ?? Geometry(emptyOf: .polygon) }
        // Positions rounded to seven decimals of a degree may make a ring that crosses itself.
        let engine = TopologyEngine()
        guard let repaired = try? moved.map({ try engine.makeValid($0).arealPart }) else { return nil }
        return QuarterOutlines(system: other, ids: ids, geometries: repaired)
    }
}

extension BoundaryConversion {
    /// What brings figures of earlier quarters to later ones; nil where the outlines cannot be laid over each other.
    ///
    /// - Parameters:
    ///   - weigh: for the pieces how much each weighs, and by what; nil for their areas.
    init?(
        from old: QuarterOutlines, to new: QuarterOutlines,
        weigh: (BoundaryOverlay) -> (weights: [Double], basis: BoundaryTransfer.Basis)? = { _ in nil }
    ) {
        guard let before = old.brought(into: new.system),
            let overlay = try? BoundaryOverlay(old: before.geometries, new: new.geometries)
        else { return nil }
        let (weights, basis) = weigh(overlay) ?? (overlay.areaWeights, .area)
        self.init(
            BoundaryTransfer(overlay, weights: weights, basis: basis), oldIDs: before.ids, newIDs: new.ids)
    }
}
