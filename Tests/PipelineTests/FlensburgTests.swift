import Features
import Foundation
import Pipeline
import TestSupport
import Testing
import Wording

/// Real open data of a town of 95,000 (oklabflensburg, CC0), unchanged: `init`, `check`, `run`. The files are not part
/// of the repository; without them beside it the tests are skipped.
@Suite struct FlensburgTests {
    /// Beside the repository, or where QUARTIER_REAL_DATA says.
    static let folder =
        (ProcessInfo.processInfo.environment["QUARTIER_REAL_DATA"].map { URL(filePath: $0) }
        ?? Repository.root.deletingLastPathComponent().appending(path: "shared/data")).appending(path: "flensburg")
    static let files = ["stadtteile", "kitas", "spielplaetze"].map { folder.appending(path: "\($0).geojson").path() }
    static let isThere = files.allSatisfy { FileManager.default.fileExists(atPath: $0) }

    @Test(.enabled(if: isThere, "../shared/data/flensburg is not there: the real files are not tried"))
    func threeFilesBecomeAReport() throws {
        let scratch = try Scratch()
        let draft = try ProjectDrafting.draft(
            files: FlensburgTests.files, folder: scratch.folder.path(), period: "2022", language: .german)
        let project = try scratch.write(draft, to: "quartier.yaml")

        let report = CheckReport.make(project: project)
        #expect(report.failure == nil, "\(report.text(.english))")
        #expect(report.count(.error) == 0, "\(report.text(.english))")
        let dropped = report.findings.filter { $0.code == .chapterDropped }.compactMap { $0.arguments["kind"] }
        #expect(Set(dropped) == ["focus_areas", "population", "streets"])

        _ = try Run.run(project: project, options: RunOptions(output: scratch.path("out")))
        let rows = try IndicatorRows(scratch.path("out/internal/indicators.csv"))
        #expect(rows.rows(["level": "quarter", "indicator": "residents", "group": "all"]).count == 13)
        for row in rows.rows(["indicator": "residents"]) { #expect(row["status"] == "no_data" && row["value"] == "") }
        func sum(_ category: String) -> Double {
            rows.rows(["level": "quarter", "indicator": "place_count", "category": category])
                .compactMap { $0["value"].flatMap(Double.init) }.reduce(0, +)
        }
        #expect(sum("kindergarten") == 70)
        #expect(sum("playground") == 76)
        #expect(rows.rows(["level": "focus_area"]).isEmpty)
        let page = try String(
            contentsOf: URL(filePath: scratch.path("out/internal/report/index.html")), encoding: .utf8)
        #expect(page.contains("keine Daten"))
    }
}
