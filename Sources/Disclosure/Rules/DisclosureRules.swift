/// What may be published: the numbers that the project file can set in its section `disclosure`, with what holds where it
/// says nothing.
public struct DisclosureRules: Sendable, Hashable {
    /// When few contributors make most of a count, such as one house.
    public struct Dominance: Sendable, Hashable {
        /// The number of the largest contributors.
        public var contributors: Int
        /// The share of the count that they must not exceed together.
        public var share: Double

        /// Makes a rule.
        public init(contributors: Int, share: Double) {
            self.contributors = contributors
            self.share = share
        }
    }

    /// Counts of people from 1 on that are smaller are hidden; zero is shown.
    public var minimumCount = 5.0
    /// The least width in persons of what an outsider may narrow a hidden count to.
    public var protection = 5.0
    /// Figures of a group are shown only in units with at least so many residents.
    public var groupShareResidents = 300.0
    /// Units with fewer residents are hidden; 0 where none is.
    public var minimumPopulation = 0.0
    /// When few make most of a count; nil where that does not matter.
    public var dominance: Dominance?
    /// Shares, means and indexes of fewer people are hidden.
    public var minimumDenominator = 30.0
    /// Whether a group that is everybody of a unit is hidden.
    public var hidesFullCells = true
    /// Figures of places with fewer users are hidden.
    public var placeUsers = 3.0
    /// How what is small is protected.
    public var method = DisclosureMethod.suppression

    /// The rules that hold where nobody sets others.
    public init() {}
}

extension DisclosureRules {
    /// The ranges that numbers of the project file must lie in, by key.
    public static let ranges: [(key: String, range: ClosedRange<Double>)] = [
        ("minimum_count", 1...1_000), ("protection", 1...1_000), ("group_share_residents", 0...1_000_000),
        ("minimum_population", 0...1_000_000), ("minimum_denominator", 1...100_000), ("place_users", 1...1_000),
    ]

    /// The range of a key; everything where there is no such key.
    public static func range(_ key: String) -> ClosedRange<Double> {
        ranges.first { $0.key == key }?.range ?? -Double.infinity...Double.infinity
    }
}
