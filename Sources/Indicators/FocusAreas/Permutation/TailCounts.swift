/// How many rearrangements of the values gave a figure as large, or as small, as the one that was observed.
package struct TailCounts: Sendable, Hashable {
    /// How many gave one at least as large.
    package var atLeast: Int
    /// How many gave one at most as large.
    package var atMost: Int
    /// How many there were.
    package var total: Int
    /// Whether these were all there are, the observed one among them.
    package var isExact: Bool
    /// Whether no more were drawn because enough were at least as large.
    package var isStopped = false

    /// The chance of a figure at least as large where it does not matter where a value lies: c/m over all
    /// rearrangements, (c + 1)/(m + 1) over drawn ones, so that it is never 0, and h/m where drawing stopped at the h-th
    /// (Besag & Clifford 1991, Biometrika 78(2):301–304).
    package var upper: Double { share(atLeast) }

    /// The chance of a figure at most as large.
    package var lower: Double { share(atMost) }

    /// The chance of a figure as far out on either side: twice the smaller one.
    package var twoSided: Double { min(1, 2 * min(upper, lower)) }

    private func share(_ count: Int) -> Double {
        isExact || isStopped ? Double(count) / Double(total) : Double(count + 1) / Double(total + 1)
    }

    /// Up to so many units all rearrangements are gone through: 8! = 40,320.
    package static let mostExactUnits = 8

    /// Counts a figure. Sums of the same numbers in another order are the same figure.
    mutating func count(_ figure: Double, beside observed: Double, rounding: Double) {
        total += 1
        if figure >= observed - rounding { atLeast += 1 }
        if figure <= observed + rounding { atMost += 1 }
    }

    static func none(isExact: Bool) -> TailCounts { TailCounts(atLeast: 0, atMost: 0, total: 0, isExact: isExact) }
}
