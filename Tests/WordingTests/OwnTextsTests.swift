import Testing

@testable import Wording

/// A town's own wording of texts.
@Suite struct OwnTextsTests {
    private static let catalogue = Catalogue(
        language: .german,
        text: """
            reports.a = Etwa {share} der Menschen {within}
            reports.b = ohne Lücke
            reports.council.c = Kurz
            reports.question.e.text = Kurz
            reports.council.d = Ein Satz, der länger ist als zwanzig Zeichen
            reports.edition.internal = intern
            status.suppressed = geschützt
            """)

    @Test(
        arguments: [
            ("reports.a", "{within} sind es {share}", nil),
            ("reports.a", "{share}, {share}, {within}", nil),
            ("reports.a", "{share} der Menschen", .otherBlanks(["share", "within"])),
            ("reports.a", "{share} {within} {more}", .otherBlanks(["share", "within"])),
            ("reports.a", "{Share} {within}", .otherBlanks(["share", "within"])),
            ("reports.b", "anders", nil), ("reports.b", "mit {share}", .otherBlanks([])),
            ("reports.b", "{", nil), ("reports.b", "}{", nil), ("reports.b", "{}", .otherBlanks([])),
            ("reports.c", "x", .unknownKey), ("status.suppressed", "x", .unknownKey),
            ("reports.edition.internal", "öffentlich", .unknownKey), ("", "x", .unknownKey),
            ("reports.council.c", "zwanzig Zeichen, kurz", .tooLong(most: 20)),
            ("reports.council.c", "zwanzig Zeichen kurz", nil),
            ("reports.question.e.text", "zwanzig Zeichen, kurz", .tooLong(most: 20)),
            ("reports.council.d", "Ein Satz, der länger ist als zwanzig ZEICHEN", nil),
            ("reports.council.d", "Ein Satz, der länger ist als zwanzig Zeichen.", .tooLong(most: 44)),
        ] as [(String, String, Catalogue.OwnTextFlaw?)])
    func flaws(_ key: String, _ text: String, _ flaw: Catalogue.OwnTextFlaw?) {
        #expect(OwnTextsTests.catalogue.flaw(of: text, for: key) == flaw)
    }

    @Test func thereIsAnEndToTexts() {
        let long = String(repeating: "x", count: Catalogue.longestOwnText)
        #expect(OwnTextsTests.catalogue.flaw(of: long, for: "reports.b") == nil)
        #expect(OwnTextsTests.catalogue.flaw(of: long + "x", for: "reports.b") == .tooLong(most: 2000))
    }

    @Test func whatFitsIsLaidOverAndNothingElse() {
        let own = OwnTextsTests.catalogue.overlaid(with: [
            "reports.a": "{within}: {share}", "reports.b": "{x}", "status.suppressed": "weg", "reports.new": "neu",
        ])
        #expect(own.text("reports.a", ["share": "1", "within": "2"]) == "2: 1")
        #expect(own.text("reports.b") == "ohne Lücke")
        #expect(own.text("status.suppressed") == "geschützt")
        #expect(own.keys == OwnTextsTests.catalogue.keys)
        #expect(own.language == .german)
    }

    @Test(
        arguments: [("", []), ("a {b} {c} {b}", ["b", "c"]), ("{a", []), ("{x.*}", ["x.*"])] as [(String, [String])])
    func blanksAreTheNamesInBraces(_ text: String, _ blanks: [String]) {
        #expect(Catalogue.blanks(of: text) == blanks)
    }

    /// Every text that may be worded fits in its own place, and the marks of the editions are none of them.
    @Test(arguments: Language.allCases) func ourOwnTextsHaveNoFlaw(_ language: Language) {
        let catalogue = Catalogue.of(language)
        #expect(catalogue.ownableKeys.count > 500)
        for key in catalogue.ownableKeys {
            #expect(catalogue.flaw(of: catalogue.template(key) ?? "", for: key) == nil, "\(key)")
        }
        #expect(!catalogue.ownableKeys.contains { $0.hasPrefix("reports.edition.") })
    }
}
