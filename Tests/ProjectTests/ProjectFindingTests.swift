import Features
import Project
import Testing
import Wording

/// One change to the whole example and the one finding that it must give.
struct Fault: Sendable, CustomTestStringConvertible {
    var piece: String
    var other: String
    var code: DiagnosticCode
    var line: Int
    var column: Int
    var arguments: [String: String]

    init(
        _ piece: String, _ other: String, _ code: DiagnosticCode, _ line: Int, _ column: Int,
        _ arguments: [String: String]
    ) {
        self.piece = piece
        self.other = other
        self.code = code
        self.line = line
        self.column = column
        self.arguments = arguments
    }

    var testDescription: String { "\(piece) → \(other)" }
}

@Suite struct ProjectFindingTests {
    static let faults: [Fault] = [
        // keys
        Fault("language: de", "langauge: de", .keyUnknown, 7, 1, ["key": "langauge", "suggestion": "language"]),
        Fault("hours: zeiten", "hour: zeiten", .keyUnknown, 26, 70, ["key": "layers[3].columns.hour"]),
        Fault("border: 25", "zzz: 25", .keyUnknown, 47, 3, ["key": "thresholds.zzz", "hint": "allowed"]),
        Fault("period: \"2024\"", "period: ~", .keyMissing, 6, 1, ["key": "period"]),
        Fault("file: \"quartiere.geojson\"", "file:", .keyMissing, 16, 5, ["key": "layers[1].file"]),
        Fault("category: \"Kitas\"", "crs: \"EPSG:4326\"", .keyMissing, 28, 5, ["key": "layers[4].category"]),
        Fault("name: \"Schulbezirke\"", "crs: \"EPSG:4326\"", .keyMissing, 36, 5, ["key": "layers[7].name"]),
        Fault("id: \"all\", ", "", .keyMissing, 40, 5, ["key": "groups[1].id"]),
        Fault("  ags:", "  name:", .keyDuplicate, 3, 3, ["key": "name"]),
        // wrong types
        Fault("version: 1", "version: 2", .valueInvalid, 1, 10, ["reason": "version", "value": "2"]),
        Fault("columns: { id: id }", "columns: id", .valueInvalid, 33, 14, ["reason": "expected_mapping"]),
        Fault("[en, de]", "en", .valueInvalid, 50, 14, ["reason": "expected_list", "key": "report.languages"]),
        Fault("[en, de]", "[]", .valueInvalid, 50, 14, ["reason": "empty"]),
        Fault("[en, de]", "[en, fr]", .valueInvalid, 50, 19, ["reason": "not_listed", "key": "report.languages[2]"]),
        Fault("[en, de]", "[en, en]", .valueInvalid, 50, 19, ["reason": "not_listed"]),
        Fault("\"Bericht\"", "[a]", .valueInvalid, 51, 10, ["reason": "expected_text"]),
        Fault("\"Bericht\"", "\"a\\u0000b\"", .valueInvalid, 51, 10, ["reason": "control_character"]),
        Fault("\"Stadtrat\"", "\" \"", .valueInvalid, 10, 15, ["reason": "empty", "key": "understanding.adopted_by"]),
        Fault("sensitive: true", "sensitive: ja", .valueInvalid, 44, 30, ["reason": "expected_flag"]),
        Fault("language: de", "language: dee", .valueInvalid, 7, 11, ["reason": "not_listed", "suggestion": "de"]),
        Fault("kind: streets", "kind: street", .valueInvalid, 34, 11, ["suggestion": "streets"]),
        Fault("encounter: everyday", "encounter: daily", .valueInvalid, 43, 89, ["allowed": "organised, everyday"]),
        Fault("{ de: \"Sprachcafé\" }", "{ }", .valueInvalid, 43, 34, ["reason": "no_language"]),
        // numbers
        Fault("[300, 500.5, 1e3]", "300", .valueInvalid, 46, 14, ["reason": "expected_numbers"]),
        Fault("[300, 500.5, 1e3]", "[300, nan]", .valueInvalid, 46, 20, ["reason": "expected_number"]),
        Fault("[300, 500.5, 1e3]", "[0x10]", .valueInvalid, 46, 15, ["reason": "expected_number"]),
        Fault("[300, 500.5, 1e3]", "[1e999]", .valueInvalid, 46, 15, ["reason": "expected_number"]),
        Fault("[300, 500.5, 1e3]", "[100001]", .valueInvalid, 46, 15, ["reason": "out_of_range", "limit": "100000"]),
        Fault("[300, 500.5, 1e3]", "[500, 300]", .valueInvalid, 46, 14, ["reason": "not_ascending"]),
        Fault("[300, 500.5, 1e3]", "[300, 300]", .valueInvalid, 46, 14, ["reason": "not_ascending"]),
        Fault("border: 25", "border: 2,5", .valueInvalid, 47, 11, ["reason": "expected_number"]),
        Fault("border: 25", "border: -25", .valueInvalid, 47, 11, ["reason": "out_of_range"]),
        // dates, addresses, ids
        Fault(
            "adopted_on: \"2023-05-11\"", "adopted_on: \"11.05.2023\"", .valueInvalid, 11, 15,
            ["reason": "expected_date"]),
        Fault("date: \"2024-12-31\"", "date: \"2024-02-30\"", .valueInvalid, 53, 61, ["reason": "expected_date"]),
        Fault("\"2026-05-11\"", "\"2022-05-11\"", .valueInvalid, 23, 109, ["reason": "review_before_date"]),
        Fault("\"https://example.org\"", "\"javascript:1\"", .valueInvalid, 53, 80, ["reason": "expected_address"]),
        Fault("id: \"treffpunkt\"", "id: \"Treff Punkt\"", .valueInvalid, 13, 13, ["reason": "identifier"]),
        Fault("id: \"foreign\"", "id: \"all\"", .valueInvalid, 40, 3, ["reason": "id_twice", "value": "all"]),
        Fault("id: \"all\"", "id: \"residents\"", .valueInvalid, 40, 5, ["reason": "first_group"]),
        Fault("\"park\"", "\"language_cafe\", name: P, kind: service", .valueInvalid, 43, 3, ["reason": "id_twice"]),
        // layers
        Fault(
            "source: \"stadt\"", "source: \"statd\"", .valueInvalid, 15, 5, ["reason": "source", "suggestion": "stadt"]),
        Fault("\"Kitas\"", "\"libary\"", .valueInvalid, 30, 15, ["reason": "category", "suggestion": "library"]),
        Fault("kind: streets", "kind: quarters", .valueInvalid, 34, 5, ["reason": "one_layer", "kind": "quarters"]),
        Fault("kind: quarters", "kind: streets", .layerMissing, 14, 1, ["kind": "quarters"]),
        Fault(
            "\"daten/schwerpunkte", "\"daten/../../x", .fileOutsideProject, 21, 11, ["file": "daten/../../x.geojson"]),
        Fault("\"zellen.geojson\"", "\"zellen/\"", .valueInvalid, 32, 11, ["reason": "expected_file"]),
        Fault("\"zellen.geojson\"", "\"a\\0.geojson\"", .valueInvalid, 32, 11, ["reason": "control_character"]),
        // municipal keys
        Fault("\"01999000\"", "1999000", .municipalKey, 4, 8, ["reason": "key_leading_zero_lost", "value": "1999000"]),
        Fault("\"01999000\"", "\"17999000\"", .municipalKey, 4, 8, ["reason": "key_unknown_land"]),
        Fault("\"01999000\"", "\"0199900O\"", .municipalKey, 4, 8, ["reason": "key_not_digits"]),
    ]

    @Test(arguments: faults) func oneFaultOneFinding(_ fault: Fault) throws {
        let findings = Example.findings(replacing: fault.piece, with: fault.other)
        #expect(findings.count == 1, "\(findings.map { $0.description(.english) })")
        let finding = try #require(findings.first)
        #expect(finding.code == fault.code)
        #expect(finding.severity == .error)
        #expect(finding.location?.file == "quartier.yaml")
        #expect(finding.location?.line == fault.line)
        #expect(finding.location?.column == fault.column)
        for (name, value) in fault.arguments { #expect(finding.arguments[name] == value) }
        for language in Language.allCases {
            let text = finding.description(language)
            #expect(!text.contains("⟨") && !text.contains("{"), "\(text)")
        }
    }

    @Test func aBrokenProjectIsNoProject() {
        #expect(ProjectFile.decode("version: 1\nfoo: bar\n", file: "q").project == nil)
    }

    @Test func allFindingsAreCollectedInTheOrderOfTheFile() {
        let text = """
            town: { nam: "M", ags: "1" }
            layers:
              - { kind: quarter, file: "../q" }
            thresholds: { distances: [3, x, -1] }
            extra: 1
            """
        let findings = ProjectFile.decode(text, file: "q").findings
        #expect(
            findings.map { "\($0.location?.line ?? 0) \($0.code.rawValue) \($0.arguments["key"] ?? "")" } == [
                "0 Q605 ", "1 Q603 version", "1 Q603 town.name", "1 Q607 town.ags", "1 Q602 town.nam", "1 Q603 period",
                "3 Q604 layers[1].kind", "3 Q609 layers[1].file", "4 Q604 thresholds.distances[2]",
                "4 Q604 thresholds.distances[3]", "5 Q602 extra",
            ])
    }

    @Test func populationNeedsGroups() throws {
        let text = Example.least + "\n  - { kind: population, file: \"z.geojson\" }\n"
        let findings = ProjectFile.decode(text, file: "q").findings
        #expect(findings.map(\.code) == [.understandingEmpty, .keyMissing])
        #expect(findings.last?.arguments["key"] == "groups")
    }

    @Test func messageNamesFileLineColumnAndKey() throws {
        let finding = try #require(Example.findings(replacing: "language: de", with: "langauge: de").first)
        let text = finding.description(.english)
        #expect(text.hasPrefix("quartier.yaml:7:1: "))
        #expect(text.contains("The key \"langauge\" is unknown."))
        #expect(text.contains("Did you mean \"language\"?"))
        #expect(finding.description(.german).contains("Gemeint war vielleicht „language“"))
    }

    @Test(arguments: [
        ("a.geojson", false), ("a/../b", false), ("./a", false), ("a/b/../../c", false), ("a..b/..c", false),
        ("../a", true), ("a/../../b", true), ("./../a", true), ("..", true), ("/etc/a/../../..", false),
    ]) func relativePathsStayInTheFolder(_ path: String, _ leaves: Bool) {
        let findings = Example.findings(replacing: "quartiere.geojson", with: path)
        #expect(findings.contains { $0.code == .fileOutsideProject } == leaves)
    }
}
