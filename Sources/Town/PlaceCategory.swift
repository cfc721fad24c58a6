internal import Wording

/// A category of places that Quartier knows: what it is for, how people meet there, how near it should be, and the
/// words that tables use for it.
public struct PlaceCategory: Sendable, Hashable {
    /// For whom a place of the category is meant to be near.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        /// Around the corner, such as a playground.
        case nearHome = "near_home"
        /// In every quarter, such as a school.
        case quarter
        /// Once in the town, such as the town hall.
        case wholeTown = "whole_town"
    }

    /// The category as a study uses it.
    public var category: PlaceTable.Category
    /// How near it should be.
    public var level: Level
    /// Other words for it in German, English and OpenStreetMap's tags.
    public var synonyms: [String]

    /// Makes a category.
    public init(_ category: PlaceTable.Category, level: Level = .quarter, synonyms: [String] = []) {
        self.category = category
        self.level = level
        self.synonyms = synonyms
    }

    /// The stable id.
    public var id: String { category.id }

    /// A built-in category; its names stand in the catalogues under `category.` and the id.
    init(
        _ id: String, _ kind: PlaceTable.Category.Kind, _ encounter: PlaceTable.Category.Encounter, _ level: Level,
        isSensitive: Bool = false, _ synonyms: [String]
    ) {
        var names: [Language: String] = [:]
        for language in Language.allCases { names[language] = Catalogue.of(language).text("category.\(id)") }
        self.init(
            PlaceTable.Category(id: id, names: names, kind: kind, encounter: encounter, isSensitive: isSensitive),
            level: level, synonyms: synonyms)
    }
}
