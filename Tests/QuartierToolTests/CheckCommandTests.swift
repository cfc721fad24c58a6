import Formats
import Foundation
import TestSupport
import Testing

/// `quartier check` and what all commands share: exit codes, languages, outputs.
@Suite struct CheckCommandTests {
    private let clean = Repository.sample("2024/quartier.yaml")
    private func fault(_ name: String) -> String { Repository.sample("faults/\(name)/quartier.yaml") }

    @Test func exitCodesFollowTheFindings() throws {
        #expect(try Command.run(["check", clean]).code == 0)
        #expect(try Command.run(["check", fault("Q503-place-outside")]).code == 1)
        #expect(try Command.run(["check", fault("Q503-place-outside"), "--allow", "warning"]).code == 0)
        #expect(try Command.run(["check", fault("Q403-id-duplicate"), "--allow", "warning"]).code == 1)
        #expect(try Command.run(["check", fault("Q403-id-duplicate"), "--allow", "error"]).code == 0)
        #expect(try Command.run(["check", fault("Q602-key-unknown")]).code == 65)
        #expect(try Command.run(["check", fault("Q104-json-syntax")]).code == 65)
        #expect(try Command.run(["check", fault("Q101-file-unreadable")]).code == 2)
    }

    @Test(arguments: ["nowhere/quartier.yaml", "/", "/dev/null", "/dev/zero"])
    func aProjectThatIsNoFileIsToldWithItsName(_ path: String) throws {
        let result = try Command.run(["check", path, "--language", "en"])
        #expect(result.code == (path.hasPrefix("/dev") ? 65 : 2))
        #expect(result.output.hasPrefix(path + ":"))
        #expect(result.output.contains("error"))
        #expect(!result.output.contains(".."))
    }

    @Test func aFileThatMayNotBeReadIsToldWithItsName() throws {
        guard getuid() != 0 else {
            // Root reads everything: nothing can be shown here.
            print("skipped: root may read every file")
            return
        }
        let scratch = try Scratch()
        let path = try scratch.write("version: 1", to: "quartier.yaml")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        #expect(try Command.run(["check", path]).code == 2)
    }

    @Test func withoutAnArgumentTheProjectOfTheFolderIsChecked() throws {
        let result = try Command.run(["check"], in: Repository.sample("2024"))
        #expect(result.code == 0)
        #expect(result.error.isEmpty)
        #expect(try Command.run(["check"], in: Repository.sample("faults")).code == 2)
    }

    @Test func jsonListsAllFindings() throws {
        let result = try Command.run([
            "check", "--output-format", "json", fault("Q501-quarters-overlap"), "--language", "en",
        ])
        let json = try result.json()
        #expect(json["warnings"]?.double == 1)
        let first = try #require(json["findings"]?.elements?.first)
        #expect(first["code"]?.string == "Q501")
        #expect(first["name"]?.string == "quarters-overlap")
        #expect(first["severity"]?.string == "warning")
        #expect(first["feature"]?.double == 2)
        #expect(first["file"]?.string?.hasSuffix("quartiere.geojson") == true)
        #expect(first["position"]?.elements?.count == 2)
        #expect(first["message"]?.string?.contains("overlap") == true)
    }

    @Test func jsonIsThereWhenNothingCouldBeRead() throws {
        let json = try Command.run(["check", "--output-format", "json", "nowhere.yaml"]).json()
        #expect(json["errors"]?.double == 1)
        #expect(json["findings"]?.elements?.first?["code"]?.string == "Q101")
    }

    @Test func geoJSONHasAPointAtEachProblem() throws {
        for name in ["Q205-geometry-invalid", "Q501-quarters-overlap", "Q502-quarters-gap"] {
            let json = try Command.run(["check", "--output-format", "geojson", fault(name)]).json()
            #expect(json["type"]?.string == "FeatureCollection")
            let first = try #require(json["features"]?.elements?.first)
            #expect(first["properties"]?["code"]?.string == String(name.prefix(4)))
            #expect(first["geometry"]?["type"]?.string == "Point")
            let place = (first["geometry"]?["coordinates"]?.elements ?? []).compactMap(\.double)
            try #require(place.count == 2)
            // The mini-town lies around 9.56° E, 54.30° N.
            #expect(abs(place[0] - 9.56) < 0.02)
            #expect(abs(place[1] - 54.30) < 0.02)
        }
    }

    @Test func languageIsChosenOrTheTownsOrTheEnvironments() throws {
        // With a municipal key a project speaks German, whatever the environment.
        #expect(try Command.run(["check", clean], environment: ["LANG": "en_GB.UTF-8"]).output.contains("Hinweis"))
        #expect(try Command.run(["check", clean, "--language", "en"]).output.contains("note:"))
        // Without a readable project the environment decides; LC_ALL before LANG.
        #expect(try Command.run(["check", "x"], environment: ["LANG": "de_DE.UTF-8"]).output.contains("Fehler"))
        #expect(try Command.run(["check", "x"], environment: ["LANG": "C"]).output.contains("error"))
        #expect(
            try Command.run(["check", "x"], environment: ["LANG": "C", "LC_ALL": "de_AT"]).output.contains("Fehler"))
        #expect(try Command.run(["check", clean, "--language", "fr"]).code == 64)
    }

    @Test func onlyFiveFindingsOfACodeAreShownUnlessAllAreAskedFor() throws {
        let scratch = try Scratch()
        let places = (0..<8).map {
            #"{"type":"Feature","properties":{"id":"\#($0)"},"geometry":{"type":"Point","coordinates":[8.\#($0),54.3]}}"#
        }
        try scratch.write(
            #"{"type":"FeatureCollection","features":["# + places.joined(separator: ",") + "]}", to: "orte.geojson")
        let folder = Repository.sample("faults/Q510-chapter-dropped")
        let project = try String(contentsOf: URL(filePath: folder + "/quartier.yaml"), encoding: .utf8)
        try scratch.write(project, to: "quartier.yaml")
        let quarters = try String(contentsOf: URL(filePath: folder + "/quartiere.geojson"), encoding: .utf8)
        try scratch.write(quarters, to: "quartiere.geojson")
        func outside(_ arguments: [String]) throws -> Int {
            try Command.run(["check", "--language", "en"] + arguments, in: scratch.folder.path()).output
                .components(separatedBy: "[Q503 place-outside]").count - 1
        }
        #expect(try outside([]) == 5)
        #expect(try outside(["--all"]) == 8)
    }

    @Test func aReaderThatGoesAwayDoesNoHarm() throws {
        let process = try Command.process(["indicators", "residents"])
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = Pipe()
        try pipe.fileHandleForReading.close()
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
    }

    @Test func aFullDiskIsTold() throws {
        let process = try Command.process(["check", clean, "--language", "en"])
        let errors = Pipe()
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        process.standardError = errors
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(text.contains("Q702"))
    }
}
