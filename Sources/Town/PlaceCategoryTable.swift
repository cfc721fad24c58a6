internal import Wording

/// The categories of places of a run: the built-in ones, and the town's own beside or instead of them.
public struct PlaceCategoryTable: Sendable {
    /// All categories, sorted by id.
    public let categories: [PlaceCategory]
    private let indexes: [String: Int]

    /// The built-in categories alone.
    public static let builtIn = PlaceCategoryTable()

    /// The built-in categories with the town's own; one with a built-in id replaces it and keeps its synonyms.
    public init(overrides: [PlaceTable.Category] = []) {
        var byID: [String: PlaceCategory] = [:]
        for category in PlaceCategoryTable.builtInCategories { byID[category.id] = category }
        for category in overrides {
            byID[category.id] = PlaceCategory(category, synonyms: byID[category.id]?.synonyms ?? [])
        }
        categories = byID.values.sorted { $0.id < $1.id }
        var indexes: [String: Int] = [:]
        // Ids go before names, names before synonyms, so that the town's own category wins over a built-in synonym.
        for words in [{ [$0.id] }, { Array($0.category.names.values) }, { $0.synonyms }]
            as [(PlaceCategory) -> [String]]
        {
            for (index, category) in categories.enumerated() {
                for word in words(category) where indexes[Folding.key(word)] == nil {
                    indexes[Folding.key(word)] = index
                }
            }
        }
        self.indexes = indexes
    }

    /// The category of a word, whatever its case, umlauts, accents and separators: `Bücherei`, `BUECHEREI` and
    /// `amenity=library` are the library. Nil for a word that no category knows.
    public func category(for word: String) -> PlaceCategory? {
        let value = word.lastIndex(of: "=").map { word[word.index(after: $0)...] } ?? word[...]
        let key = Folding.key(String(value))
        return key.isEmpty ? nil : indexes[key].map { categories[$0] }
    }

    /// The ids, sorted.
    public var ids: [String] { categories.map(\.id) }

    // Everyday places are where most encounters happen unplanned: at schools and Kitas, in parks, while shopping.
    private static let builtInCategories: [PlaceCategory] = [
        PlaceCategory(
            "community_centre", .meetingPlace, .organised, .quarter,
            [
                "social_centre", "Gemeinschaftshaus", "Bürgerhaus", "Bürgerzentrum", "Gemeindezentrum",
                "Begegnungsstätte",
                "Begegnungszentrum", "Dorfgemeinschaftshaus", "Treffpunkt", "Treffpunkte",
            ]),
        PlaceCategory(
            "neighbourhood_centre", .meetingPlace, .organised, .nearHome,
            [
                "neighborhood_centre", "Nachbarschaftstreff", "Nachbarschaftszentrum", "Nachbarschaftshaus",
                "Stadtteiltreff", "Stadtteilzentrum", "Quartierstreff", "Quartierszentrum", "Mehrgenerationenhaus",
            ]),
        PlaceCategory(
            "youth_centre", .meetingPlace, .organised, .quarter,
            ["youth_club", "Jugendhaus", "Jugendclub", "Jugendtreff", "Jugendfreizeitheim"]),
        PlaceCategory(
            "womens_centre", .meetingPlace, .organised, .wholeTown,
            ["Frauentreff", "Frauencafé"]),
        PlaceCategory(
            "senior_centre", .meetingPlace, .organised, .quarter,
            ["Seniorentreff", "Seniorenbegegnungsstätte", "Altentagesstätte"]),
        PlaceCategory(
            "cultural_centre", .meetingPlace, .organised, .wholeTown,
            ["arts_centre", "Kulturhaus", "Soziokulturelles Zentrum"]),
        PlaceCategory(
            "place_of_worship", .meetingPlace, .organised, .quarter,
            ["church", "mosque", "synagogue", "Kirche", "Kirchen", "Moschee", "Moscheen", "Synagoge", "Gotteshaus"]),
        PlaceCategory(
            "sports_centre", .meetingPlace, .organised, .quarter,
            [
                "sports_hall", "Sporthalle", "Sportzentrum", "Sportanlage", "Sportanlagen", "Sportplatz", "Sportplätze",
                "pitch",
            ]),
        PlaceCategory("club", .meetingPlace, .organised, .wholeTown, ["Verein", "Vereine", "Vereinsheim", "clubs"]),
        PlaceCategory("music_school", .meetingPlace, .organised, .wholeTown, ["Musikschule", "Musikschulen"]),
        PlaceCategory(
            "library", .meetingPlace, .everyday, .wholeTown,
            [
                "public_library", "Bücherei", "Stadtbibliothek", "Stadtbücherei", "Bibliotheken", "Büchereien",
                "libraries",
            ]),
        PlaceCategory(
            "park", .meetingPlace, .everyday, .nearHome, ["Parks", "Grünanlage", "Grünanlagen", "Stadtpark", "garden"]),
        PlaceCategory(
            "playground", .meetingPlace, .everyday, .nearHome,
            ["playgrounds", "Spielplatz", "Spielplätze", "Bolzplatz", "Bolzplätze"]),
        PlaceCategory(
            "cafe", .meetingPlace, .everyday, .quarter, ["coffee_shop", "Kaffeehaus", "Cafés"]),
        PlaceCategory(
            "market", .meetingPlace, .everyday, .wholeTown, ["marketplace", "Wochenmarkt", "Marktplatz", "Märkte"]),
        PlaceCategory(
            "allotment", .meetingPlace, .everyday, .quarter,
            ["allotments", "Kleingarten", "Kleingärten", "Kleingartenanlage", "Schrebergarten"]),
        PlaceCategory(
            "community_garden", .meetingPlace, .everyday, .quarter,
            ["Gemeinschaftsgärten", "Interkultureller Garten", "Nachbarschaftsgarten", "Stadtteilgarten"]),
        PlaceCategory(
            "swimming_pool", .meetingPlace, .everyday, .wholeTown,
            ["public_bath", "Freibad", "Hallenbad", "Schwimmbad", "Schwimmbäder"]),
        PlaceCategory(
            "school", .service, .everyday, .quarter,
            ["schools", "Schulen", "Grundschule", "Grundschulen", "Gemeinschaftsschule", "Gymnasium", "Realschule"]),
        PlaceCategory(
            "kindergarten", .service, .everyday, .nearHome,
            [
                "childcare", "Kita", "Kitas", "Kindertagesstätte", "Kindertagesstätten", "Krippe", "Hort",
                "Kindergärten",
                "kindergartens",
            ]),
        PlaceCategory(
            "shop", .service, .everyday, .nearHome,
            [
                "supermarket", "convenience", "Supermarkt", "Supermärkte", "Laden", "Läden", "Geschäft", "Geschäfte",
                "Lebensmittel", "Nahversorgung", "Einkaufen", "shops",
            ]),
        PlaceCategory(
            "doctor", .service, .organised, .quarter,
            ["doctors", "clinic", "Arzt", "Ärzte", "Arztpraxis", "Arztpraxen", "Hausarzt", "Hausärzte"]),
        PlaceCategory("pharmacy", .service, .organised, .quarter, ["pharmacies", "Apotheken"]),
        PlaceCategory(
            "town_hall", .service, .organised, .wholeTown, ["Bürgeramt", "Bürgerbüro", "Bürgerservice"]),
        PlaceCategory(
            "language_school", .service, .organised, .wholeTown,
            ["Sprachkurs", "Sprachkurse"]),
        PlaceCategory(
            "adult_education", .service, .organised, .wholeTown,
            ["VHS", "Erwachsenenbildung", "Familienbildungsstätte"]),
        PlaceCategory(
            "job_centre", .service, .organised, .wholeTown,
            ["employment_agency", "Arbeitsagentur", "Agentur für Arbeit"]),
        PlaceCategory(
            "social_facility", .service, .organised, .quarter,
            ["social_service", "Soziales", "Sozialstation", "Kleiderkammer", "Sozialkaufhaus"]),
        PlaceCategory(
            "food_bank", .service, .organised, .wholeTown, ["Tafeln", "Lebensmittelausgabe", "soup_kitchen"]),
        PlaceCategory(
            "counselling", .service, .organised, .wholeTown,
            ["counseling", "Beratungsstelle", "Beratungsstellen", "Migrationsberatung", "advice_centre"]),
        PlaceCategory(
            "refugee_accommodation", .service, .organised, .wholeTown, isSensitive: true,
            [
                "refugee_site", "Gemeinschaftsunterkunft", "Geflüchtetenunterkunft", "Flüchtlingsunterkunft",
                "Asylunterkunft",
            ]),
        PlaceCategory(
            "shelter", .service, .organised, .wholeTown, isSensitive: true,
            ["homeless_shelter", "Notunterkunft", "Obdachlosenunterkunft", "Frauenhaus", "Schutzhaus"]),
    ]
}
