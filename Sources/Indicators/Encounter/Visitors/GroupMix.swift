#if canImport(Glibc)
    internal import Glibc
#endif

/// How mixed some people are: their numbers by groups of which everybody is in exactly one.
struct GroupMix: Sendable, Hashable {
    /// The shares π of the groups, 1 in sum.
    let shares: [Double]

    /// The mix of some numbers of people; nil where there are none.
    init?(_ people: [Double]) {
        let all = people.reduce(0, +)
        guard all > 0 else { return nil }
        shares = people.map { $0 / all }
    }

    /// Hn = −Σ π ln π / ln K, K the number of groups: 0 where all are of one group, 1 where all groups are equally many
    /// (Shannon 1948, Bell System Technical Journal 27:379–423). Nil for a single group.
    var evenness: Double? {
        guard shares.count > 1 else { return nil }
        let entropy = -shares.reduce(0) { $1 > 0 ? $0 + $1 * log($1) : $0 }
        return min(1, max(0, entropy / log(Double(shares.count))))
    }

    /// KL = Σ π ln(π/τ), the distance from a mix τ in nats: 0 where both are the same (Kullback & Leibler 1951, Annals of
    /// Mathematical Statistics 22(1):79–86). Nil where there are people of a group that τ has nobody of.
    func distance(from other: GroupMix) -> Double? {
        var sum = 0.0
        for (own, reference) in zip(shares, other.shares) where own > 0 {
            guard reference > 0 else { return nil }
            sum += own * log(own / reference)
        }
        return max(0, sum)
    }
}
