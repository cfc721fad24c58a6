import Disclosure
import Formats
import Foundation
import Testing
import Wording

@testable import Reports

/// What every page promises to screen readers, printers and browsers without scripts.
@Suite struct StructureTests {
    static let towns: [SmallTown] = Language.allCases.flatMap { language in
        Edition.allCases.flatMap { edition in
            [true, false].map { isFull in
                var town = SmallTown()
                town.language = language
                town.edition = edition
                town.hasPopulation = isFull
                town.hasFocusAreas = isFull
                town.hasStreets = isFull
                if !isFull { town.understanding = Understanding() }
                return town
            }
        }
    }

    @Test(arguments: towns) func pagesAreWellFormed(_ town: SmallTown) throws {
        let pages = try town.pages()
        #expect(pages.map(\.path) == PagePath.smallTown)
        for page in pages {
            let root = try MarkupReader.read(page.text)
            #expect(root.attributes["lang"] == town.language.rawValue)
            #expect(root.named("h1").count == 1)
            for landmark in ["header", "main", "footer"] { #expect(root.named(landmark).count == 1) }
            // The page for the council is one sheet: there is nowhere to go but to the report.
            #expect(root.named("nav").isEmpty == (page.path == PagePath.council))
            #expect(root.named("title").first?.wholeText.isEmpty == false)
            // A key without a text shows as ⟨key⟩, a name without a value as {name}.
            #expect(!page.text.contains("⟨"))
            let visible = root.named("body").first?.wholeText ?? ""
            #expect(!visible.contains("{"))
            for number in root.named("data") { #expect(Double(number.attributes["value"] ?? "")?.isFinite == true) }
        }
    }

    @Test(arguments: towns) func idsAreUniqueAndReferencesHold(_ town: SmallTown) throws {
        for page in try town.pages() {
            let root = try MarkupReader.read(page.text)
            let ids = root.all.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count)
            for element in root.all {
                for key in ["aria-labelledby", "aria-describedby"] {
                    for id in element.attributes[key]?.split(separator: " ") ?? [] { #expect(ids.contains(String(id))) }
                }
                if let target = element.attributes["href"], target.hasPrefix("#") {
                    #expect(ids.contains(String(target.dropFirst())))
                }
                for value in element.attributes.values where value.hasPrefix("url(#") {
                    #expect(ids.contains(String(value.dropFirst(5).dropLast())))
                }
            }
        }
    }

    @Test(arguments: towns) func headingsDescendStepByStep(_ town: SmallTown) throws {
        for page in try town.pages() {
            var previous = 0
            for heading in try MarkupReader.read(page.text).all {
                guard ["h1", "h2", "h3", "h4"].contains(heading.name), let level = Int(heading.name.dropFirst()) else {
                    continue
                }
                #expect(level <= previous + 1, "\(heading.wholeText) skips a level")
                #expect(!heading.wholeText.isEmpty)
                previous = level
            }
        }
    }

    @Test(arguments: towns) func tablesHaveCaptionsAndHeaders(_ town: SmallTown) throws {
        for page in try town.pages() {
            for table in try MarkupReader.read(page.text).named("table") {
                #expect(table.named("caption").count == 1)
                let columns = table.named("thead").flatMap { $0.named("th") }
                #expect(columns.allSatisfy { $0.attributes["scope"] == "col" && !$0.wholeText.isEmpty })
                for row in table.named("tbody").flatMap({ $0.named("tr") }) {
                    #expect(row.children.count == columns.count)
                    #expect(row.named("th").count == 1)
                    #expect(row.named("th").first?.attributes["scope"] == "row")
                    // Nothing is left blank but the number of the town's own row.
                    #expect(row.children.dropFirst().allSatisfy { !$0.wholeText.isEmpty })
                }
                #expect(table.all.allSatisfy { $0.attributes["colspan"] == nil && $0.attributes["rowspan"] == nil })
            }
        }
    }

    @Test(arguments: towns) func nothingIsLoadedFromAnywhere(_ town: SmallTown) throws {
        for page in try town.pages() {
            let root = try MarkupReader.read(page.text)
            for element in root.all {
                #expect(!["script", "img", "link", "iframe", "object", "use", "image"].contains(element.name))
                #expect(element.attributes["src"] == nil && element.attributes["style"] == nil)
                #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
                if element.name != "a" { #expect(element.attributes["href"] == nil) }
            }
            let style = root.named("style").first?.wholeText ?? ""
            #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("http"))
        }
    }

    /// Nothing but the style sheets of the page itself is let in, each by the checksum of its element.
    @Test(arguments: towns) func theStrictPolicyKnowsTheStyleSheetsOfThePage(_ town: SmallTown) throws {
        for page in try town.pages() {
            let policies = try MarkupReader.read(page.text).named("meta").filter {
                $0.attributes["http-equiv"] == "Content-Security-Policy"
            }
            let elements = page.text.matches(of: /<style[^>]*>([^<]*)<\/style>/).map { String($0.1) }
            #expect(elements.count == 2 && !page.text.contains("unsafe"))
            let sums = elements.map {
                "&#39;sha256-\(Data(Checksum.digest(Array($0.utf8))).base64EncodedString())&#39;"
            }
            #expect(
                policies.map { $0.attributes["content"] } == [
                    "default-src &#39;none&#39;; style-src \(sums.joined(separator: " ")); base-uri &#39;none&#39;; "
                        + "form-action &#39;none&#39;"
                ])
        }
    }

    @Test(arguments: towns) func mapsSayWhatTheyShow(_ town: SmallTown) throws {
        for page in try town.pages() where !(["annex.html"] + PagePath.guides).contains(page.path) {
            let maps = try MarkupReader.read(page.text).named("svg").filter {
                $0.attributes["role"] == "img" && $0.attributes["class"] == "map-sheet"
            }
            #expect(!maps.isEmpty)
            for map in maps {
                #expect(map.children.first?.name == "title")
                #expect(map.children.dropFirst().first?.name == "desc")
                #expect(map.children.prefix(2).allSatisfy { !$0.wholeText.isEmpty })
                #expect(map.named("text").contains { $0.text.hasSuffix(" m") || $0.text.hasSuffix(" km") })
                #expect(map.named("text").contains { $0.text == "N" })
            }
        }
    }

    @Test func sameInputSameBytes() throws {
        let town = SmallTown()
        #expect(try ReportSet.render(town.input()) == ReportSet.render(town.input()))
    }
}
