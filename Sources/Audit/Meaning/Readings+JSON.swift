internal import Formats

/// Counts in JSON, by the names on the way to them.
extension Readings {
    private static let mostNesting = 64

    mutating func read(_ value: JSONValue, file: String, path: [String], names: [String]) {
        guard path.count < Readings.mostNesting else { return }
        switch value {
        case .object(let members):
            let named = names + members.compactMap { $0.value.string }.filter { $0.count < 100 }
            for member in members { read(member.value, file: file, path: path + [member.key], names: named) }
        case .array(let elements):
            for element in elements { read(element, file: file, path: path, names: names) }
        case .integer, .number:
            guard let number = value.double else { return }
            let words = (path + names)
            let folded = path.map(Vocabulary.folded)
            let group =
                gazetteer.groups.first { $0 != gazetteer.all && words.contains($0) }
                ?? words.lazy.compactMap { [gazetteer] word -> String? in
                    var gazetteer = gazetteer
                    return gazetteer.mention(word).groups.first
                }.first
            let isCount = folded.contains { word in
                ["residents", "population", "persons", "einwohner", "totals", "groups", "people", "counts"].contains(
                    word)
            }
            guard isCount, !folded.contains("disclosure"), !folded.contains("inputs"), !folded.contains("diagnostics"),
                group != nil || folded.contains("residents") || folded.contains("einwohner")
            else { return }
            let area =
                words.lazy.compactMap { [gazetteer] word in
                    gazetteer.areas.first { $0.id == word || $0.name == word && !$0.name.isEmpty }
                }.first { $0.level != "town" } ?? gazetteer.town
            guard let area else { return }
            all.append(
                Reading(
                    cell: cell(area, group: group ?? gazetteer.all), range: number...number, file: file, line: nil,
                    place: path.joined(separator: ".")))
        case .string, .boolean, .null: break
        }
    }
}
