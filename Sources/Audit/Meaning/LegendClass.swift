/// A class in a legend: `3 bis unter 12`, `12.5 to 15 %`.
struct LegendClass: Sendable, Hashable {
    /// The least value of the class, and the value that it stays below.
    let lower: Double
    let upper: Double
    /// Whether both are in per cent.
    let isPercent: Bool
    /// The decimals that are printed, of the bound that has more.
    let decimals: Int

    /// A longer text is a sentence and no class.
    private static let longest = 60
    /// How many texts before a class may say what it is of.
    private static let reach = 12

    /// The class that a text is; nil for another text.
    init?(_ text: String) {
        var rest = Vocabulary.folded(text)[...]
        guard rest.count < LegendClass.longest, !rest.contains(":"), rest.first?.isNumber == true,
            let first = PrintedNumber.number(&rest)
        else { return nil }
        let words = rest.prefix { !$0.isNumber }.split { $0.isWhitespace || $0 == "%" }.joined(separator: " ")
        guard ["bis unter", "bis", "to below", "to under", "to", "–", "-", "to less than"].contains(words) else {
            return nil
        }
        rest = rest.drop { !$0.isNumber }
        guard let second = PrintedNumber.number(&rest), second.value >= first.value else { return nil }
        lower = first.value
        upper = second.value
        isPercent = text.contains("%")
        decimals = max(first.decimals, second.decimals)
    }

    /// The group whose people a class counts, or of which it gives shares, by the texts before it; nil where it is of
    /// anything else.
    func group(of fragments: [TextFragment], _ number: Int, _ gazetteer: inout Gazetteer) -> String? {
        let fragment = fragments[number]
        let texts =
            fragments[max(0, number - LegendClass.reach)..<number].map(\.text) + fragment.headings + [fragment.text]
        for text in texts.reversed() {
            let groups = gazetteer.mention(text).groups
            let folded = Vocabulary.folded(text)
            let isOfPersons = Vocabulary.mentions(
                folded, ["personen", "persons", "einwohner", "residents", "menschen", "people"])
            guard isOfPersons || !groups.isEmpty else { continue }
            if isPercent { return groups.first }
            return Vocabulary.mentions(folded, Vocabulary.shares) ? nil : groups.first ?? gazetteer.all
        }
        return nil
    }
}
