import Testing

@testable import Wording

@Suite struct CatalogueTests {
    @Test func bothLanguagesHaveTheSameKeys() {
        #expect(Catalogue.of(.german).keys == Catalogue.of(.english).keys)
    }

    @Test func bothLanguagesFillInTheSameNames() {
        func names(_ template: String) -> Set<String> {
            Set(
                template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
                    $0.split(separator: "}").first.map(String.init)
                })
        }
        for key in Catalogue.of(.english).keys {
            #expect(
                names(Catalogue.of(.german).template(key) ?? "") == names(Catalogue.of(.english).template(key) ?? ""),
                "\(key)")
        }
    }

    @Test func valuesAreFilledInOnce() {
        let catalogue = Catalogue(language: .english, text: "a = {x} and {y}\nb = {x} {missing} {\n")
        #expect(catalogue.text("a", ["x": "{y}", "y": "2"]) == "{y} and 2")
        #expect(catalogue.text("b", ["x": "1"]) == "1 {missing} {")
        #expect(catalogue.text("c") == "⟨c⟩")
    }

    @Test func aValueCanBeAWordOfTheLanguage() {
        let catalogue = Catalogue(
            language: .english, text: "a = {key}: {why.*}.\nwhy.late = later than {limit}\nwhy.x = {key.*}\n")
        #expect(catalogue.text("a", ["key": "k", "why": "late", "limit": "5"]) == "k: later than 5.")
        #expect(catalogue.text("a", ["key": "k", "why": "unknown"]) == "k: ⟨why.unknown⟩.")
        #expect(catalogue.text("a", ["key": "k"]) == "k: {why.*}.")
    }

    @Test func linesGoOnAfterWhiteSpace() {
        let catalogue = Catalogue(language: .german, text: "# comment\na = one\n  two = three\nb = x\nb = y\n")
        #expect(catalogue.text("a") == "one two = three")
        #expect(catalogue.text("b") == "y")
        #expect(catalogue.keys == ["a", "b"])
    }
}
