extension DisclosureRules {
    /// Whether a place has users, but too few to be told of.
    public func hasFewUsers(_ users: Double) -> Bool {
        users > DisclosureRules.nobody && users < placeUsers - DisclosureRules.nobody
    }
}
