/// Which origins (points or cells with people) lie in which area, with the share of each origin that does.
///
/// Sparse, sorted by area, then origin. A point has weight 1; a cell that a border cuts has the share of its area
/// (areal weighting, Goodchild & Lam 1980). Over areas that do not overlap, the weights of one origin add up to at
/// most 1; what is missing lies outside all areas.
public struct AreaMembership: Sendable, Codable, Hashable {
    /// The end offset into ``origins`` and ``weights`` of each area.
    public private(set) var areaEnds: [Int32] = []
    /// The index of the origin.
    public private(set) var origins: [Int32] = []
    /// The share of the origin that lies in the area, in 0…1.
    public private(set) var weights: [Double] = []

    /// No areas yet.
    public init() {}

    /// Every origin wholly in the area that owns it; negative where none does. Linear.
    init(owners: [Int32], areaCount: Int) {
        var next = [Int32](repeating: 0, count: areaCount)
        for owner in owners where owner >= 0 { next[Int(owner)] += 1 }
        var total: Int32 = 0
        for area in next.indices {
            (next[area], total) = (total, total + next[area])
            areaEnds.append(total)
        }
        origins = [Int32](repeating: 0, count: Int(total))
        weights = [Double](repeating: 1, count: Int(total))
        for (origin, owner) in owners.enumerated() where owner >= 0 {
            origins[Int(next[Int(owner)])] = Int32(origin)
            next[Int(owner)] += 1
        }
    }

    /// The number of areas.
    public var areaCount: Int { areaEnds.count }

    /// The half-open range of entries of an area.
    public func entries(ofArea area: Int) -> Range<Int> {
        (area == 0 ? 0 : Int(areaEnds[area - 1]))..<Int(areaEnds[area])
    }

    /// Adds the next area with its origins, ascending, and their weights.
    public mutating func appendArea(origins: [Int32], weights: [Double]) {
        self.origins += origins
        self.weights += weights
        areaEnds.append(Int32(self.origins.count))
    }

    /// Adds up `counts` (one for each origin) over an area.
    public func sum(_ counts: [Double], area: Int) -> Double {
        var total = 0.0
        for entry in entries(ofArea: area) { total += counts[Int(origins[entry])] * weights[entry] }
        return total
    }

    /// Whether a border cuts any origin of the area, so that sums over it are estimates.
    public func isEstimated(area: Int) -> Bool {
        entries(ofArea: area).contains { weights[$0] < 1 }
    }
}
