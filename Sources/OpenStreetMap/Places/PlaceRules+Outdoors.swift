// Places in the open and everyday errands.

extension PlaceRuleTable {
    private static let sharedGarden =
        "name~gemeinschaftsgarten|interkultureller garten|internationaler garten|interkulturelle gaerten|"
        + "internationale gaerten|nachbarschaftsgarten|stadtteilgarten|buergergarten|community garden"

    static let outdoors: [PlaceRule] = [
        PlaceRule("community_garden", "leisure=garden", "garden:type=community"),
        PlaceRule("community_garden", "leisure=garden|park", sharedGarden),
        PlaceRule("community_garden", "landuse=allotments", sharedGarden),
        PlaceRule("allotment", "landuse=allotments"),
        // A playground only for the guests of a restaurant is none of the town's.
        PlaceRule("playground", "leisure=playground", "access!=customers", traits: .fixture),
        PlaceRule("park", "leisure=park"),
        // Most gardens on the map lie behind a house.
        PlaceRule("park", "leisure=garden", "access=yes|public|permissive"),
        PlaceRule("park", "leisure=garden", "garden:type=botanical"),
        PlaceRule("sports_centre", "leisure=sports_centre|sports_hall|stadium|ice_rink"),
        // Tables to play at are furniture of a park or playground; riding grounds belong to stables.
        PlaceRule(
            "sports_centre", "leisure=pitch", "sport!=table_tennis|chess|equestrian|dog_training|model_aerodrome",
            traits: .fixture),
    ]

    /// Everyday shops are those for food and for the household's weekly needs; clothes, furniture, cars, hairdressers
    /// and the like are none. A bakery with a café is a shop. Of gastronomy only what is open in the daytime and asks
    /// for no meal is an everyday meeting place: cafés, ice cream parlours, beer gardens; not restaurants, pubs, bars,
    /// snack bars.
    static let everyday: [PlaceRule] = [
        PlaceRule(
            "shop",
            "shop=supermarket|convenience|grocery|general|food|frozen_food|bakery|pastry|butcher|greengrocer|farm|dairy|"
                + "cheese|seafood|fishmonger|deli|health_food|beverages|kiosk|newsagent|chemist|mall|department_store|"
                + "country_store|village_shop"),
        PlaceRule("market", "amenity=marketplace"),
        PlaceRule("cafe", "amenity=cafe|ice_cream|biergarten"),
        PlaceRule("club", "club", "club!=yes|no|nightclub|swingers"),
        PlaceRule("club", "amenity=social_club"),
    ]
}
