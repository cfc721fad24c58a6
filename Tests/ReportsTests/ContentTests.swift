import Indicators
import Overlay
import Testing
import Town
import Wording

@testable import Reports

@Suite struct ContentTests {
    private func text(_ page: String) throws -> String {
        try MarkupReader.read(page).named("main").first?.wholeText ?? ""
    }

    @Test func theTownsOwnWordsComeFirst() throws {
        let page = try SmallTown().page("index.html")
        let first = try MarkupReader.read(page).named("section").first
        #expect(first?.attributes["id"] == "understanding")
        #expect(first?.wholeText.contains("Alle, die hier leben, gehören dazu.") == true)
        #expect(first?.wholeText.contains("Beschlossen: Stadtrat, 11.\u{A0}Mai 2023") == true)
        #expect(first?.wholeText.contains("Ein Treffpunkt in der Nähe, für alle.") == true)
    }

    @Test(arguments: Language.allCases) func withoutThemThreeQuestionsStandThere(_ language: Language) throws {
        var town = SmallTown()
        town.language = language
        town.understanding = Understanding()
        let first = try MarkupReader.read(try town.page("index.html")).named("section").first
        #expect(first?.attributes["id"] == "understanding")
        #expect(first?.named("ol").first?.named("li").count == 3)
        #expect(first?.named("li").allSatisfy { $0.wholeText.hasSuffix("?") } == true)
        #expect(first?.named("blockquote").isEmpty == true)
    }

    @Test func figuresReadAsTheDataSay() throws {
        let altstadt = try text(try SmallTown().page("quarter-01.html"))
        // 400 + 300 + 200 persons.
        #expect(altstadt.contains("Im Quartier Altstadt leben rund 900 Menschen."))
        #expect(altstadt.contains("1 organisierter Treffpunkt, 1 Alltagsort und keine weiteren Einrichtungen"))
        #expect(altstadt.contains("Luftlinie"))
        let rows = try MarkupReader.read(try SmallTown().page("quarter-01.html")).named("table")
            .first { $0.attributes["id"] == "table-groups" }?.named("tbody").first?.named("tr")
        #expect(rows?.map { $0.children[1].wholeText } == ["900", "190"])
        #expect(rows?.last?.children[2].wholeText == "21\u{202F}%")
    }

    @Test func emptyQuarterIsSaidNotZeroed() throws {
        let town = try text(try SmallTown().page("index.html"))
        #expect(town.contains("Hafen: Hier ist niemand mit Wohnsitz erfasst."))
        let harbour = try text(try SmallTown().page("quarter-03.html"))
        #expect(harbour.contains("Im Quartier Hafen ist niemand mit Wohnsitz erfasst."))
        #expect(harbour.contains("hier nicht sinnvoll"))
        let cells = try MarkupReader.read(try SmallTown().page("quarter-03.html")).named("td").map(\.wholeText)
        #expect(!cells.contains("0\u{202F}%"))
        #expect(harbour.contains("Bootshaus"))
        #expect(harbour.contains("Gleich nebenan"))
    }

    @Test func aCategoryWithoutPlacesReadsNoneRecorded() throws {
        for (language, words) in [(Language.german, "keiner erfasst"), (.english, "none recorded")] {
            var town = SmallTown()
            town.language = language
            let name = language == .german ? "Bibliothek" : "Library"
            let page = try MarkupReader.read(try town.page("quarter-02.html"))
            let row = page.named("table").first { $0.attributes["id"] == "table-reach" }?.named("tr")
                .first { $0.children.first?.wholeText == name }
            #expect(row?.children.dropFirst().allSatisfy { $0.wholeText == words } == true)
        }
    }

    @Test func placesInNoQuarterAreListed() throws {
        let table = try MarkupReader.read(try SmallTown().page("index.html")).named("table")
            .first { $0.attributes["id"] == "table-outside" }
        let rows = table?.named("tbody").first?.named("tr").map { $0.children.map(\.wholeText) }
        #expect(
            rows == [
                ["Bootshaus", "Gemeinschaftshaus", "nahe der Grenze: Hafen"], ["Hofladen", "Rathaus", "außerhalb"],
            ])
    }

    @Test func focusAreasShowTheirGroundAndWhereTheyLie() throws {
        let text = try text(try SmallTown().page("index.html"))
        for words in [
            "Ratsbeschluss", "Stadtplanung", "Viele kommen hier an.", "11.\u{A0}Mai 2026", "rechnerischer Hinweis",
            "liegt außerhalb aller Quartiere",
        ] { #expect(text.contains(words), "\(words)") }
        let table = try MarkupReader.read(try SmallTown().page("index.html")).named("table")
            .first { $0.attributes["id"] == "table-focus-1" }
        let cells = table?.named("tbody").first?.named("tr").first?.children.map(\.wholeText)
        #expect(cells?.prefix(4) == ["Altstadt", "8,0", "50\u{202F}%", "8\u{202F}%"])
        #expect(cells?[4] == "≈\u{2009}geschätzt 200")
        #expect(cells?[5] == "≈\u{2009}geschätzt 22\u{202F}%")
    }

    @Test func missingLayersNameTheFileThatOpensThem() throws {
        var town = SmallTown()
        town.hasPopulation = false
        town.hasFocusAreas = false
        town.hasStreets = false
        let dropped = try MarkupReader.read(try town.page("index.html")).named("section")
            .first { $0.attributes["id"] == "dropped" }
        #expect(dropped?.named("li").count == 5)
        for file in ["mit Einwohnerzahlen als Punkte", "mit den Schwerpunktbereichen", "mit den Straßen"] {
            #expect(dropped?.wholeText.contains("eine Datei \(file)") == true)
        }
        #expect(!(try SmallTown().page("index.html").contains("id=\"dropped\"")))
    }

    @Test func withoutPopulationNoShareIsShown() throws {
        var town = SmallTown()
        town.hasPopulation = false
        for page in try town.pages() {
            let tables = try MarkupReader.read(page.text).named("table")
            let cells = tables.flatMap { $0.named("td") }.map(\.wholeText)
            let focus = tables.filter { $0.attributes["id"]?.hasPrefix("table-focus") == true }
                .flatMap { $0.named("td") }.map(\.wholeText)
            // Only the parts of areas are known.
            #expect(cells.filter { $0.contains("%") }.count == focus.filter { $0.contains("%") }.count)
            #expect(try text(page.text).contains("nicht erfasst"))
        }
    }

    @Test(arguments: [
        ("Tu-Fr 14:00-20:00", "Di–Fr 14:00–20:00"),
        ("Mo,We 09:00-13:00; PH off", "Mo, Mi 09:00–13:00; Feiertag geschlossen"),
        ("24/7", "rund um die Uhr"), ("nach Absprache", "nach Absprache"),
        (
            "Mar-Oct Di 15–18 Uhr und nach Vereinbarung",
            "März–Okt Di 15:00–18:00 || nicht feststellbar „nach Vereinbarung“"
        ),
        ("Mo <b>", "Mo <b>"), ("", ""),
    ]) func hoursSpeakTheLanguage(_ text: String, _ shown: String) throws {
        #expect(try ReportContext(SmallTown().input()).hours(text) == shown)
    }

    @Test func languagesHaveNames() throws {
        let context = try ReportContext(SmallTown().input())
        #expect(["ar", "de", "Plautdietsch"].map(context.languageName) == ["Arabisch", "Deutsch", "Plautdietsch"])
    }

    @Test func noMinutesAndNoRanking() throws {
        for language in Language.allCases {
            var town = SmallTown()
            town.language = language
            for page in try town.pages() {
                let text = try text(page.text).lowercased()
                for word in [
                    "minute", "brennpunkt", "hotspot", "problemquartier", "rangfolge", "rangliste", "ranking",
                    "defizit", "deficit",
                ] {
                    #expect(!text.contains(word), "\(word)")
                }
            }
        }
    }
}
