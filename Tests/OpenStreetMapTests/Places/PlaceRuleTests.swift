import Features
import Testing
import Town

@testable import OpenStreetMap

/// Tags and the category they lead to: whoever changes a rule changes what is counted, so it is written down twice.
@Suite struct PlaceRuleTests {
    /// Tags and the id of the category; nil for what is no place.
    static let table: [(String, String?)] = [
        // meeting
        ("amenity=community_centre", "community_centre"), ("amenity=social_centre", "community_centre"),
        ("amenity=community_centre, name=Bürgerhaus Sprendlingen", "community_centre"),
        ("amenity=community_centre, community_centre=neighbourhood_centre", "neighbourhood_centre"),
        ("amenity=community_centre, name=Nachbarschaftstreff Nord", "neighbourhood_centre"),
        ("amenity=community_centre, name=Mehrgenerationenhaus", "neighbourhood_centre"),
        ("amenity=community_centre, community_centre=youth_centre", "youth_centre"),
        ("amenity=community_centre, community_centre:for=senior;juvenile", "youth_centre"),
        ("amenity=community_centre, name=JUZ Lohau", "youth_centre"), ("amenity=youth_centre", "youth_centre"),
        ("club=youth, name=Falken", "youth_centre"),
        ("amenity=community_centre, community_centre:for=senior", "senior_centre"),
        ("amenity=community_centre, community_centre=seniors_centre", "senior_centre"),
        ("amenity=social_centre, name=Seniorentreff Linde", "senior_centre"),
        ("amenity=social_facility, social_facility=day_care, name=Altentagesstätte", "senior_centre"),
        ("club=senior", "senior_centre"),
        ("amenity=community_centre, community_centre:for=woman", "womens_centre"),
        ("amenity=community_centre, name=Frauentreff", "womens_centre"),
        ("amenity=community_centre, name=VHS-Haus", "adult_education"),
        ("amenity=community_centre, community_centre=cultural_centre", "cultural_centre"),
        ("amenity=arts_centre", "cultural_centre"), ("amenity=community_centre, community_centre=club_home", "club"),
        ("club=history", "club"), ("amenity=social_club", "club"), ("club=no", nil), ("amenity=nightclub", nil),
        ("amenity=place_of_worship, religion=muslim", "place_of_worship"),
        ("amenity=place_of_worship, place_of_worship=wayside_chapel", nil),
        ("amenity=place_of_worship, historic=wayside_shrine", nil), ("historic=church", nil),
        ("leisure=water_park", "swimming_pool"), ("amenity=public_bath", "swimming_pool"),
        ("leisure=sports_centre, sport=swimming", "swimming_pool"),
        ("leisure=swimming_pool, access=yes", "swimming_pool"), ("leisure=swimming_pool", nil),
        ("leisure=swimming_pool, access=private", nil),
        ("amenity=public_building, name=Dorfgemeinschaftshaus", "community_centre"), ("amenity=events_venue", nil),
        // learning
        ("amenity=library", "library"), ("amenity=public_bookcase", nil),
        ("amenity=music_school", "music_school"), ("amenity=school, name=Städtische Musikschule", "music_school"),
        ("amenity=language_school", "language_school"), ("amenity=school, name=Volkshochschule", "adult_education"),
        ("office=educational_institution, name=vhs", "adult_education"),
        ("amenity=school", "school"), ("amenity=school, access=private", "school"), ("amenity=driving_school", nil),
        ("amenity=university", nil), ("amenity=kindergarten", "kindergarten"), ("amenity=childcare", "kindergarten"),
        ("amenity=kindergarten, access=private", "kindergarten"),
        // help
        ("amenity=doctors", "doctor"), ("amenity=clinic", "doctor"), ("healthcare=doctor", "doctor"),
        ("amenity=dentist", nil), ("amenity=hospital", nil), ("amenity=veterinary", nil),
        ("amenity=pharmacy", "pharmacy"), ("healthcare=pharmacy", "pharmacy"),
        ("amenity=townhall", "town_hall"), ("office=government, name=Bürgerbüro", "town_hall"),
        ("amenity=public_building, name=Altes Rathaus", "town_hall"), ("amenity=public_building", nil),
        ("office=government, name=Finanzamt", nil),
        ("office=employment_agency, name=Agentur für Arbeit", "job_centre"),
        ("office=government, name=Jobcenter", "job_centre"), ("office=employment_agency", "job_centre"),
        ("office=employment_agency, name=Berufsinformation, operator=Bundesagentur für Arbeit", "job_centre"),
        ("office=employment_agency, name=Pro Arbeit, operator:type=public", "job_centre"),
        ("office=employment_agency, name=Zeitarbeit Blitz GmbH", nil),
        ("amenity=social_facility, social_facility=food_bank", "food_bank"), ("amenity=food_bank", "food_bank"),
        ("amenity=social_facility, name=Lohauer Tafel", "food_bank"),
        ("amenity=social_facility, social_facility=soup_kitchen, social_facility:for=homeless", "food_bank"),
        ("healthcare=counselling", "counselling"), ("social_facility=advice", "counselling"),
        ("amenity=social_facility, name=Schuldnerberatung", "counselling"),
        ("office=ngo, name=Migrationsberatung", "counselling"), ("office=tax_advisor, name=Steuerberatung Ott", nil),
        ("amenity=social_facility", "social_facility"), ("social_facility=outreach", "social_facility"),
        ("amenity=social_facility, social_facility=workshop", "social_facility"), ("shop=charity", "social_facility"),
        ("amenity=social_facility, social_facility=nursing_home, social_facility:for=senior", nil),
        ("amenity=social_facility, social_facility=group_home, social_facility:for=juvenile", nil),
        ("amenity=nursing_home", nil),
        // outdoors
        ("leisure=park", "park"), ("leisure=garden", nil), ("leisure=garden, access=yes", "park"),
        ("leisure=garden, garden:type=botanical", "park"), ("leisure=park, access=private", nil),
        ("leisure=garden, garden:type=community", "community_garden"),
        ("leisure=garden, name=Interkultureller Garten", "community_garden"),
        ("landuse=allotments, name=Gemeinschaftsgarten Au", "community_garden"),
        ("landuse=allotments", "allotment"), ("landuse=allotments, access=private", nil),
        ("leisure=playground", "playground"), ("leisure=playground, access=private", nil),
        ("leisure=playground, access=customers", nil), ("leisure=playground, access=residents", nil),
        ("leisure=sports_centre", "sports_centre"), ("leisure=sports_hall", "sports_centre"),
        ("leisure=stadium", "sports_centre"), ("leisure=pitch", "sports_centre"),
        ("leisure=pitch, sport=soccer, access=no", nil), ("leisure=pitch, sport=table_tennis", nil),
        ("leisure=fitness_centre", nil),
        // errands
        ("shop=supermarket", "shop"), ("shop=convenience", "shop"), ("shop=bakery", "shop"), ("shop=butcher", "shop"),
        ("shop=greengrocer", "shop"), ("shop=kiosk", "shop"), ("shop=mall", "shop"), ("shop=chemist", "shop"),
        ("shop=bakery, amenity=cafe", "shop"), ("shop=clothes", nil), ("shop=hairdresser", nil), ("shop=vacant", nil),
        ("shop=supermarket, vacant=yes", nil), ("amenity=marketplace", "market"),
        ("amenity=cafe", "cafe"), ("amenity=ice_cream", "cafe"), ("amenity=biergarten", "cafe"),
        ("amenity=restaurant", nil), ("amenity=pub", nil), ("amenity=fast_food", nil), ("amenity=bench", nil),
        ("amenity=shelter", nil), ("", nil),
        // several at once: the first rule decides
        ("amenity=community_centre, building=church, leisure=park", "community_centre"),
        ("amenity=library, shop=books, leisure=park", "library"),
        // no more, not yet, never open, only a memory
        ("disused:amenity=library", nil), ("abandoned:shop=bakery", nil), ("demolished:amenity=school", nil),
        ("was:amenity=cafe", nil), ("razed:leisure=playground", nil), ("amenity=library, disused=yes", nil),
        ("amenity=library, disused=no", "library"), ("amenity=school, abandoned=yes", nil),
        ("amenity=place_of_worship, ruins=yes", nil), ("amenity=place_of_worship, historic=ruins", nil),
        ("amenity=place_of_worship, historic=castle", "place_of_worship"),
        ("amenity=kindergarten, construction=yes", nil), ("amenity=kindergarten, building=construction", nil),
        ("amenity=cafe, opening_hours=closed", nil), ("amenity=cafe, opening_hours=off", nil),
        ("amenity=cafe, opening_hours=off \"until the roof is mended\"", nil),
        ("amenity=cafe, opening_hours=Mo-Fr 09:00-17:00; PH off", "cafe"),
        ("amenity=cafe, operational_status=closed", nil), ("amenity=library, access=private", nil),
        ("amenity=library, access=customers", "library"),
    ]

    @Test(arguments: table) func tagsLeadToCategories(_ tags: String, _ id: String?) {
        #expect(PlaceRuleTable.builtIn.rule(for: MapSketch.tags(tags))?.category == id, "\(tags)")
    }

    /// Tags of places that protect people and of places that only sound alike.
    static let protected: [(String, String?)] = [
        ("amenity=refugee_site", "refugee_accommodation"),
        ("amenity=social_facility, social_facility=group_home, social_facility:for=refugee", "refugee_accommodation"),
        ("amenity=social_facility, social_facility=shelter, social_facility:for=migrant", "refugee_accommodation"),
        ("amenity=social_facility, social_facility:for=refugee;migrant", "refugee_accommodation"),
        ("amenity=social_facility, name=Gemeinschaftsunterkunft Am Ring", "refugee_accommodation"),
        ("office=government, name=Erstaufnahmeeinrichtung", "refugee_accommodation"),
        ("amenity=community_centre, name=Flüchtlingswohnheim", "refugee_accommodation"),
        ("amenity=social_facility, description=Unterkunft für Geflüchtete", "refugee_accommodation"),
        ("amenity=social_facility, name=Haus für Geflüchtete", "refugee_accommodation"),
        ("amenity=social_facility, social_facility=shelter", "shelter"),
        ("social_facility=shelter, access=private", "shelter"), ("amenity=women_shelter", "shelter"),
        ("amenity=social_facility, social_facility=assisted_living, social_facility:for=homeless", "shelter"),
        ("amenity=social_facility, social_facility:for=woman", "shelter"),
        ("amenity=social_facility, name=Frauenhaus", "shelter"),
        ("office=association, name=Frauenhaus e.V.", "shelter"),
        ("amenity=social_facility, name=Frauen- und Kinderschutzhaus", "shelter"),
        ("amenity=social_facility, name=Städt. Obdachlosenunterkunft", "shelter"),
        ("amenity=clinic, name=Women's Shelter", "shelter"), ("amenity=cafe, name=Notschlafstelle", "shelter"),
        // advice, meals, education are services to be found
        ("amenity=social_facility, social_facility=outreach, social_facility:for=refugee", "social_facility"),
        ("amenity=social_facility, name=Flüchtlingsberatung, social_facility:for=refugee", "counselling"),
        ("amenity=social_facility, name=Flüchtlingshilfe Lohau", "social_facility"),
        ("amenity=social_facility, name=Frauenberatung, social_facility:for=woman", "counselling"),
        ("amenity=cafe, name=Café International für Geflüchtete", "cafe"),
        ("amenity=social_facility, social_facility=food_bank, social_facility:for=refugee;homeless", "food_bank"),
        ("amenity=community_centre, name=Liebfrauenhaus", "community_centre"),
        ("amenity=social_facility, social_facility=shelter, disused=yes", nil),
    ]

    @Test(arguments: protected) func whatProtectsPeopleIsRecognised(_ tags: String, _ id: String?) {
        let rule = PlaceRuleTable.builtIn.rule(for: MapSketch.tags(tags))
        #expect(rule?.category == id, "\(tags)")
        let isSensitive = id == "shelter" || id == "refugee_accommodation"
        #expect((rule?.traits.contains(.sensitive) ?? false) == isSensitive)
    }

    /// A rule that no row of the tables needs is untested, or hidden behind another one.
    @Test func everyRuleIsNeeded() {
        let used = Set(
            (Self.table + Self.protected).compactMap { PlaceRuleTable.builtIn.rule(for: MapSketch.tags($0.0)) })
        for rule in PlaceRuleTable.builtIn.rules { #expect(used.contains(rule), "\(rule.category): \(rule)") }
    }

    @Test func rulesAndTheTownsTableAgree() {
        let town = PlaceCategoryTable.builtIn
        #expect(PlaceRuleTable.builtIn.categories == town.ids)
        for rule in PlaceRuleTable.builtIn.rules {
            #expect(!rule.conditions.isEmpty)
            let category = town.category(for: rule.category)
            #expect(category?.id == rule.category)
            #expect(category?.category.isSensitive == rule.traits.contains(.sensitive), "\(rule.category)")
        }
    }

    /// What the reader is told to collect: each place of the tables, unless only its name tells what it is.
    @Test func theFilterFollowsFromTheRules() {
        let filter = TagFilter.placesAndStops
        for (text, id) in Self.table + Self.protected where id != nil {
            #expect(filter.matches(MapSketch.tags(text)), "\(text)")
        }
        for text in ["highway=residential", "building=yes", "name=Frauenhaus", "amenity=bench", "shop=clothes", ""] {
            #expect(!filter.matches(MapSketch.tags(text)), "\(text)")
        }
        for text in ["entrance=main", "barrier=gate", "highway=bus_stop", "railway=halt", "amenity=ferry_terminal"] {
            #expect(filter.matches(MapSketch.tags(text)), "\(text)")
        }
        let keys = filter.items.map(\.key)
        #expect(keys == keys.sorted() && Set(keys).count == keys.count && !keys.contains("name"))
        for item in filter.items { #expect(item.values == item.values.sorted()) }
        #expect(filter.items.first { $0.key == "office" }?.values.isEmpty == true)
        #expect(filter.items.first { $0.key == "landuse" }?.values == ["allotments"])
    }

    @Test func aTownMayBringItsOwnRules() {
        let rules = PlaceRuleTable(
            [PlaceRule("inn", "amenity=restaurant|pub", "name~gasthaus")] + PlaceRuleTable.builtIn.rules)
        #expect(rules.rule(for: MapSketch.tags("amenity=pub, name=Gasthaus Krone"))?.category == "inn")
        #expect(rules.rule(for: MapSketch.tags("amenity=pub, name=Krone")) == nil)
        #expect(rules.rules(ofCategory: "inn").map(\.description) == ["amenity=restaurant|pub, name~gasthaus"])
    }
}
