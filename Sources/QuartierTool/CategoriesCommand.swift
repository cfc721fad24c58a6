internal import ArgumentParser
internal import Features
internal import Formats
internal import OpenStreetMap
internal import Town
internal import Wording

/// `quartier categories`.
struct CategoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "categories",
        abstract: "List the categories of places: what they are for, how near they should be, their tags.",
        discussion: """
            EXAMPLES
              quartier categories               as a list for people
              quartier categories --json        for programs, with all words and tags
            """)

    @Argument(help: "A category by its id or any word for it; all without.")
    var word: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        shared.apply()
        let table = PlaceCategoryTable.builtIn
        var categories = table.categories
        if let word {
            guard let category = table.category(for: word) else {
                throw ValidationError(
                    Catalogue.of(Terminal.language).text(
                        "categories.unknown", ["word": word, "suggestion": closest(to: word, among: table.ids) ?? "–"]))
            }
            categories = [category]
        }
        if json {
            Terminal.out(JSONValue.array(categories.map(Self.json)).text(.indented) + "\n")
        } else {
            Terminal.out(categories.map { Self.text($0, Terminal.language) }.joined(separator: "\n"))
        }
    }

    /// How many words of a category the list shows; JSON has all.
    private static let wordCount = 4

    /// A category in a few lines: names, what it is, how it is tagged, how else it is called.
    private static func text(_ category: PlaceCategory, _ language: Language) -> String {
        let catalogue = Catalogue.of(language)
        let names = Language.allCases.map { category.category.name($0) }.joined(separator: " / ")
        var traits = [
            catalogue.text("categories.kind.\(category.category.kind.rawValue)"),
            catalogue.text("categories.encounter.\(category.category.encounter.rawValue)"),
            catalogue.text("categories.level.\(category.level.rawValue)"),
        ]
        if category.category.isSensitive { traits.append(catalogue.text("categories.sensitive")) }
        let rules = PlaceRuleTable.builtIn.rules(ofCategory: category.id).map(\.description)
        var lines = ["\(category.id)  \(names)", "  " + traits.joined(separator: " · ")]
        let tags = catalogue.text("categories.tags")
        if rules.isEmpty { lines.append("  \(tags): " + catalogue.text("categories.none")) }
        lines += rules.map { "  \(tags): \($0)" }
        if !category.synonyms.isEmpty {
            let words = category.synonyms.prefix(wordCount).joined(separator: ", ")
            lines.append("  " + catalogue.text("categories.words") + ": " + words)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func json(_ category: PlaceCategory) -> JSONValue {
        let rules = PlaceRuleTable.builtIn.rules(ofCategory: category.id)
        return .members([
            "id": .string(category.id),
            "name": .object(Language.allCases.map { .init($0.rawValue, .string(category.category.name($0))) }),
            "kind": .string(category.category.kind.rawValue),
            "encounter": .string(category.category.encounter.rawValue),
            "level": .string(category.level.rawValue),
            "sensitive": .boolean(category.category.isSensitive),
            "osm": .array(rules.map { rule in .array(rule.conditions.map { .string($0.description) }) }),
            "words": .array(category.synonyms.map { .string($0) }),
        ])
    }
}
