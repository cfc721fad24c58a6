extension DisclosureRules {
    /// Whether a share, mean or index rests on too few people.
    public func isSmallDenominator(_ people: Double) -> Bool {
        people > DisclosureRules.nobody && people < minimumDenominator - DisclosureRules.nobody
    }
}
