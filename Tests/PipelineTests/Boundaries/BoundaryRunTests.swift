import Audit
import Disclosure
import Features
import Foundation
import History
import Indicators
import Planar
import Reports
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// Runs after the quarters were divided anew, with a release of the date before.
@Suite struct BoundaryRunTests {
    /// All values, as the town is too small for a public edition to show many.
    private static let released = "disclosure:\n  released: [\"2023/internal\"]\n"

    private static func finding(_ summary: RunSummary) -> [String: String]? {
        summary.findings.first { $0.code == .boundariesChanged }?.arguments
    }

    @Test func aRunSaysThatBoundariesChanged() throws {
        let town = try RedrawnTown()
        #expect(Self.finding(try town.run("2022", isRedrawn: false)) == nil)
        #expect(Self.finding(try town.run("2023", isRedrawn: false)) == nil)
        // Beside the history: 300 000 of 3 000 000 m², 40 of 350 people; the South has only another id.
        let expected = ["period": "2023", "changed": "3", "quarters": "3", "area": "10", "people": "11"]
        #expect(Self.finding(try town.run("2024", isRedrawn: true)) == expected)
        // Again with the release; a run that is repeated says the same.
        #expect(Self.finding(try town.run("2025", isRedrawn: true, lines: Self.released)) == expected)
        #expect(Self.finding(try town.run("2026", isRedrawn: true)) == nil)
    }

    @Test func theReportShowsConvertedValues() throws {
        let town = try RedrawnTown()
        try town.run("2023", isRedrawn: false)
        try town.run("2024", isRedrawn: true, lines: Self.released)
        let folder = town.scratch.path("town/2024")
        let page = try String(contentsOfFile: folder + "/internal/report/quarter-02.html", encoding: .utf8)
        #expect(page.contains("umgerechnet auf heutige Grenzen"))
        #expect(page.contains("gewichtet nach den Menschen, die heute in den Teilen wohnen"))
        let draft = try String(contentsOfFile: folder + "/draft/report/quarter-02.html", encoding: .utf8)
        #expect(!draft.contains("den Menschen, die heute in den Teilen wohnen"))
        // The same land under another id needs no conversion.
        let south = try String(contentsOfFile: folder + "/internal/report/quarter-03.html", encoding: .utf8)
        #expect(!south.contains("umgerechnet auf heutige Grenzen") && !south.contains("Grenzen geändert"))
        let index = try String(contentsOfFile: folder + "/internal/report/index.html", encoding: .utf8)
        #expect(!index.contains("umgerechnet auf heutige Grenzen"))
    }

    /// Two releases with other quarters in between: the audit attacks both together, the page tells converted shares by public
    /// weights, and what goes out is the draft.
    @Test func aDraftWithRedrawnQuartersIsReleased() throws {
        let town = try RedrawnTown(times: 20)
        let shelf = PublicationShelf(path: town.scratch.path("town/frei"))
        func release(_ period: String, isRedrawn: Bool) throws -> (folder: String, summary: RunSummary) {
            let summary = try town.run(period, isRedrawn: isRedrawn, lines: "disclosure:\n  released: [\"frei\"]\n")
            return (try publishDraft(ofRun: town.scratch.path("town/" + period), to: shelf), summary)
        }
        let first = try release("2023", isRedrawn: false)
        let out = try contents(of: first.folder)
        let second = try release("2024", isRedrawn: true)
        #expect(Self.finding(second.summary)?["period"] == "2023")
        #expect(try contents(of: first.folder) == out)
        var files = try contents(of: second.folder)
        files["release.json"] = nil
        #expect(try files == contents(of: town.scratch.path("town/2024/draft")))
        let page = String(decoding: try #require(files["report/quarter-02.html"]), as: UTF8.self)
        #expect(page.contains("umgerechnet auf heutige Grenzen"))
        #expect(!page.contains("den Menschen, die heute in den Teilen wohnen"))
        #expect(try PublicationAudit(folders: shelf.releases).report().isPassed)
    }

    @Test func releasesWithoutAMapAreNotCheckedAndSaySo() throws {
        let town = try RedrawnTown()
        try town.run("2023", isRedrawn: false)
        try FileManager.default.removeItem(atPath: town.scratch.path("town/2023/internal/quarters.geojson"))
        try town.run("2024", isRedrawn: true, lines: Self.released)
        let page = try String(
            contentsOfFile: town.scratch.path("town/2024/internal/report/quarter-01.html"), encoding: .utf8)
        #expect(page.contains("liegt nicht vor") && !page.contains("umgerechnet auf heutige Grenzen"))
    }

    @Test func outlinesOfAReleaseComeBack() throws {
        let town = try RedrawnTown()
        let study = try town.run("2023", isRedrawn: false)
        #expect(study.valueCount > 0)
        let path = town.scratch.path("town/2023/internal")
        let outlines = try #require(ReleasedReading.outlines(ofRelease: path))
        #expect(outlines.ids == ["W", "E", "S"])
        let metric = try #require(outlines.brought(into: "EPSG:25832"))
        #expect(isClose(metric.geometries[0].area, 1_000_000, tolerance: 1e-3))
        #expect(ReleasedReading.outlines(ofRelease: town.scratch.path("town/2022")) == nil)
        let last = try #require(ReleasedReading.last([path], from: "", before: "2024"))
        #expect(last.period == "2023" && last.path == path)
        #expect(ReleasedReading.last([path], from: "", before: "2023") == nil)
    }
}
