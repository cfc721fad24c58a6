public import Disclosure

/// What the public edition may say of people, and what is already out: the section `disclosure` of the project file.
public struct DisclosureEntry: Sendable, Hashable {
    /// The rules.
    public var rules = DisclosureRules()
    /// Folders of publications that are already out, relative to the project file.
    public var released: [String] = []

    /// What holds where the project file says nothing.
    public init() {}
}

extension ProjectFile {
    /// The section `disclosure`.
    static func readDisclosure(_ root: YAMLMapping) -> DisclosureEntry {
        var entry = DisclosureEntry()
        guard let mapping = root.mapping("disclosure") else { return entry }
        func number(_ key: String) -> Double? { ruleNumber(mapping, key, within: DisclosureRules.range(key)) }
        entry.rules.minimumCount = number("minimum_count") ?? entry.rules.minimumCount
        // Whoever asks for a larger minimum means it for what can be worked out, too.
        entry.rules.protection = number("protection") ?? max(entry.rules.protection, entry.rules.minimumCount)
        entry.rules.groupShareResidents = number("group_share_residents") ?? entry.rules.groupShareResidents
        entry.rules.minimumPopulation = number("minimum_population") ?? entry.rules.minimumPopulation
        entry.rules.minimumDenominator = number("minimum_denominator") ?? entry.rules.minimumDenominator
        entry.rules.placeUsers = number("place_users") ?? entry.rules.placeUsers
        entry.rules.hidesFullCells = mapping.flag("full_cells") ?? entry.rules.hidesFullCells
        entry.rules.dominance = mapping.mapping("dominance").flatMap(readDominance)
        entry.released = (mapping.list("released") ?? []).compactMap {
            YAMLMapping.text(of: $0, path: $1, mapping.findings)
        }
        mapping.finish()
        return entry
    }

    private static func readDominance(_ mapping: YAMLMapping) -> DisclosureRules.Dominance? {
        let contributors = ruleNumber(mapping, "n", within: 1...100).flatMap { Int(exactly: $0.rounded()) }
        let share = ruleNumber(mapping, "k", within: 0.01...1)
        mapping.finish()
        guard let contributors, let share else { return nil }
        return DisclosureRules.Dominance(contributors: contributors, share: share)
    }

    /// One number within its range.
    private static func ruleNumber(
        _ mapping: YAMLMapping, _ key: String, within range: ClosedRange<Double>
    ) -> Double? {
        guard let numbers = mapping.numbers(key) else { return nil }
        guard numbers.count == 1, let number = numbers.first, range.contains(number) else {
            let (least, most) = (Int(range.lowerBound), Int(range.upperBound))
            mapping.refuse(
                key, "not_between",
                [
                    "least": range.lowerBound < 1 && range.lowerBound > 0 ? "\(range.lowerBound)" : "\(least)",
                    "most": "\(most)",
                ])
            return nil
        }
        return number
    }
}
