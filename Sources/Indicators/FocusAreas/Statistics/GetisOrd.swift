/// How high the values of a unit and its neighbours are together, in standard deviations (Gi*):
///
///     Gi* = (Σ_j w_ij·x_j − x̄·W_i) / ( s·√[ (n·Σ_j w_ij² − W_i²) / (n − 1) ] ),   W_i = Σ_j w_ij
///
/// with the unit itself among its neighbours (w_ii = 1) and s² = Σ(x − x̄)²/n.
///
/// References: Getis & Ord 1992, Geographical Analysis 24(3):189–206; Ord & Getis 1995, Geographical Analysis
/// 27(4):286–306.
package enum GetisOrd {
    /// Gi* of each unit; nil for a unit whose neighbours are all others, and as a whole where values do not differ.
    ///
    /// - Parameter weights: without the units themselves; each is counted in with a weight of 1.
    package static func values(_ values: [Double], _ weights: SpatialWeights) -> [Double?]? {
        guard let deviations = Deviations(values), values.count == weights.count, values.count > 1 else { return nil }
        let count = Double(values.count)
        let deviation = (deviations.squares / count).squareRoot()
        return values.indices.map { unit in
            var (sum, squares) = (1.0, 1.0)
            for entry in weights.entries(of: unit) {
                sum += weights.weights[entry]
                squares += weights.weights[entry] * weights.weights[entry]
            }
            let spread = (count * squares - sum * sum) / (count - 1)
            guard spread > 1e-12 * squares else { return nil }
            let surplus = deviations.values[unit] + weights.lag(of: unit, deviations.values)
            return surplus / (deviation * spread.squareRoot())
        }
    }
}
