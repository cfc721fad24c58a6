import Features
import Foundation
import Formats
import TestSupport
import Testing

@testable import Pipeline

/// The public folder of the sample town: no file of it may say what only the town hall may know.
@Suite struct PublicEditionTests {
    private func files() throws -> [String: String] {
        try contents(of: try SampleRuns.folder("2024") + "/draft").mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test func theFilesAreThoseOfTheInternalEdition() throws {
        let all = try contents(of: try SampleRuns.folder("2024")).keys
        let ours = Set(all.filter { $0.hasPrefix("draft/") }.map { $0.dropFirst(6) })
        #expect(ours == Set(all.filter { $0.hasPrefix("internal/") }.map { $0.dropFirst(9) }))
        #expect(ours.isSuperset(of: ["indicators.csv", "run.json", "report/index.html", "report/quarter-01.html"]))
    }

    /// Names and ids of groups, of sensitive places and their category, of the computed focus area.
    @Test(arguments: [
        "foreign", "under18", "aged65", "ausländische", "foreign citizenship", "Unter 18", "65 Jahre",
        "refugee_accommodation", "P177", "P178", "Q515", "Lerchenfeld und Am Südring", "\"S2\"", ",S2,",
    ])
    func noFileHolds(_ word: String) throws {
        for (name, text) in try files() {
            // run.json names the columns of no group and the files of all layers; all other texts are searched whole.
            #expect(!text.contains(word), "\(name) holds \(word)")
        }
        // The words do occur inside, so that this test can fail.
        let inside = try contents(of: try SampleRuns.folder("2024") + "/internal").values
        #expect(inside.contains { String(decoding: $0, as: UTF8.self).contains(word) })
    }

    @Test func theNamesOfSensitivePlacesOccurNowhere() throws {
        let input = try String(contentsOf: URL(filePath: Repository.sample("2024/orte.geojson")), encoding: .utf8)
        let places = try JSONValue(parsing: input)["features"]?.elements ?? []
        let names = places.compactMap { place -> String? in
            place["properties"]?["kategorie"]?.string == "refugee_accommodation"
                ? place["properties"]?["name"]?.string : nil
        }
        #expect(names.count == 2)
        for (file, text) in try files() {
            for name in names { #expect(!text.contains(name), "\(file)") }
        }
    }

    @Test func thePlacesAreAllOthers() throws {
        let text = try #require(try files()["places.geojson"])
        #expect(try JSONValue(parsing: text)["features"]?.elements?.count == 178)
    }

    @Test func rowsAreOfAllResidentsOrOfNobody() throws {
        let rows = try IndicatorRows(try SampleRuns.folder("2024") + "/draft/indicators.csv").rows
        #expect(Set(rows.compactMap { $0["group"] }) == ["", "all"])
        #expect(Set(rows.filter { $0["level"] == "focus_area" }.compactMap { $0["area_id"] }) == ["S1", "S3"])
        // What is shown is what the internal edition says.
        let inside = try SampleRuns.indicators("2024").rows
        #expect(
            Set(rows.map { "\($0.sorted { $0.key < $1.key })" })
                .isSubset(of: inside.map { "\($0.sorted { $0.key < $1.key })" }))
    }
}
