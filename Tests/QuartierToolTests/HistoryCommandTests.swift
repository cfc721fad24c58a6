import Formats
import Foundation
import TestSupport
import Testing

/// `quartier run` with a history, `quartier history` and `quartier compare`, on a small town of two years.
@Suite struct HistoryCommandTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        let source = Repository.sample("faults/Q514-cells-cut")
        for name in ["quartier.yaml", "quartiere.geojson", "orte.geojson", "zellen.geojson"] {
            let text = try String(contentsOfFile: source + "/" + name, encoding: .utf8)
            try scratch.write(
                name == "quartier.yaml" ? text + "\nhistory: \"verlauf.sqlite\"\n" : text, to: "town/" + name)
        }
    }

    private var town: String { scratch.path("town") }
    private var store: String { town + "/verlauf.sqlite" }

    private func quartier(_ arguments: [String]) throws -> Command.Result {
        try Command.run(arguments + ["--language", "en"], in: town)
    }

    /// Two years: in the second, a place is gone.
    private func twoYears() throws {
        #expect(try quartier(["run", "--note", "first"]).code == 0)
        let project = try String(contentsOfFile: town + "/quartier.yaml", encoding: .utf8)
        try project.replacingOccurrences(of: "period: \"2024\"", with: "period: \"2025\"")
            .write(toFile: town + "/quartier.yaml", atomically: true, encoding: .utf8)
        let places = try String(contentsOfFile: town + "/orte.geojson", encoding: .utf8)
        var collection = try #require(
            try JSONSerialization.jsonObject(with: Data(places.utf8)) as? [String: Any])
        var features = try #require(collection["features"] as? [[String: Any]])
        features.removeLast()
        collection["features"] = features
        try JSONSerialization.data(withJSONObject: collection).write(to: URL(filePath: town + "/orte.geojson"))
        #expect(try quartier(["run", "--overwrite"]).error.contains("run 2"))
    }

    @Test func aRunIsRecordedOnce() throws {
        let first = try quartier(["run"])
        #expect(first.code == 0 && first.error.contains("Recorded in the history as run 1."))
        let again = try quartier(["run", "--overwrite"])
        #expect(again.code == 0 && again.error.contains("Nothing new"))
        // Beside the store no file is left. (Whoever only reads may not take SQLite's empty log away; the next run does.)
        #expect(try FileManager.default.contentsOfDirectory(atPath: town).filter { $0.hasPrefix("verlauf") }.count == 1)
        let runs = try quartier(["history", "runs", "--output-format", "json"]).json().elements
        #expect(runs?.count == 1)
        #expect(runs?.first?["period"]?.string == "2024")
    }

    @Test func aProjectWithoutHistoryKeepsNone() throws {
        let project = Repository.sample("faults/Q514-cells-cut/quartier.yaml")
        let result = try Command.run(["history", "--project", project, "--language", "en"])
        #expect(result.code == 64 && result.error.contains("Q801"))
        #expect(try quartier(["history"]).code == 2)
    }

    @Test func seriesAndComparisonTellTheYears() throws {
        try twoYears()
        let runs = try quartier(["history"])
        #expect(runs.output.contains("first") && runs.output.split(separator: "\n").count == 3)

        let series = try quartier(
            ["history", "series", "residents", "--level", "town", "--group", "all", "--output-format", "json"])
        #expect(series.code == 0)
        let points = try series.json().elements?.first?["points"]?.elements
        #expect(points?.map { $0["period"]?.string } == ["2024", "2025"])
        #expect(points?.allSatisfy { ($0["value"]?.double ?? 0) > 0 } == true)

        let same = try quartier(["compare", "2024", "2024", "--exit-code"])
        #expect(same.code == 0 && same.output.isEmpty)
        let other = try quartier(["compare", "2024", "latest", "--exit-code", "--output-format", "json"])
        #expect(other.code == 1)
        let places = try other.json()["places"]?.elements
        #expect(places?.count == 1)
        #expect(places?.first?["change"]?.string == "removed")
        let told = try quartier(["compare", "1", "2"]).output
        let all = try quartier(["compare", "1", "2", "--all"]).output
        // Places first, then the main figures of all residents; groups and single categories where everything is told.
        #expect(told.contains("gone") && told.contains("more figures differ: --all."))
        #expect(!all.contains("--all.") && all.contains("foreign") && !told.contains("foreign"))
        #expect(told.split(separator: "\n").count < all.split(separator: "\n").count)
        let unknown = try quartier(["compare", "1999", "latest"])
        #expect(unknown.code == 64 && unknown.error.contains("Q809"))
    }

    /// In the second year the border between two quarters lies 130 m further west.
    @Test func changedBoundariesAreMarked() throws {
        #expect(try quartier(["run"]).code == 0)
        let edits = [
            ("quartier.yaml", "period: \"2024\"", "period: \"2025\""),
            ("quartiere.geojson", "9.5593562,", "9.5573562,"),
            ("quartiere.geojson", "9.5594171,", "9.5574171,"),
        ]
        for (name, piece, other) in edits {
            let text = try String(contentsOfFile: town + "/" + name, encoding: .utf8)
            #expect(text.contains(piece))
            try text.replacing(piece, with: other).write(toFile: town + "/" + name, atomically: true, encoding: .utf8)
        }
        let run = try quartier(["run", "--overwrite"])
        #expect(run.error.contains("run 2") && run.error.contains("Q828"))

        let text = try quartier(["compare", "2024", "2025"])
        #expect(text.output.contains("converted to today's boundaries, between"))
        #expect(text.output.contains("other boundaries: cannot be converted"))
        #expect(text.error.contains("Quarters with other boundaries than in the earlier run: 2."))
        let json = try quartier(["compare", "2024", "2025", "--json"]).json()
        #expect(json["boundaries"]?["state"]?.string == "changed")
        let figures = try #require(json["figures"]?.elements)
        let states = Set(
            figures.filter { $0["level"]?.string == "quarter" }.compactMap { $0["boundaries"]?["state"]?.string })
        #expect(states.isSuperset(of: ["converted", "not_comparable"]))
        #expect(figures.allSatisfy { $0["area"]?.string != "Q3" || $0["boundaries"]?["state"]?.string == "same" })
        let residents = try #require(
            figures.first {
                $0["indicator"]?.string == "residents" && $0["area"]?.string == "Q1" && $0["group"]?.string == "all"
            })
        #expect(residents["before"]?["lower"]?.double == 0)

        let series = try quartier(["history", "series", "residents", "--area", "Q1", "--group", "all"])
        #expect(series.output.contains("----") && series.output.contains("other boundaries: not comparable"))
        let third = try quartier(["history", "series", "residents", "--area", "Q3", "--group", "all"])
        #expect(!third.output.contains("----"))
    }

    @Test func exportBackupAndVerify() throws {
        try twoYears()
        #expect(try quartier(["history", "note", "Library closed", "--run", "2025"]).code == 0)
        #expect(try quartier(["history", "export", "aus"]).code == 0)
        let files = try contents(of: town + "/aus")
        let description = try #require(files["datapackage.json"])
        let package = try #require(try JSONSerialization.jsonObject(with: description) as? [String: Any])
        let resources = try #require(package["resources"] as? [[String: Any]])
        for resource in resources {
            // Every table is there, with the columns that the package names.
            let paths = resource["path"] as? [String] ?? [resource["path"] as? String ?? ""]
            let schema = try #require(resource["schema"] as? [String: Any])
            let names = try #require(schema["fields"] as? [[String: String]]).compactMap { $0["name"] }
            for path in paths {
                let header = String(decoding: try #require(files[path]), as: UTF8.self).prefix { $0 != "\n" }
                #expect(header == names.joined(separator: ","))
            }
        }
        #expect(resources.count == 7)
        #expect(files["notes.csv"].map { String(decoding: $0, as: UTF8.self) }?.contains("Library closed") == true)

        #expect(try quartier(["history", "backup", "kopie.sqlite"]).code == 0)
        #expect(try quartier(["history", "backup", "kopie.sqlite"]).code == 73)
        let sound = try quartier(["history", "verify", "--store", "kopie.sqlite"])
        #expect(sound.code == 0 && sound.error.contains("2 runs"))

        var bytes = try Data(contentsOf: URL(filePath: town + "/kopie.sqlite"))
        for index in bytes.count / 2..<bytes.count / 2 + 4_096 { bytes[index] ^= 0x5A }
        try bytes.write(to: URL(filePath: town + "/kopie.sqlite"))
        #expect([1, 65].contains(try quartier(["history", "verify", "--store", "kopie.sqlite"]).code))
    }

    @Test func whatIsNoHistoryIsLeftAlone() throws {
        try scratch.write(
            "Kein Verlauf, aber lang genug für einen Kopf von hundert Bytes. " + String(repeating: "x", count: 99),
            to: "town/verlauf.sqlite")
        let before = try Data(contentsOf: URL(filePath: store))
        let result = try quartier(["run"])
        #expect(result.code == 65 && result.error.contains("Q802"))
        #expect(try Data(contentsOf: URL(filePath: store)) == before)
        #expect(!FileManager.default.fileExists(atPath: town + "/ergebnis"))
    }
}
