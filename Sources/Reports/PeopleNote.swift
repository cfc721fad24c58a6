/// What a report says of counts of people from a census.
public struct PeopleNote: Sendable, Codable, Hashable {
    /// Where the variance of the noise comes from.
    public enum Basis: String, Sendable, Codable, Hashable, CaseIterable {
        /// Nobody said anything: the default.
        case assumed
        /// The project file states it.
        case stated
        /// The official total of the town points to more than was assumed or stated.
        case calibrated
    }

    /// The variance of the noise in each count, in persons².
    public var variance: Double
    /// Where it comes from.
    public var basis: Basis
    /// The years of the censuses, ascending.
    public var years: [Int]

    /// Makes a note.
    public init(variance: Double, basis: Basis, years: [Int]) {
        self.variance = variance
        self.basis = basis
        self.years = years
    }
}
