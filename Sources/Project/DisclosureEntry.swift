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
        entry.rules.method = readMethod(mapping, entry.rules) ?? .suppression
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

    /// The method with its own keys; those of another method are unknown keys. Nothing where one is missing or refused.
    private static func readMethod(_ mapping: YAMLMapping, _ rules: DisclosureRules) -> DisclosureMethod? {
        let name: DisclosureMethod.Name = mapping.choice("method") ?? .suppression
        guard name != .suppression else { return .suppression }
        func whole(_ key: String, _ usual: Double, within range: ClosedRange<Double>) -> Int? {
            guard mapping.node(key) != nil else { return Int(exactly: usual) }
            return ruleNumber(mapping, key, within: range).flatMap { Int(exactly: $0.rounded()) }
        }
        guard mapping.node("seed", required: true) != nil,
            let seed = ruleNumber(mapping, "seed", within: DisclosureRules.seeds).flatMap({
                UInt64(exactly: $0.rounded())
            })
        else {
            // Read all the same, so that what is wrong with them is told at once.
            for key in name == .rounding ? ["base"] : ["maximum", "variance"] { _ = mapping.node(key) }
            return nil
        }
        if name == .rounding {
            return whole("base", max(5, rules.bases.lowerBound), within: rules.bases).map {
                .rounding(base: $0, seed: seed)
            }
        }
        guard let maximums = rules.noiseMaximums else {
            mapping.refuse("minimum_count", "not_between", ["least": "1", "most": "101"])
            for key in ["maximum", "variance"] { _ = mapping.node(key) }
            return nil
        }
        let maximum = whole("maximum", max(4, maximums.lowerBound), within: maximums)
        let most = maximum.map { Double($0 * $0) - 1 } ?? 1
        let variance =
            mapping.node("variance") == nil
            ? min(2, most) : ruleNumber(mapping, "variance", within: min(0.1, most)...most)
        guard let maximum, let variance else { return nil }
        return .cellKey(maximum: maximum, variance: variance, seed: seed)
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
