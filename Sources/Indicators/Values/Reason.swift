/// Why a figure is refused or to be taken with care: a guard against indexes that mean nothing in a small town.
public enum Reason: String, Sendable, Codable, Hashable, CaseIterable {
    /// Too few quarters or cells for such an index.
    case fewUnits = "few_units"
    /// Too few people.
    case smallCounts = "small_counts"
    /// Everybody has the same, so there is nothing to compare.
    case noVariation = "no_variation"
    /// The difference is not larger than what chance alone makes.
    case noReliableDifference = "no_reliable_difference"
    /// Only one of two ways to cut the town into units shows the difference.
    case oneUnitOnly = "one_unit_only"
    /// The group is counted elsewhere than all residents are, as in cells of another size.
    case mixedResolution = "mixed_resolution"
    /// The two groups have people in common.
    case groupsOverlap = "groups_overlap"
    /// Much of what the figure rests on is not recorded.
    case muchNotRecorded = "much_not_recorded"
    /// The squares are so small that chance decides who lives in them.
    case unitsTooSmall = "units_too_small"
    /// Chance alone would make more than half of the figure.
    case mostlyChance = "mostly_chance"
    /// The noise of protected counts alone would make more than half of the figure.
    case mostlyNoise = "mostly_noise"
    /// Nobody said which group's share tells who is better off.
    case noRankVariable = "no_rank_variable"
    /// The computation comes to no rest: some part of the town reaches too little for those who live there.
    case noBalance = "no_balance"
    /// More than the computation can hold in memory.
    case tooLarge = "too_large"
    /// A unit without neighbours has nothing to compare with.
    case noNeighbours = "no_neighbours"
    /// Quarters and squares of a grid say different things.
    case dependsOnZoning = "depends_on_zoning"
    /// With and without marked shared accommodation the result is another.
    case dependsOnAccommodation = "depends_on_accommodation"
    /// The result changes within what is not exactly known of the counts.
    case dependsOnNoise = "depends_on_noise"
    /// The town gave no focus areas.
    case noGivenAreas = "no_given_areas"
    /// The computation points to no area.
    case nothingFound = "nothing_found"
    /// Figures of two dates are not recorded.
    case noEarlierFigures = "no_earlier_figures"
    /// Too much is there at only one of two dates.
    case datesNotComparable = "dates_not_comparable"
}
