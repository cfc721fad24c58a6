extension DisclosureRules {
    /// Whether the largest contributors make more of a count than they may: the (n, k) rule of A. Hundepool et al.,
    /// *Statistical Disclosure Control*, Wiley 2012, section 4.2.
    public func isDominated(_ contributions: [Double]) -> Bool {
        guard let dominance, dominance.contributors > 0 else { return false }
        let total = contributions.reduce(0, +)
        guard total > DisclosureRules.nobody else { return false }
        let largest = contributions.sorted(by: >).prefix(dominance.contributors).reduce(0, +)
        return largest > dominance.share * total + DisclosureRules.nobody
    }
}
