import Testing
import Town
import Wording

@Suite struct PlaceCategoryTests {
    @Test func everyCategoryOfTheContractIsThere() {
        let expected = """
            adult_education allotment cafe club community_centre community_garden counselling cultural_centre doctor \
            food_bank job_centre kindergarten language_school library market music_school neighbourhood_centre park pharmacy place_of_worship playground \
            refugee_accommodation school senior_centre shelter shop social_facility sports_centre swimming_pool \
            town_hall womens_centre youth_centre
            """
        #expect(PlaceCategoryTable.builtIn.ids.joined(separator: " ") == expected)
    }

    @Test(arguments: [
        ("Bibliothek", "library"), ("BÜCHEREI", "library"), ("Buecherei", "library"), ("amenity=library", "library"),
        ("kita", "kindergarten"), ("Kitas", "kindergarten"), ("Kindertagesstaette", "kindergarten"),
        ("schule", "school"),
        ("Spielplätze", "playground"), ("spielplaetze", "playground"), ("place of worship", "place_of_worship"),
        ("Café", "cafe"), ("Cafe\u{301}", "cafe"), ("doctors", "doctor"), ("townhall", "town_hall"),
        ("Women's centre", "womens_centre"), ("leisure=swimming_pool", "swimming_pool"), ("marketplace", "market"),
        ("Frauenhaus", "shelter"), ("Jugendzentrum", "youth_centre"),
    ]) func synonymsLeadToTheCategory(_ word: String, _ id: String) {
        #expect(PlaceCategoryTable.builtIn.category(for: word)?.id == id)
    }

    @Test(arguments: ["", " ", "=", "Rakete", "library=x", "sch"]) func unknownWords(_ word: String) {
        #expect(PlaceCategoryTable.builtIn.category(for: word) == nil)
    }

    @Test func everyIdNameAndSynonymLeadsToItsOwnCategory() {
        let table = PlaceCategoryTable.builtIn
        for category in table.categories {
            for word in [category.id] + category.category.names.values + category.synonyms {
                #expect(table.category(for: word)?.id == category.id, "\(word)")
            }
        }
    }

    @Test func namesStandInBothLanguages() {
        for category in PlaceCategoryTable.builtIn.categories {
            for language in Language.allCases {
                #expect(!category.category.name(language).contains("⟨"))
            }
        }
        #expect(PlaceCategoryTable.builtIn.category(for: "library")?.category.name(.german) == "Bibliothek")
    }

    @Test func everydayAndSensitivePlaces() {
        let categories = PlaceCategoryTable.builtIn.categories
        #expect(categories.filter(\.category.isSensitive).map(\.id) == ["refugee_accommodation", "shelter"])
        let everyday = Set(categories.filter { $0.category.encounter == .everyday }.map(\.id))
        #expect(everyday.isSuperset(of: ["school", "kindergarten", "park", "shop", "library"]))
        #expect(everyday.isDisjoint(with: ["community_centre", "youth_centre", "counselling", "club"]))
    }

    @Test func theTownsOwnCategoriesGoBeforeBuiltInOnes() throws {
        let table = PlaceCategoryTable(overrides: [
            PlaceTable.Category(
                id: "library", names: [.german: "Lesehaus"], kind: .service, encounter: .organised, level: .nearHome,
                isSensitive: true),
            PlaceTable.Category(id: "tafel", names: [.german: "Tafel"], kind: .service, encounter: .organised),
        ])
        let library = try #require(table.category(for: "Bücherei"))
        #expect(library.category.kind == .service && library.category.isSensitive)
        #expect(library.level == .nearHome)
        #expect(table.category(for: "Lesehaus")?.id == "library")
        #expect(table.category(for: "Tafel")?.id == "tafel")
        #expect(PlaceCategoryTable.builtIn.category(for: "Tafel")?.id == "food_bank")
        #expect(table.ids == table.ids.sorted() && table.ids.count == PlaceCategoryTable.builtIn.ids.count + 1)
    }

    /// What a town has once is never missing in a quarter, so reports must know it.
    @Test func levelsAreKnownToTheStudy() throws {
        let once = PlaceCategoryTable.builtIn.categories.filter { $0.category.level == .wholeTown }.map(\.id)
        #expect(Set(once).isSuperset(of: ["town_hall", "job_centre", "library", "adult_education", "food_bank"]))
        #expect(Set(once).isDisjoint(with: ["school", "kindergarten", "playground", "park", "shop"]))
        #expect(PlaceTable.Category(id: "x", names: [:], kind: .service, encounter: .everyday).level == .quarter)
        for category in PlaceCategoryTable.builtIn.categories { #expect(category.level == category.category.level) }
    }
}
