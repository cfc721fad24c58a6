import Features
import Formats
import Foundation
import Pipeline
import TestSupport
import Testing

/// Tables of offers from the file to the outputs.
@Suite struct OfferRunTests {
    static let header = "id;name;ort;traeger;finanzierung;bis;entscheidet;nachfolge"

    /// The tiny town with a table of offers, and the path of its project file.
    private func write(_ rows: [String], to scratch: Scratch, columns: String = "") throws -> String {
        var town = TinyTown()
        town.moreLayers =
            #"  - { kind: offers, file: "offers.csv", columns: { id: id, name: name, places: ort, operator: traeger, "#
            + "funding: finanzierung, funded_until: bis, decided_by: entscheidet, succession: nachfolge\(columns) } }\n"
        let path = try town.write(to: scratch)
        let table = ([OfferRunTests.header] + rows).joined(separator: "\n") + "\n"
        try Data(table.utf8).write(
            to: URL(filePath: path).deletingLastPathComponent().appending(path: "offers.csv"))
        return path
    }

    static let rows = [
        "A1;Vorlesen;L;Stadt;dauerhaft;;Stadt;ja", "A2;Nähkurs;L;Frau Beispiel;;;;nein",
        "A3;Markttreff;S;Verein;befristet;31.12.2025;Land;", "A4;Spielmobil;mobil;;einmalig;;;",
    ]

    @Test func offersAreWrittenByEdition() throws {
        let scratch = try Scratch()
        let path = try write(OfferRunTests.rows, to: scratch)
        _ = try Run.run(project: path, options: RunOptions(output: scratch.path("out")))
        func sheet(_ edition: String) throws -> [String] {
            try String(contentsOf: URL(filePath: scratch.path("out/\(edition)/offers.csv")), encoding: .utf8)
                .split(whereSeparator: \.isNewline).map(String.init)
        }
        let inside = try sheet("internal")
        #expect(inside.count == 5)
        #expect(inside.first?.hasSuffix(",source,date,succession,newcomers,backing") == true)
        #expect(inside[1].hasPrefix("A1,Vorlesen,,L,W,false,false,"))
        #expect(inside[1].hasSuffix(",permanent,,town,,,yes,not_recorded,not_recorded"))
        #expect(inside[2].contains("Frau Beispiel") && inside[2].contains(",not_recorded,,,,,no,"))
        #expect(inside[3].contains(",limited,2025-12-31,state,"))
        #expect(inside[4].hasPrefix("A4,Spielmobil,,,,true,false,") && inside[4].contains(",one_off,,"))

        let outside = try sheet("draft")
        #expect(outside.first?.hasSuffix(",source,date") == true)
        #expect(!outside.joined().contains("Beispiel"))
        #expect(outside[2].contains(",private,"))

        for edition in ["internal", "draft"] {
            let text = try String(
                contentsOf: URL(filePath: scratch.path("out/\(edition)/datapackage.json")), encoding: .utf8)
            let resources = try #require(try JSONValue(parsing: text)["resources"]?.elements)
            let offers = try #require(resources.first { $0["name"]?.string == "offers" })
            let names = offers["schema"]?["fields"]?.elements?.compactMap { $0["name"]?.string }
            #expect(names?.joined(separator: ",") == (edition == "internal" ? inside : outside).first)
        }
    }

    @Test func findingsStandAtTheirLines() throws {
        let scratch = try Scratch()
        let path = try write(
            ["A1;Vorlesen;L;;dauerhaft;;;", "A2;Chor;X;;befristet;bald;;", "A3;Fest;S;;;;Lnd;"], to: scratch)
        let findings = CheckReport.make(project: path).findings.filter {
            $0.location?.file.hasSuffix("offers.csv") ?? false
        }
        let found = findings.map { "\($0.code.rawValue) \($0.location?.line ?? 0)" }
        #expect(found == ["Q413 3", "Q446 4", "Q447 3", "Q453 0"])
        #expect(findings.last?.arguments["count"] == "2" && findings.last?.arguments["total"] == "3")
    }

    @Test func withoutATableNothingOfItIsWritten() throws {
        let scratch = try Scratch()
        _ = try Run.run(project: TinyTown().write(to: scratch), options: RunOptions(output: scratch.path("out")))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out/internal/offers.csv")))
    }

    @Test func anEmptyTableIsNoMistake() throws {
        let scratch = try Scratch()
        let report = CheckReport.make(project: try write([], to: scratch))
        #expect(report.failure == nil && report.count(.error) == 0)
    }

    @Test func aMappedColumnThatIsNotThereIsReported() throws {
        let scratch = try Scratch()
        let report = CheckReport.make(
            project: try write(OfferRunTests.rows, to: scratch, columns: ", languages: sprache"))
        let missing = report.findings.filter { $0.code == .columnMissing }
        #expect(missing.map { $0.arguments["column"] } == ["sprache"])
    }

    @Test func geoJSONWithoutPositionsIsATableToo() throws {
        let scratch = try Scratch()
        var town = TinyTown()
        town.moreLayers =
            #"  - { kind: offers, file: "offers.geojson", columns: { id: id, name: name, places: ort } }"# + "\n"
        let path = try town.write(to: scratch)
        let text =
            #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"#
            + #""properties":{"id":"A1","name":"Vorlesen","ort":"L"}}]}"#
        try Data(text.utf8).write(
            to: URL(filePath: path).deletingLastPathComponent().appending(path: "offers.geojson"))
        let report = CheckReport.make(project: path)
        let codes = report.findings.filter { $0.location?.file.hasSuffix("offers.geojson") ?? false }.map(\.code)
        #expect(codes == [.fundingNotRecorded])
        _ = try Run.run(project: path, options: RunOptions(output: scratch.path("out")))
        let sheet = try String(
            contentsOf: URL(filePath: scratch.path("out/internal/offers.csv")), encoding: .utf8)
        #expect(sheet.contains("A1,Vorlesen,,L,W,"))
    }
}
