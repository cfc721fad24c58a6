public import Planar
public import Topology

/// Which part of each source goes to which target. Sparse, by source, then target; the shares of a source add up to 1, so
/// that nobody is lost, whatever the method.
public struct SourceShares: Sendable, Hashable {
    /// The number of targets.
    public let targetCount: Int
    /// The end offset into ``targets`` and ``shares`` of each source.
    public private(set) var sourceEnds: [Int32] = []
    /// The index of the target.
    public private(set) var targets: [Int32] = []
    /// The part of the source that goes there, in 0…1.
    public private(set) var shares: [Double] = []
    /// The sources in which nothing weighs anything, and which are divided by area instead; ascending.
    public private(set) var fallbackSources: [Int32] = []
    /// The sources that no target meets; ascending. Their people find no place.
    public private(set) var unplacedSources: [Int32] = []
    /// For each source the place, among the masks, of the one that divides it; -1 where none does. Empty without masks.
    public private(set) var masksOfSources: [Int32] = []

    /// A source and a target that meet.
    struct Part {
        var source: Int32
        var target: Int32
        /// In m².
        var area: Double
        /// What the source is divided by.
        var weight: Double
    }

    /// Makes the shares of parts in any order: by weight, where a source has none by area. A part that weighs nothing stays
    /// as one with share 0, so that different weights of the same parts give the same entries.
    init(parts: [Part], sourceCount: Int, targetCount: Int) {
        self.targetCount = targetCount
        let sorted = parts.filter { $0.area > 0 || $0.weight > 0 }.sorted {
            ($0.source, $0.target) < ($1.source, $1.target)
        }
        var next = 0
        for source in 0..<Int32(truncatingIfNeeded: sourceCount) {
            let start = next
            while next < sorted.count, sorted[next].source == source { next += 1 }
            let own = sorted[start..<next]
            var weights = own.map { $0.weight > 0 && $0.weight.isFinite ? $0.weight : 0 }
            if own.isEmpty {
                unplacedSources.append(source)
            } else if !weights.contains(where: { $0 > 0 }) {
                fallbackSources.append(source)
                weights = own.map(\.area)
            }
            let sum = weights.reduce(0, +)
            for (part, weight) in zip(own, weights) {
                targets.append(part.target)
                shares.append(weight / sum)
            }
            sourceEnds.append(Int32(truncatingIfNeeded: targets.count))
        }
    }

    /// The number of sources.
    public var sourceCount: Int { sourceEnds.count }

    /// The half-open range of entries of a source.
    public func entries(ofSource source: Int) -> Range<Int> {
        (source == 0 ? 0 : Int(sourceEnds[source - 1]))..<Int(sourceEnds[source])
    }
}

extension SourceShares {
    /// Areal weighting (Goodchild & Lam 1980): people are spread evenly over a source,
    ///
    ///     share = |s ∩ t| / Σ_t |s ∩ t|
    ///
    /// What of a source lies in no target is not lost: its people are in the targets that the source meets.
    ///
    /// - Parameter owners: the source that each target belongs to, where that is known: no other source gives it anything,
    ///   however areas overlap or borders are rounded.
    /// - Throws: what the geometry layer could not do even on a coarser grid.
    public static func areal(
        sources: [Geometry], targets: [Geometry], owners: [Int32]? = nil, engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) -> SourceShares {
        let parts = try parts(sources, targets, owners, engine, keepGeometry: false).map(\.part)
        return SourceShares(
            parts: parts.map { Part(source: $0.source, target: $0.target, area: $0.area, weight: $0.area) },
            sourceCount: sources.count, targetCount: targets.count)
    }

    /// Dasymetric weighting (Eicher & Brewer 2001) by what is known of the land: people live where the mask says, as
    /// densely as it says,
    ///
    ///     share = Σ_m density_m·|s ∩ t ∩ m| / Σ_t Σ_m density_m·|s ∩ t ∩ m|
    ///
    /// Where there are several masks, each source is divided by the first that shows anybody in it, see
    /// ``masksOfSources``. A source without any of the masks is divided by area, see ``fallbackSources``.
    ///
    /// - Parameters:
    ///   - masks: what is known, the best first.
    ///   - owners: the source that each target belongs to, where that is known, as for areal weighting.
    /// - Throws: what the geometry layer could not do even on a coarser grid.
    public static func dasymetric(
        sources: [Geometry], targets: [Geometry], masks: [DensityMask], owners: [Int32]? = nil,
        engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) -> SourceShares {
        let found = try parts(sources, targets, owners, engine, keepGeometry: true)
        let shapes = found.map { $0.shape?.arealPart ?? Geometry(emptyOf: .polygon) }
        var parts = found.map(\.part)
        var masksOfSources = [Int32](repeating: -1, count: sources.count)
        for (number, mask) in masks.enumerated() {
            let open = parts.indices.filter { masksOfSources[Int(parts[$0].source)] < 0 }
            let pairs = boxPairs(left: open.map { shapes[$0].envelope }, right: mask.areas.map(\.envelope)).pairs
            let pieces = try engine.intersectionPieces(
                of: open.map { shapes[$0] }, with: mask.areas, pairs: pairs, keepGeometry: false)
            for (pair, piece) in zip(pairs, pieces) {
                if let failure = piece.failure { throw failure }
                parts[open[Int(pair.0)]].weight += mask.densities[Int(pair.1)] * piece.area
            }
            for part in open where parts[part].weight > 0 && parts[part].weight.isFinite {
                masksOfSources[Int(parts[part].source)] = Int32(truncatingIfNeeded: number)
            }
        }
        var shares = SourceShares(parts: parts, sourceCount: sources.count, targetCount: targets.count)
        shares.masksOfSources = masksOfSources
        return shares
    }

    /// Dasymetric weighting by a weight of each target, such as the people that another source counts in it, its dwellings
    /// or its floor space; a target that sources share is divided between them by area,
    ///
    ///     share = weight_t·|s ∩ t|/|t| / Σ_t weight_t·|s ∩ t|/|t|
    ///
    /// A source whose targets weigh nothing is divided by area, see ``fallbackSources``.
    ///
    /// - Throws: what the geometry layer could not do even on a coarser grid.
    public static func dasymetric(
        sources: [Geometry], targets: [Geometry], weights: [Double], engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) -> SourceShares {
        let areas = targets.map(\.area)
        let parts = try parts(sources, targets, nil, engine, keepGeometry: false).map { found in
            var part = found.part
            let target = Int(part.target)
            if weights.indices.contains(target), areas[target] > 0 {
                part.weight = max(weights[target], 0) * part.area / areas[target]
            }
            return part
        }
        return SourceShares(parts: parts, sourceCount: sources.count, targetCount: targets.count)
    }

    /// Points as targets, such as the addresses or buildings of a quarter, each with a weight, such as its floor space:
    /// share = weight / Σ weight over the points in the source. Where none of them weighs anything they count alike, see
    /// ``fallbackSources``. A point on a common border belongs to the source with the lowest index.
    public static func points(
        sources: [Geometry], xs: [Double], ys: [Double], weights: [Double]
    ) -> SourceShares {
        let owners = PolygonLocator(sources).owners(xs: xs, ys: ys)
        var parts: [Part] = []
        for (point, owner) in owners.enumerated() where owner >= 0 {
            parts.append(
                Part(
                    source: owner, target: Int32(truncatingIfNeeded: point), area: 1,
                    weight: weights.indices.contains(point) ? weights[point] : 0))
        }
        return SourceShares(parts: parts, sourceCount: sources.count, targetCount: xs.count)
    }

    /// All sources and targets that meet, with what they have in common; without weights.
    private static func parts(
        _ sources: [Geometry], _ targets: [Geometry], _ owners: [Int32]?, _ engine: TopologyEngine, keepGeometry: Bool
    ) throws(TopologyError) -> [(part: Part, shape: Geometry?)] {
        let pairs = boxPairs(left: sources.map(\.envelope), right: targets.map(\.envelope)).pairs.filter { pair in
            guard let owners else { return true }
            return owners.indices.contains(Int(pair.1)) && owners[Int(pair.1)] == pair.0
        }
        var parts: [(part: Part, shape: Geometry?)] = []
        let pieces = try engine.intersectionPieces(of: sources, with: targets, pairs: pairs, keepGeometry: keepGeometry)
        for (pair, piece) in zip(pairs, pieces) {
            if let failure = piece.failure { throw failure }
            guard piece.area > 0 else { continue }
            parts.append((Part(source: pair.0, target: pair.1, area: piece.area, weight: 0), piece.geometry))
        }
        return parts
    }
}
