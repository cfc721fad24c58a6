import Formats
import Foundation
import TestSupport
import Testing

/// `quartier compare` with a change file, `quartier before-after` and `quartier exchange`, as a user calls them.
@Suite struct ScenarioCommandTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        let source = Repository.sample("faults/Q514-cells-cut")
        for name in ["quartiere.geojson", "orte.geojson", "zellen.geojson"] {
            try scratch.write(try String(contentsOfFile: source + "/" + name, encoding: .utf8), to: "town/" + name)
        }
        let project = try String(contentsOfFile: source + "/quartier.yaml", encoding: .utf8)
        try scratch.write(project + "\nhistory: \"verlauf.sqlite\"\nnotes: \"notizen\"\n", to: "town/quartier.yaml")
        try scratch.write(
            """
            ---
            kind: measure
            title: "Ein neuer Weg"
            date: "2024-05-01"
            status: running
            ---

            Für die ganze Stadt.
            """, to: "town/notizen/weg.md")
    }

    private func quartier(_ arguments: [String]) throws -> Command.Result {
        try Command.run(arguments + ["--language", "en"], in: scratch.path("town"))
    }

    @Test func aChangeFileIsComparedWithItsProject() throws {
        try scratch.write("changes: []\n", to: "town/nichts.yaml")
        let nothing = try quartier(["compare", "quartier.yaml", "nichts.yaml", "--exit-code"])
        #expect(nothing.code == 0 && nothing.output.contains("nobody would have more, and nobody less"))
        let places = try JSONValue(
            parsing: String(contentsOfFile: scratch.path("town/orte.geojson"), encoding: .utf8))
        let id = try #require(places["features"]?.elements?.first?["properties"]?["id"]?.string)
        try scratch.write("changes:\n  - { kind: place_closes, place: \"\(id)\" }\n", to: "town/weniger.yaml")
        let less = try quartier(["compare", "quartier.yaml", "weniger.yaml", "--exit-code"])
        #expect(less.code == 1 && less.output.contains("For the administration only"))
        let json = try quartier(["compare", "quartier.yaml", "weniger.yaml", "--json"])
        #expect(json.code == 0)
        #expect(try json.json()["format"]?.string == "quartier-scenario/1")
    }

    @Test func whatCannotBeComparedIsSaid() throws {
        let mixed = try quartier(["compare", "quartier.yaml", "2024"])
        #expect(mixed.code == 64)
        let missing = try quartier(["compare", "quartier.yaml", "nirgends.yaml"])
        #expect(missing.code == 2 && missing.error.contains("Q101"))
        try scratch.write("changes:\n  - { kind: place_closes, place: Mond }\n", to: "town/mond.yaml")
        let unknown = try quartier(["compare", "quartier.yaml", "mond.yaml"])
        #expect(unknown.code == 65 && unknown.error.contains("mond.yaml:2") && unknown.error.contains("Q842"))
        try scratch.write("changes: [", to: "town/kaputt.yaml")
        #expect(try quartier(["compare", "quartier.yaml", "kaputt.yaml"]).error.contains("Q841"))
    }

    @Test func twoRunsStandAroundAMeasure() throws {
        #expect(try quartier(["run"]).code == 0)
        let project = try String(contentsOfFile: scratch.path("town/quartier.yaml"), encoding: .utf8)
        try project.replacingOccurrences(of: "period: \"2024\"", with: "period: \"2025\"")
            .write(toFile: scratch.path("town/quartier.yaml"), atomically: true, encoding: .utf8)
        #expect(try quartier(["run", "--overwrite"]).code == 0)
        let found = try quartier(["before-after", "2024", "2025", "--measure", "weg"])
        #expect(found.code == 0 && found.output.contains("Before and after: Ein neuer Weg (2024-05-01)"))
        #expect(found.output.contains("so there are no quarters without it"))
        let json = try quartier(["before-after", "2024", "2025", "--measure", "weg", "--json"])
        #expect(try json.json()["comparison_quarters"]?.double == 3)
        let unknown = try quartier(["before-after", "2024", "2025", "--measure", "bruecke"])
        #expect(unknown.code == 64 && unknown.error.contains("Q845") && unknown.error.contains("weg"))
        #expect(try quartier(["before-after", "2024", "quartier.yaml", "--measure", "weg"]).code == 64)
        #expect(
            try quartier(["before-after", "2024", "2025", "--measure", "weg", "--indicator", "glueck"]).code == 64)
    }

    @Test func aReleaseBecomesAPackage() throws {
        #expect(try quartier(["exchange", "export", "ergebnis", "--output", "p.zip"]).code == 65)
        let table =
            "period,level,area_id,area_name,group,category,indicator,parameters,method_version,value,unit,status,"
            + "lower,upper\n2024,town,01,Adorf,all,,residents,,1,12000,persons,valid,,\n"
        try scratch.write(table, to: "town/frei/indicators.csv")
        let sum = Checksum.sha256(Array(table.utf8))
        try scratch.write(
            #"{"format":"quartier-release/1","files":[{"path":"indicators.csv","sha256":"\#(sum)"}]}"#,
            to: "town/frei/release.json")
        let done = try quartier(["exchange", "export", "frei/", "--output", "p.zip"])
        #expect(done.code == 0 && done.error.contains("1 figures, 0 notes"))
        let again = try quartier(["exchange", "export", "frei/", "--output", "p.zip"])
        #expect(again.code == 73)
        let found = try quartier(["exchange", "compare", "p.zip", "p.zip"])
        #expect(found.code == 0 && found.output.contains("Adorf (2024)"))
        try scratch.write("{}", to: "town/q.json")
        let refused = try quartier(["exchange", "compare", "p.zip", "q.json"])
        #expect(refused.code == 65 && refused.error.contains("Q851"))
    }
}
