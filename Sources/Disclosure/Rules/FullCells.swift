extension DisclosureRules {
    /// Whether a group is everybody of a unit, so that whoever is known to live there is known to belong to it.
    public func isFull(_ count: Double, of residents: Double) -> Bool {
        hidesFullCells && residents > DisclosureRules.nobody && residents - count <= DisclosureRules.nobody
    }
}
