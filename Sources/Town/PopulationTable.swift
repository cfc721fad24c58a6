/// Where people live: points, or cells with a point to measure from, and the count of each group.
public struct PopulationTable: Sendable, Codable {
    /// The x of each origin: the point, or a point on the cell, in metres.
    public var xs: [Double]
    /// The y of each origin.
    public var ys: [Double]
    /// For each group, in the order of the study's groups, the count at each origin.
    public var counts: [[Double]]
    /// For each group what is not exactly known of its counts; empty where all counts of all groups are exact.
    public var spreads: [CountSpread]
    /// Whether the origins are cells, so that distances are measured from their middle.
    public var areCells: Bool
    /// The large cells that origins are parts of, where nothing says where in them people live.
    public var coarseCells: CoarseCells

    /// Makes a table.
    public init(
        xs: [Double], ys: [Double], counts: [[Double]], spreads: [CountSpread] = [], areCells: Bool,
        coarseCells: CoarseCells = .none
    ) {
        self.xs = xs
        self.ys = ys
        self.counts = counts
        self.spreads = spreads
        self.areCells = areCells
        self.coarseCells = coarseCells
    }

    /// The counts of a group with what is not exactly known of them.
    public func uncertain(group: Int) -> UncertainCounts {
        UncertainCounts(
            counts.indices.contains(group) ? counts[group] : [],
            spreads.indices.contains(group) ? spreads[group] : .none, coarse: coarseCells)
    }

    /// For each group between what its people in an area lie, nil where they are exact; empty where all counts are.
    public func ranges(_ area: OriginWeights) -> [ClosedRange<Double>?] {
        isExact ? [] : counts.indices.map { interval(group: $0, area)?.range }
    }

    /// Between what the people of a group in an area lie, none of it above all residents; nil where it is exact.
    public func interval(group: Int, _ area: OriginWeights) -> SpreadInterval? {
        let counts = uncertain(group: group)
        if counts.isExact { return nil }
        if group == 0 { return counts.sum(area).interval() }
        let all = uncertain(group: 0).sum(area)
        return counts.sum(area).interval(most: all.interval()?.upper ?? all.value)
    }

    /// Whether every count of every group is exact, and it is known where.
    public var isExact: Bool { !isProtected && coarseCells.isEmpty }

    /// Whether a source changed counts or did not give them.
    public var isProtected: Bool { !spreads.allSatisfy(\.isExact) }

    /// Raises the noise of all counts to what the official total of a town points to:
    ///
    ///     V_cal / V = (Σ w·count − official)² / Σ w²·V
    ///
    /// over the town, which is (Σ cells − official)² / (n·V) where no border cuts a cell. Where counts were not given the
    /// sum is a range, and only what the official total lies outside of it counts; where the town's border cuts large
    /// cells, the variance of that is taken off the square. One total is one draw: it can show that the noise is larger
    /// than assumed, not that it is smaller, so noise is never lowered.
    ///
    /// - Returns: by how much variances were raised; 1 where they were not.
    @discardableResult public mutating func calibrate(to official: Double, in town: OriginWeights) -> Double {
        guard official.isFinite, official >= 0 else { return 1 }
        let sum = uncertain(group: 0).sum(town)
        let deviation = max(sum.lowest - official, official - sum.highest, 0)
        guard sum.variance > 0 else { return 1 }
        let factor = (deviation * deviation - sum.cutVariance) / sum.variance
        guard factor > 1 else { return 1 }
        spreads = spreads.map { spread in
            CountSpread(
                noiseVariances: spread.noiseVariances.map { $0 * factor }, lowest: spread.lowest,
                highest: spread.highest)
        }
        return factor
    }
}
