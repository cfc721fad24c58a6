import Formats
import Testing

/// `quartier categories`.
@Suite struct CategoriesCommandTests {
    @Test func everyCategoryIsListedInBothLanguages() throws {
        for (language, kind) in [("de", "Einrichtung · alltäglich · Quartier"), ("en", "service · everyday · quarter")]
        {
            let result = try Command.run(["categories", "--language", language])
            #expect(result.code == 0 && result.error.isEmpty)
            #expect(result.output.contains("school  Schule / School\n  \(kind)\n"))
            #expect(result.output.contains("OpenStreetMap: amenity=library\n"))
            #expect(result.output.split(separator: "\n\n").count > 25)
            #expect(!result.output.contains { "{}⟨⟩".contains($0) })
        }
    }

    @Test func oneCategoryByAnyWord() throws {
        let result = try Command.run(["categories", "Bücherei", "--language", "en"])
        #expect(result.code == 0)
        #expect(
            result.output == """
                library  Bibliothek / Library
                  meeting place · everyday · whole town
                  OpenStreetMap: amenity=library
                  Other words: public_library, Bücherei, Stadtbibliothek, Stadtbücherei

                """)
        let unknown = try Command.run(["categories", "libary", "--language", "en"])
        #expect(unknown.code == 64 && unknown.error.contains("did you mean library"))
    }

    @Test func programsReadJSON() throws {
        let categories = try #require(try Command.run(["categories", "--json"]).json().elements)
        let ids = categories.compactMap { $0["id"]?.string }
        #expect(ids == ids.sorted() && ids.contains("food_bank") && ids.count == categories.count)
        let shelter = try #require(categories.first { $0["id"]?.string == "shelter" })
        #expect(shelter["sensitive"] == .boolean(true) && shelter["level"]?.string == "whole_town")
        let hall = try #require(categories.first { $0["id"]?.string == "town_hall" })
        #expect(hall["name"]?["de"]?.string == "Rathaus" && hall["name"]?["en"]?.string == "Town hall")
        #expect(hall["kind"]?.string == "service" && hall["encounter"]?.string == "organised")
        #expect(hall["osm"]?.elements?.first == .array([.string("amenity=townhall")]))
    }
}
