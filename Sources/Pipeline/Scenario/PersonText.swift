internal import Formats
internal import Wording

/// Numbers of people as internal comparisons tell them: to tens, and below five only that they are few.
enum PersonText {
    /// Fewer people than this are not told apart.
    static let few = 5.0

    /// A number to tens; 0 where there is nobody, nil where there are few.
    static func tens(_ value: Double) -> Double? {
        if value < 0.5 { return 0 }
        return value < few ? nil : max(10, (value / 10).rounded() * 10)
    }

    /// A range with its bounds to tens, outward; nil where it says no more than the number.
    static func tens(_ range: ClosedRange<Double>) -> ClosedRange<Double>? {
        let low = (range.lowerBound / 10).rounded(.down) * 10
        let high = (range.upperBound / 10).rounded(.up) * 10
        return low < high ? low...high : nil
    }

    /// `120 Personen (zwischen 80 und 160)`, `weniger als fünf`, `niemand`.
    static func text(_ count: PersonTally.Count, _ language: Language) -> String {
        let texts = Catalogue.of(language)
        let number =
            switch tens(count.value) {
            case nil: texts.text("scenario.few")
            case 0: texts.text("scenario.nobody")
            case let value?: NumberText.plain(value)
            }
        guard let range = count.range.flatMap(tens) else { return number }
        return texts.text(
            "scenario.range",
            [
                "number": number, "lower": NumberText.plain(range.lowerBound),
                "upper": NumberText.plain(range.upperBound),
            ])
    }

    /// The same for programs: `persons` is null where there are few, `fewer_than` says so.
    static func json(_ count: PersonTally.Count) -> JSONValue {
        let value = tens(count.value)
        let range = count.range.flatMap(tens)
        return [
            "persons": value.map(JSONValue.number) ?? .null,
            "fewer_than": value == nil ? .number(few) : .null,
            "lower": range.map { .number($0.lowerBound) } ?? .null,
            "upper": range.map { .number($0.upperBound) } ?? .null,
        ]
    }
}
