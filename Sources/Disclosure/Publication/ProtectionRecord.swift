/// By which rules a publication was protected and what that cost: it says nothing of any single value.
public struct ProtectionRecord: Sendable, Hashable {
    /// The rules.
    public let rules: DisclosureRules
    /// How many values of the table and of the overlay are hidden, by reason; reasons that hid nothing are missing.
    public let hidden: [HidingReason: Int]
    /// How many values with a number there were before.
    public let valueCount: Int
    /// How many hidden values can be narrowed more than the rules allow, since what would protect them is already out.
    public let unprotectedCount: Int
    /// How many multiples of the base a count went at most, where counts are rounded together; else 0.
    public let roundingReach: Int

    /// How many values are hidden.
    public var hiddenCount: Int { hidden.values.reduce(0, +) }
}
