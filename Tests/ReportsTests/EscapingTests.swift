import Testing
import Wording

@testable import Reports

@Suite struct EscapingTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("Tom & \"Jerry\" 'x'", "Tom &amp; &quot;Jerry&quot; &#39;x&#39;"),
        // A quotation mark with an accent is one Character, and not the Character of a quotation mark.
        ("a\"\u{301}b", "a&quot;\u{301}b"), ("<\u{338}b", "&lt;\u{338}b"),
        // A mark at the start would join with the > before it.
        ("\u{338}x", "&#824;x"), ("a\u{0}b\u{8}c\u{7F}d\u{9F}e\u{FFFE}", "abcde"), ("🏳️‍🌈 ü", "🏳️‍🌈 ü"),
    ]) func textAndAttributes(_ raw: String, _ escaped: String) {
        #expect(HTMLWriter.fragment([.text(raw)]).unicodeScalars.elementsEqual(escaped.unicodeScalars))
        let attribute = HTMLWriter.fragment([Tag.span(.title(raw))])
        #expect(attribute.unicodeScalars.elementsEqual("<span title=\"\(escaped)\"></span>".unicodeScalars))
    }

    @Test func dataTextIsCleanedAndCut() {
        #expect(DataText("  a\n\n b\t").whole == "a b")
        #expect(
            DataText("a\u{202E}b\u{2066}c\u{200F}").whole.unicodeScalars.elementsEqual("abc\u{200F}".unicodeScalars))
        #expect(DataText("\u{0}\u{1B} ").isEmpty)
        let long = DataText(String(repeating: "x", count: 10_000))
        #expect(long.shortened(to: 100) == String(repeating: "x", count: 99) + "…")
        let heap = DataText("a" + String(repeating: "\u{301}", count: 10_000))
        #expect(heap.shortened(to: 100).unicodeScalars.count == 100)
        #expect(HTMLWriter.fragment([long.node()]).utf8.count < 800)
    }

    static let hostile = [
        "<script>alert(1)</script>", "\"\u{301} onload=\"x", "</title></svg><img src=x onerror=y>", "&lt;", "]]>",
        "مركز \u{202E}abc", "👩‍👩‍👧‍👦🏳️‍🌈", "../../etc/passwd", "", " ", "=HYPERLINK(\"x\")", "\u{0}\u{1B}[31m",
        "{town}", "${x}", String(repeating: "Ä", count: 10_000), String(repeating: "a\u{301}\u{302}", count: 3000),
    ]

    /// One town in which every text of the data is another hostile one, so that each stands in each kind of place.
    @Test(arguments: 0..<4) func hostileNamesAreHarmlessEverywhere(_ turn: Int) throws {
        func name(_ index: Int) -> String { Self.hostile[(turn * 4 + index) % Self.hostile.count] }
        var town = SmallTown()
        town.townName = name(0)
        town.quarterNames = (0..<3).map(name)
        town.placeNames = (0..<6).map(name)
        town.understanding.text = name(1)
        town.understanding.adoptedBy = name(2)
        town.understanding.goals[0].text = name(3)
        town.understanding.goals[0].indicators = [name(0)]
        town.confirmation = PlacesConfirmation(on: name(1), by: name(2))
        town.sources = (0..<4).map {
            SourceNote(name: name($0), licence: name($0), date: name($0), attribution: name($0), address: name($0))
        }
        let pages = try ReportSet.render(town.input())
        #expect(pages.map(\.path) == PagePath.smallTown)
        for page in pages {
            let root = try MarkupReader.read(page.text)
            #expect(root.named("script").isEmpty && root.named("img").isEmpty)
            #expect(page.text.utf8.count < 400_000)
            #expect(!page.text.unicodeScalars.contains { $0.isForbidden })
        }
    }

    @Test(arguments: [
        ("https://example.org/a?b=c#d", true), ("http://example.org", true), ("javascript:alert(1)", false),
        ("data:text/html,x", false), ("//example.org", false), ("https://", false), ("https://a b", false),
        ("https://ex\u{E4}mple.org", false), ("HTTPS://x", false), ("file:///etc/passwd", false),
    ]) func linksLeadOnlyToPlainAddresses(_ address: String, _ isLink: Bool) {
        #expect((Link(external: address) != nil) == isLink)
    }

    @Test func pathsAreMadeFromNumbers() {
        #expect(PagePath.quarter(0) == "quarter-01.html")
        #expect(PagePath.quarter(41) == "quarter-42.html")
        #expect(PagePath.quarter(119) == "quarter-120.html")
    }
}
