import Disclosure
import Features
import Foundation
import Formats
import Reports
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// The files of a run beside the report: what they promise each other.
@Suite struct OutputFileTests {
    private func json(_ name: String, year: String = "2024") throws -> JSONValue {
        let text = try String(contentsOf: URL(filePath: try SampleRuns.folder(year) + "/" + name), encoding: .utf8)
        return try JSONValue(parsing: text)
    }

    @Test func recordNamesVersionsAndSystem() throws {
        let record = try json("internal/run.json")
        #expect(record["format"]?.string == "quartier-run/1")
        #expect(record["versions"]?["quartier"]?.string == QuartierVersion.number)
        for library in ["geos", "proj"] {
            #expect(record["versions"]?[library]?.string?.first?.isNumber == true)
        }
        #expect(record["town"]?.string == "Musterstadt")
        #expect(record["period"]?.string == "2024")
        #expect(record["reference_system"]?.string == "EPSG:25832")
        #expect(record["options"]?["distances"]?.elements?.compactMap(\.double) == [300, 500, 1000])
    }

    @Test func recordHoldsTheChecksumsOfTheInputs() throws {
        let inputs = try #require(try json("internal/run.json")["inputs"]?.elements)
        #expect(inputs.count == 11)
        for input in inputs {
            let name = try #require(input["file"]?.string)
            let path = Repository.sample("2024/\(name)")
            // Asked of another program, not of ourselves.
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/sha256sum")
            process.arguments = [path]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(input["sha256"]?.string == String(text.prefix(64)))
            #expect(input["bytes"]?.double == Double(try Data(contentsOf: URL(filePath: path)).count))
            // A table has no positions.
            guard !name.hasSuffix(".csv") else { continue }
            #expect(input["operation"]?["name"]?.string?.isEmpty == false)
            #expect(input["operation"]?["ballpark"] == false)
        }
        #expect(inputs.compactMap { $0["features"]?.double } == [9, 3, 180, 68, 19, 7, 965, 1275, 2, 24, 2])
    }

    @Test func recordCountsFindingsByCode() throws {
        let counts = try #require(try json("internal/run.json")["diagnostics"])
        #expect(counts["Q514"]?["count"]?.double == 69)
        #expect(counts["Q514"]?["name"]?.string == "cells-cut")
        #expect(counts["Q515"]?["count"]?.double == 2)
        #expect(counts["Q515"]?["severity"]?.string == "note")
        #expect(try json("draft/run.json")["diagnostics"]?["Q515"] == nil)
    }

    @Test func dataPackageDescribesTheColumns() throws {
        let resources = try #require(try json("internal/datapackage.json")["resources"]?.elements)
        let header = try SampleRuns.indicators("2024").header
        #expect(header.count == 19)
        for resource in resources {
            let path = try #require(resource["path"]?.string)
            #expect(FileManager.default.fileExists(atPath: try SampleRuns.folder("2024") + "/internal/" + path))
            guard let fields = resource["schema"]?["fields"]?.elements else { continue }
            let names = fields.compactMap { $0["name"]?.string }
            switch path {
            case "stops.csv": #expect(names == StopSheet.columns.map(\.name))
            case "offers.csv": #expect(names == OfferSheet.columns(.internal).map(\.name))
            case "room-slots.csv": #expect(names == RoomSheet.columns.map(\.name))
            case "participation.csv": #expect(names.starts(with: ["id", "date", "quarter_id", "place_id", "format"]))
            case "notes.csv": #expect(names.starts(with: ["id", "kind", "date", "quarter_ids", "place_ids", "title"]))
            default: #expect(names == header)
            }
            for field in fields {
                #expect(field["description"]?.string?.contains("⟨") == false)
                #expect(["string", "number", "integer", "boolean", "date"].contains(field["type"]?.string ?? ""))
            }
        }
        #expect(
            resources.compactMap { $0["name"]?.string } == [
                "indicators", "indicators-excel-de", "stops-table", "offers", "participation", "notes", "room-slots",
                "quarters", "overlay", "places", "catchments", "stops", "geopackage", "workbook",
            ])
    }

    @Test func theTableOfStopsLeavesEmptyWhatNobodyRecorded() throws {
        let folder = try SampleRuns.folder("2024")
        for edition in ["internal", "draft"] {
            let text = try String(contentsOf: URL(filePath: folder + "/\(edition)/stops.csv"), encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
            #expect(
                lines.first
                    == "id,name,mode,quarter_id,situation,departures_weekday,departures_saturday,departures_sunday")
            #expect(lines.contains("H04,Markt,bus,01,inside,2,1,0"))
            let stops = try GeoJSONReader.read(path: folder + "/\(edition)/stops.geojson").layer
            #expect(stops.count == lines.count - 1)
            let weekday = try #require(stops.column(named: "departures_weekday"))
            let empty = lines.dropFirst().count {
                $0.split(separator: ",", omittingEmptySubsequences: false)[$0.hasPrefix("H01") ? 6 : 5].isEmpty
            }
            #expect(empty == (0..<stops.count).count { weekday.double(at: $0) == nil })
        }
        let package = try #require(try json("internal/datapackage.json")["resources"]?.elements)
        let fields = try #require(
            package.first { $0["path"]?.string == "stops.csv" }?["schema"]?["fields"]?.elements)
        #expect(fields.count { $0["type"]?.string == "number" } == 3)
    }

    @Test func theExcelFileSaysTheSameInGerman() throws {
        let folder = try SampleRuns.folder("2024") + "/internal/"
        let plain = try String(contentsOf: URL(filePath: folder + "indicators.csv"), encoding: .utf8)
        let german = try Data(contentsOf: URL(filePath: folder + "indicators-excel-de.csv"))
        #expect(Array(german.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let rows = String(decoding: german.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")
        let expected = plain.components(separatedBy: "\n")
        #expect(rows.count == expected.count)
        for (row, line) in zip(rows, expected).prefix(2000) where !line.isEmpty {
            let found = row.hasPrefix("period") ? row.components(separatedBy: ";") : cells(row)
            #expect(found.map { $0.replacing(",", with: ".") } == line.components(separatedBy: ","))
        }
    }

    /// The cells of a row; parameters stand in quotes since they hold semicolons.
    private func cells(_ row: String) -> [String] {
        row.components(separatedBy: "\"").enumerated().reduce(into: [""]) { cells, part in
            if part.offset % 2 == 1 {
                cells[cells.count - 1] += part.element
            } else {
                let pieces = part.element.components(separatedBy: ";")
                cells[cells.count - 1] += pieces[0]
                cells += pieces.dropFirst()
            }
        }
    }

    @Test(arguments: ["quarters", "overlay", "places", "catchments"])
    func mapsAreReadBackWithoutAFinding(_ name: String) throws {
        let path = try SampleRuns.folder("2024") + "/internal/\(name).geojson"
        let read = try GeoJSONReader.read(path: path)
        // A member of our own holds the attribution.
        #expect(read.diagnostics.filter { $0.code != .foreignMember }.map(\.code) == [])
        #expect(read.layer.count == ["quarters": 9, "overlay": 11, "places": 180, "catchments": 93][name])
    }

    @Test func positionsComeBackWhereTheyWere() throws {
        let before = try GeoJSONReader.read(path: Repository.sample("2024/orte.geojson")).layer
        let after = try GeoJSONReader.read(path: try SampleRuns.folder("2024") + "/internal/places.geojson").layer
        let (left, right) = (try #require(before.geometries.points), try #require(after.geometries.points))
        for index in left.xs.indices {
            // Seven decimals are written.
            #expect(abs(left.xs[index] - right.xs[index]) < 1.01e-7)
            #expect(abs(left.ys[index] - right.ys[index]) < 1.01e-7)
        }
    }

    @Test func reportsStandInBothLanguages() throws {
        let folder = try SampleRuns.folder("2024") + "/internal/report/"
        let german = try String(contentsOf: URL(filePath: folder + "index.html"), encoding: .utf8)
        let english = try String(contentsOf: URL(filePath: folder + "en/index.html"), encoding: .utf8)
        #expect(german.contains("<html lang=\"de\""))
        #expect(english.contains("<html lang=\"en\""))
        #expect(german.contains("24\u{202F}000"))
        #expect(english.contains("24,000"))
        for page in [german, english] {
            #expect(!page.contains("⟨"))
            // Self-contained: nothing is fetched.
            #expect(
                !page.contains("<script src") && !page.contains("<link rel=\"stylesheet\"")
                    && !page.contains("<img src=\"http"))
        }
    }

    @Test func languageOfARunIsTheUsersElseTheProjectsElseTheEnvironments() throws {
        let scratch = try Scratch()
        var town = TinyTown()
        func language(_ chosen: Language?, _ environment: Language) throws -> Language {
            try Run.run(
                project: town.write(to: scratch),
                options: RunOptions(
                    output: scratch.path("out"), overwrite: true, language: chosen, environmentLanguage: environment)
            ).language
        }
        #expect(try language(nil, .english) == .german)
        #expect(try language(.english, .german) == .english)
        town.municipalKey = nil
        #expect(try language(nil, .english) == .english)
        #expect(try language(nil, .german) == .german)
        town.more = "language: en\n"
        #expect(try language(nil, .german) == .english)
    }
}
