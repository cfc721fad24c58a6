internal import Glibc

/// Theil's T with its parts.
struct TheilParts: Sendable, Hashable {
    /// What differs between zones: Σ s_g ln(μ_g/μ).
    var between: Double
    /// What differs inside of zones: Σ s_g T_g.
    var within: Double

    /// T.
    var total: Double { between + within }
}

extension WeightedValues {
    /// Theil's T, from 0 (everybody has the same) to ln(1/p) with p the share of those who have all:
    ///
    ///     T = Σ p (x/μ) ln(x/μ),   0·ln 0 = 0
    ///
    /// People without anything count in every sum, in μ as in T. Nil with μ = 0 or a negative value. H. Theil 1967,
    /// Economics and Information Theory.
    var theil: Double? {
        guard isComparable else { return nil }
        return mean { WeightedValues.surprise($0 / mean) }
    }

    /// T of zones and T inside of them, with s_g = p_g·μ_g/μ the share of zone g of what all people have.
    ///
    /// - Parameter zones: the zone of each unit.
    func theil(zones: [Int]) -> TheilParts? {
        guard isComparable, zones.count == values.count else { return nil }
        var zoneShares: [Int: Double] = [:]
        var sums: [Int: Double] = [:]
        for (unit, zone) in zones.enumerated() where shares[unit] > 0 {
            zoneShares[zone, default: 0] += shares[unit]
            sums[zone, default: 0] += shares[unit] * values[unit]
        }
        var parts = TheilParts(between: 0, within: 0)
        // In the order of zones, so that rounding is the same in every run.
        for zone in zoneShares.keys.sorted() {
            guard let share = zoneShares[zone], let sum = sums[zone] else { continue }
            parts.between += share * WeightedValues.surprise(sum / share / mean)
        }
        for (unit, zone) in zones.enumerated() where shares[unit] > 0 {
            // Where nobody of a zone has anything, nothing differs in it.
            guard let share = zoneShares[zone], let sum = sums[zone], sum > 0 else { continue }
            let zoneMean = sum / share
            parts.within += shares[unit] * zoneMean / mean * WeightedValues.surprise(values[unit] / zoneMean)
        }
        return parts
    }

    /// r ln r − r + 1: what r ln r adds to T, since ratios r to a mean are 1 on average. Never negative, so that sums of
    /// it do not cancel out.
    private static func surprise(_ ratio: Double) -> Double {
        ratio > 0 ? max(0, ratio * log(ratio) - ratio + 1) : 1
    }
}
