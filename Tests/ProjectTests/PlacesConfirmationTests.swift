import Features
import Testing

@testable import Project

@Suite struct PlacesConfirmationTests {
    private func decode(_ report: String) -> (project: ProjectFile?, findings: [Diagnostic]) {
        ProjectFile.decode(Example.least + "\nreport:\n" + report, file: "quartier.yaml")
    }

    @Test func nobodyConfirmedUnlessTheFileSaysSo() {
        let report = decode("  title: \"Bericht\"\n").project?.report
        #expect(report?.placesConfirmedOn == nil && report?.placesConfirmedBy == nil)
    }

    @Test func theDateIsEnough() {
        let report = decode("  places_confirmed_on: \"2024-11-30\"\n").project?.report
        #expect(report?.placesConfirmedOn == CalendarDate(year: 2024, month: 11, day: 30))
        #expect(report?.placesConfirmedBy == nil)
    }

    @Test func anOfficeMayBeNamed() {
        let text = "  places_confirmed_on: \"2024-11-30\"\n  places_confirmed_by: \"Stadtplanung\"\n"
        let (project, findings) = decode(text)
        #expect(project?.report.placesConfirmedBy == "Stadtplanung")
        #expect(!findings.contains { $0.severity == .error })
    }

    @Test(arguments: ["2024-11-31", "30.11.2024", "2024", "ja"]) func aDateThatIsNoneIsRefused(_ text: String) {
        let (project, findings) = decode("  places_confirmed_on: \"\(text)\"\n")
        #expect(project == nil)
        let finding = findings.first { $0.severity == .error }
        #expect(finding?.code == .valueInvalid)
        #expect(finding?.arguments["key"] == "report.places_confirmed_on")
        #expect(finding?.arguments["reason"] == "expected_date")
        #expect(finding?.location?.line == 8)
    }

    @Test func whoWithoutWhenIsNoConfirmation() {
        let (project, findings) = decode("  places_confirmed_by: \"Stadtplanung\"\n")
        #expect(project == nil)
        #expect(findings.contains { $0.code == .keyMissing && $0.arguments["key"] == "report.places_confirmed_on" })
    }
}
