import Disclosure
import Testing
import Wording

@testable import Reports

@Suite struct OffersSectionTests {
    /// Of seven offers two are permanent, two end by the end of next year, one later, one is a single day, one ended;
    /// of two nobody wrote down how long they are paid for.
    static let offers = [
        ["Sprachcafé", "p1", "Verein Miteinander e. V.", "Verein", "befristet bis 31.12.2025", "Land; Stadt"],
        ["Nähkurs", "p1", "Frau Beispiel", "", "", ""],
        ["Sprechstunde", "p3", "Stadt", "städtisch", "dauerhaft", "Stadt"],
        ["Hilfe in der Unterkunft", "p4", "Stadt", "städtisch", "befristet bis 30.06.2025", "Bund"],
        ["Spielmobil", "mobil", "Stadt", "städtisch", "dauerhaft", "Stadt"],
        ["Sommerfest", "p2", "Verein Miteinander e. V.", "Verein", "einmalig am 1.7.2024", "Stadt"],
        ["Radwerkstatt", "p2", "", "", "befristet bis 31.12.2026", "Stiftung"],
        ["Altes Projekt", "p2", "", "", "befristet bis 31.12.2022", ""],
        ["Elterntreff", "p3", "", "", "befristet", "Land"],
    ]

    static func town(_ edition: Edition = .internal, _ language: Language = .german) -> SmallTown {
        var town = SmallTown()
        town.offers = offers
        town.edition = edition
        town.language = language
        return town
    }

    private func section(_ id: String, _ page: String) throws -> MarkupReader.Element? {
        try MarkupReader.read(page).named("section").first { $0.attributes["id"] == id }
    }

    private func rows(_ table: String, _ page: String) throws -> [[String]] {
        try MarkupReader.read(page).named("table").first { $0.attributes["id"] == table }?.named("tbody").first?
            .named("tr").map { $0.children.map(\.wholeText) } ?? []
    }

    @Test func pageOneCountsInPlainWords() throws {
        let text = try section("portrait", try OffersSectionTests.town().page("index.html"))?.wholeText ?? ""
        for sentence in [
            "Erfasst sind 9 Angebote.", "2 sind dauerhaft finanziert.",
            "Bei 2 endet die Finanzierung spätestens am 31.\u{A0}Dezember 2025.", "Bei 1 endet sie später.",
            "Bei 2 von 9 Angeboten ist nicht erfasst, wie lange sie finanziert sind.",
            "1 ist einmalig; dass es endet, ist kein Verlust.", "Bei 1 endete die Finanzierung schon vor dem",
        ] {
            #expect(text.contains(sentence), "\(sentence)")
        }
        // The meeting place ends with its language café: one end, not two.
        #expect(!text.contains("Finanzierung des Ortes selbst"))
    }

    @Test func pageOneInEnglishAndPublic() throws {
        let page = try OffersSectionTests.town(.public, .english).page("index.html")
        let text = try section("portrait", page)?.wholeText ?? ""
        // The offer in the accommodation is not counted, since it would tell of it.
        #expect(text.contains("8 offers are recorded. 2 are funded permanently."))
        #expect(text.contains("For 1 funding ends by 31\u{A0}December 2025."))
        #expect(text.contains("For 2 of 8 offers it is not recorded how long they are funded."))
        #expect(!page.contains("Unterkunft"))
    }

    @Test func withoutATableThePlacesAreCounted() throws {
        let text = try section("portrait", try SmallTown().page("index.html"))?.wholeText ?? ""
        // Of six places one has a day; "bald" is recorded, but no day.
        #expect(text.contains("Angebote sind nicht als eigene Liste erfasst."))
        #expect(text.contains("Bei 4 von 6 Orten ist nicht erfasst, wie lange sie finanziert sind."))
        let ends = "Dazu endet bei 1 Ort spätestens am 31.\u{A0}Dezember 2025 die Finanzierung des Ortes selbst."
        #expect(text.contains(ends))
    }

    @Test func anEmptyTableSaysSo() throws {
        var town = SmallTown()
        town.offers = []
        let page = try town.page("index.html")
        #expect(try section("portrait", page)?.wholeText.contains("Es sind keine Angebote erfasst.") == true)
        #expect(try rows("table-funding", page).isEmpty)
        #expect(try rows("table-ends", page).count == 1)
    }

    @Test func allKnownAndNonePermanent() throws {
        var town = SmallTown()
        town.offers = [["Chor", "p1", "", "", "befristet bis 1.2.2030", ""]]
        let text = try section("portrait", try town.page("index.html"))?.wholeText ?? ""
        #expect(text.contains("Erfasst ist 1 Angebot. Keines ist als dauerhaft finanziert erfasst."))
        #expect(text.contains("Bei keinem ist ein Ende der Finanzierung bis zum"))
        #expect(text.contains("Bei allen ist erfasst, wie lange sie finanziert sind."))
    }

    @Test func withoutAYearThereIsNoNextYear() throws {
        var town = OffersSectionTests.town()
        town.period = "heute"
        let text = try section("portrait", try town.page("index.html"))?.wholeText ?? ""
        #expect(text.contains("Bei 4 ist ein Ende der Finanzierung erfasst."))
        #expect(!text.contains("bis zum"))
    }

    @Test func whatEndsWhenIsATableByDay() throws {
        let ends = try rows("table-ends", try OffersSectionTests.town().page("index.html"))
        #expect(
            ends == [
                ["Hilfe in der Unterkunft", "Haus am Wald", "30.\u{A0}Juni 2025", "der Bund"],
                ["Sprachcafé", "Treff am Markt", "31.\u{A0}Dezember 2025", "die Stadt, das Land"],
                ["Radwerkstatt", "Stadtpark", "31.\u{A0}Dezember 2026", "eine Stiftung"],
            ])
    }

    @Test func fundingByWhoDecides() throws {
        let states = try rows("table-funding", try OffersSectionTests.town().page("index.html"))
        // permanent, limited, one-off, not recorded
        #expect(
            states == [
                ["die Stadt", "2", "1", "1", "–"], ["das Land", "–", "2", "–", "–"], ["der Bund", "–", "1", "–", "–"],
                ["eine Stiftung", "–", "1", "–", "–"], ["nicht erfasst", "–", "1", "–", "1"],
                ["Alle Angebote", "2", "5", "1", "1"],
            ])
    }

    @Test func aQuarterListsItsOffers() throws {
        let page = try OffersSectionTests.town().page("quarter-01.html")
        let offers = try rows("table-offers", page)
        #expect(offers.map(\.first) == ["Sprachcafé", "Nähkurs", "Sommerfest", "Radwerkstatt", "Altes Projekt"])
        #expect(offers.map { $0[6] }.prefix(2) == ["Verein Miteinander e. V.", "Frau Beispiel"])
        #expect(
            offers.map(\.last) == [
                "bis 31.\u{A0}Dezember 2025", "nicht erfasst", "einmalig, 1.\u{A0}Juli 2024",
                "bis 31.\u{A0}Dezember 2026", "bis 31.\u{A0}Dezember 2022",
            ])
        #expect(try rows("table-ends", page).map(\.first) == ["Sprachcafé", "Radwerkstatt"])
    }

    @Test func inPublicNoPersonIsNamed() throws {
        for name in ["index.html", "quarter-01.html", "quarter-02.html"] {
            let page = try OffersSectionTests.town(.public).page(name)
            #expect(!page.contains("Frau Beispiel") && !page.contains("Hilfe in der"), "\(name)")
        }
        let offers = try rows("table-offers", try OffersSectionTests.town(.public).page("quarter-01.html"))
        #expect(offers.map { $0[6] }.prefix(2) == ["Verein Miteinander e. V.", "Privatperson"])
    }

    @Test func aQuarterWithoutOffersSaysSo() throws {
        let harbour = try OffersSectionTests.town().page("quarter-03.html")
        #expect(try section("offers", harbour)?.wholeText.contains("keine Angebote erfasst") == true)
        // Without a table of offers and without an end there is nothing to tell.
        #expect(try section("offers", try SmallTown().page("quarter-03.html")) == nil)
    }
}
