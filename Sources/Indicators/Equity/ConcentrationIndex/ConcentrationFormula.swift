extension WeightedValues {
    /// The concentration index, from −1 to 1: above 0 where those who rank high have more, 0 where rank does not matter.
    ///
    ///     CI = (2/μ) Σ p (x − μ)(r − ½)
    ///
    /// r is the middle rank, which units of the same rank share. Nil with μ = 0 or a negative value. E. van Doorslaer and
    /// X. Koolman 2004, Health Econ. 13(7):609–628.
    ///
    /// - Parameter ranks: the rank variable of each unit.
    func concentration(rankedBy ranks: [Double]) -> Double? {
        guard isComparable else { return nil }
        return tilt(rankedBy: ranks).map { 2 * $0 / mean }
    }

    /// Erreygers' index of a bounded x, from −1 to 1. Other than the concentration index it is the same, with the other
    /// sign, for what people have and for what they lack.
    ///
    ///     E = 4μ/(b − a)·CI = 8/(b − a) Σ p (x − μ)(r − ½),   a ≤ x ≤ b
    ///
    /// Nil where a value lies outside of the bounds. G. Erreygers 2009, J. Health Econ. 28(2):504–515.
    func erreygers(rankedBy ranks: [Double], bounds: ClosedRange<Double>) -> Double? {
        let width = bounds.upperBound - bounds.lowerBound
        let isInside = zip(values, shares).allSatisfy { $1 == 0 || bounds.contains($0) }
        guard width > 0, isInside else { return nil }
        return tilt(rankedBy: ranks).map { 8 * $0 / width }
    }

    /// Σ p (x − μ)(r − ½).
    private func tilt(rankedBy ranks: [Double]) -> Double? {
        RankedPeople(self, by: ranks)?.blocks.reduce(0) { $0 + ($1.sum - mean * $1.share) * ($1.middle - 0.5) }
    }
}
