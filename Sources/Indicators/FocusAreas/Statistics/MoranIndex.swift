/// How alike neighbours are, in one figure for all units:
///
///     I = (n / S0)·Σ_i Σ_j w_ij·z_i·z_j / Σ z_i²,   z_i = x_i − x̄
///
/// 1 and more where neighbours are equal, below its expectation −1/(n−1) where they are unlike.
///
/// Reference: Moran 1950, Biometrika 37(1/2):17–23.
package enum MoranIndex {
    /// I; nil where values do not differ or no unit has a neighbour.
    package static func value(_ values: [Double], _ weights: SpatialWeights) -> Double? {
        guard let deviations = Deviations(values), values.count == weights.count, weights.total > 0 else { return nil }
        var sum = 0.0
        for unit in values.indices { sum += deviations.values[unit] * weights.lag(of: unit, deviations.values) }
        return Double(values.count) / weights.total * sum / deviations.squares
    }

    /// What I is on average where it does not matter where a value lies.
    package static func expectation(units: Int) -> Double? { units > 1 ? -1 / Double(units - 1) : nil }
}

/// What one unit adds to Moran's index, and in which way it is like its neighbours:
///
///     I_i = (z_i / m2)·Σ_j w_ij·z_j,   m2 = Σ z²/n
///
/// With row-standardised weights ΣI_i = n·I, islands left out. PySAL divides by Σz²/(n − 1): its figures are (n − 1)/n of
/// these.
///
/// Reference: Anselin 1995, Geographical Analysis 27(2):93–115.
package enum LocalMoran {
    /// Where a unit and its neighbours lie beside the mean of all.
    package enum Quadrant: String, Sendable, Hashable, CaseIterable {
        /// High among high ones.
        case highAmongHigh = "high_among_high"
        /// Low among high ones.
        case lowAmongHigh = "low_among_high"
        /// Low among low ones.
        case lowAmongLow = "low_among_low"
        /// High among low ones.
        case highAmongLow = "high_among_low"
    }

    /// I_i of each unit, nil for islands; nil as a whole where values do not differ.
    package static func values(_ values: [Double], _ weights: SpatialWeights) -> [Double?]? {
        guard let deviations = Deviations(values), values.count == weights.count else { return nil }
        let scale = Double(values.count) / deviations.squares
        return values.indices.map { unit in
            weights.entries(of: unit).isEmpty
                ? nil : scale * deviations.values[unit] * weights.lag(of: unit, deviations.values)
        }
    }

    /// Each unit's own value and the mean of its neighbours, both less the mean of all, in standard deviations; nil for
    /// islands. Their product is I_i (the scatter of Anselin 1995).
    package static func scatter(_ values: [Double], _ weights: SpatialWeights) -> [(own: Double, neighbours: Double)?]?
    {
        guard let deviations = Deviations(values), values.count == weights.count else { return nil }
        let scale = (Double(values.count) / deviations.squares).squareRoot()
        return values.indices.map { unit in
            weights.entries(of: unit).isEmpty
                ? nil : (scale * deviations.values[unit], scale * weights.lag(of: unit, deviations.values))
        }
    }

    /// The quadrant of each unit, nil for islands; a value or lag at the mean counts as low.
    package static func quadrants(_ values: [Double], _ weights: SpatialWeights) -> [Quadrant?]? {
        guard let deviations = Deviations(values), values.count == weights.count else { return nil }
        return values.indices.map { unit in
            if weights.entries(of: unit).isEmpty { return nil }
            let isHigh = deviations.values[unit] > 0
            let isAmongHigh = weights.lag(of: unit, deviations.values) > 0
            return switch (isHigh, isAmongHigh) {
            case (true, true): .highAmongHigh
            case (false, true): .lowAmongHigh
            case (false, false): .lowAmongLow
            case (true, false): .highAmongLow
            }
        }
    }
}

/// Values less their mean.
struct Deviations {
    /// z_i.
    let values: [Double]
    /// Σ z².
    let squares: Double

    /// Nil where values do not differ beyond rounding, or some are no finite numbers.
    init?(_ values: [Double]) {
        let mean = values.reduce(0, +) / Double(values.count)
        let deviations = values.map { $0 - mean }
        let squares = deviations.reduce(0) { $0 + $1 * $1 }
        let rounding = 1e-12 * values.reduce(0) { max($0, $1.magnitude) }
        guard squares.isFinite, deviations.contains(where: { $0.magnitude > rounding }) else { return nil }
        self.values = deviations
        self.squares = squares
    }
}
