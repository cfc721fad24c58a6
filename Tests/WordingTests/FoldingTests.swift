import Testing
import Wording

@Suite struct FoldingTests {
    @Test(arguments: [
        ("Bücherei", "buecherei"), ("BÜCHEREI", "buecherei"), ("Bu\u{308}cherei", "buecherei"), ("Straße", "strasse"),
        ("STRASSE", "strasse"), ("Café", "cafe"), ("Cafe\u{301}", "cafe"), ("place_of-worship", "placeofworship"),
        ("women's centre", "womenscentre"), ("Łódź", "lodz"), ("  ", ""), ("Halle 7", "halle7"), ("ß", "ss"),
    ]) func keys(_ text: String, _ key: String) {
        #expect(Folding.key(text) == key)
        // What is folded stays as it is.
        #expect(Folding.key(key) == key)
    }

    @Test(arguments: [
        ("AREA_ID", ["area", "id"]), ("childcare_places", ["childcare", "places"]),
        ("anzahlPlätze", ["anzahl", "plaetze"]),
        ("Plätze 2024", ["plaetze", "2024"]), ("__", []), ("u18", ["u18"]), ("gefoerdert-bis", ["gefoerdert", "bis"]),
    ]) func words(_ text: String, _ words: [String]) {
        #expect(Folding.words(text) == words)
    }
}
