import Features
import Testing
import Wording

@testable import Project

/// The town's own look in the section `report`.
@Suite struct ReportEntryTests {
    private func decode(_ report: String) -> (project: ProjectFile?, findings: [Diagnostic]) {
        ProjectFile.decode(Example.least + "\nreport:\n" + report, file: "quartier.yaml")
    }

    private func error(_ report: String) -> Diagnostic? {
        let (project, findings) = decode(report)
        #expect(project == nil)
        return findings.first { $0.severity == .error }
    }

    @Test func withoutWordsTheLookIsOurs() {
        let report = decode("  title: \"Bericht\"\n").project?.report
        #expect(report?.logo == nil && report?.colour == nil && report?.texts == [:] && report?.makesPDF == false)
    }

    @Test func aLookIsRead() throws {
        let (project, findings) = decode(
            """
              logo: "bilder/wappen.svg"
              colour: "#A0123b"
              pdf: true
              texts:
                de:
                  reports.understanding.heading: "Wofür\\n  wir stehen"
                en: { reports.understanding.heading: "What we stand for" }

            """)
        #expect(!findings.contains { $0.severity > .note })
        let report = try #require(project?.report)
        #expect(report.logo?.path == "bilder/wappen.svg" && report.logo?.location.line == 8)
        #expect(report.colour?.value == 0xA0123B && report.colour?.location.line == 9)
        #expect(report.makesPDF)
        // Line breaks are spaces, as on pages.
        #expect(
            report.texts == [
                .german: ["reports.understanding.heading": "Wofür wir stehen"],
                .english: ["reports.understanding.heading": "What we stand for"],
            ])
    }

    @Test(arguments: ["rot", "17596a", "#17596", "#17596ag", "#17596g", "#1759６a", "rgb(0,0,0)", "#fff", "#17596a;"])
    func whatIsNoColourIsRefused(_ text: String) {
        let finding = error("  colour: \"\(text)\"\n")
        #expect(finding?.code == .valueInvalid && finding?.arguments["reason"] == "expected_colour")
    }

    @Test(arguments: [("../wappen.svg", DiagnosticCode.fileOutsideProject), ("bilder/", .valueInvalid)])
    func aLogoIsAFileOfTheProject(_ path: String, _ code: DiagnosticCode) {
        #expect(error("  logo: \"\(path)\"\n")?.code == code)
    }

    private func texts(_ key: String, _ text: String) -> Diagnostic? {
        error("  texts:\n    de:\n      \(key): \"\(text)\"\n")
    }

    @Test func anUnknownTextIsReportedWithOneThatIsMeant() throws {
        let finding = try #require(texts("reports.understanding.headings", "x"))
        #expect(finding.code == .ownTextUnknown && finding.location?.line == 10)
        #expect(finding.remedy(.german).contains("„reports.understanding.heading“"))
        #expect(finding.message(.english).contains("report.texts.de.reports.understanding.headings"))
        #expect(texts("xyz", "x")?.remedy(.german).contains("quartier texts") == true)
    }

    @Test(arguments: ["status.suppressed", "reports.edition.internal", "Q601.message", "<script>"])
    func whatIsNoTextOfReportsStays(_ key: String) {
        #expect(texts("\"\(key)\"", "öffentlich")?.code == .ownTextUnknown)
    }

    @Test func blanksStay() throws {
        let finding = try #require(texts("reports.change.last", "zuletzt"))
        #expect(finding.code == .ownTextUnfit)
        #expect(finding.message(.german).hasSuffix("der Text braucht genau diese Lücken: {period}, {value}."))
        #expect(texts("reports.understanding.heading", "{town}")?.arguments["reason"] == "text_no_blanks")
    }

    @Test func thePageForTheCouncilHasItsRoom() {
        let long = String(repeating: "lang ", count: 20)
        #expect(texts("reports.council.heading.ends", long)?.arguments["reason"] == "text_too_long")
    }

    @Test func anEmptyTextAndAnotherLanguageAreRefused() {
        #expect(texts("reports.understanding.heading", "  ")?.arguments["reason"] == "empty")
        #expect(error("  texts:\n    fr: { a: \"b\" }\n")?.code == .keyUnknown)
        #expect(error("  pdf: gern\n")?.arguments["reason"] == "expected_flag")
    }
}
