/// The cell-key method: every count is changed by a little noise that depends on the seed and on which cell it is, so that
/// the same cell with the same count always appears alike.
///
/// The noise has the mean zero and a stated variance and never exceeds `maximum`; zero stays zero; nothing falls below
/// zero, and no result lies between 1 and ``leastResult`` − 1. Sums of published counts are off the published totals. B. Fraser
/// and J. Wooton, *A proposed method for confidentialising tabular output to protect against differencing*, UNECE 2005; the
/// distribution is that of the greatest entropy.
public struct CellKey: Sendable {
    /// The greatest change, persons.
    public let maximum: Int
    /// The variance of the change of counts that are large enough, persons squared. Smaller counts may have less; with
    /// `leastResult` above 1, counts below it have more, since they must move.
    public let variance: Double
    /// The least count other than zero that is ever published.
    public let leastResult: Int
    /// The seed; who knows it can undo the noise.
    public let seed: UInt64
    /// The distribution for each count; the last is that of all larger counts.
    private let distributions: [NoiseDistribution]

    /// Sets the method up; nothing where the numbers allow no noise with mean zero: `maximum` from 1 to 100 and not
    /// below `leastResult` − 1, `variance` above 0 and below `maximum` squared, `leastResult` from 1.
    ///
    /// Costs a few Newton iterations for each of `maximum + leastResult` distributions.
    public init?(maximum: Int, variance: Double, leastResult: Int = 1, seed: UInt64) {
        guard (1...100).contains(maximum), leastResult >= 1, maximum >= leastResult - 1, variance > 0,
            variance < Double(maximum * maximum)
        else { return nil }
        self.maximum = maximum
        self.variance = variance
        self.leastResult = leastResult
        self.seed = seed
        distributions = (0...maximum + leastResult).map { count in
            let changes = (-maximum...maximum).filter { change in
                let result = count + change
                return count == 0 ? change == 0 : result == 0 || result >= leastResult
            }
            return NoiseDistribution(changes: changes, variance: variance)
        }
    }

    /// The changes that a count can undergo and their probabilities: a row of the transition matrix.
    public func transitions(from count: Int) -> [(change: Int, probability: Double)] {
        let distribution = distribution(of: count)
        return zip(distribution.changes, distribution.probabilities).map { ($0, $1) }
    }

    /// The count to publish for a cell. A negative count is no count and stays as it is.
    ///
    /// `identity` names the cell by area, group and indicator, not by the year: then a count that has not changed is
    /// published alike every year, and the years cannot be averaged to take the noise out. Linear in the length of the
    /// identity.
    public func published(_ count: Int, identity: String) -> Int {
        guard count > 0 else { return count }
        let distribution = distribution(of: count)
        let key = StableKey(identity, seed: seed).fraction
        var sum = 0.0
        var last = 0
        for (change, probability) in zip(distribution.changes, distribution.probabilities) where probability > 0 {
            sum += probability
            last = change
            if key < sum { break }
        }
        let result = count.addingReportingOverflow(last)
        return result.overflow ? count : result.partialValue
    }

    private func distribution(of count: Int) -> NoiseDistribution {
        distributions[min(max(count, 0), distributions.count - 1)]
    }
}
