/// What people have, as columns: for each unit (a cell, an address) a value x_i and the share p_i of all people who have
/// it, Σ p = 1. Every index of this theme is one of these columns, so that each counts people, not units: two units with
/// the same value are as good as one with the people of both.
struct WeightedValues: Sendable {
    /// The value of each unit; 0 where nobody lives, whatever was given.
    let values: [Double]
    /// The share of all people in each unit.
    let shares: [Double]
    /// The number of units in which anybody lives.
    let unitCount: Int
    /// μ = Σ p·x.
    let mean: Double

    /// Makes columns; nil where nobody lives, where a number of people is negative, or where what people have is no
    /// finite number.
    init?(_ values: [Double], people: [Double]) {
        guard values.count == people.count, people.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
        let total = people.reduce(0, +)
        guard total > 0, total.isFinite else { return nil }
        let known = zip(values, people).map { $1 > 0 ? $0 : 0 }
        guard known.allSatisfy(\.isFinite) else { return nil }
        self.values = known
        shares = people.map { $0 / total }
        unitCount = people.count { $0 > 0 }
        mean = zip(known, shares).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Whether everybody has the same.
    var isUniform: Bool {
        let inhabited = zip(values, shares).filter { $0.1 > 0 }.map(\.0)
        return inhabited.allSatisfy { $0 == inhabited.first }
    }

    /// Whether indexes of inequality mean anything: nobody has less than nothing, and together people have something.
    /// With μ = 0 they are undefined, not 0.
    var isComparable: Bool { mean > 0 && values.allSatisfy { $0 >= 0 } }

    /// Σ p·f(x).
    func mean(of transform: (Double) -> Double) -> Double {
        var sum = 0.0
        for (value, share) in zip(values, shares) where share > 0 { sum += share * transform(value) }
        return sum
    }
}
