import Testing

@testable import OpenStreetMap

@Suite struct TagPatternTests {
    /// A condition, tags, and whether it holds.
    static let table: [(String, String, Bool)] = [
        ("amenity=library", "amenity=library", true), ("amenity=library", "amenity=cafe", false),
        ("amenity=library", "shop=library", false), ("amenity=library", "", false),
        ("shop=bakery|butcher", "shop=butcher", true), ("shop=bakery|butcher", "shop=books; bakery", true),
        ("shop=bakery|butcher", "shop=bakery_supplies", false),
        ("sport!=chess|boules", "sport=soccer", true), ("sport!=chess|boules", "leisure=pitch", true),
        ("sport!=chess|boules", "sport=soccer;chess", false),
        ("office", "office=company", true), ("office", "office=no", false), ("office", "offices=company", false),
        ("!name", "office=yes", true), ("!name", "name=Amt", false), ("!vacant", "vacant=no", true),
        ("name~frauenhaus", "name=Autonomes Frauenhaus Lohau", true),
        ("name~frauenhaus", "official_name=FRAUENHAUS", true), ("name~frauenhaus", "description=das Frauenhaus", true),
        ("name~frauenhaus", "operator=Frauenhaus e.V.", false), ("operator~frauenhaus", "operator=Frauenhaus", true),
        ("name~ vhs ", "name=VHS Lohau", true), ("name~ vhs ", "name=Haus der vhs", true),
        ("name~ vhs ", "name=Avhshof", false),
        // Words end where they end: "Dr. Tomas Ylmaz" is no asylum.
        ("name~asyl", "name=Dr. Tomas Ylmaz", false), ("name~job center", "name=Job-Center Süd", true),
        ("name~jobcenter", "name=JobCenter", true), ("name~fluechtling", "name=Flüchtlingsheim", true),
        ("name!~beratung", "name=Beratungsstelle", false), ("name!~beratung", "name=Treff", true),
        ("name!~beratung", "amenity=cafe", true),
    ]

    @Test(arguments: table) func conditionsHold(_ condition: String, _ tags: String, _ expected: Bool) {
        #expect(TagPattern(condition).holds(for: MapSketch.tags(tags)) == expected)
    }

    @Test func aConditionIsPrintedAsItIsWritten() {
        for text in ["a=b", "a=b|c", "a!=b|c", "a", "!a", "name~ vhs |x", "name!~x", "social_facility:for=refugee"] {
            #expect(TagPattern(text).description == text)
        }
    }

    /// Nothing that somebody may write is a crash; what says nothing holds for nothing or everything.
    @Test func oddTexts() {
        let tags = MapSketch.tags("a=b, name=x")
        #expect(!TagPattern("").holds(for: tags) && TagPattern("!").holds(for: tags))
        #expect(!TagPattern("=").holds(for: tags) && !TagPattern("~").holds(for: tags))
        #expect(!TagPattern("a=").holds(for: tags) && TagPattern("a!=").holds(for: tags))
        #expect(TagPattern("a=b=c").values == ["b=c"])
        #expect(!TagPattern("a=b").holds(for: MapSketch.tags("a=;;")))
    }
}
