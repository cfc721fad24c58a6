import Features
import Foundation
import FoundationXML
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// The feed of changes, from releases written by the test.
@Suite struct ChangeFeedTests {
    private static let header =
        "period,level,area_id,area_name,group,category,indicator,parameters,method_version,value,unit,status,lower,upper,n,band_lower,band_upper,not_recorded,reason\n"

    /// Writes a release of one headline figure, and a row for a quarter that is no headline.
    private func release(
        _ scratch: Scratch, _ name: String, on date: String, residents: Int, version: Int = 1,
        role: String = "Amt <für> \"Alles\" & mehr"
    ) throws {
        let period = String(name.prefix(4))
        let record = [
            "format": "quartier-release/1", "period": period, "released_on": date, "released_by": role,
        ]
        try scratch.write(
            String(decoding: JSONSerialization.data(withJSONObject: record), as: UTF8.self),
            to: "shelf/\(name)/release.json")
        try scratch.write(
            ChangeFeedTests.header
                + "\(period),town,01,S,all,,residents,,\(version),\(residents),persons,valid,,,1,,,,\n"
                + "\(period),town,01,S,foreign,,residents,,\(version),\(residents * 3),persons,valid,,,1,,,,\n"
                + "\(period),quarter,1,N,all,,residents,,\(version),\(residents / 2),persons,valid,,,1,,,,\n",
            to: "shelf/\(name)/indicators.csv")
    }

    private func feed(
        _ scratch: Scratch, town: String = "Stadt", url: String = "https://Stadt.example:8443/feed.xml?a=1&b=2"
    )
        throws -> ChangeFeed?
    {
        try ReleasedChanges.feed(
            of: PublicationShelf(path: scratch.path("shelf")), town: town, url: url, tolerance: 1)
    }

    @Test func onlyChangesBeyondTheToleranceHaveEntries() throws {
        let scratch = try Scratch()
        #expect(try feed(scratch) == nil)
        try release(scratch, "2022", on: "2023-02-01", residents: 10_000)
        #expect(try #require(try feed(scratch)).entries.isEmpty)
        try release(scratch, "2023", on: "2024-02-01", residents: 10_100)
        try release(scratch, "2024", on: "2025-02-01", residents: 10_500)
        // A correction of an older year that came last, by another method.
        try release(scratch, "2023-2", on: "2025-03-01", residents: 9_000, version: 2)
        let made = try #require(try feed(scratch))
        #expect(made.entries.map(\.name) == ["2023-2", "2024"] && "\(made.updated)" == "2025-03-01")
        #expect(made.entries[1].changes.changes.map(\.after) == [10_500])
        #expect(made.entries[0].changes.changes.isEmpty && made.entries[0].changes.newMethods == ["residents"])
    }

    @Test func theFileIsValidAtomAndStable() throws {
        let scratch = try Scratch()
        try release(scratch, "2022", on: "2023-02-01", residents: 100)
        try release(scratch, "2024", on: "2025-02-01", residents: 200)
        let town = "S <script>&\u{1}'\""
        let text = try #require(try feed(scratch, town: town)).text(.german)
        #expect(try feed(scratch, town: town)?.text(.german) == text)
        let root = try #require(XMLDocument(xmlString: text).rootElement())
        #expect(root.name == "feed" && root.uri == "http://www.w3.org/2005/Atom")
        // RFC 4287, 4.1.1 and 4.1.2: what a feed and an entry must have, once each.
        for name in ["id", "title", "updated", "author"] { #expect(root.elements(forName: name).count == 1) }
        let link = try #require(root.elements(forName: "link").first)
        #expect(
            link.attributes?.first { $0.name == "href" }?.stringValue == "https://Stadt.example:8443/feed.xml?a=1&b=2")
        #expect(
            root.elements(forName: "title").first?.stringValue
                == "Quartier S <script>&\u{FFFD}'\": was sich geändert hat")
        let entries = root.elements(forName: "entry")
        #expect(entries.count == 1)
        let entry = try #require(entries.first)
        for name in ["id", "title", "updated", "author", "content"] {
            #expect(entry.elements(forName: name).count == 1)
        }
        #expect(entry.elements(forName: "id").first?.stringValue == "tag:stadt.example,2025-02-01:2024")
        #expect(entry.elements(forName: "updated").first?.stringValue == "2025-02-01T00:00:00Z")
        #expect(
            entry.elements(forName: "author").first?.elements(forName: "name").first?.stringValue
                == "Amt <für> \"Alles\" & mehr")
        #expect(
            entry.elements(forName: "content").first?.stringValue
                == "Einwohnerinnen und Einwohner: vorher 100 Personen, jetzt 200 Personen")
        // A further release leaves the ids of the others as they are.
        try release(scratch, "2025", on: "2026-02-01", residents: 300)
        #expect(
            try #require(try feed(scratch, town: town)).text(.german).contains(
                "<id>tag:stadt.example,2025-02-01:2024</id>"))
    }

    @Test func aReleaseThatCannotBeReadEndsIt() throws {
        let scratch = try Scratch()
        try release(scratch, "2022", on: "2023-02-01", residents: 100)
        try release(scratch, "2023", on: "no day", residents: 100)
        #expect(throws: Failure.self) { try feed(scratch) }
        do { _ = try feed(scratch) } catch let failure as Failure {
            #expect(failure.diagnostics.map(\.code) == [.releaseUnreadable])
        }
    }
}
