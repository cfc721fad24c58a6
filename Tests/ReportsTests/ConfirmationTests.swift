import Disclosure
import Indicators
import Testing
import Town
import Wording

@testable import Reports

/// Reach of organised meeting places is public only after somebody confirmed their list.
@Suite struct ConfirmationTests {
    private func town(_ edition: Edition, isConfirmed: Bool) -> SmallTown {
        var town = SmallTown()
        town.edition = edition
        if !isConfirmed { town.confirmation = nil }
        return town
    }

    /// The targets with reach in a table of values.
    private func reached(_ input: ReportInput) -> Set<String> {
        Set(input.indicators.values.filter { Figure.reach.contains($0.indicator) }.compactMap(\.category))
    }

    @Test func protectionTakesOutWhatCountsOrganisedPlaces() throws {
        let open = reached(try town(.internal, isConfirmed: false).input().passed())
        #expect(open.isSuperset(of: ["community_centre", "meeting_places", "organised_places", "everyday_places"]))
        let closed = reached(try town(.public, isConfirmed: false).input().passed())
        #expect(open.subtracting(closed) == ["community_centre", "meeting_places", "organised_places"])
        #expect(closed.isSuperset(of: ["everyday_places", "library", "park", "services", "town_hall"]))
    }

    @Test func confirmedListsLoseNothing() throws {
        let confirmed = reached(try town(.public, isConfirmed: true).input().passed())
        #expect(try confirmed == reached(town(.internal, isConfirmed: true).input().passed()))
    }

    @Test func countsStay() throws {
        let input = try town(.public, isConfirmed: false).input().passed()
        let counts = input.indicators.values.filter { $0.indicator == "place_count" }.compactMap(\.category)
        #expect(Set(counts).isSuperset(of: ["community_centre", "meeting_places", "organised_places"]))
    }

    @Test func withoutOrganisedCategoriesNothingIsTakenOut() throws {
        var input = try town(.public, isConfirmed: false).input()
        for index in input.study.places.categories.indices {
            input.study.places.categories[index].encounter = .everyday
        }
        #expect(try reached(input.passed()).contains("meeting_places"))
    }

    @Test(arguments: Language.allCases) func pagesSayWhyOnce(_ language: Language) throws {
        var town = town(.public, isConfirmed: false)
        town.language = language
        let sentence = Words(language)("reach.unconfirmed")
        for path in ["index.html", "quarter-01.html", "quarter-02.html"] {
            let root = try town.read(path)
            #expect(root.named("p").count { $0.wholeText == sentence } == 1)
            #expect(root.withID("map-reach-title") == nil)
            #expect(
                (root.named("dl").first { $0.attributes["class"] == "key-figures" }?.named("dt") ?? []).count {
                    $0.text.contains("500\u{202F}m")
                } == 1)
            let rows = root.withID("table-reach")?.cells.compactMap(\.first) ?? []
            #expect(rows.contains(Words(language)("reach.any.everyday")))
            #expect(!rows.contains(Words(language)("reach.any.organised")))
            #expect(!rows.contains(language == .german ? "Gemeinschaftshaus" : "Community centre"))
        }
        let columns = try town.read("index.html").withID("table-quarters")?.named("thead").first?.named("th").count
        #expect(columns == 7)
    }

    @Test func theInternalEditionShowsThemAndSaysThatTheyAreNotConfirmed() throws {
        let root = try town(.internal, isConfirmed: false).read("index.html")
        #expect(root.wholeText.contains(Words(.german)("reach.unconfirmed_internal")))
        #expect(root.withID("map-reach-title") != nil)
    }

    @Test func theDateAndTheOfficeAreNamed() throws {
        for edition in Edition.allCases {
            let text = try town(edition, isConfirmed: true).read("index.html").wholeText
            #expect(text.contains("Die Liste der Treffpunkte ist bestätigt (Stadtplanung, 30.\u{A0}November 2024)."))
        }
        var town = town(.public, isConfirmed: true)
        town.confirmation = PlacesConfirmation(on: "2024-11-30")
        #expect(try town.read("index.html").wholeText.contains("ist bestätigt (30.\u{A0}November 2024)."))
        town.language = .english
        #expect(try town.read("index.html").wholeText.contains("is confirmed (30\u{A0}November 2024)."))
    }

    @Test func keyFiguresNameBothKinds() throws {
        let root = try SmallTown().read("quarter-01.html")
        let names = root.named("dl").first { $0.attributes["class"] == "key-figures" }?.named("dt").map(\.text)
        #expect(
            names == [
                "Einwohnerinnen und Einwohner", "erfasste Orte",
                "mit Treffpunkt in 500\u{202F}m Entfernung (Luftlinie)",
                "mit Alltagsort in 500\u{202F}m Entfernung (Luftlinie)",
            ])
        // The meeting place lies at x 200, the park at x 400: 700 of 900 live within 500 m of each.
        #expect(
            root.wholeText.contains(
                "In 500\u{202F}m Entfernung (Luftlinie) liegt für knapp acht von zehn Menschen ein Treffpunkt, für "))
    }

    @Test func theReportHasATitleWithoutOne() throws {
        var input = try SmallTown().input()
        let own = try ReportContext(input).title.whole
        #expect(own.contains("Kleinstadt"))
        input.title = " \n"
        #expect(try ReportContext(input).title.whole == own)
        input.title = "Bericht"
        #expect(try ReportContext(input).title.whole == "Bericht")
    }
}

/// All pages of the public edition, searched for what must not be in any of them.
@Suite struct PublicPagesTests {
    @Test(arguments: Language.allCases, [true, false])
    func nothingProtectedStandsAnywhere(_ language: Language, _ isConfirmed: Bool) throws {
        var town = SmallTown()
        town.language = language
        town.edition = .public
        town.hasOtherAreas = true
        if !isConfirmed { town.confirmation = nil }
        let secrets = [
            // a sensitive place and its category, a computed focus area, findings and their places
            "Haus am Wald", "Unterkunft", "Accommodation", "refugee", "Rechenfeld",
            "Q503", "Q507",
        ]
        for page in try town.pages() {
            for secret in secrets { #expect(!page.text.contains(secret), "\(secret) in \(page.path)") }
        }
    }

    @Test func theSameSecretsStandInTheInternalEdition() throws {
        let text = try SmallTown().pages().map(\.text).joined()
        for secret in ["Haus am Wald", "Unterkunft", "Rechenfeld", "Q503", "Q507"] {
            #expect(text.contains(secret), "\(secret)")
        }
    }

    @Test func internalInputIsLeftAsItIs() throws {
        let input = try SmallTown().input()
        #expect(try input.passed().indicators.values == input.indicators.values)
        #expect(try input.passed().study.places.ids == input.study.places.ids)
    }
}
