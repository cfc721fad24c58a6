/// Between which values a figure lies, as far as the data decide: 95 of 100 such intervals hold the true value.
public struct SpreadInterval: Sendable, Hashable {
    /// The lower bound.
    public let lower: Double
    /// The upper bound; infinite where the data set none.
    public let upper: Double

    /// How many standard deviations lie between a value and its bounds: the quantile of the normal distribution that
    /// leaves 2.5 % on either side. A sum over some dozens of cells is as good as normal.
    public static let standardDeviations = 1.96

    /// The interval about a value: what counts that were not given leave open, and on both sides the noise.
    ///
    ///     lower = lowest − 1.96·√variance        upper = highest + 1.96·√variance
    ///
    /// cut off at 0 and at `most`. It always holds the value. Nil where nothing is open: then the value is exact.
    ///
    /// Where people in large cells live adds its variance, but only noise leads beyond what is possible wherever they live.
    ///
    /// - Parameters:
    ///   - cutVariance: the variance of where people live in large cells, see ``CoarseCells``.
    ///   - possible: the least and the most where all of them live outside or inside; it holds the value.
    init?(
        about value: Double, from lowest: Double, to highest: Double, variance: Double, cutVariance: Double = 0,
        possible: ClosedRange<Double> = -.infinity ... .infinity, most: Double = .infinity
    ) {
        let noise = SpreadInterval.standardDeviations * max(variance, 0).squareRoot()
        let wide = SpreadInterval.standardDeviations * (max(variance, 0) + max(cutVariance, 0)).squareRoot()
        let lower = max(0, Swift.min(value, lowest) - wide, possible.lowerBound - noise)
        let upper = Swift.max(
            value, Swift.min(Swift.max(value, highest) + wide, possible.upperBound + noise, most))
        // Sums in another order differ by rounding, which is no spread.
        guard lower.isFinite, upper - lower > 1e-9 * Swift.max(1, value) else { return nil }
        self.lower = lower
        // Part of a cell whose count has no bound, see `CountSpread.unbounded`.
        self.upper = upper < 1e9 ? upper : .infinity
    }

    /// Whether there is an upper bound.
    public var isBounded: Bool { upper.isFinite }

    /// The bounds as a range.
    public var range: ClosedRange<Double> { lower...upper }

    /// The interval of these bounds and the value between them; nil where they are the value.
    public init?(lower: Double, upper: Double, about value: Double) {
        self.init(about: value, from: lower, to: upper, variance: 0)
    }
}
