/// The noise that a statistics office lays on every count of a protected table: the cell-key method.
///
/// Each count that is not zero is changed by a small random whole number with mean 0 and the same variance everywhere, the
/// same in every table that shows the same people; zero stays zero (Thompson, Broadfoot & Elazar 2013; Giessing & Tent
/// 2019). Of the Zensus 2022 the offices publish neither the variance nor the largest change, only that it is small: the
/// variance is an assumption that a town can replace, and that the town's official total can raise, never lower. A count
/// published as 0 may hide a person or two; this is not part of the variance.
public struct CountNoise: Sendable, Hashable {
    /// What is assumed where nobody said otherwise, in persons²: a standard deviation of about 1.4 persons.
    public static let assumedVariance = 2.0

    /// The variance of one count, in persons²; finite and not negative.
    public let variance: Double

    /// Noise of a variance; nil where it is negative or no number.
    public init?(variance: Double) {
        guard variance.isFinite, variance >= 0 else { return nil }
        self.variance = variance
    }

    private init(known variance: Double) { self.variance = variance }

    /// The noise that is assumed where nobody said otherwise.
    public static let assumed = CountNoise(known: assumedVariance)

    /// The noise that the official total of a town points to, never less than this one:
    ///
    ///     V_cal = (Σ w·count − official)² / Σ w²
    ///
    /// over the cells with people, which is (Σ cells − official)² / n where no border cuts a cell. Where counts were not
    /// given the sum is a range, and only what the official total lies outside of it counts. One total is one draw: it
    /// can show that the noise is larger than assumed, not that it is smaller.
    public func calibrated(_ counts: UncertainCounts, in town: OriginWeights, official: Double) -> CountNoise {
        guard official.isFinite, official >= 0 else { return self }
        var squares = 0.0
        for (origin, weight) in town where counts.count(Int(origin)) > 0 { squares += weight * weight }
        let sum = counts.sum(town)
        let deviation = max(sum.lowest - official, official - sum.highest, 0)
        guard squares > 0 else { return self }
        return CountNoise(known: max(variance, deviation * deviation / squares))
    }
}
