import Disclosure
import Indicators
import Planar
import Testing
import Town
import Wording

@testable import Reports

/// The maps of reached land, and what reports tell of stops, of places for the whole town and of how times are made.
@Suite struct ReachedLandTests {
    private func town(
        _ language: Language = .german, _ edition: Edition = .internal, isConfirmed: Bool = true
    ) -> SmallTown {
        var town = SmallTown()
        town.isTimed = true
        town.language = language
        town.edition = edition
        if !isConfirmed { town.confirmation = nil }
        return town
    }

    private func map(_ town: SmallTown, _ page: String = "index.html") throws -> MarkupReader.Element? {
        try town.read(page).named("figure").first { $0.withID("map-reached-land-title") != nil }
    }

    private func rows(_ table: MarkupReader.Element) -> [[String]] {
        table.cells.map { row in
            row.map { cell in
                let kept = cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
                return String(kept.reversed())
            }
        }
    }

    private func text(_ input: UnprotectedInput, _ page: String = "index.html") throws -> String {
        let text = try #require(ReportSet.render(input).first { $0.path == page }?.text)
        return try MarkupReader.read(text).named("main").first?.wholeText ?? ""
    }

    // MARK: - Maps

    @Test func theLandOfEachTimeLiesInThatOfTheNext() throws {
        let map = try #require(try map(town()))
        let colours = Palette.reachedLand(count: 3)
        let fills = map.named("path").compactMap { $0.attributes["fill"] }
        // The longest time is drawn first, so that the shorter ones lie on it.
        #expect(fills.filter { colours.map(\.hex).contains($0) } == colours.reversed().map(\.hex))
        let text = map.wholeText
        for minutes in [5, 10, 15] { #expect(text.contains("bis \(minutes) Minuten zu Fuß")) }
        #expect(text.contains("Möglichkeit ist nicht Nutzung"))
        #expect(text.contains("Raster von 10\u{202F}m"))
        #expect(text.contains("Gleise, Wasser oder anderes Hindernis") && text.contains("Straße"))
        #expect(map.named("path").contains { $0.attributes["stroke"] == Palette.barrier.hex })
        #expect(map.named("path").contains { $0.attributes["stroke"] == Palette.streetOnLand.hex })
    }

    @Test(arguments: Language.allCases) func theDescriptionSaysInWordsWhatTheMapShows(_ language: Language) throws {
        let map = try #require(try map(town(language)))
        let description = map.named("desc").first?.wholeText ?? ""
        #expect(description.contains(language == .german ? "knapp vier von zehn" : "just under four out of ten"))
        #expect(description.contains(language == .german ? "in 15 Minuten zu Fuß" : "15 minutes on foot"))
        #expect(!description.contains("{") && !description.contains("⟨"))
    }

    @Test func quartersHaveTheSameMapInTheirFrame() throws {
        let altstadt = try #require(try map(town(), "quarter-01.html"))
        #expect(altstadt.wholeText.contains("Altstadt"))
        let hafen = try map(town(), "quarter-03.html")
        // Nobody lives there: nothing is said of reach.
        #expect(hafen == nil)
        #expect(try map(SmallTown()) == nil)
        #expect(try map(SmallTown(), "quarter-01.html") == nil)
    }

    @Test func withoutAConfirmedListThePublicMapShowsEverydayPlaces() throws {
        let hidden = try #require(try map(town(.german, .public, isConfirmed: false)))
        #expect(hidden.wholeText.contains("Alltagsort") && !hidden.wholeText.contains("Treffpunkt"))
        let land = try town(.german, .public, isConfirmed: false).input().passed().reachedLand
        #expect(Set(land.map(\.target)) == ["everyday_places"])
        let shown = try #require(try map(town(.german, .public)))
        #expect(shown.wholeText.contains("Treffpunkt"))
        let open = try #require(try map(town(.german, .internal, isConfirmed: false)))
        #expect(open.wholeText.contains("Treffpunkt"))
    }

    @Test func landIsToldApartAndNeverRed() {
        for count in 1...4 {
            let colours = Palette.reachedLand(count: count)
            #expect(colours.count == count)
            for (near, far) in zip(colours, colours.dropFirst()) {
                #expect(near.luminance < far.luminance && near.contrast(with: far) > 1.35)
            }
            for colour in colours { #expect(colour.red < colour.green && colour.green <= colour.blue) }
        }
        #expect(Palette.reachedLand(count: 0).isEmpty)
    }

    @Test func allMapsShowStreets() throws {
        for page in ["index.html", "quarter-01.html"] {
            for figure in try town().read(page).named("figure") where figure.attributes["class"] == "map" {
                let streets = [Palette.street.hex, Palette.streetOnLand.hex]
                #expect(figure.named("path").contains { streets.contains($0.attributes["stroke"] ?? "") })
                #expect(figure.wholeText.contains("Straße"))
            }
        }
    }

    @Test(arguments: Language.allCases) func openStreetMapIsNamedOnTheMap(_ language: Language) throws {
        var input = try town(language).input()
        let credit = language == .german ? "© OpenStreetMap-Mitwirkende" : "© OpenStreetMap contributors"
        let map = SourceNote(name: "OpenStreetMap", attribution: "© OpenStreetMap contributors (ODbL)")
        input.sources = [map]
        #expect(try ReportContext(input).mapAttribution.contains(credit + " (ODbL)"))
        // Also where there is no room for all.
        input.sources = (0..<9).map { SourceNote(name: "Eine Quelle mit langem Namen \($0)") } + [map]
        #expect(try ReportContext(input).mapAttribution.contains(credit + " (ODbL)"))
        input.sources.removeLast()
        #expect(try !ReportContext(input).mapAttribution.contains("OpenStreetMap"))
    }

    // MARK: - Stops

    @Test func stopsAreCountedAndThoseWithoutDeparturesNamed() throws {
        let input = try town().input()
        let text = try text(input)
        #expect(text.contains("Erfasst sind 2 Haltestellen; bei 1 davon sind keine Abfahrten erfasst."))
        let altstadt = try self.text(input, "quarter-01.html")
        #expect(altstadt.contains("Im Quartier ist 1 Haltestelle erfasst."))
        let neustadt = try self.text(input, "quarter-02.html")
        #expect(neustadt.contains("Im Quartier sind keine Haltestellen erfasst."))
    }

    @Test func departuresHaveARowEach() throws {
        let rows = rows(try #require(try town().read("index.html").withID("table-stops")))
        #expect(
            rows.map { $0[0] } == [
                "gleich welche", "mit mindestens 1 Abfahrt je Stunde", "mit mindestens 2 Abfahrten je Stunde",
            ])
        // The bus comes once an hour; the other stop is out of reach.
        #expect(rows[0][1].hasSuffix("68\u{202F}%") && rows[1][1].hasSuffix("68\u{202F}%"))
        #expect(rows[2][1].hasSuffix("0\u{202F}%"))
    }

    @Test func withoutDeparturesThereIsNoTableOfThem() throws {
        var input = try town().input()
        input.study.stops?.weekdayDepartures = [nil, nil]
        #expect(try text(input).contains("Erfasst sind 2 Haltestellen; Abfahrten sind dort nicht erfasst."))
        #expect(try SmallTown().read("index.html").withID("table-stops") == nil)
    }

    // MARK: - Places for the whole town, short ways, method

    @Test(arguments: Language.allCases) func noQuarterLacksWhatTheTownHasOnce(_ language: Language) throws {
        var input = try town(language).input()
        // The library is recorded nowhere, the town hall in Neustadt.
        let words = Words(language)
        for index in input.study.places.categories.indices { input.study.places.categories[index].level = .wholeTown }
        func table(_ page: String) throws -> [[String]] {
            let text = try #require(ReportSet.render(input).first { $0.path == page }?.text)
            return rows(try #require(try MarkupReader.read(text).withID("table-reach")))
        }
        let library = language == .german ? "Bibliothek" : "Library"
        #expect(try table("index.html").contains { $0[0] == library && $0[1] == words("none_recorded") })
        let quarter = try table("quarter-01.html")
        #expect(!quarter.contains { $0[0].hasPrefix(library) })
        #expect(!quarter.contains { $0.contains(words("none_recorded")) })
        let hall = try #require(quarter.first { $0[0].hasPrefix(language == .german ? "Rathaus" : "Town hall") })
        #expect(hall[0].hasSuffix(words("reach.whole_town")))
        #expect(hall.last?.isEmpty == false)
    }

    @Test(arguments: Language.allCases) func waysUnderAMinuteAreNotZero(_ language: Language) throws {
        let context = try ReportContext(town(language).input())
        func shown(_ minutes: Double) -> String {
            HTMLWriter.fragment([context.numberNode(.nearestTime, minutes)])
        }
        for minutes in [0, 0.2, 0.96] {
            #expect(shown(minutes).contains(language == .german ? "unter 1 Minute" : "under 1 minute"))
        }
        #expect(shown(0.2).contains("value=\"0.2\""))
        #expect(shown(1).contains(">1<") && shown(1.4).contains(">1<") && shown(8.1).contains(">8<"))
        #expect(HTMLWriter.fragment([context.numberNode(.nearestDistance, 0.4)]).contains(">0<"))
    }

    @Test func estimatesOfPointsAreNotBlamedOnCells() throws {
        let text = try text(try town().input())
        #expect(text.contains("weil nicht alle Wohnorte ans Wegenetz angeschlossen sind"))
        #expect(!text.contains("Mitte der Rasterzellen gemessen"))
    }

    @Test func theMethodSaysHowTimesAreMade() throws {
        let text = try text(try town().input())
        #expect(text.contains("Wie die Zeiten entstehen"))
        #expect(text.contains("Zu Fuß sind 4\u{202F}km/h gerechnet"))
        #expect(text.contains("höchstens 150\u{202F}m; es zählt mit"))
        let rows = rows(try #require(try town().read("index.html").withID("table-networks")))
        #expect(rows.first == ["zu Fuß, 4\u{202F}km/h", "12", "1,3", "Privatgrund 1,2"])
        #expect(rows.last == ["mit dem Fahrrad, 15\u{202F}km/h", "3,0", "0,0", "nichts"])
        let straight = try self.text(SmallTown().input())
        #expect(!straight.contains("Wie die Zeiten entstehen"))
    }
}
