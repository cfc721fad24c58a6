// Where people live whom it can harm that others know the address. They are recognised by their tags and, since tags
// are often missing, by German and English words in their names. Rules err on the side of silence: a counselling office
// whose name says "Frauenhaus" is left out, too. What advises, feeds or teaches the same people is no accommodation.

extension PlaceRuleTable {
    private static let housing =
        "social_facility=shelter|group_home|assisted_living|housing|hostel|dormitory|accommodation|residential|"
        + "transitional_housing|emergency_housing|refugee_camp"
    private static let forRefugees =
        "social_facility:for=refugee|refugees|migrant|migrants|immigrant|immigrants|asylum_seeker|asylum_seekers|"
        + "displaced"
    private static let forProtected =
        "social_facility:for=homeless|woman|women|girl|girls|abused|victim|victims|domestic_violence|sex_worker"
    private static let unlessAdvice =
        "name!~beratung|hilfe|treff|cafe|verein|initiative|netzwerk|kleiderkammer|dienst|counselling|advice"

    static let sensitive: [PlaceRule] = [
        PlaceRule(
            "refugee_accommodation", "amenity=refugee_site|refugee_housing|refugee_camp", traits: .sensitive),
        PlaceRule("refugee_accommodation", housing, forRefugees, traits: .sensitive),
        PlaceRule(
            "refugee_accommodation", "amenity=social_facility", "!social_facility", forRefugees, unlessAdvice,
            traits: .sensitive),
        PlaceRule(
            "refugee_accommodation",
            "name~gemeinschaftsunterkunft|fluechtlingsunterkunft|fluechtlingsheim|fluechtlingswohn|asylunterkunft|"
                + "asylbewerberheim|asylbewerberunterkunft|asylbewerberwohnheim| asylheim|asylwohnheim|erstaufnahme|"
                + "aufnahmeeinrichtung|ankunftszentrum|ankerzentrum|anker zentrum|uebergangswohnheim|uebergangsheim|"
                + "uebergangswohn|gefluechtetenunterkunft|unterkunft fuer gefluechtete|unterkunft fuer fluechtlinge|"
                + "wohnheim fuer gefluechtete|wohnheim fuer fluechtlinge|refugee accommodation|refugee housing|"
                + "refugee camp|refugee shelter",
            traits: .sensitive),
        PlaceRule(
            "refugee_accommodation", "name~fluechtling|gefluechtet| asylbewerber|refugee", unlessAdvice,
            "amenity!=place_of_worship|school|kindergarten", traits: .sensitive),
        PlaceRule(
            "shelter",
            "social_facility=shelter|emergency_shelter|homeless_shelter|women_shelter|womens_shelter|refuge|"
                + "emergency_housing|transitional_housing",
            traits: .sensitive),
        PlaceRule("shelter", "amenity=homeless_shelter|women_shelter|womens_shelter", traits: .sensitive),
        PlaceRule("shelter", housing, forProtected, traits: .sensitive),
        PlaceRule(
            "shelter", "amenity=social_facility", "!social_facility", forProtected, unlessAdvice, traits: .sensitive),
        PlaceRule(
            "shelter",
            "name~frauenhaus|frauenhaeuser| frauen haus |frauenschutz|frauenzuflucht|maedchenzuflucht|maedchenhaus|"
                + "schutzhaus|schutzwohnung|schutzunterkunft|zufluchtswohnung|zufluchtsstaette|notunterkunft|"
                + "notschlaf|notquartier|notwohnung|obdachlosenunterkunft|obdachlosenheim|obdachlosenasyl|"
                + "obdachlosenhaus|wohnungslosenheim|wohnungslosenunterkunft|uebernachtungsheim|uebernachtungsstelle|"
                + "nachtasyl|women s shelter|womens shelter|women s refuge|homeless shelter|emergency shelter",
            // The houses of Our Lady are parish halls.
            "name!~liebfrauenhaus|liebfrauenhaeuser|lieben frauenhaus", traits: .sensitive),
    ]
}
