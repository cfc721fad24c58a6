internal import Glibc

/// Everybody moved to a home drawn by lot: what a figure would be if nothing but chance had spread the group.
///
/// Each unit keeps its number of residents and the group its number of members, so the members in a unit follow the
/// hypergeometric distribution. Persons are drawn one by one; households and houses, which move together, make chance
/// larger than this, never smaller.
enum RandomAllocation {
    /// The mean of |X − nM/N| with X the members of the group among n residents drawn from N, of whom M are members:
    ///
    ///     E|X − nM/N| = (2/N)·ν·(N − M − n + ν)·P(X = ν),  ν = ⌊nM/N⌋ + 1
    ///
    /// Ramasubban 1958, Biometrika 45(3/4):549–556, for the hypergeometric distribution what De Moivre found for the
    /// binomial one. Counts that are no whole numbers, such as shares of cells, are read into the same formula by the gamma
    /// function; it has no jumps.
    static func meanDeviation(residents n: Double, of total: Double, members: Double) -> Double {
        guard n > 0, n < total, members > 0, members < total else { return 0 }
        let others = total - members
        let next = (n * members / total).rounded(.down) + 1
        let probability = exp(
            logBinomial(members, next) + logBinomial(others, n - next) - logBinomial(total, n))
        return 2 / total * next * (others - n + next) * probability
    }

    /// ln of n over k.
    private static func logBinomial(_ n: Double, _ k: Double) -> Double {
        logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
    }

    /// ln Γ of a positive number.
    private static func logGamma(_ value: Double) -> Double {
        // The variant without the process-wide sign; Γ is positive here.
        var sign: Int32 = 0
        return lgamma_r(value, &sign)
    }
}
