internal import Town

/// Between what a figure lies, as far as draws of the counts tell: see ``CountDraws``.
enum DrawnInterval {
    /// What method sheets say of the interval.
    static let german = """
        Die Spanne umfasst das Rauschen geschützter Zahlen und das, was nicht angegeben ist: Die Zahlen werden bis zu \
        \(CountDraws.number)-mal neu ausgelost (Anfangswert \(CountDraws.seed); in großen Städten seltener, mindestens \
        \(CountDraws.fewest)-mal), und die Spanne ist der Wert ± 1,96·√(s² + b²) mit s Standardabweichung und b \
        Verschiebung des Mittels der Auslosungen. Ohne geschützte Zahlen gibt es keine.
        """
    /// The same in English.
    static let english = """
        The range holds the noise of protected counts and what was not given: counts are drawn anew up to \
        \(CountDraws.number) times (seed \(CountDraws.seed); less often in large towns, at least \(CountDraws.fewest) \
        times), and the range is the value ± 1.96·√(s² + b²) with s the standard deviation and b the shift of the mean of \
        the draws. Without protected counts there is none.
        """

    /// The value ± 1.96·√(s² + b²), s the standard deviation of what the draws made of the figure, within its range; nil
    /// where nothing moves it.
    ///
    /// - Parameter withShift: whether b is how far the mean of the draws lies from the value, else 0. Noise that draws a
    ///   figure one way, such as ranks and likeness towards chance, did so once when the counts were made, too: the truth is
    ///   about as far from the value as the value is from the draws.
    static func about(
        _ value: Double, _ drawn: [Double], in possible: ClosedRange<Double>, withShift: Bool
    ) -> ClosedRange<Double>? {
        guard drawn.count > 1 else { return nil }
        let mean = drawn.reduce(0, +) / Double(drawn.count)
        let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(drawn.count - 1)
        let shift = withShift ? mean - value : 0
        let reach = SpreadInterval.standardDeviations * (variance + shift * shift).squareRoot()
        guard reach > 1e-12 else { return nil }
        return min(value, max(possible.lowerBound, value - reach))...max(value, min(possible.upperBound, value + reach))
    }
}
