/// What a value is worth. One closed list for all indicators and outputs.
public enum Status: String, Sendable, Codable, Hashable, CaseIterable {
    /// A value from complete data.
    case valid
    /// A value that rests on an estimate, such as a cut cell.
    case estimated
    /// Nothing recorded to compute from.
    case noData = "no_data"
    /// Hidden because the count is small.
    case suppressed
    /// A value from data that the source calls unreliable.
    case unreliable
    /// The origin or place does not reach the street network.
    case notConnected = "not_connected"
    /// No place within the limit of the search.
    case notReachable = "not_reachable"
    /// The question makes no sense here, such as a share of no residents.
    case notApplicable = "not_applicable"
    /// The data do not decide.
    case cannotTell = "cannot_tell"
}

/// What an indicator value belongs to.
public enum AreaLevel: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
    case town, quarter
    case focusArea = "focus_area"
    case area
    /// A single place.
    case place
    /// Who runs places and offers.
    case `operator`

    private var rank: Int {
        switch self {
        case .town: 0
        case .quarter: 1
        case .focusArea: 2
        case .area: 3
        case .place: 4
        case .operator: 5
        }
    }

    /// Town first, then quarters, focus areas, other areas, places, operators.
    public static func < (left: AreaLevel, right: AreaLevel) -> Bool { left.rank < right.rank }
}
