import Disclosure
import Planar
import Testing
import Town
import Wording

@testable import Reports

/// What a stranger may have written into the data, on pages with all charts and maps.
@Suite struct HostileReportTests {
    static let names = [
        "<script>alert(1)</script>", "=HYPERLINK(\"https://evil.example\",\"x\")", "\u{202E}txt.exe\u{2066}مركز",
        String(repeating: "Ä", count: 10_000), "\"\u{301} onload=\"alert(1)", "👩‍👩‍👧‍👦🏳️‍🌈 Fest", "../../etc/passwd",
        "CON", "</title></svg><style>*{display:none}</style>", "'><a href=javascript:alert(1)>x</a>", "]]><!--",
        "{town}",
    ]

    private func town(_ turn: Int) -> SmallTown {
        func name(_ index: Int) -> String { Self.names[(turn + index) % Self.names.count] }
        var town = SmallTown()
        town.isTimed = true
        town.hasOtherAreas = true
        town.townName = name(0)
        town.quarterNames = (0..<3).map { name($0 + 1) }
        town.placeNames = (0..<6).map { name($0 + 2) }
        town.offers = [
            [name(3), "p1", name(4), "", "bis 2025-06-30", "Land"],
            [name(5), name(6), name(7), "", "dauerhaft", name(8)],
        ]
        town.period = turn % 2 == 0 ? "2024" : name(9)
        return town
    }

    @Test(arguments: 0..<12, Edition.allCases) func pagesStayWhole(_ turn: Int, _ edition: Edition) throws {
        var town = town(turn)
        town.edition = edition
        town.language = turn % 2 == 0 ? .german : .english
        var input = try town.input()
        input.study.groups[1].names = [.german: Self.names[turn], .english: Self.names[turn]]
        input.study.quarterSeries = QuarterSeries(years: [2020, 2024], counts: [[[8, 3, 1]], [[9, 4, 2]]])
        let pages = try ReportSet.render(input)
        #expect(pages.map(\.path) == PagePath.smallTown)
        for page in pages {
            let root = try MarkupReader.read(page.text)
            for forbidden in ["script", "img", "iframe", "object", "embed", "link", "form", "input"] {
                #expect(root.named(forbidden).isEmpty, "\(forbidden) in \(page.path)")
            }
            #expect(root.named("style").count == root.named("head").first?.named("style").count)
            for element in root.all {
                for (attribute, value) in element.attributes {
                    #expect(!attribute.hasPrefix("on"), "\(attribute) in \(page.path)")
                    if attribute == "href" { #expect(isHarmless(value), "\(value) in \(page.path)") }
                    if attribute == "id" { #expect(value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }) }
                }
            }
            let scalars = page.text.unicodeScalars
            #expect(!scalars.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) })
            #expect(page.text.utf8.count < 700_000, "\(page.path)")
            // No word of the data is so long that it pushes the page apart.
            for text in root.named("svg").flatMap({ $0.named("text") }) { #expect(text.text.count < 200) }
        }
    }

    private func isHarmless(_ link: String) -> Bool {
        link.hasPrefix("#") || link.hasPrefix("https://") || PagePath.smallTown.contains { link.hasPrefix($0) }
    }

    /// Names that are legible stay legible: emoji and right-to-left words come through whole.
    @Test func legibleNamesStayLegible() throws {
        var town = SmallTown()
        town.quarterNames = ["👩‍👩‍👧‍👦🏳️‍🌈 Fest", "حي السلام", "Straße \"A\u{301}\""]
        let text = try town.page("index.html")
        #expect(text.contains("👩‍👩‍👧‍👦🏳️‍🌈 Fest") && text.contains("حي السلام"))
        #expect(text.unicodeScalars.count > 0 && text.contains("Straße &quot;A\u{301}&quot;"))
    }

    @Test func twoQuartersOfOneNameHaveTwoPages() throws {
        var town = SmallTown()
        town.quarterNames = ["../index", "../index", "INDEX.HTML"]
        #expect(try town.pages().map(\.path) == PagePath.smallTown)
        #expect(Set(try town.pages().map(\.path)).count == PagePath.smallTown.count)
    }
}
