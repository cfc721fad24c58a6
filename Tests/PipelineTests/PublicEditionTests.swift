import Features
import Foundation
import Formats
import TestSupport
import Testing

@testable import Pipeline

/// The public folder of the sample town: no file of it may say what only the town hall may know.
@Suite struct PublicEditionTests {
    private static func texts(_ edition: String) throws -> [String: String] {
        try contents(of: try SampleRuns.folder("2024") + "/" + edition).mapValues {
            String(decoding: $0, as: UTF8.self)
        }
    }

    // Read once for all words.
    private static let publicTexts = Result { try texts("draft") }
    private static let internalTexts = Result { try texts("internal") }

    private func files() throws -> [String: String] { try PublicEditionTests.publicTexts.get() }

    @Test func theFilesAreThoseOfTheInternalEdition() throws {
        let all = try contents(of: try SampleRuns.folder("2024")).keys
        let ours = Set(all.filter { $0.hasPrefix("draft/") }.map { $0.dropFirst(6) })
        // What reports are made from again stays inside.
        let inside = Set(all.filter { $0.hasPrefix("internal/") }.map { $0.dropFirst(9) })
        #expect(inside.subtracting(ours) == ["run.state"] && ours.isSubset(of: inside))
        #expect(ours.isSuperset(of: ["indicators.csv", "run.json", "report/index.html", "report/quarter-01.html"]))
    }

    /// Names and ids of groups, of sensitive places and their category, of the computed focus area.
    @Test(arguments: [
        "refugee_accommodation", "P177", "P178", "Q515", "Lerchenfeld und Am Südring", "\"S2\"", ",S2,",
    ])
    func noFileHolds(_ word: String) throws {
        for (name, text) in try files() {
            // run.json names the columns of no group and the files of all layers; all other texts are searched whole.
            #expect(!text.contains(word), "\(name) holds \(word)")
        }
        // The words do occur inside, so that this test can fail.
        #expect(try PublicEditionTests.internalTexts.get().values.contains { $0.contains(word) })
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

    @Test func groupsAreToldOfInTownAndQuartersOnly() throws {
        let rows = try IndicatorRows(try SampleRuns.folder("2024") + "/draft/indicators.csv").rows
        #expect(Set(rows.compactMap { $0["group"] }) == ["", "all", "foreign", "under18", "aged65"])
        let ofGroups = rows.filter { !["", "all"].contains($0["group"]) }
        #expect(Set(ofGroups.compactMap { $0["level"] }) == ["town", "quarter"])
        #expect(Set(rows.filter { $0["level"] == "focus_area" }.compactMap { $0["area_id"] }) == ["S1", "S3"])
        // What is shown is what the internal edition says, as exactly as it may be told.
        let inside = Dictionary(uniqueKeysWithValues: try SampleRuns.indicators("2024").rows.map { (key($0), $0) })
        for row in rows {
            let truth = try #require(inside[key(row)])
            guard let shown = row["value"].flatMap(Double.init) else { continue }
            let value = try #require(truth["value"].flatMap(Double.init))
            let isWhole = ["persons", "person_years", "m"].contains(row["unit"])
            #expect(abs(shown - value) <= (isWhole ? 0.5 : 0.0005) + 1e-6, "\(row)")
        }
    }

    /// What identifies a row.
    private func key(_ row: [String: String]) -> String {
        ["level", "area_id", "group", "category", "indicator", "parameters"].map { row[$0] ?? "" }
            .joined(separator: "|")
    }

    // MARK: Hidden values

    /// The hidden rows of the draft with what they hide.
    private func hidden() throws -> [(row: [String: String], truth: Double)] {
        let inside = Dictionary(uniqueKeysWithValues: try SampleRuns.indicators("2024").rows.map { (key($0), $0) })
        return try IndicatorRows(try SampleRuns.folder("2024") + "/draft/indicators.csv").rows.compactMap { row in
            guard row["status"] == "suppressed" else { return nil }
            return inside[key(row)]?["value"].flatMap(Double.init).map { (row, $0) }
        }
    }

    @Test func hiddenRowsTellNothing() throws {
        let rows = try hidden().map(\.row)
        #expect(rows.count > 100)
        for row in rows {
            for name in ["value", "lower", "upper", "n", "band_lower", "band_upper", "not_recorded", "reason"] {
                #expect(row[name] == "", "\(name) of \(row)")
            }
        }
    }

    @Test func noSmallNumberOfPeopleIsShown() throws {
        let inside = Dictionary(uniqueKeysWithValues: try SampleRuns.indicators("2024").rows.map { (key($0), $0) })
        for row in try IndicatorRows(try SampleRuns.folder("2024") + "/draft/indicators.csv").rows {
            guard ["coverage_share", "stop_share", "residents"].contains(row["indicator"]),
                let shown = row["value"].flatMap(Double.init)
            else { continue }
            let truth = try #require(inside[key(row)])
            let people = truth["n"].flatMap(Double.init) ?? 1
            let count = try #require(truth["value"].flatMap(Double.init)) * (row["unit"] == "share" ? people : 1)
            #expect(count < 1e-3 || count > 5 - 1e-3, "\(row)")
            if row["unit"] == "share" {
                // The table of the town hall has six decimals.
                let digit = people * 1e-6 + 1e-3
                #expect(people - count < digit || people - count > 5 - digit, "\(row) \(shown)")
                #expect(people > 30 - 1e-3, "\(row)")
            }
        }
    }

    /// The maps of quarters hold for each hidden share of all residents no number but the word.
    @Test func mapsHideWhatTheTableHides() throws {
        let text = try #require(try files()["quarters.geojson"])
        let quarters = try JSONValue(parsing: text)["features"]?.elements ?? []
        var count = 0
        for (row, _) in try hidden()
        where row["indicator"] == "coverage_share" && row["group"] == "all" && row["level"] == "quarter" {
            guard let parameters = row["parameters"], parameters.hasPrefix("measure=walking;minutes="),
                let category = row["category"]
            else { continue }
            let column = "\(category)_within_\(parameters.dropFirst("measure=walking;minutes=".count))min"
            let quarter = try #require(quarters.first { $0["properties"]?["id"]?.string == row["area_id"] })
            guard let properties = quarter["properties"], properties[column] != nil else { continue }
            #expect(properties[column] == .null && properties[column + "_status"]?.string == "suppressed", "\(column)")
            count += 1
        }
        #expect(count > 0)
    }

    /// The annex tells each hidden value with the word, and in no other cell.
    @Test func theAnnexShowsHiddenValuesAsSuch() throws {
        let text = try #require(try files()["report/annex.html"])
        #expect(text.contains(">geschützt<"))
        #expect(text.contains("Damit niemand zu erkennen ist"))
        let inside = try String(
            contentsOf: URL(filePath: try SampleRuns.folder("2024") + "/internal/report/annex.html"), encoding: .utf8)
        #expect(!inside.contains(">geschützt<"))
    }

    @Test func theRecordNamesTheRulesAndNoIdentity() throws {
        let record = try JSONValue(parsing: try #require(try files()["run.json"]))
        let disclosure = try #require(record["disclosure"])
        #expect(disclosure["minimum_count"]?.double == 5 && disclosure["protection"]?.double == 5)
        #expect(disclosure["not_protected"]?.double == 0)
        let reasons = ["small_count", "small_denominator", "linked"].compactMap { disclosure["hidden"]?[$0]?.double }
        #expect(reasons.count == 3)
        for check in record["identities"]?.elements ?? [] {
            #expect(check["left"] == nil && check["right"] == nil && check["holds"] != nil)
        }
        #expect(!(try #require(try files()["run.json"]).contains("_totals")))
    }
}
