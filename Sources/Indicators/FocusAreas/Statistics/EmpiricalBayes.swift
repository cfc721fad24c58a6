/// Rates of units with few people, steadied by what is known of all units (empirical Bayes, method of moments).
///
/// With e_i cases among P_i people, r_i = e_i/P_i, n units and P̄ = ΣP/n:
///
///     b  = Σe / ΣP
///     s² = max(0, Σ P_i·(r_i − b)² / ΣP − b/P̄)
///     θ_i = w_i·r_i + (1 − w_i)·b,   w_i = s² / (s² + b/P_i)
///     z_i = (r_i − b) / √(s² + b/P_i)
///
/// θ lies between the unit's own rate and the rate of all: the fewer people, the nearer to the latter. z is the rate in
/// terms of how far chance alone would throw it, so that z of small and large units may be exchanged (EBI). Both rest on
/// one s², which is a variance and so never negative: where rates differ less than chance alone would have it, it is 0 and
/// every θ is b.
///
/// References: Marshall 1991, Applied Statistics 40(2):283–294; Assunção & Reis 1999, Statistics in Medicine
/// 18(16):2147–2162.
package struct EmpiricalBayes: Sendable, Hashable {
    /// b, the rate of all units together.
    package let mean: Double
    /// s², how much the units' true rates vary.
    package let variance: Double

    /// From the cases and people of the units; nil without people. Units without people say nothing.
    package init?(cases: [Double], people: [Double]) {
        var (allCases, allPeople, units) = (0.0, 0.0, 0.0)
        for (cases, people) in zip(cases, people) where people > 0 {
            allCases += cases
            allPeople += people
            units += 1
        }
        guard allPeople > 0 else { return nil }
        let mean = allCases / allPeople
        var spread = 0.0
        for (cases, people) in zip(cases, people) where people > 0 {
            let deviation = cases / people - mean
            spread += people * deviation * deviation
        }
        self.mean = mean
        variance = max(0, spread / allPeople - mean * units / allPeople)
    }

    /// θ: the rate of a unit, drawn towards ``mean``; nil without people.
    package func rate(cases: Double, people: Double) -> Double? {
        guard people > 0 else { return nil }
        let chance = mean / people
        guard variance + chance > 0 else { return mean }
        let weight = variance / (variance + chance)
        return weight * cases / people + (1 - weight) * mean
    }

    /// z: how far the rate of a unit lies from ``mean``, in standard deviations; nil without people, 0 without cases
    /// anywhere.
    package func score(cases: Double, people: Double) -> Double? {
        guard people > 0 else { return nil }
        let scale = variance + mean / people
        return scale > 0 ? (cases / people - mean) / scale.squareRoot() : 0
    }
}
