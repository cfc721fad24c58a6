import Features
import Foundation
import Pipeline
import TestSupport
import Testing
import Wording

/// `init`, `check` and `run` on folders of public files alone, with the project file as `init` writes it.
@Suite struct PublicFilesTests {
    /// Beside the repository, or where QUARTIER_REAL_DATA says.
    static let folder =
        ProcessInfo.processInfo.environment["QUARTIER_REAL_DATA"].map { URL(filePath: $0) }
        ?? Repository.root.deletingLastPathComponent().appending(path: "shared/data")
    static let isThere = FileManager.default.fileExists(atPath: folder.appending(path: "dreieich").path())

    /// The rows of `indicators.csv` after `init` on some files; the draft decodes and checks without an error.
    private func rows(_ files: [String], _ scratch: Scratch) throws -> (rows: IndicatorRows, draft: String) {
        let draft = try ProjectDrafting.draft(
            files: files, folder: scratch.folder.path(), period: nil, thisYear: "1999", language: .german)
        let project = try scratch.write(draft, to: "quartier.yaml")
        let report = CheckReport.make(project: project)
        #expect(report.failure == nil, "\(report.text(.english))")
        #expect(report.count(.error) == 0, "\(report.text(.english))")
        _ = try Run.run(project: project, options: RunOptions(output: scratch.path("out")))
        return (try IndicatorRows(scratch.path("out/internal/indicators.csv")), draft)
    }

    private func sum(_ rows: IndicatorRows, _ group: String) -> Double {
        rows.rows(["level": "quarter", "indicator": "residents", "group": group])
            .compactMap { $0["value"].flatMap(Double.init) }.reduce(0, +)
    }

    /// Registers whose keys differ from those of the quarters (`3`, `STGT03`), and the census of 2011.
    @Test(.enabled(if: isThere, "../shared/data is not there: Flensburg is not tried"))
    func aTownWithRegisters() throws {
        let scratch = try Scratch()
        let (rows, draft) = try rows([Self.folder.appending(path: "flensburg").path()], scratch)
        #expect(draft.contains("period: \"2022\""))
        let table = try String(
            contentsOf: Self.folder.appending(path: "flensburg/residents_by_district.csv"), encoding: .utf8)
        let register = table.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
            .filter { $0.first == "2022" }
        #expect(register.count == 13)
        let quarters = rows.rows(["level": "quarter", "indicator": "residents", "group": "all"])
        #expect(quarters.count == 13)
        for line in register {
            let id = "STGT" + (line[1].count == 1 ? "0" : "") + line[1]
            let value = try rows.value(["level": "quarter", "indicator": "residents", "group": "all", "area_id": id])
            #expect(abs(value - (Double(line[3]) ?? -1)) < 1e-6, "\(line)")
        }
        #expect(abs(sum(rows, "all") - 99_341) < 1e-6)
        for group in ["foreign", "under18", "60plus"] { #expect(sum(rows, group) > 10_000, "\(group)") }
    }

    /// A map of OpenStreetMap and two tables of the census: cells of 1 km count all, cells of 100 m foreign citizens.
    @Test(.enabled(if: isThere, "../shared/data is not there: Dreieich is not tried"))
    func aTownWithAMapAndTheCensus() throws {
        let scratch = try Scratch()
        let town = Self.folder.appending(path: "dreieich")
        let files = ["dreieich.osm.pbf", "zensus2011_1km.csv", "zensus2011_100m_auslaender.csv"]
        let (rows, draft) = try rows(files.map { town.appending(path: $0).path() }, scratch)
        #expect(draft.contains("period: \"2011\""))
        let all = sum(rows, "all")
        let foreign = sum(rows, "foreign")
        #expect(all > 10_000 && all < 116_551, "\(all)")
        #expect(foreign > 0.05 * all && foreign < 0.4 * all, "\(foreign) of \(all)")
    }

    /// Cells in the format of 2022 (see Scripts/fixtures/census.py): counts, shares joined with them, two quarters.
    @Test func cellsOfTheCensusOf2022() throws {
        let scratch = try Scratch()
        let fixtures = Repository.root.appending(path: "Tests/FormatsTests/Fixtures")
        var files: [String] = []
        for name in ["census-2022-population.csv", "census-2022-foreigners.csv"] {
            let copy = scratch.folder.appending(path: name)
            try FileManager.default.copyItem(at: fixtures.appending(path: name), to: copy)
            files.append(copy.path())
        }
        var box = (west: Int.max, south: Int.max, east: 0, north: 0)
        var residents = 0
        let text = try String(contentsOf: fixtures.appending(path: "census-2022-population.csv"), encoding: .utf8)
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ";", omittingEmptySubsequences: false)
            let (x, y) = (try #require(Int(fields[1])), try #require(Int(fields[2])))
            box = (min(box.west, x - 50), min(box.south, y - 50), max(box.east, x + 50), max(box.north, y + 50))
            residents += Int(fields[3]) ?? 0
        }
        let middle = box.west + (box.east - box.west) / 200 * 100
        func square(_ id: String, _ west: Int, _ east: Int) -> String {
            let corners = [
                (west, box.south), (east, box.south), (east, box.north), (west, box.north), (west, box.south),
            ].map { "[\($0),\($1)]" }.joined(separator: ",")
            return #"{"type":"Feature","properties":{"id":"\#(id)","name":"Teil \#(id)"},"#
                + #""geometry":{"type":"Polygon","coordinates":[[\#(corners)]]}}"#
        }
        func collection(_ features: [String]) -> String {
            #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3035"}},"#
                + #""features":[\#(features.joined(separator: ","))]}"#
        }
        files.append(
            try scratch.write(
                collection([square("01", box.west, middle), square("02", middle, box.east)]),
                to: "stadtteile.geojson"))
        files.append(
            try scratch.write(
                collection([
                    #"{"type":"Feature","properties":{"name":"Haus"},"#
                        + #""geometry":{"type":"Point","coordinates":[\#(middle + 10),\#(box.south + 10)]}}"#
                ]), to: "bibliotheken.geojson"))
        let (rows, draft) = try rows(files, scratch)
        #expect(draft.contains("period: \"2022\""))
        #expect(draft.contains("joined: [\"census-2022-foreigners.csv\"]"), "\(draft)")
        #expect(draft.contains("share: \"AnteilAuslaender\""))
        // Nobody lives outside the quarters; the cells lie in them wholly, up to the bend of their sides.
        #expect(abs(sum(rows, "all") - Double(residents)) < 1e-3 * Double(residents), "\(residents)")
        #expect(sum(rows, "foreign") > 0 && sum(rows, "foreign") < sum(rows, "all"))
    }

    /// What lies in a folder may be anything; what is named must be readable.
    @Test func strayFilesInAFolderStopNothing() throws {
        let scratch = try Scratch()
        try scratch.write("{ no JSON", to: "data/stray.geojson")
        try scratch.write("# notes", to: "data/.hidden.csv")
        let folder = scratch.path("data")
        func draft(_ file: String) throws -> String {
            try ProjectDrafting.draft(files: [file], folder: folder, period: nil, thisYear: "1999", language: .english)
        }
        let text = try draft(folder)
        #expect(text.contains("\"stray.geojson\": fits no kind of layer") && !text.contains(".hidden"))
        #expect(text.contains("period: \"1999\""))
        #expect(throws: Failure.self) { try draft(folder + "/stray.geojson") }
    }

    /// A group that two layers count is taken from the first; one that only the second knows is taken from there.
    @Test func nobodyIsCountedTwice() throws {
        let scratch = try Scratch()
        var town = TinyTown()
        town.moreLayers = "  - kind: population\n    file: \"more.geojson\"\n    crs: \"EPSG:25832\"\n"
        let project = try town.write(to: scratch)
        let cell = TinyTown.cell("m", (600, 1500), all: 999, foreign: 99).replacing(
            "\"all\":", with: "\"children\":7,\"all\":")
        try scratch.write(#"{"type":"FeatureCollection","features":[\#(cell)]}"#, to: "town/more.geojson")
        let text = try String(contentsOf: URL(filePath: project), encoding: .utf8)
        try scratch.write(
            text + "  - { id: \"children\", column: [\"nothing\", \"children\"], name: { de: \"K\", en: \"C\" } }\n",
            to: "town/quartier.yaml")
        _ = try Run.run(project: project, options: RunOptions(output: scratch.path("out")))
        let rows = try IndicatorRows(scratch.path("out/internal/indicators.csv"))
        #expect(abs(sum(rows, "all") - 390) < 1e-6)
        #expect(abs(sum(rows, "foreign") - 38) < 1e-6)
        #expect(abs(sum(rows, "children") - 7) < 1e-6)
    }
}
