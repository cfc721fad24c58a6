internal import Wording

/// A category of places that Quartier knows: what it is for, how people meet there, how near it should be, and the
/// words that tables use for it.
public struct PlaceCategory: Sendable, Hashable {
    /// The category as a study uses it.
    public var category: PlaceTable.Category
    /// Other words for it in German, English and OpenStreetMap's tags.
    public var synonyms: [String]

    /// Makes a category.
    public init(_ category: PlaceTable.Category, synonyms: [String] = []) {
        self.category = category
        self.synonyms = synonyms
    }

    /// The stable id.
    public var id: String { category.id }

    /// How near it should be.
    public var level: PlaceTable.Category.Level { category.level }

    /// A built-in category; its names stand in the catalogues under `category.` and the id.
    init(
        _ id: String, _ kind: PlaceTable.Category.Kind, _ encounter: PlaceTable.Category.Encounter,
        _ level: PlaceTable.Category.Level, isSensitive: Bool = false, _ synonyms: [String]
    ) {
        var names: [Language: String] = [:]
        for language in Language.allCases { names[language] = Catalogue.of(language).text("category.\(id)") }
        self.init(
            PlaceTable.Category(
                id: id, names: names, kind: kind, encounter: encounter, level: level, isSensitive: isSensitive),
            synonyms: synonyms)
    }
}
