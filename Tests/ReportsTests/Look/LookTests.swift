import Disclosure
import Testing
import Wording

@testable import Reports

/// The town's own look on its pages.
@Suite struct LookTests {
    private func pages(_ look: Look, _ edition: Edition = .internal, _ language: Language = .german) throws
        -> [ReportSet.Page]
    {
        var town = SmallTown()
        town.edition = edition
        town.language = language
        var input = try town.input()
        input.look = look
        return try ReportSet.render(input)
    }

    @Test func withoutALookNothingIsAdded() throws {
        for page in try pages(Look()) {
            #expect(!page.text.contains("<img") && !page.text.contains("img-src"))
            #expect(page.text.contains("--accent: \(Palette.accent.hex)"))
        }
    }

    @Test(arguments: [Edition.internal, .public]) func everyPageHasColourAndLogo(_ edition: Edition) throws {
        let look = Look(
            colour: AccentColour(0x7A1040), logo: try Logo(Array(LogoTests.svg.utf8)))
        let pages = try pages(look, edition)
        #expect(pages.count > 6)
        for page in pages {
            let root = try MarkupReader.read(page.text)
            let images = root.named("img")
            #expect(images.count == 1, "\(page.path)")
            #expect(images.first?.attributes["src"]?.hasPrefix("data:image/svg+xml;base64,") == true)
            #expect(images.first?.attributes["alt"] == "Logo: Kleinstadt")
            #expect(page.text.contains("; img-src data:; style-src"))
            // The last definition of the colour holds.
            let last = page.text.split(separator: "--accent: ").last
            #expect(last?.hasPrefix("#7a1040;") == true, "\(page.path)")
        }
        // Bars have it, too; nothing has the old one but the definition that is replaced.
        let town = try #require(pages.first?.text)
        #expect(town.contains("fill=\"#7a1040\"") && !town.contains("fill=\"\(Palette.accent.hex)\""))
    }

    @Test func ownTextsStandInBothEditionsAndEscaped() throws {
        let texts: [Language: [String: String]] = [
            .german: [
                "reports.understanding.heading": "Wofür <b>wir</b> & du\u{202E} stehen",
                "reports.council.heading.figures": "Vier Zahlen",
                "reports.change.heading": "{zuviel}",
            ]
        ]
        for edition in [Edition.internal, .public] {
            let pages = try pages(Look(texts: texts), edition)
            let town = try #require(pages.first { $0.path == "index.html" }?.text)
            #expect(town.contains("Wofür &lt;b&gt;wir&lt;/b&gt; &amp; du stehen"))
            #expect(!town.contains("zuviel"))
            let council = try #require(pages.first { $0.path == "kurzfassung.html" }?.text)
            #expect(council.contains("Vier Zahlen") && council.contains("Wofür &lt;b&gt;"))
        }
        // They are words of one language.
        #expect(try pages(Look(texts: texts), .internal, .english) == pages(Look(), .internal, .english))
    }
}
