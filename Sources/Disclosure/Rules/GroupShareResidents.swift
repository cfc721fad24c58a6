extension DisclosureRules {
    /// Whether a unit with so many residents is too small for figures of a group.
    public func hidesGroups(ofUnitWith residents: Double) -> Bool {
        residents > DisclosureRules.nobody && residents < groupShareResidents - DisclosureRules.nobody
    }
}
