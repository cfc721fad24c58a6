import Testing
import Town
import Wording

/// The words by which tables of towns and OpenStreetMap name places, and what they lead to.
@Suite struct CategoryWordTests {
    static let tags: [(String, String)] = [
        ("amenity=arts_centre", "cultural_centre"), ("amenity=cafe", "cafe"), ("amenity=childcare", "kindergarten"),
        ("amenity=clinic", "doctor"), ("amenity=community_centre", "community_centre"), ("amenity=doctors", "doctor"),
        ("amenity=kindergarten", "kindergarten"), ("amenity=language_school", "language_school"),
        ("amenity=library", "library"), ("amenity=marketplace", "market"), ("amenity=music_school", "music_school"),
        ("amenity=pharmacy", "pharmacy"), ("amenity=place_of_worship", "place_of_worship"),
        ("amenity=public_bath", "swimming_pool"), ("amenity=school", "school"),
        ("amenity=social_centre", "community_centre"), ("amenity=social_facility", "social_facility"),
        ("amenity=townhall", "town_hall"), ("landuse=allotments", "allotment"), ("leisure=garden", "park"),
        ("leisure=park", "park"), ("leisure=pitch", "sports_centre"), ("leisure=playground", "playground"),
        ("leisure=sports_centre", "sports_centre"), ("leisure=sports_hall", "sports_centre"),
        ("leisure=swimming_pool", "swimming_pool"), ("office=employment_agency", "job_centre"),
        ("shop=convenience", "shop"), ("shop=supermarket", "shop"), ("social_facility=shelter", "shelter"),
    ]

    @Test(arguments: tags) func tagsOfOpenStreetMap(_ tag: String, _ id: String) {
        #expect(PlaceCategoryTable.builtIn.category(for: tag)?.id == id)
    }

    static let german: [(String, String)] = [
        ("Apotheke", "pharmacy"), ("Ärzte", "doctor"), ("Aerzte", "doctor"), ("ärzte", "doctor"),
        ("Begegnungsstätte", "community_centre"), ("Bolzplatz", "playground"), ("Bürgerhaus", "community_centre"),
        ("BUERGERBUERO", "town_hall"), ("Freibad", "swimming_pool"), ("Geschäfte", "shop"), ("Geschaeft", "shop"),
        ("Gemeinschaftsunterkunft", "refugee_accommodation"), ("Grünanlage", "park"), ("Gruenanlagen", "park"),
        ("Kindergärten", "kindergarten"), ("Kleingärten", "allotment"), ("Läden", "shop"), ("Märkte", "market"),
        ("Mehrgenerationenhaus", "neighbourhood_centre"), ("Moschee", "place_of_worship"), ("Rathaus", "town_hall"),
        ("Seniorentreff", "senior_centre"), ("Soziokulturelles Zentrum", "cultural_centre"),
        ("Sportplätze", "sports_centre"), ("Stadtteiltreff", "neighbourhood_centre"), ("Supermärkte", "shop"),
        ("VHS", "adult_education"), ("Vereinsheim", "club"), ("Wochenmarkt", "market"), ("Frauencafé", "womens_centre"),
        ("Frauencafe", "womens_centre"), ("Obdachlosenunterkunft", "shelter"), ("Migrationsberatung", "counselling"),
    ]

    @Test(arguments: german) func wordsOfTownsTables(_ word: String, _ id: String) {
        #expect(PlaceCategoryTable.builtIn.category(for: word)?.id == id)
    }

    /// How people write one word: letter case, separators, white space, and ä as one sign or two.
    @Test(arguments: [
        "community_centre", "Community Centre", "COMMUNITY-CENTRE", "  communitycentre ", "amenity = community_centre",
        "osm:amenity=community_centre", "Dorfgemeinschaftshaus", "Begegnungssta\u{308}tte", "BEGEGNUNGSSTAETTE",
    ]) func spellingsOfOneWord(_ word: String) {
        #expect(PlaceCategoryTable.builtIn.category(for: word)?.id == "community_centre")
    }

    /// No word may belong to two categories: the table would silently take the first.
    @Test func noWordBelongsToTwoCategories() {
        var owners: [String: String] = [:]
        for category in PlaceCategoryTable.builtIn.categories {
            for word in [category.id] + category.category.names.values + category.synonyms {
                let key = Folding.key(word)
                #expect(!key.isEmpty, "\(word)")
                #expect(owners[key] == nil || owners[key] == category.id, "\(word): \(owners[key] ?? "")")
                owners[key] = category.id
            }
        }
    }

    /// A synonym that is the id or another synonym once folded says nothing.
    @Test func noSynonymIsSaidTwice() {
        for category in PlaceCategoryTable.builtIn.categories {
            let keys = category.synonyms.map(Folding.key)
            #expect(Set(keys).count == keys.count, "\(category.id)")
            #expect(!keys.contains(Folding.key(category.id)), "\(category.id)")
        }
    }

    @Test func namesOfCategoriesDifferFromEachOther() {
        for language in Language.allCases {
            let names = PlaceCategoryTable.builtIn.categories.map { $0.category.name(language) }
            #expect(Set(names).count == names.count)
            #expect(names.allSatisfy { $0.first?.isUppercase == true })
        }
    }

    // MARK: The town's own categories

    @Test func aCategoryOfTheTownNeedsNoLevel() throws {
        let table = PlaceCategoryTable(overrides: [
            PlaceTable.Category(id: "sauna", names: [:], kind: .meetingPlace, encounter: .everyday)
        ])
        let sauna = try #require(table.category(for: "SAUNA"))
        #expect(sauna.level == .quarter && sauna.synonyms.isEmpty)
        #expect(sauna.category.name(.german) == "sauna")
    }

    @Test func ofTwoWithOneIDTheLaterHolds() {
        let names = ["erste", "zweite"]
        let table = PlaceCategoryTable(
            overrides: names.map {
                PlaceTable.Category(id: "tafel", names: [.german: $0], kind: .service, encounter: .organised)
            })
        #expect(table.ids.count { $0 == "tafel" } == 1)
        #expect(table.category(for: "zweite")?.id == "tafel" && table.category(for: "erste") == nil)
    }

    @Test func anIDGoesBeforeANameAndANameBeforeASynonym() {
        let table = PlaceCategoryTable(overrides: [
            PlaceTable.Category(id: "aaa", names: [.german: "Bibliothek"], kind: .service, encounter: .organised),
            PlaceTable.Category(id: "buecherei", names: [.german: "aaa"], kind: .service, encounter: .organised),
        ])
        // "aaa" is the id of one and the name of the other; "Bücherei" is an id and a built-in synonym.
        #expect(table.category(for: "aaa")?.id == "aaa")
        #expect(table.category(for: "Bücherei")?.id == "buecherei")
        // Of two names the category with the smaller id has it.
        #expect(table.category(for: "Bibliothek")?.id == "aaa")
        #expect(table.category(for: "library")?.id == "library")
    }

    @Test func theOrderOfOverridesWithDifferentIDsDoesNotMatter() {
        let own = ["b", "c", "a"].map {
            PlaceTable.Category(id: $0, names: [.german: "Treff"], kind: .service, encounter: .organised)
        }
        for overrides in [own, own.reversed(), [own[1], own[0], own[2]]] {
            let table = PlaceCategoryTable(overrides: overrides)
            #expect(table.category(for: "Treff")?.id == "a")
            #expect(table.ids == table.ids.sorted())
        }
    }
}
