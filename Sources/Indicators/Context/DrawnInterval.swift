internal import Town

/// Between what a figure lies, as far as draws of the counts tell: see ``CountDraws``.
enum DrawnInterval {
    /// The value ± 1.96 standard deviations of what the draws made of the figure, within its range; nil where nothing moves
    /// it.
    static func about(_ value: Double, _ drawn: [Double], in possible: ClosedRange<Double>) -> ClosedRange<Double>? {
        guard drawn.count > 1 else { return nil }
        let mean = drawn.reduce(0, +) / Double(drawn.count)
        let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(drawn.count - 1)
        let reach = SpreadInterval.standardDeviations * variance.squareRoot()
        guard reach > 1e-12 else { return nil }
        return max(possible.lowerBound, value - reach)...min(possible.upperBound, value + reach)
    }
}
