public import History
internal import Indicators
internal import Town
public import Wording

/// What a town calls its own groups and categories of places.
struct FigureWords: Sendable {
    var categories: [PlaceTable.Category] = []
    var groups: [PopulationGroup] = []

    /// No words of its own: ids stay as they are.
    init() {}

    init(_ study: Study) { (categories, groups) = (study.places.categories, study.groups) }

    init(categories: [PlaceTable.Category], groups: [PopulationGroup]) {
        (self.categories, self.groups) = (categories, groups)
    }

    /// The name of a kind of places; its id where nobody named it.
    func category(_ id: String, _ language: Language) -> String {
        if ReachTarget.sums.contains(id) { return Catalogue.of(language).text("target.\(id)") }
        let known =
            categories.first { $0.id == id } ?? PlaceCategoryTable.builtIn.categories.first { $0.id == id }?.category
        return known?.name(language) ?? id
    }

    fileprivate func group(_ id: String, _ language: Language) -> String {
        groups.first { $0.id == id }?.name(language) ?? id
    }
}

/// How a figure is called in running text: the indicator's title, of what kind of places, and under what numbers, in plain
/// words, such as "Residents within reach: Meeting places (all), within 10 minutes, on foot".
enum FigureName {
    /// The name of a figure. All residents go without saying.
    ///
    /// - Parameter town: the town's own words; ids that are not among them stay as they are.
    static func text(
        _ indicator: String, group: String? = nil, category: String? = nil, parameters: String = "",
        _ language: Language, of town: FigureWords = FigureWords()
    ) -> String {
        let category = category.flatMap { $0.isEmpty ? nil : town.category($0, language) }
        let group = group.flatMap { $0.isEmpty || $0 == "all" ? nil : town.group($0, language) }
        let details = [category, group].compactMap(\.self) + self.parameters(parameters, language, of: town)
        return title(indicator, language) + (details.isEmpty ? "" : ": " + details.joined(separator: ", "))
    }

    /// The title of an indicator; its id where this version does not know it.
    static func title(_ indicator: String, _ language: Language) -> String {
        IndicatorCatalogue.indicator(indicator)?.descriptor.text(.title, language) ?? indicator
    }

    /// Numbers that decide nothing for a reader: with others the figure is the same but for chance.
    private static let unsaid: Set<String> = ["draws", "seed", "permutations"]

    /// The parameters of a figure, in canonical form, in plain words: the limit first, then the way, then the others.
    static func parameters(
        _ canonical: String, _ language: Language, of town: FigureWords = FigureWords()
    ) -> [String] {
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
            let shown = name == "with" ? town.group(value, language) : number(value, language)
            return words.template("figure.\(name).\(value)")
                ?? words.template("figure.\(name)").map { words.filled($0, ["value": shown]) }
                ?? "\(name) = \(value)"
        }
    }

    /// A number with the decimal sign of the language; anything else as it is.
    private static func number(_ value: String, _ language: Language) -> String {
        Double(value) != nil && language == .german ? value.replacing(".", with: ",") : value
    }
}

extension HistoryRun.Measure {
    /// How the measure is called in running text. Groups and categories of a town's own stay as their ids: a history outlives
    /// the project file that names them.
    public func name(_ language: Language) -> String {
        FigureName.text(indicator, group: group, category: category, parameters: parameters, language)
    }
}
