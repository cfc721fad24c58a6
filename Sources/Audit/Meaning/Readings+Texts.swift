/// Counts in running text, comments, scripts and drawings.
extension Readings {
    mutating func read(_ fragment: TextFragment) {
        guard fragment.text.utf8.count < 200_000 else { return }
        let isLoose = fragment.kind == .script || fragment.kind == .comment || fragment.kind == .attribute
        let pieces =
            fragment.kind == .script ? fragment.text.split { "{};\n".contains($0) }.map(String.init) : [fragment.text]
        let above = fragment.headings.map { gazetteer.mention($0) }
        for piece in pieces where piece.utf8.count < 20_000 {
            for part in Sentence.sentences(piece) {
                let mention = gazetteer.mention(part)
                let group = mention.groups.first ?? above.lazy.flatMap(\.groups).first ?? gazetteer.all
                let known = mention.areas.isEmpty && !mention.isTown ? identified(part) : nil
                let subject =
                    known.map { cell($0, group: group) } ?? area(near: [mention], all: [mention] + above, group: group)
                guard let subject else { continue }
                // The id of an area is no count.
                let told = known.map { Readings.without($0.id, part) } ?? part
                let sentence = Sentence(gazetteer.withoutNames(Vocabulary.folded(told)))
                let isPart = Vocabulary.mentions(Vocabulary.folded(part), Readings.reach)
                for number in sentence.numbers where !number.isPercent {
                    let isNamed = !mention.groups.isEmpty && (known != nil || !mention.areas.isEmpty || mention.isTown)
                    guard number.countsPersons || isLoose && isNamed && !isPart && number.isBare else { continue }
                    let reading = Reading(
                        cell: subject, range: number.value.range, file: fragment.file, line: fragment.line,
                        place: fragment.kind.rawValue)
                    if isPart { parts.append(reading) } else { all.append(reading) }
                }
            }
        }
    }

    /// Words of sentences that are about a part of the people of an area.
    private static let reach = [
        "minute", "meter", "metre", "erreich", "reach", "umkreis", "within", "fussweg", "plaetze",
    ]

    /// The area whose id stands in a text as a word of its own, such as `data-area=03`.
    private func identified(_ text: String) -> Gazetteer.Area? {
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
        return gazetteer.areas.first { area in area.id.count > 1 && words.contains { $0 == area.id } }
    }

    /// A text without a word.
    private static func without(_ word: String, _ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let first = rest.first {
            let isWord = first.isLetter || first.isNumber
            let run = rest.prefix {
                ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") == isWord || isWord && $0 == "-"
            }
            let taken = run.isEmpty ? rest.prefix(1) : run
            if taken != word { result += taken }
            rest = rest[taken.endIndex...]
        }
        return result
    }
}
