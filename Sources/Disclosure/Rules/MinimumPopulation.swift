extension DisclosureRules {
    /// Whether a unit has residents, but too few to be told of.
    public func hidesUnit(with residents: Double) -> Bool {
        residents > DisclosureRules.nobody && residents < minimumPopulation - DisclosureRules.nobody
    }
}
