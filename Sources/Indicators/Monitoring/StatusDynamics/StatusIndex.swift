/// Several shares of units in one figure, as city monitors make it: each share as a distance from the mean of all units in
/// standard deviations (z-transform), added up with equal weights.
///
///     S_i = Σ_k (x_ik − x̄_k) / s_k,   s_k² = Σ_i (x_ik − x̄_k)²/n
///
/// A share that is the same everywhere tells units apart in nothing and adds 0.
///
/// Reference: Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung 2013 and later; Freie und
/// Hansestadt Hamburg, Sozialmonitoring.
struct StatusIndex: Sendable, Hashable {
    /// The sum of each unit; more is a lower status, or a worse development.
    let sums: [Double]
    /// The sums in standard deviations of all sums.
    let scores: [Double]

    /// From shares, one column for each kind and one entry for each unit, larger ones for a lower status; nil without
    /// columns, where their lengths differ, and where no sum differs from another.
    init?(_ columns: [[Double]]) {
        guard let count = columns.first?.count, columns.allSatisfy({ $0.count == count }) else { return nil }
        var sums = [Double](repeating: 0, count: count)
        for column in columns {
            guard let deviations = Deviations(column) else { continue }
            let deviation = (deviations.squares / Double(count)).squareRoot()
            for unit in sums.indices { sums[unit] += deviations.values[unit] / deviation }
        }
        guard let deviations = Deviations(sums) else { return nil }
        let deviation = (deviations.squares / Double(count)).squareRoot()
        self.sums = sums
        scores = deviations.values.map { $0 / deviation }
    }
}
