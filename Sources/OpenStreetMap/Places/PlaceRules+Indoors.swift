// Places under a roof: where groups meet, where people learn, where they find help.

extension PlaceRuleTable {
    private static let communityCentre = "amenity=community_centre|social_centre|youth_centre"

    static let meeting: [PlaceRule] = [
        PlaceRule("swimming_pool", "leisure=water_park|bathing_place"),
        PlaceRule("swimming_pool", "amenity=public_bath", "bath:type!=onsen|hammam"),
        PlaceRule("swimming_pool", "leisure=sports_centre", "sport=swimming"),
        // Pools without a word on access are those of gardens and hotels.
        PlaceRule(
            "swimming_pool", "leisure=swimming_pool", "access=yes|public|permissive|customers", traits: .fixture),
        PlaceRule("youth_centre", "amenity=youth_centre"),
        PlaceRule("youth_centre", communityCentre, "community_centre=youth_centre|youth_club"),
        PlaceRule(
            "youth_centre", communityCentre, "community_centre:for=juvenile|youth|child|children|teenager"),
        PlaceRule(
            "youth_centre", communityCentre,
            "name~jugendzentrum|jugendhaus|jugendclub|jugendtreff|jugendfreizeit|jugendcafe| juz |youth"),
        PlaceRule("youth_centre", "club=youth"),
        PlaceRule("senior_centre", communityCentre, "community_centre:for=senior|seniors|elderly"),
        PlaceRule("senior_centre", communityCentre, "community_centre=senior_centre|seniors_centre"),
        PlaceRule(
            "senior_centre", communityCentre,
            "name~seniorentreff|seniorenbegegnung|seniorenclub|seniorenkreis|seniorenzentrum|altentagesstaette|"
                + "altenclub|altenbegegnung"),
        PlaceRule(
            "senior_centre", "amenity=social_facility", "social_facility=day_care|outreach|clubhouse",
            "name~seniorentreff|seniorenbegegnung|altentagesstaette|altenclub"),
        PlaceRule("senior_centre", "club=elderly|senior|seniors"),
        PlaceRule("womens_centre", communityCentre, "community_centre:for=woman|women"),
        PlaceRule("womens_centre", communityCentre, "name~frauenzentrum|frauentreff|frauencafe"),
        PlaceRule(
            "neighbourhood_centre", communityCentre,
            "community_centre=neighbourhood_centre|neighborhood_centre|neighbourhood|family_centre"),
        PlaceRule(
            "neighbourhood_centre", communityCentre,
            "name~nachbarschaft|stadtteiltreff|stadtteilzentrum|stadtteilhaus|stadtteilladen|quartierstreff|"
                + "quartierszentrum|quartiersbuero|quartierstreffpunkt|mehrgenerationenhaus|familienzentrum"),
        PlaceRule("adult_education", communityCentre, "name~volkshochschule| vhs "),
        PlaceRule("cultural_centre", "amenity=arts_centre"),
        PlaceRule("cultural_centre", communityCentre, "community_centre=cultural_centre|arts_centre"),
        PlaceRule("club", communityCentre, "community_centre=club_home|clubhouse"),
        PlaceRule("community_centre", communityCentre),
        PlaceRule(
            "community_centre", "amenity=public_building|events_venue|conference_centre",
            "name~buergerhaus|buergerzentrum|dorfgemeinschaftshaus|gemeindehaus|gemeindezentrum|gemeindesaal|pfarrheim|"
                + "begegnungsstaette|begegnungszentrum"),
        // Chapels and crosses by the wayside are for a prayer in passing.
        PlaceRule(
            "place_of_worship", "amenity=place_of_worship",
            "place_of_worship!=wayside_chapel|wayside_shrine|lourdes_grotto|cross|shrine",
            "historic!=wayside_shrine|wayside_cross|wayside_chapel", "building!=wayside_shrine"),
    ]

    static let learning: [PlaceRule] = [
        PlaceRule("library", "amenity=library"),
        PlaceRule("music_school", "amenity=music_school"),
        PlaceRule("music_school", "amenity=school|training", "name~musikschule"),
        PlaceRule("language_school", "amenity=language_school"),
        PlaceRule(
            "adult_education", "amenity=school|college|training|public_building|prep_school",
            "name~volkshochschule| vhs |erwachsenenbildung"),
        PlaceRule("adult_education", "office", "name~volkshochschule| vhs |erwachsenenbildung"),
        PlaceRule("school", "amenity=school", traits: .privateGround),
        PlaceRule("kindergarten", "amenity=kindergarten|childcare", traits: .privateGround),
    ]

    static let helping: [PlaceRule] = [
        PlaceRule("doctor", "amenity=doctors|clinic"),
        PlaceRule("doctor", "healthcare=doctor|clinic"),
        PlaceRule("pharmacy", "amenity=pharmacy"),
        PlaceRule("pharmacy", "healthcare=pharmacy"),
        PlaceRule("town_hall", "amenity=townhall"),
        PlaceRule(
            "town_hall", "office=government|administrative",
            "name~buergerbuero|buergeramt|buergerservice|rathaus|stadtverwaltung|gemeindeverwaltung"),
        PlaceRule(
            "town_hall", "amenity=public_building", "name~buergerbuero|buergeramt|buergerservice|rathaus"),
        // The tag is also that of agencies for temporary work, which are businesses.
        PlaceRule(
            "job_centre", "office=employment_agency|government|administrative",
            "name~jobcenter|job center|arbeitsagentur|agentur fuer arbeit|arbeitsamt|kommunales jobcenter"),
        PlaceRule("job_centre", "office=employment_agency", "operator~bundesagentur|jobcenter|job center|landkreis"),
        PlaceRule("job_centre", "office=employment_agency", "operator:type=public|government"),
        PlaceRule("job_centre", "office=employment_agency", "!name", "!operator", "!brand"),
        PlaceRule("food_bank", "social_facility=food_bank|soup_kitchen|food_pantry"),
        PlaceRule("food_bank", "amenity=food_bank|soup_kitchen"),
        PlaceRule("food_bank", "amenity=social_facility", "name~ tafel | tafeln |tafelladen"),
        PlaceRule("counselling", "healthcare=counselling"),
        PlaceRule("counselling", "amenity=social_facility|social_centre", "name~beratung|counselling|migrationsdienst"),
        PlaceRule("counselling", "social_facility=advice|counselling|counseling"),
        PlaceRule(
            "counselling", "office",
            "name~beratungsstelle|migrationsberatung|schuldnerberatung|sozialberatung|familienberatung|"
                + "erziehungsberatung|suchtberatung|drogenberatung|lebensberatung|schwangerenberatung|"
                + "fluechtlingsberatung|integrationsberatung|jugendmigrationsdienst|migrationsdienst"),
        // Homes (nursing, assisted living, group homes) serve those who live in them: nobody else's way leads there.
        PlaceRule(
            "social_facility", "amenity=social_facility",
            "social_facility!=nursing_home|assisted_living|group_home|housing|hostel|dormitory|accommodation|"
                + "residential|retirement_home|hospice"),
        PlaceRule(
            "social_facility",
            "social_facility=outreach|ambulatory_care|day_care|clothing_bank|workshop|clubhouse|social_shop"),
        PlaceRule("social_facility", "shop=charity"),
    ]
}
