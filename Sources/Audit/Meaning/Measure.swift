/// What the name of a column or a property says its numbers are.
struct Measure: Sendable, Hashable {
    /// What is counted.
    enum Kind: Sendable, Hashable {
        /// Residents.
        case residents
        /// The group's share of all residents.
        case groupShare
        /// The share of people with a place of the category within so many minutes on foot.
        case coverage(category: String, minutes: String)
        /// Anything else about a group.
        case other
    }

    /// The kind.
    var kind: Kind
    /// The group.
    var group: String

    private static let counts: Set<String> = [
        "", "residents", "persons", "people", "population", "count", "n", "total", "number", "einwohner", "personen",
        "anzahl", "bevoelkerung", "value", "wert", "residents_n", "residents_count", "residents_total",
    ]
    private static let bare: Set<String> = [
        "residents", "persons", "population", "einwohner", "bevoelkerung", "personen", "residents_total",
        "residents_count", "residents_n",
    ]

    /// The measure of a column's name, as `residents_foreign`, `share_foreign`, `meeting_places_within_5min`; nil for what
    /// is not about people.
    init?(_ name: String, _ gazetteer: Gazetteer) {
        let folded = Vocabulary.folded(name)
        guard !folded.hasSuffix("_status") else { return nil }
        var rest = folded
        var group = gazetteer.all
        for known in gazetteer.groups.sorted(by: { $0.count > $1.count }) {
            let label = Vocabulary.folded(known)
            let parts = "_" + rest + "_"
            guard let range = parts.firstRange(of: "_" + label + "_") else { continue }
            group = known
            rest = [parts[..<range.lowerBound], parts[range.upperBound...]]
                .map { $0.drop { $0 == "_" } }.filter { !$0.isEmpty }.joined(separator: "_")
            while rest.hasSuffix("_") { rest.removeLast() }
            let isNamed = rest != folded
            let isAll = known == gazetteer.all
            if isNamed, Measure.counts.contains(rest), !(isAll && rest.isEmpty) {
                self.init(kind: .residents, group: known)
                return
            }
            break
        }
        let isGroup = group != gazetteer.all
        if isGroup, ["share", "group_share", "anteil", "share_of", "percent"].contains(rest) {
            self.init(kind: .groupShare, group: group)
        } else if let within = rest.firstRange(of: "_within_"), rest.hasSuffix("min") {
            self.init(
                kind: .coverage(
                    category: String(rest[..<within.lowerBound]),
                    minutes: String(rest[within.upperBound...].dropLast(3))),
                group: group)
        } else if Measure.bare.contains(rest) {
            self.init(kind: .residents, group: group)
        } else if isGroup {
            self.init(kind: .other, group: group)
        } else {
            return nil
        }
    }

    private init(kind: Kind, group: String) {
        self.kind = kind
        self.group = group
    }
}
