import Disclosure
import Indicators
import Testing
import Town
import Wording

@testable import Reports

@Suite struct SectionChartTests {
    private var town: SmallTown {
        var town = SmallTown()
        town.isTimed = true
        town.offers = [
            ["Sprachkurs", "p1", "Verein", "", "bis 2025-06-30", "Land"],
            ["Café", "p1", "Verein", "", "dauerhaft", "Stadt"],
            ["Hilfe", "p1", "", "", "", ""],
        ]
        return town
    }

    @Test(arguments: Language.allCases, Edition.allCases)
    func everyChartLeadsToATableOfThePage(_ language: Language, _ edition: Edition) throws {
        var town = town
        (town.language, town.edition) = (language, edition)
        var kinds: Set<String> = []
        for page in try town.pages() {
            let root = try MarkupReader.read(page.text)
            for figure in root.named("figure") where figure.attributes["class"] == "chart" {
                let svg = try #require(figure.named("svg").first)
                kinds.insert(svg.attributes["aria-labelledby"] ?? "")
                let links = figure.named("a").compactMap { $0.attributes["href"] }
                if let link = links.first {
                    #expect(root.withID(String(link.dropFirst()))?.name == "table", "\(page.path) \(link)")
                } else {
                    let id = svg.attributes["aria-labelledby"]?.replacingTitle ?? ""
                    #expect(root.withID(id) != nil, "\(page.path) \(id)")
                }
            }
        }
        #expect(kinds.isSuperset(of: ["chart-reach-title", "chart-quarters-title"]))
    }

    @Test func whatAChartSaysStandsInItsTable() throws {
        let root = try town.read("quarter-01.html")
        let chart = try #require(
            root.named("svg").first { $0.attributes["aria-labelledby"] == "chart-reach-title" })
        let texts = chart.named("text").map(\.text)
        let cells = root.withID("table-reach-groups-2")?.cells.first ?? []
        #expect(texts.contains("Alle Einwohnerinnen und Einwohner"))
        #expect(cells.dropFirst().allSatisfy { cell in texts.contains { cell.hasSuffix($0) || cell.contains($0) } })
    }

    @Test func theTimelineCountsEachOfferOnce() throws {
        let root = try town.read("index.html")
        let chart = try #require(root.named("svg").first { $0.attributes["aria-labelledby"] == "chart-ends-title" })
        let texts = chart.named("text").map(\.text)
        #expect(texts.contains { $0.hasPrefix("30.\u{A0}Juni 2025") })
        #expect(texts.contains("dauerhaft") && texts.contains("nicht erfasst"))
        #expect(texts.count { $0 == "1 Angebot" } == 2)
    }

    /// Quarters and their neighbours: a dot for each that has both values, inside the town hall only.
    @Test func likenessOfNeighboursIsDrawnInside() throws {
        var input = try town.input()
        func value(_ quarter: String, _ figure: String, _ number: Double?) -> IndicatorValue {
            IndicatorValue(
                level: .quarter, areaID: quarter, areaName: quarter, group: "foreign", category: nil,
                indicator: "local_likeness",
                parameters: "figure=\(figure);permutations=999;seed=1", methodVersion: 1, value: number, unit: "score",
                status: number == nil ? .cannotTell : .valid, isInternal: true)
        }
        for (quarter, own, others, chance) in [
            ("q1", 1.2, 0.5, 0.01), ("q2", -0.4, 0.3, 0.6), ("q3", nil, nil, nil),
        ] as [(String, Double?, Double?, Double?)] {
            for (figure, number) in [("own", own), ("neighbours", others), ("adjusted", chance)] {
                input.indicators.append(value(quarter, figure, number))
            }
        }
        let page = try #require(ReportSet.render(input).first?.text)
        let root = try MarkupReader.read(page)
        let chart = try #require(
            root.named("svg").first { $0.attributes["aria-labelledby"] == "chart-neighbours-1-title" })
        // The dots of the pattern for what has no data are none of it.
        let fills = chart.named("circle").map { $0.attributes["fill"] }.filter { $0 != Palette.noData.hex }
        #expect(fills == [Palette.bar.hex, Palette.paper.hex])
        let cells = root.withID("chart-neighbours-1-table")?.cells ?? []
        #expect(cells.first == ["Altstadt", "1,2", "0,5"])
        #expect(cells.last == ["Hafen", "nicht beurteilbar", "nicht beurteilbar"])
        input.edition = .public
        #expect(try !ReportSet.render(input).contains { $0.text.contains("chart-neighbours") })
    }

    @Test func aTownOfOneQuarterComparesNone() throws {
        var town = town
        town.quarterCount = 1
        let root = try town.read("index.html")
        for id in ["chart-quarters-title", "chart-shares-title", "chart-lorenz-title"] {
            #expect(!root.named("svg").contains { $0.attributes["aria-labelledby"] == id })
        }
    }

    @Test func yearsAreSideBySideWhereTablesTellOfTwo() throws {
        var input = try SmallTown().input()
        input.study.quarterSeries = QuarterSeries(
            years: [2020, 2024], counts: [[[800, 300, nil]], [[900, 334, 12]]])
        let html = try ReportSet.render(input).first { $0.path == "index.html" }?.text ?? ""
        let root = try MarkupReader.read(html)
        let chart = try #require(root.named("svg").first { $0.attributes["aria-labelledby"] == "chart-years-title" })
        let texts = chart.named("text").map(\.text)
        #expect(texts.contains { $0.hasPrefix("Altstadt") && $0.hasSuffix("800") } && texts.contains("900"))
        #expect(texts.contains { $0.hasPrefix("Hafen: ") })
        #expect(root.withID("chart-years-table")?.cells.count == 3)
    }
}

extension String {
    /// The id of a chart's own table from that of its title.
    fileprivate var replacingTitle: String { hasSuffix("-title") ? dropLast(6) + "-table" : self }
}
