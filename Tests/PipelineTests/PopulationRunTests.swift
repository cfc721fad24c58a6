import Features
import Formats
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// What a run writes of where people live.
@Suite struct PopulationRunTests {
    private func town() -> PeopleTown {
        var town = PopulationCensusTests.shares()
        town.files["register.csv"] = "id;Einwohner;Sammel\nW;170;31\nE;230;4\n"
        town.layers.append("{ kind: quarter_table, file: register.csv, columns: { id: id } }")
        town.groups[1] =
            #"{ id: "foreign", share: "AnteilAuslaender", definition: citizenship, name: { de: "Ausländische" } }"#
        town.groups.append(
            #"{ id: "shared_accommodation", column: "Sammel", internal: true, definition: register, "#
                + #"name: { de: "Wohnheimgruppe" } }"#)
        return town
    }

    private func run(_ town: PeopleTown, _ scratch: Scratch) throws -> String {
        _ = try Run.run(project: town.write(to: scratch), options: RunOptions(output: scratch.path("out")))
        return scratch.path("out")
    }

    private func text(_ path: String) throws -> String { try String(contentsOf: URL(filePath: path), encoding: .utf8) }

    @Test func theRecordSaysHowCountsWereSpread() throws {
        let scratch = try Scratch()
        let out = try run(town(), scratch)
        let inside = try #require(try JSONValue(parsing: text(out + "/internal/run.json"))["population"])
        #expect(inside["noise_variance"] == .number(2) || inside["noise_variance"] == .integer(2))
        #expect(inside["noise_basis"]?.string == "assumed")
        let spread = try #require(inside["disaggregation"]?.elements)
        #expect(spread.map { $0["subject"]?.string } == ["all", "shared_accommodation"])
        #expect(spread.map { $0["mask"]?.string } == ["census", "census_all_residents"])
        for (entry, total) in zip(spread, [400.0, 35]) {
            #expect(entry["method"]?.string == "dasymetric")
            #expect(entry["rounding"]?.string == "none")
            for key in ["source_totals", "target_totals"] {
                #expect(try agree(#require(entry[key]?.elements?.first?.double), total))
            }
            #expect(entry["unplaced_totals"]?.elements?.first?.double == 0)
            #expect(entry["divided_by_area"] == .integer(0) && entry["unplaced"] == .integer(0))
        }
        let outside = try #require(try JSONValue(parsing: text(out + "/draft/run.json"))["population"])
        #expect(outside["disaggregation"]?.elements?.map { $0["subject"]?.string } == ["all"])
    }

    @Test func publicFilesNeverNameAnInternalGroup() throws {
        let scratch = try Scratch()
        let out = try run(town(), scratch)
        let names = ["shared_accommodation", "Wohnheimgruppe", "Sammel", "AnteilAuslaender"]
        let files = try #require(FileManager.default.enumerator(atPath: out + "/draft")).compactMap { $0 as? String }
        #expect(files.contains("run.json") && files.contains("report/index.html"))
        for file in files {
            // Databases are searched as bytes.
            guard let bytes = try? Data(contentsOf: URL(filePath: out + "/draft/" + file)) else { continue }
            for name in names { #expect(bytes.firstRange(of: Data(name.utf8)) == nil, "\(file) names \(name)") }
        }
        let page = try text(out + "/internal/report/index.html")
        #expect(page.contains("Wohnheimgruppe"))
        // 400 residents, 35 of them in shared accommodation.
        #expect(page.contains("ohne Menschen in Gemeinschaftsunterkünften: 365."))
        #expect(page.contains("nach Staatsangehörigkeit"))
    }

    @Test func reportsSayWhatACensusCannotSay() throws {
        let scratch = try Scratch()
        let out = try run(town(), scratch)
        for edition in ["internal", "draft"] {
            let page = try text(out + "/\(edition)/report/index.html")
            #expect(page.contains("Angenommen ist je Zelle eine Varianz von 2"))
            #expect(page.contains("nicht nach Migrationshintergrund"))
        }
    }
}
