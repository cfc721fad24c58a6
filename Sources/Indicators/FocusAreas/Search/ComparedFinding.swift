/// What is left of a finding once it was looked at in other ways.
///
/// A unit keeps its class only where all of them agree: another zoning, the same without the residents of marked shared
/// accommodation (one hostel makes a small square look like a focus area), and the noise of the counts. Else the data do not
/// decide. A way that itself cannot tell is no objection.
struct ComparedFinding: Sendable, Hashable {
    /// What the search says of the unit as it is.
    var plain: FocusSearch.Finding
    /// What a search in another zoning says of most of its people; nil where it cannot tell.
    var otherZoning: Bool?
    /// What the search says without shared accommodation; nil where none is marked, or it cannot tell.
    var withoutAccommodation: Bool?
    /// In how many of the draws of the counts' noise the unit keeps its class; nil where counts are exact.
    var kept: Double?

    /// The class.
    ///
    /// - Parameter leastKept: the share of draws in which a unit has to keep its class.
    func finding(leastKept: Double) -> FocusSearch.Finding {
        let isFound: Bool
        switch plain {
        case .cannotTell: return plain
        case .found: isFound = true
        case .notFound: isFound = false
        }
        if let otherZoning, otherZoning != isFound { return .cannotTell(.dependsOnZoning) }
        if let withoutAccommodation, withoutAccommodation != isFound { return .cannotTell(.dependsOnAccommodation) }
        if let kept, kept < leastKept { return .cannotTell(.dependsOnNoise) }
        return plain
    }

    /// The share of draws in which each unit has the class that it has without noise; nil for a unit that has none.
    static func kept(_ plain: [FocusSearch.Finding?], in draws: [[FocusSearch.Finding?]]) -> [Double?] {
        plain.indices.map { unit in
            guard !draws.isEmpty, plain[unit]?.isFound != nil else { return nil }
            let same = draws.count { $0[unit]?.isFound == plain[unit]?.isFound }
            return Double(same) / Double(draws.count)
        }
    }
}

extension FocusSearch.Finding {
    /// Whether the unit was found; nil where the data do not decide.
    var isFound: Bool? {
        switch self {
        case .found: true
        case .notFound: false
        case .cannotTell: nil
        }
    }
}
