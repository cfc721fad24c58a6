extension WeightedValues {
    /// The population-weighted Gini coefficient, from 0 (everybody has the same) to below 1 (one has all):
    ///
    ///     G = Σ_i Σ_k p_i p_k |x_i − x_k| / (2μ)
    ///
    /// Computed over the ascending values as Σ F·(1 − F)·Δx / μ with F the share of people below each step Δx: no term is
    /// negative, so nothing cancels out. Nil with μ = 0 or a negative value. C. Gini 1912, Variabilità e mutabilità.
    var gini: Double? {
        guard isComparable else { return nil }
        let order = values.indices.sorted { values[$0] < values[$1] }
        var (below, sum) = (0.0, 0.0)
        for (lower, higher) in zip(order, order.dropFirst()) {
            below += shares[lower]
            sum += below * max(0, 1 - below) * (values[higher] - values[lower])
        }
        return sum / mean
    }
}
