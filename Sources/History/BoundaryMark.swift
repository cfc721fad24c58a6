/// What became of the land that an earlier figure speaks of, and of the figure.
public enum BoundaryMark: Sendable, Hashable {
    /// The land is the same, or that is not known.
    case same
    /// The land had another id.
    case otherID(String)
    /// The figure was converted to the later outline: an estimate between hard bounds.
    case converted
    /// The figure cannot be converted, for a reason that is named.
    case notComparable(String)
}

/// What is known of the boundaries of two runs' quarters.
public enum BoundaryComparison: Sendable, Hashable {
    /// They are the same, up to slivers.
    case same
    /// One of the runs does not say.
    case unknown
    /// So many quarters of the later run are not those of the earlier one; figures were weighted by what is named.
    case changed(quarters: Int, weights: String)

    /// What the checksums alone say.
    public init(_ before: HistoryRun, _ after: HistoryRun) {
        guard let old = before.boundaries, let new = after.boundaries else {
            self = .unknown
            return
        }
        self = old.checksum == new.checksum ? .same : .unknown
    }
}

/// What an earlier run says of the areas of a later one.
public struct ConvertedFigures: Sendable {
    /// The figures, each area and measure once, with what became of the land.
    public var figures: [(figure: HistoryRun.Figure, mark: BoundaryMark)]
    /// What is known of the boundaries.
    public var boundaries: BoundaryComparison

    /// Makes figures.
    public init(figures: [(figure: HistoryRun.Figure, mark: BoundaryMark)], boundaries: BoundaryComparison) {
        self.figures = figures
        self.boundaries = boundaries
    }
}
