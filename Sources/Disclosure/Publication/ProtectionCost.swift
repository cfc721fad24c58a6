public import Indicators

/// What protection cost and where it did not succeed: for the town hall, since it speaks of single counts. No edition tells it.
public struct ProtectionCost: Sendable, Hashable {
    /// A count that an outsider can narrow more closely than the rules allow, whatever else is hidden.
    public struct Unprotected: Sendable, Hashable {
        /// What the count is of; nil where nobody prints it and it only follows from others.
        public let key: IndicatorTable.Key?
    }

    /// The sum of what the hidden counts are worth.
    public let loss: Double
    /// A number that no safe choice of hidden counts is worth less than.
    public let lowerBound: Double
    /// The counts that are not protected.
    public let unprotected: [Unprotected]

    /// The loss as a multiple of the bound; 1 where nothing less would do.
    public var ratio: Double { lowerBound > 0 ? max(1, loss / lowerBound) : 1 }
}
