internal import Indicators
internal import Town
internal import Wording

/// How a figure is called in running text: the indicator's title, of what kind of places, and under what numbers, in plain
/// words, such as "Residents within reach: Meeting places (all), within 10 minutes, on foot".
enum FigureName {
    /// The name of a figure. What a town calls by ids of its own stays as it is.
    static func text(
        _ indicator: String, category: String? = nil, parameters: String = "", _ language: Language
    ) -> String {
        let category = category.flatMap { $0.isEmpty ? nil : $0 }.map { self.category($0, language) }
        let details = [category].compactMap(\.self) + self.parameters(parameters, language)
        return title(indicator, language) + (details.isEmpty ? "" : ": " + details.joined(separator: ", "))
    }

    /// The title of an indicator; its id where this version does not know it.
    static func title(_ indicator: String, _ language: Language) -> String {
        IndicatorCatalogue.indicator(indicator)?.descriptor.text(.title, language) ?? indicator
    }

    private static func category(_ id: String, _ language: Language) -> String {
        ReachTarget.sums.contains(id)
            ? Catalogue.of(language).text("target.\(id)")
            : PlaceCategoryTable.builtIn.categories.first { $0.id == id }?.category.name(language) ?? id
    }

    /// Numbers that decide nothing for a reader: with others the figure is the same but for chance.
    private static let unsaid: Set<String> = ["draws", "seed", "permutations"]

    /// The parameters of a figure, in canonical form, in plain words: the limit first, then the way, then the others.
    static func parameters(_ canonical: String, _ language: Language) -> [String] {
        let words = Catalogue.of(language)
        let pairs = canonical.split(separator: ";").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            return (name: parts.first ?? "", value: parts.count > 1 ? parts[1] : "")
        }
        let order = ["minutes", "metres", "catchment", "measure", "kmh"]
        let sorted = pairs.enumerated().sorted { one, other in
            let ranks = [one, other].map { order.firstIndex(of: $0.element.name) ?? order.count }
            return (ranks[0], one.offset) < (ranks[1], other.offset)
        }
        return sorted.map(\.element).filter { !unsaid.contains($0.name) }.map { name, value in
            words.template("figure.\(name).\(value)")
                ?? words.template("figure.\(name)").map { words.filled($0, ["value": number(value, language)]) }
                ?? "\(name) = \(value)"
        }
    }

    /// A number with the decimal sign of the language; anything else as it is.
    private static func number(_ value: String, _ language: Language) -> String {
        Double(value) != nil && language == .german ? value.replacing(".", with: ",") : value
    }
}
