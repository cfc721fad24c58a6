import Formats
import Foundation
import TestSupport
import Testing

/// Versions, help, `info` and `init`.
@Suite struct BasicCommandTests {
    @Test func versionIsShortOrWhole() throws {
        for arguments in [["--version"], ["version"]] {
            let result = try Command.run(arguments)
            #expect(result.code == 0)
            #expect(result.output.wholeMatch(of: /quartier \d+\.\d+\.\d+\n/) != nil)
        }
        for arguments in [["--version", "--verbose"], ["version", "--verbose"]] {
            let lines = try Command.run(arguments).output.split(separator: "\n")
            #expect(lines.count == 4)
            #expect(lines[1].hasPrefix("GEOS 3."))
            #expect(lines[2].hasPrefix("PROJ "))
            #expect(lines[3].hasPrefix("EPSG database "))
        }
    }

    @Test(arguments: [[], ["--help"], ["check", "--help"], ["run", "--help"], ["help", "transform"]])
    func helpGoesToStandardOutput(_ arguments: [String]) throws {
        let result = try Command.run(arguments)
        #expect(result.code == 0)
        #expect(result.output.contains("EXAMPLE"))
        #expect(result.error.isEmpty)
    }

    @Test(arguments: [["chekc"], ["check", "--nosuch"], ["info"], ["transform"], ["geometry", "--time-limit", "nan"]])
    func wrongUsageIs64(_ arguments: [String]) throws {
        let result = try Command.run(arguments)
        #expect(result.code == 64)
        #expect(result.output.isEmpty)
        #expect(result.error.contains("Usage:"))
    }

    @Test func infoDescribesAFileAsTextAndJSON() throws {
        let path = Repository.sample("2024/orte.geojson")
        let text = try Command.run(["info", path, "--language", "en"]).output
        #expect(text.contains("Features: 180"))
        #expect(text.contains("EPSG:25832"))
        #expect(text.contains("plaetze: integer"))
        let json = try Command.run(["info", "--output-format", "json", path]).json()
        #expect(json["features"]?.double == 180)
        #expect(json["geometries"]?["point"]?.double == 180)
        #expect(json["columns"]?.elements?.compactMap { $0["name"]?.string }.first == "id")
        #expect(try Command.run(["info", "--output-format", "geojson", path]).code == 64)
    }

    @Test func infoReadsStandardInput() throws {
        let path = Repository.sample("2024/orte.geojson")
        let fromFile = try Command.run(["info", "--output-format", "json", path]).json()
        let input = try Data(contentsOf: URL(filePath: path))
        let fromInput = try Command.run(["info", "--output-format", "json", "-"], input: input).json()
        #expect(fromInput["sha256"] == fromFile["sha256"])
        #expect(fromInput["columns"] == fromFile["columns"])
        #expect(fromInput["file"]?.string == "-")
    }

    @Test func infoEndsAsTheFileDeserves() throws {
        #expect(try Command.run(["info", "nowhere.geojson"]).code == 2)
        let broken = try Command.run(["info", "-"], input: "{\"type\":\"FeatureCollection\",\"features\":[")
        #expect(broken.code == 65)
        #expect(broken.error.contains("Q108"))
    }

    @Test func initWritesWhatCheckAccepts() throws {
        let scratch = try Scratch()
        for name in ["quartiere", "orte", "zellen", "schwerpunkte"] {
            let text = try String(contentsOf: URL(filePath: Repository.sample("2024/\(name).geojson")), encoding: .utf8)
            try scratch.write(text, to: "\(name).geojson")
        }
        let folder = scratch.folder.path()
        let names = ["orte.geojson", "quartiere.geojson", "schwerpunkte.geojson", "zellen.geojson"]
        let first = try Command.run(["init", "--period", "2024", "--language", "de"] + names, in: folder)
        #expect(first.code == 0)
        #expect(first.error.contains("quartier.yaml"))
        // All columns are found; what the town calls its own categories only the town can say.
        let check = try Command.run(["check", "--allow", "warning"], in: folder)
        #expect(check.code == 0, "\(check.output)")
        #expect(check.output.contains("Q411") && check.output.contains("0 Fehler, 1 Warnung,"), "\(check.output)")
        // What stands there is not lost.
        try scratch.write("mine", to: "mine.yaml")
        #expect(try Command.run(["init", "--output", "mine.yaml"] + names, in: folder).code == 73)
        #expect(try String(contentsOf: URL(filePath: scratch.path("mine.yaml")), encoding: .utf8) == "mine")
        #expect(try Command.run(["init", "--output", "mine.yaml", "--overwrite"] + names, in: folder).code == 0)
    }

    @Test func initWritesToStandardOutputOrQuietly() throws {
        let scratch = try Scratch()
        let file = Repository.sample("2024/quartiere.geojson")
        let shown = try Command.run(["init", "--output", "-", "--period", "2019", file], in: scratch.folder.path())
        #expect(shown.code == 0)
        #expect(shown.output.contains("period: \"2019\""))
        #expect(shown.output.contains(file))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path()).isEmpty)
        let quiet = try Command.run(["init", "--quiet", file], in: scratch.folder.path())
        #expect(quiet.code == 0)
        #expect(quiet.output.isEmpty && quiet.error.isEmpty)
        #expect(try Command.run(["init", "--output", "no/folder/q.yaml", file], in: scratch.folder.path()).code == 73)
        #expect(try Command.run(["init", "nowhere.geojson"], in: scratch.folder.path()).code == 2)
    }
}
