import Disclosure
import Testing
import Wording

@testable import Reports

/// A town of a single quarter has one page that says everything once.
@Suite struct SingleQuarterTests {
    static func town(_ edition: Edition = .internal) throws -> SmallTown {
        var town = SmallTown()
        town.quarterCount = 1
        town.edition = edition
        town.rooms = try RoomHoursTests.town().rooms
        town.offers = [
            ["Deutschkurs", "p1", "", "", "dauerhaft", "Stadt"], ["Beratung", "mobil", "", "", "", ""],
        ]
        return town
    }

    private func table(_ page: String, _ id: String) throws -> [[String]]? {
        try MarkupReader.read(page).named("table").first { $0.attributes["id"] == id }?.named("tbody").first?
            .named("tr").map { $0.children.map(\.wholeText) }
    }

    @Test(arguments: Edition.allCases) func thereIsOnePage(_ edition: Edition) throws {
        let pages = try Self.town(edition).pages()
        #expect(pages.map(\.path) == ["index.html", "kurzfassung.html", "leitfaden.html", "annex.html"])
        let root = try MarkupReader.read(try #require(pages.first).text)
        #expect(root.named("nav").count == 1)
        #expect(!root.all.contains { $0.attributes["href"]?.contains("quarter-") == true })
        let ids = root.all.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
    }

    @Test func nothingIsCompared() throws {
        let page = try Self.town().page("index.html")
        for id in ["table-quarters", "table-group-shares"] { #expect(try table(page, id) == nil) }
        #expect(try table(page, "table-rooms")?.map { $0[0] } == ["Gesamtstadt"])
        let root = try MarkupReader.read(page)
        #expect(!root.all.contains { ["map-reach-caption", "map-places-caption"].contains($0.attributes["id"]) })
        // In a town of three they are.
        let three = try SmallTown().page("index.html")
        for id in ["table-quarters", "table-group-shares"] { #expect(try table(three, id) != nil) }
    }

    @Test func whatAQuartersPageShowsIsThere() throws {
        let page = try Self.town().page("index.html")
        #expect(try MarkupReader.read(page).all.contains { $0.attributes["id"] == "map-quarter-caption" })
        #expect(try table(page, "table-places")?.map { $0[1] } == ["Treff am Markt", "Stadtpark"])
        #expect(try table(page, "table-offers")?.map { $0[0] } == ["Deutschkurs", "Beratung"])
        #expect(try table(page, "table-room-slots")?.count == 6)
        // The rest of the places lies outside and is listed once.
        #expect(try table(page, "table-outside")?.count == 4)
    }
}
