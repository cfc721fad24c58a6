/// The areas and groups that a publication speaks of, and how its texts name them.
struct Gazetteer: Sendable {
    /// An area.
    struct Area: Sendable, Hashable {
        var id: String
        var name: String
        /// `town`, `quarter`, `focus_area` or `area`.
        var level: String
    }

    /// The areas in the order in which they are first met.
    private(set) var areas: [Area] = []
    /// The ids of the groups in the order in which they are first met.
    private(set) var groups: [String] = []
    /// The id of the group of all residents.
    private(set) var all = "all"
    /// The folded names of groups, the longest first.
    private var labels: [(label: String, group: String)] = []
    /// The folded names of areas, the longest first.
    private var names: [(name: String, area: Int)] = []
    private var numberOfArea: [Area: Int] = [:]
    private var found: [String: Mention] = [:]

    /// What a text names.
    struct Mention: Sendable {
        /// The areas, in the order of the text.
        var areas: [Area] = []
        /// The groups beside all residents.
        var groups: [String] = []
        /// Whether it names the whole town.
        var isTown = false
        /// The folded text, and without the names of areas and groups.
        var folded = ""
        var bare = ""
    }

    /// Takes the areas and groups of the rows.
    init(_ rows: [PublishedRow]) {
        var seenGroups: Set<String> = []
        var largest: [String: Double] = [:]
        for row in rows {
            add(Area(id: row.cell.area, name: row.cell.areaName, level: row.cell.level))
            if !row.cell.group.isEmpty, seenGroups.insert(row.cell.group).inserted { groups.append(row.cell.group) }
            if row.cell.level == "town", row.cell.indicator == "residents", let number = row.number {
                largest[row.cell.group] = max(number, largest[row.cell.group] ?? 0)
            }
        }
        if !seenGroups.contains("all"), let most = largest.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
            all = most.key
        }
        for group in groups where group != all {
            add(label: Vocabulary.folded(group), of: group)
            for known in Vocabulary.groups where known.ids.contains(group) {
                for stem in known.stems { add(label: stem, of: group) }
            }
        }
    }

    /// Takes an area that is not known yet.
    mutating func add(_ area: Area) {
        guard !area.id.isEmpty, numberOfArea[area] == nil else { return }
        numberOfArea[area] = areas.count
        areas.append(area)
        let name = Vocabulary.folded(area.name)
        guard !name.isEmpty else { return }
        names.append((name, areas.count - 1))
        names.sort { ($0.name.count, $1.name) > ($1.name.count, $0.name) }
        found = [:]
    }

    /// Takes what a publication calls a group.
    mutating func add(label: String, of group: String) {
        guard label.count > 1, !labels.contains(where: { $0.label == label }) else { return }
        labels.append((label, group))
        labels.sort { ($0.label.count, $1.label) > ($1.label.count, $0.label) }
        found = [:]
    }

    /// The area of an id, of one of the levels.
    func area(_ id: String, levels: [String] = []) -> Area? {
        areas.first { $0.id == id && (levels.isEmpty || levels.contains($0.level)) }
    }

    /// The town.
    var town: Area? { areas.first { $0.level == "town" } }

    /// What a text names; of names within names the longest.
    mutating func mention(_ text: String) -> Mention {
        guard !text.isEmpty else { return Mention() }
        if let known = found[text] { return known }
        var rest = Vocabulary.folded(text)
        var mention = Mention()
        mention.folded = rest
        mention.isTown =
            Vocabulary.mentions(rest, Vocabulary.town) || Vocabulary.townPhrases.contains { rest.contains($0) }
        var areas: [(place: Int, area: Area)] = []
        for (name, number) in names {
            while let place = Gazetteer.take(name, from: &rest) { areas.append((place, self.areas[number])) }
        }
        mention.areas = areas.sorted { $0.place < $1.place }.map(\.area)
        if mention.areas.contains(where: { $0.level == "town" }) { mention.isTown = true }
        for (label, group) in labels {
            while Gazetteer.take(label, from: &rest, isStem: true) != nil {
                if !mention.groups.contains(group) { mention.groups.append(group) }
            }
        }
        mention.bare = rest
        if found.count > 200_000 { found = [:] }
        found[text] = mention
        return mention
    }

    /// A folded text without the names of areas and groups in it.
    func withoutNames(_ folded: String) -> String {
        var rest = folded
        for (name, _) in names { while Gazetteer.take(name, from: &rest) != nil {} }
        for (label, _) in labels { while Gazetteer.take(label, from: &rest, isStem: true) != nil {} }
        return rest
    }

    /// Takes a name out of a text where it stands as whole words, and gives its place.
    private static func take(_ name: String, from text: inout String, isStem: Bool = false) -> Int? {
        var start = text.startIndex
        while let range = text[start...].firstRange(of: name) {
            let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
            let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
            func joins(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber } ?? false }
            if !joins(before), isStem || !joins(after) {
                let place = text.distance(from: text.startIndex, to: range.lowerBound)
                // As long as before, so that places stay.
                text.replaceSubrange(range, with: String(repeating: "\u{1}", count: name.count))
                return place
            }
            start = range.upperBound
        }
        return nil
    }
}
