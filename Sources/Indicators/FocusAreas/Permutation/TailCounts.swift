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

/// Units in an order of their own, so that drawing does not depend on the order of rows.
struct CanonicalOrder {
    /// The units, ascending by key.
    let units: [Int]
    /// The place of each unit in that order.
    let ranks: [Int]

    init(keys: [UInt64]) {
        let units = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        var ranks = [Int](repeating: 0, count: keys.count)
        for (rank, unit) in units.enumerated() { ranks[unit] = rank }
        self.units = units
        self.ranks = ranks
    }
}

/// The key of an id: FNV-1a over its UTF-8 bytes.
///
/// Source: Fowler, Noll & Vo, "The FNV non-cryptographic hash algorithm", RFC 9923.
package func permutationKey(_ id: String) -> UInt64 {
    id.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}

extension SeededRandom {
    /// A number of `0..<count`, for a count above 0.
    @inline(__always)
    mutating func index(below count: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: count)).high)
    }
}
