/// Why a value is hidden. In the order in which reasons are counted and told.
public enum HidingReason: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The count is small.
    case smallCount = "small_count"
    /// The group is everybody of the unit.
    case fullCell = "full_cell"
    /// The unit has too few residents for figures of a group.
    case fewResidents = "few_residents"
    /// The unit has too few residents.
    case smallUnit = "small_unit"
    /// Few make most of the count.
    case dominance
    /// A share or mean of too few people.
    case smallDenominator = "small_denominator"
    /// A place with too few users.
    case fewUsers = "few_users"
    /// It was hidden in what is already out.
    case hiddenBefore = "hidden_before"
    /// Another hidden value could be worked out from it.
    case linked

    private var rank: Int { HidingReason.allCases.firstIndex(of: self) ?? 0 }

    /// Reasons of a value's own first.
    public static func < (left: HidingReason, right: HidingReason) -> Bool { left.rank < right.rank }
}
