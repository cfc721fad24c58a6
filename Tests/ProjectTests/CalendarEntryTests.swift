import Features
import Hours
import Testing
import Wording

@testable import Project

/// The section `calendar`, and the columns of tables about hours.
@Suite struct CalendarEntryTests {
    private func decode(_ section: String) -> (project: ProjectFile?, findings: [Diagnostic]) {
        ProjectFile.decode(Example.least + "\n" + section, file: "quartier.yaml")
    }

    @Test(arguments: ["HE", "DE-HE"]) func statesHaveShortCodes(_ code: String) {
        let project = decode("calendar:\n  state: \"\(code)\"\n").project
        #expect(project?.calendar.state == .hesse && project?.calendar.schoolHolidays == nil)
    }

    @Test func schoolHolidaysAreALayer() {
        let project = decode("calendar:\n  school_holidays: \"ferien.csv\"\n").project
        #expect(project?.calendar.state == nil)
        #expect(project?.calendar.schoolHolidays?.file == "ferien.csv")
        #expect(project?.layers.map(\.kind).last == .schoolHolidays)
        #expect(project?.layers.last?.kind.isTable == true)
    }

    @Test func inTheListOfLayersTheyAreRefusedWithTheRemedy() {
        let text = Example.least.replacingFirst(
            "layers:\n", "layers:\n  - { kind: school_holidays, file: \"ferien.csv\", columns: { valid_from: von } }\n")
        let (project, findings) = ProjectFile.decode(text, file: "quartier.yaml")
        #expect(project == nil)
        let refused = findings.filter { $0.severity == .error }
        #expect(refused.map(\.code) == [.valueInvalid] && refused.first?.arguments["key"] == "layers[1].kind")
        #expect(refused.first?.description(.german).contains("„calendar“") == true)
    }

    @Test func aMisspeltKindIsNotToldOfThem() {
        let text = Example.least.replacingFirst(
            "layers:\n", "layers:\n  - { kind: school_holiday, file: \"ferien.csv\" }\n")
        let refused = ProjectFile.decode(text, file: "quartier.yaml").findings.first { $0.code == .valueInvalid }
        #expect(refused?.arguments["allowed"]?.contains("school_holidays") == false)
    }

    @Test(arguments: [
        ["name", "von", "bis"], ["From", "Until"], ["Beginn", "Ende", "ab"], ["gueltig_von", "Gültig bis"],
    ])
    func columnsOfHolidaysAreFoundByTheirNames(_ names: [String]) throws {
        let first = try #require(CalendarEntry.HolidayColumn.first.found(in: names))
        let last = try #require(CalendarEntry.HolidayColumn.last.found(in: names))
        #expect(names.contains(first) && names.contains(last) && first != last)
        #expect(CalendarEntry.HolidayColumn.first.found(in: ["name", "Tag"]) == nil)
    }

    @Test func withoutTheSectionNothingIsKnown() {
        #expect(decode("").project?.calendar == CalendarEntry())
    }

    @Test(
        arguments: [
            ("state: \"XX\"", DiagnosticCode.valueInvalid), ("school_holidays: \"../ferien.csv\"", .fileOutsideProject),
            ("school_holidays: \"ferien.osm\"", .valueInvalid), ("holidays: \"ferien.csv\"", .keyUnknown),
        ])
    func whatIsRefused(_ line: String, _ code: DiagnosticCode) {
        #expect(decode("calendar:\n  \(line)\n").findings.contains { $0.code == code })
    }

    @Test func roomSlotsNeedPlaceAndHours() {
        let text = Example.least.replacingFirst(
            "layers:\n",
            "layers:\n  - { kind: room_slots, file: \"raeume.csv\", columns: { room: raum, hours: zeiten } }\n")
        let missing = ProjectFile.decode(text, file: "quartier.yaml").findings.filter { $0.code == .keyMissing }
        #expect(missing.map { $0.arguments["key"] } == ["layers[1].columns.place"])
    }

    @Test func columnsAreGuessedAsOfficesCallThem() {
        func guess(_ names: [String], _ kind: LayerEntry.Kind) -> [LayerEntry.Role: String] {
            let columns = names.map { LayerDescription.Column(name: $0, distinctCount: 1) }
            return ColumnGuess.roles(
                of: LayerDescription(file: "tabelle.csv", shapes: [], count: 3, columns: columns), as: kind)
        }
        let rooms = guess(
            ["ort", "raum", "zeiten", "schluessel", "gueltig_von", "gueltig_bis", "vereinbarung"], .roomSlots)
        #expect(
            rooms == [
                .place: "ort", .room: "raum", .hours: "zeiten", .keyHolder: "schluessel", .validFrom: "gueltig_von",
                .validUntil: "gueltig_bis", .agreement: "vereinbarung",
            ])
        #expect(
            guess(["Montag", "Sonnabend", "Sunday"], .places) == [
                .monday: "Montag", .saturday: "Sonnabend", .sunday: "Sunday",
            ])
    }
}

extension String {
    fileprivate func replacingFirst(_ old: String, _ new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        var text = self
        text.replaceSubrange(range, with: new)
        return text
    }
}
