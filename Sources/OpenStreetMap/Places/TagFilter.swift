public import Travel

/// Which objects of a map a reader should collect: those with one of some values of one of some keys.
public struct TagFilter: Sendable, Hashable {
    /// A key with the values that are wanted; no values mean any value.
    public struct Item: Sendable, Hashable {
        /// The key.
        public let key: String
        /// The values, ascending; empty for any.
        public let values: [String]
    }

    /// The keys, ascending, each once.
    public let items: [Item]

    /// The filter that takes what any of the conditions can hold for. Conditions on names and on absent keys tell
    /// nothing about what to collect and are left out.
    init(_ conditions: some Sequence<TagPattern>) {
        var wanted: [String: Set<String>] = [:]
        var any: Set<String> = []
        for condition in conditions where !condition.isNegated && condition.comparison != .contains {
            wanted[condition.key, default: []].formUnion(condition.values)
            if condition.comparison == .present { any.insert(condition.key) }
        }
        items = wanted.keys.sorted().map { key in
            Item(key: key, values: any.contains(key) ? [] : wanted[key, default: []].sorted())
        }
    }

    /// Everything that places, their entrances and stops are made of.
    public static let placesAndStops = TagFilter(
        PlaceRuleTable.builtIn.collecting + EntranceRules.collecting + StopRules.collecting)

    /// Whether the tags of an object are wanted.
    public func matches(_ tags: TagSet) -> Bool {
        items.contains { item in
            guard let value = tags[item.key] else { return false }
            if item.values.isEmpty || item.values.contains(value) { return true }
            return value.contains(";") && TagPattern.list(value).contains { item.values.contains($0) }
        }
    }
}
