/// Where people live: points, or cells with a point to measure from, and the count of each group.
public struct PopulationTable: Sendable {
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

    /// Makes a table.
    public init(
        xs: [Double], ys: [Double], counts: [[Double]], spreads: [CountSpread] = [], areCells: Bool
    ) {
        self.xs = xs
        self.ys = ys
        self.counts = counts
        self.spreads = spreads
        self.areCells = areCells
    }

    /// The counts of a group with what is not exactly known of them.
    public func uncertain(group: Int) -> UncertainCounts {
        UncertainCounts(
            counts.indices.contains(group) ? counts[group] : [],
            spreads.indices.contains(group) ? spreads[group] : .none)
    }

    /// Whether every count of every group is exact.
    public var isExact: Bool { spreads.allSatisfy(\.isExact) }
}
