internal import Disclosure
internal import Indicators

extension ReportContext {
    /// What the public edition hides and why, in a sentence; nothing in the edition of the town hall.
    var disclosureNote: String? {
        guard let protection = input.publication.protection else { return nil }
        let rules = protection.rules
        let numbers = [
            "count": self.numbers.number(Double(protection.hiddenCount)),
            "minimum": self.numbers.number(rules.minimumCount),
            "residents": self.numbers.number(rules.groupShareResidents),
            "denominator": self.numbers.number(rules.minimumDenominator), "word": status(.suppressed),
        ]
        let hidesNothing = protection.hiddenCount == 0
        guard rules.method != .suppression else {
            return words(hidesNothing ? "disclosure.nothing" : "disclosure.hidden", numbers)
        }
        let parameters = rules.method.publicParameters.map { ($0.key, self.numbers.number($0.number)) }
        let how = words(
            "disclosure." + rules.method.name.rawValue, Dictionary(parameters, uniquingKeysWith: { first, _ in first }))
        return hidesNothing ? how : how + " " + words("disclosure.hidden_few", numbers)
    }

    /// The sentence as a note below tables of people.
    @HTMLBuilder func disclosureParagraph() -> [HTMLNode] {
        if let text = disclosureNote { Tag.p(.class("note")) { text } }
    }

    /// What stands in place of numbers that are missing: that they are protected, that there are none, or both.
    func missingWord(_ values: [IndicatorValue?]) -> String {
        let missing = values.filter { $0?.number == nil }
        let hidden = missing.count { $0?.status == .suppressed }
        if hidden == 0 { return words("map.no_value") }
        return hidden == missing.count
            ? status(.suppressed) : words("map.no_value_or_hidden", ["word": status(.suppressed)])
    }
}
