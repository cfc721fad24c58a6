import Formats
import Testing

/// `quartier categories`.
@Suite struct CategoriesCommandTests {
    @Test func everyCategoryIsListedInBothLanguages() throws {
        for (language, kind) in [("de", "Angebot · alltäglich · Quartier"), ("en", "service · everyday · quarter")] {
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
        let value = try JSONParser.parse(Array(try Command.run(["categories", "--json"]).output.utf8))
        guard case .array(let categories) = value else {
            Issue.record("no array")
            return
        }
        let ids = categories.compactMap { $0["id"]?.string }
        #expect(ids == ids.sorted() && ids.contains("food_bank") && ids.count == categories.count)
        let shelter = try #require(categories.first { $0["id"]?.string == "shelter" })
        #expect(shelter["sensitive"] == .boolean(true) && shelter["level"]?.string == "whole_town")
        let hall = try #require(categories.first { $0["id"]?.string == "town_hall" })
        #expect(hall["name"]?["de"]?.string == "Rathaus" && hall["name"]?["en"]?.string == "Town hall")
        #expect(hall["kind"]?.string == "service" && hall["encounter"]?.string == "organised")
        guard case .array(let rules)? = hall["osm"] else {
            Issue.record("no rules")
            return
        }
        #expect(rules.first == .array([.string("amenity=townhall")]))
    }
}
