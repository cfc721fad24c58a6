/// The noise that a statistics office lays on every count of a protected table: the cell-key method.
///
/// Each count that is not zero is changed by a small random whole number with mean 0 and the same variance everywhere, the
/// same in every table that shows the same people; zero stays zero (Thompson, Broadfoot & Elazar 2013; Giessing & Tent
/// 2019). Of the Zensus 2022 the offices publish neither the variance nor the largest change, only that it is small: the
/// variance is an assumption that a town can replace, and that the town's official total can raise, never lower. A count
/// published as 0 may hide a person or two; this is not part of the variance.
public struct CountNoise: Sendable, Codable, Hashable {
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
}
