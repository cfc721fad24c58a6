import Indicators
import Disclosure
import Indicators
import Testing
import Wording

@testable import Reports

/// What stands on pages beside the last release, and the order in which pages tell.
@Suite struct ChangeSectionTests {
    private func pages(_ share: Double?, isAfter version: Int = 0) throws -> [ReportSet.Page] {
        var input = try CouncilTown.town(.german, .internal).input()
        input.released = input.indicators.values.compactMap { value in
            value.unit == "share" && value.level == .town
                ? ReleasedValue(
                    period: "2022", key: value.key, value: share, status: share == nil ? .suppressed : .valid,
                    methodVersion: value.methodVersion - version) : nil
        }
        return try ReportSet.render(input)
    }

    private func rows(_ page: String) throws -> [[String]] {
        try MarkupReader.read(page).withID("table-change")?.named("tbody").first?.named("tr").map {
            $0.children.map(\.wholeText)
        } ?? []
    }

    @Test func figuresOfTheLastReleaseStandBesideThoseOfNow() throws {
        let rows = try rows(pages(0.01)[0].text)
        let near = try #require(rows.first { $0[0] == "Anteil mit einem Treffpunkt in 10 Minuten zu Fuß" })
        #expect(near[1].contains("1\u{202F}%"))
        #expect(near[3] == "jetzt mehr")
        // Numbers of people of two years do not stand side by side.
        #expect(!rows.contains { $0[0] == "Einwohnerinnen und Einwohner" })
    }

    @Test func otherMethodsAndProtectedValuesAreNotCompared() throws {
        #expect(try rows(pages(0.01, isAfter: 1)[0].text)[0][3] == "Methodenwechsel, nicht vergleichbar")
        #expect(try rows(pages(nil)[0].text)[0].suffix(3).last == "nicht vergleichbar")
        #expect(try rows(pages(nil)[0].text)[0][1] == "geschützt")
    }

    /// The released shares and those of now as lines; not where methods differ or nothing was shown.
    @Test func sharesOfBothDatesAreDrawn() throws {
        let page = try MarkupReader.read(pages(0.01)[0].text)
        let chart = try #require(
            page.named("svg").first { $0.attributes["aria-labelledby"] == "chart-change-title" })
        let texts = chart.named("text").map(\.text)
        #expect(texts.contains("2022") && texts.contains("2024"))
        #expect(texts.contains { $0.contains("1\u{202F}%") })
        for (share, version) in [(0.01, 1), (nil, 0)] as [(Double?, Int)] {
            let other = try MarkupReader.read(pages(share, isAfter: version)[0].text)
            #expect(!other.named("svg").contains { $0.attributes["aria-labelledby"] == "chart-change-title" })
        }
    }

    @Test func withoutAReleaseItSaysSo() throws {
        let page = try CouncilTown.town(.german, .internal).page("index.html")
        #expect(page.contains("Das ist der erste Bericht"))
        // A quarter of which the release says nothing.
        #expect(try pages(0.01)[1].text.contains("stehen diese Zahlen nicht"))
    }

    @Test(arguments: ["index.html", "quarter-01.html"]) func sectionsStandInTheOrderOfAReport(_ path: String) throws {
        var input = try CouncilTown.town(.german, .internal).input()
        input.released = []
        let page = try #require(ReportSet.render(input).first { $0.path == path }).text
        let ids = try MarkupReader.read(page).named("section").compactMap { $0.attributes["id"] }
        let order = [
            "understanding", "portrait", "residents", "places", "offers", "reach", "encounter", "ends", "change",
            "questions", "limits",
        ]
        #expect(ids.filter(order.contains) == order.filter(ids.contains))
        for id in order where id != "encounter" { #expect(ids.contains(id), "\(id) is missing") }
    }

    @Test func theTableOfContentsHasEverySection() throws {
        let root = try CouncilTown.town(.german, .internal).read("index.html")
        let sections = root.named("main")[0].named("section").compactMap { $0.attributes["id"] }
        let links = root.named("nav")[0].named("a").compactMap { $0.attributes["href"] }
        #expect(links == ["kurzfassung.html"] + sections.map { "#" + $0 } + ["annex.html"])
    }

    @Test func resultsStandByTheGoalThatNamesThem() throws {
        for path in ["index.html", "quarter-01.html"] {
            let root = try CouncilTown.town(.german, .internal).read(path)
            let table = try #require(root.withID("table-goal-1"))
            #expect(table.wholeText.contains("Zahlen zum Ziel: Ein Treffpunkt in der Nähe, für alle."))
            let rows = table.named("tbody")[0].named("tr").map { $0.children.map(\.wholeText) }
            #expect(rows.count == 2)
            #expect(rows.contains { $0[0].contains("Organisierte Treffpunkte") && $0[0].contains("10 Minuten zu Fuß") })
            #expect(rows.allSatisfy { $0[2] == "erster Bericht, noch kein früherer Wert" })
            // The second goal names no indicator.
            #expect(root.withID("table-goal-2") == nil)
        }
    }

    /// Where nobody lives, a table in which nothing applies is left out; the goal stands.
    @Test func goalsOfQuartersWithoutResidentsHaveNoTable() throws {
        var town = SmallTown()
        town.understanding.goals = [Understanding.Goal(id: "treff", text: "Nähe", indicators: ["coverage_share"])]
        #expect(try town.read("quarter-01.html").withID("table-goal-1") != nil)
        let harbour = try town.read("quarter-03.html")
        #expect(harbour.withID("table-goal-1") == nil)
        #expect(harbour.withID("understanding")?.wholeText.contains("Nähe") == true)
    }

    @Test(arguments: Language.allCases) func everyMainFigureSaysWhatItSaysAndWhatNot(_ language: Language) throws {
        let context = try ReportContext(CouncilTown.town(language, .internal).input())
        let figures = context.mainFigures(context.townKey)
        #expect(figures.map(\.kind) == MainFigure.Kind.allCases)
        for kind in MainFigure.Kind.allCases {
            #expect(context.words.ifKnown("plain.\(kind.rawValue).not")?.hasSuffix(".") == true)
        }
        for figure in figures {
            #expect(!context.says(figure).contains("{") && !context.name(figure).contains("{"))
        }
        let near = try #require(figures.first { $0.kind == .organisedNear })
        #expect(
            context.says(near)
                == (language == .german
                    ? "Einen organisierten Treffpunkt in 10 Minuten zu Fuß haben: knapp sieben von zehn Menschen (zwischen 65\u{202F}% und 71\u{202F}%)."
                    : "With an organised meeting place within 10 minutes on foot: just under seven out of ten people (between 65% and 71%).")
        )
    }

    @Test func minutesInSentencesAreWhole() throws {
        let context = try ReportContext(CouncilTown.town(.german, .internal).input())
        #expect(context.wholeMinutes(6.5) == "7 Minuten")
        #expect(context.wholeMinutes(1.2) == "1 Minute")
        #expect(context.wholeMinutes(0.4) == "unter 1 Minute")
    }
}
