public import Travel

/// The table from OpenStreetMap's tags to categories of places. The first rule that holds decides, so special rules
/// stand before general ones; `quartier categories` prints them.
public struct PlaceRuleTable: Sendable {
    /// The rules in order of precedence.
    public let rules: [PlaceRule]

    /// A table of rules.
    public init(_ rules: [PlaceRule]) {
        self.rules = rules
    }

    /// The rules of Quartier.
    public static let builtIn = PlaceRuleTable(
        sensitive + meeting + learning + helping + outdoors + everyday)

    /// The rule of the tags of an object; nil where it is no place, is out of use, or is not for the public.
    public func rule(for tags: TagSet) -> PlaceRule? {
        guard PlaceUse.isInUse(tags), let rule = rules.first(where: { $0.holds(for: tags) }) else { return nil }
        let mayBePrivate = !rule.traits.isDisjoint(with: [.privateGround, .sensitive])
        return mayBePrivate || !PlaceUse.isPrivate(tags) ? rule : nil
    }

    /// The rules of a category, in order.
    public func rules(ofCategory id: String) -> [PlaceRule] { rules.filter { $0.category == id } }

    /// The ids of all categories that rules lead to, ascending, each once.
    public var categories: [String] { Set(rules.map(\.category)).sorted() }

    /// The conditions that tell which objects are needed: the first of each rule.
    var collecting: [TagPattern] { rules.compactMap(\.conditions.first) }
}
