internal import Glibc

extension WeightedValues {
    /// Atkinson's index, from 0 to 1: the share of what all people have that could be missing if what is left were spread
    /// evenly, by the weight ε that is given to those who have least.
    ///
    ///     A_ε = 1 − [Σ p (x/μ)^(1−ε)]^(1/(1−ε)),   A_1 = 1 − exp(Σ p ln(x/μ))
    ///
    /// Computed as exp(ln(1 + Σ p ((x/μ)^t − 1))/t) with t = 1 − ε, which runs into the case ε = 1 without a step. With
    /// ε ≥ 1 anybody who has nothing makes it 1. Nil with μ = 0, a negative value or ε < 0. A. B. Atkinson 1970, J. Econ.
    /// Theory 2(3):244–263.
    func atkinson(_ epsilon: Double) -> Double? {
        guard isComparable, epsilon >= 0, epsilon.isFinite else { return nil }
        if epsilon == 0 { return 0 }
        let power = 1 - epsilon
        if power <= 0, zip(values, shares).contains(where: { $0 == 0 && $1 > 0 }) { return 1 }
        let logarithm: Double
        if power == 0 {
            logarithm = mean { log($0 / mean) }
        } else {
            // expm1(−∞) = −1: with ε < 1 those who have nothing take their whole share away.
            logarithm = log1p(mean { expm1(power * log($0 / mean)) }) / power
        }
        return min(1, max(0, -expm1(logarithm)))
    }
}
