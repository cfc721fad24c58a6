import Features
import Project
import Testing
import Wording

/// Key by key: the values that are taken, those that are not, and what is suggested for a key with a slip.
@Suite struct ValueTableTests {
    struct Values: Sendable, CustomTestStringConvertible {
        /// A piece of the whole example; `…` stands for the value in its replacement.
        var piece: String
        var other: String
        var taken: [String]
        /// The values that are refused, and the reason (`Q607` for municipal keys has reasons, too).
        var refused: [(reason: String, values: [String])]
        var testDescription: String { other }

        init(_ piece: String, _ other: String, _ taken: [String], _ refused: [(reason: String, values: [String])]) {
            self.piece = piece
            self.other = other
            self.taken = taken
            self.refused = refused
        }
    }

    private static let long = String(repeating: "x", count: 64)

    static let values: [Values] = [
        Values("version: 1", "version: …", ["1", "\"1\"", "'1'"], [("version", ["2", "1.0", "01", "one", "-1"])]),
        Values(
            "\"01999000\"", "…", ["\"01001000\"", "01001000", "\"01 0 01 000\"", "\"010010000000\"", "~"],
            [
                ("key_leading_zero_lost", ["1001000", "\"10010000000\""]), ("key_wrong_length", ["\"010010\"", "1"]),
                ("key_unknown_land", ["\"00001000\"", "\"99001000\""]), ("key_not_digits", ["Flensburg", "0x001000"]),
            ]),
        Values("language: de", "language: …", ["de", "en", "\"en\""], [("not_listed", ["DE", "fr", "deutsch"])]),
        Values(
            "adopted_on: \"2023-05-11\"", "adopted_on: …", ["2023-05-11", "2024-02-29", "\"0001-01-01\"", "null"],
            [
                (
                    "expected_date",
                    ["2023-02-29", "2023-5-11", "11.05.2023", "2023", "2023-05-11T00:00:00", "0000-01-01", "heute"]
                ), ("empty", ["\"\"", "\"  \""]), ("expected_text", ["[2023-05-11]"]),
            ]),
        Values(
            "id: \"treffpunkt\"", "id: …", ["a", "0", "a-b_c9", long, "-a".replacing("-", with: "7")],
            [("identifier", ["A", "ä", "-a", "_a", "a.b", "a/b", "\"a b\"", long + "x"]), ("empty", ["\" \""])]),
        Values(
            "[coverage_share, place_count]", "…", ["[]", "[a]", "~"],
            [("expected_list", ["a", "{ a: b }"]), ("expected_text", ["[[a]]", "[{ a: b }]"])]),
        Values(
            "border: 25", "border: …", ["0.001", "5e-2", "100000", "1e5", "+5", "\"25\"", ".5", "25."],
            [
                ("out_of_range", ["0", "-0", "-1", "100000.01", "1e6"]),
                (
                    "expected_number",
                    ["2,5", "nan", "inf", "-inf", "0x10", "1_000", "25 m", "1e999", "[25]", "٢٥", "e"]
                ),
            ]),
        Values(
            "minimum_overlap: 2.5", "minimum_overlap: …", ["1000000", "1e-300"],
            [("out_of_range", ["1000000.5", "0.0"]), ("expected_number", ["{}", "m2"])]),
        Values(
            "[300, 500.5, 1e3]", "…", ["[1]", "[0.5, 1]", "[100000]", "\n    - 300\n    - 400"],
            [
                ("expected_numbers", ["300", "[]", "{ a: 1 }"]), ("not_ascending", ["[2, 1]", "[1, 1.0]"]),
                ("out_of_range", ["[0]", "[-5]", "[100000.5]"]), ("expected_number", ["[a]", "[[1]]", "[~]"]),
            ]),
        Values(
            "[en, de]", "…", ["[de]", "[en]", "~", "[\"de\", 'en']"],
            [("empty", ["[]"]), ("not_listed", ["[EN]", "[de, de]", "[~]"]), ("expected_list", ["de"])]),
        Values(
            "sensitive: true", "sensitive: …", ["true", "false", "\"true\""],
            [("expected_flag", ["yes", "True", "1", "no", "ja"])]),
        Values(
            "encounter: everyday", "encounter: …", ["organised", "everyday", "~"],
            [("not_listed", ["organized", "Everyday"])]),
        Values(
            "\"https://example.org\"", "…", ["http://a", "\"https://ä.de/?a=b#c\"", "~"],
            [("expected_address", ["example.org", "ftp://a", "javascript:alert(1)", "//a", "file:///etc/passwd"])]),
        Values(
            "\"zellen.geojson\"", "…", ["a.geojson", "./a", "a/../b", "/a/b", "\"ä ö.geojson\"", "a..b"],
            [("expected_file", ["a/", "/"]), ("outside", ["../a", "a/../../b", "..", "./../a"]), ("empty", ["\"\""])]),
        Values(
            "category: \"Kitas\"", "category: …", ["library", "Bücherei", "language_cafe", "amenity=school"],
            [("category", ["Rakete", "xlibrary"]), ("empty", ["\"\""])]),
        Values(
            "name: \"foreign\" }", "name: … }", ["a", "{ de: a }", "{ en: b }", "{ de: a, en: b }"],
            [("no_language", ["{}", "{ de: ~ }"]), ("expected_mapping", ["[a]"]), ("empty", ["\"\""])]),
        Values(
            "basis: council_decision", "basis: …", ["local_knowledge", "computed", "unknown"],
            [("not_listed", ["council", "Council_decision"])]),
    ]

    private func findings(_ row: Values, _ value: String) -> [Diagnostic] {
        Example.findings(replacing: row.piece, with: row.other.replacing("…", with: value))
    }

    @Test(arguments: values) func valuesThatAreTaken(_ row: Values) {
        #expect(Example.whole.contains(row.piece))
        for value in row.taken {
            let findings = findings(row, value)
            #expect(findings.isEmpty, "\(value): \(findings.map { $0.description(.english) })")
        }
    }

    @Test(arguments: values) func valuesThatAreRefused(_ row: Values) {
        for (reason, values) in row.refused {
            for value in values {
                let findings = findings(row, value)
                let reasons = findings.filter { $0.severity == .error }.map { $0.arguments["reason"] ?? "" }
                #expect(reasons.contains(reason), "\(value): \(reasons)")
                for finding in findings {
                    #expect(finding.location?.line != nil, "\(value)")
                    for language in Language.allCases {
                        let text = finding.description(language)
                        #expect(!text.contains("⟨") && !text.contains("{hint") && !text.contains("{reason"), "\(text)")
                    }
                }
            }
        }
    }

    // MARK: Keys

    /// The keys of all mappings of a project file, each in a piece of the example that holds it alone.
    static let keys = [
        "town: ", "ags: ", "crs: \"EPSG:25832", "period: ", "language: de", "understanding: ", "text: \"Alle",
        "adopted_by: ", "adopted_on: ", "goals: ", "indicators: ", "layers: ", "kind: quarters", "file: \"quartiere",
        "crs: \"EPSG:4326", "source: \"stadt", "columns: { id: id, name: name }", "name: name }", "basis: grundlage",
        "defaults: ", "basis: council", "role: \"Stadt", "date: \"2023", "reason: ", "review: ", "category: art",
        "capacity: ", "hours: ", "operator: ", "languages: sprachen", "wheelchair: ", "funded_until: ", "address: ",
        "category: \"Kitas", "name: \"Schulbezirke", "groups: ", "column: \"einwohner", "categories: ",
        "kind: meeting_place", "encounter: ", "sensitive: ", "thresholds: ", "distances: ", "border: ",
        "minimum_overlap: ", "report: ", "languages: [", "title: ", "sources: ", "licence: ", "date: \"2024", "url: ",
        "attribution: ",
    ]

    @Test(arguments: keys) func aSlipInAKeyFindsTheKey(_ piece: String) throws {
        let key = String(piece.prefix { $0 != ":" })
        // "town: " stands there as "town:" where a block follows.
        let found = Example.whole.contains(piece) ? piece : key + ":"
        #expect(Example.whole.contains(found))
        let letters = Array(key)
        let slips = [
            String(letters[0]) + String(letters.dropFirst(2)), key + "s",
            String([letters[1], letters[0]]) + String(letters.dropFirst(2)),
        ]
        for slip in slips {
            let findings = Example.findings(replacing: found, with: slip + found.dropFirst(key.count))
            let unknown = findings.filter { $0.code == .keyUnknown }
            #expect(unknown.count == 1, "\(slip)")
            // "languages" at the top of the file is "language" with an s, as meant.
            #expect(unknown.first?.arguments["suggestion"] == key, "\(slip)")
            #expect(unknown.first?.arguments["key"]?.hasSuffix(slip) == true)
        }
    }
}
