extension DisclosureRules {
    /// Sums of parts of cells leave noise beyond this; what is smaller is nobody.
    static let nobody = 1e-6

    /// Whether a count of people is not zero and smaller than the minimum.
    public func isSmall(_ count: Double) -> Bool {
        count > DisclosureRules.nobody && count < minimumCount - DisclosureRules.nobody
    }
}
