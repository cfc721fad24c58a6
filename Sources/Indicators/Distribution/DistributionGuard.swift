/// Why a figure of spatial distribution is refused, or to be taken with care.
enum DistributionGuard {
    /// Squares smaller than this hold so few people that chance decides.
    static let leastSide = 250.0
    /// With fewer inhabited units one of them decides.
    static let leastUnits = 5
    /// If chance or noise alone makes more than this part of a figure, it says little of the town.
    static let mostChance = 0.5
    /// How often noise is drawn anew to see how far a figure moves with it.
    static let draws = 100
    /// Where the draws start from.
    static let seed: UInt64 = 1
    /// If more than this part of a group may be or not be there, so may the figure.
    static let mostOpen = 0.1

    /// Why there is no figure, whatever its value would be.
    static func refusal(_ town: ZonedTown, units: Int, members: Double, leastPeople: Double) -> (Status, Reason)? {
        if let side = town.zoning.side, side < leastSide { return (.cannotTell, .unitsTooSmall) }
        if members < leastPeople { return (.cannotTell, .smallCounts) }
        if units < 2 { return (.notApplicable, .fewUnits) }
        return nil
    }

    /// Why a figure says little; nil where it can be relied on.
    static func doubt(units: Int, observed: Double, random: Double, noise: Double) -> Reason? {
        if random > mostChance * observed { return .mostlyChance }
        if noise > mostChance * observed { return .mostlyNoise }
        if units < leastUnits { return .fewUnits }
        return nil
    }
}
