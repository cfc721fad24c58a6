import Features
import Foundation
import Pipeline
import TestSupport
import Testing

/// School holidays and hours by weekday, from the files to the findings and outputs.
@Suite struct CalendarRunTests {
    /// The tiny town with hours that differ in school holidays, and a section of the project file.
    private func write(
        to scratch: Scratch, calendar: String = "", holidays: String? = nil, hours: String = "Mo-Fr 09:00-17:00; SH off"
    ) throws -> String {
        var town = TinyTown()
        let column = #", columns: { id: id, name: name, category: art, hours: zeiten, x: x, y: y } }"#
        town.moreLayers = #"  - { kind: places, file: "more.csv", crs: "EPSG:25832""# + column + "\n"
        town.more = calendar
        let path = try town.write(to: scratch)
        let (x, y) = (TinyTown.origin.x + 300, TinyTown.origin.y + 1300)
        try scratch.write(
            "id;name;art;zeiten;x;y\nM;Treff;community_centre;\"\(hours)\";\(x);\(y)\n", to: "town/more.csv")
        if let holidays { try scratch.write(holidays, to: "town/ferien.csv") }
        return path
    }

    private func findings(_ path: String, _ codes: Set<String>) -> [String] {
        CheckReport.make(project: path).findings.filter { codes.contains($0.code.rawValue) }
            .map { "\($0.code.rawValue) \($0.location?.line ?? 0)" }
    }

    static let section = "calendar:\n  state: \"HE\"\n  school_holidays: \"ferien.csv\"\n"

    @Test func withoutAFileHoursInSchoolHolidaysCannotBeTold() throws {
        let scratch = try Scratch()
        let report = CheckReport.make(project: try write(to: scratch))
        let note = try #require(report.findings.first { $0.code == .schoolHolidaysUnknown })
        #expect(note.arguments["places"] == "1" && note.arguments["offers"] == "0" && note.severity == .note)
    }

    @Test func hoursThatNameNoHolidaysNeedNone() throws {
        let scratch = try Scratch()
        #expect(try findings(write(to: scratch, hours: "Mo-Fr 09:00-17:00; PH off"), ["Q439"]).isEmpty)
    }

    @Test(arguments: ["name;von;bis", "Ferien;From;Until", "name;Beginn;Ende"])
    func aTableTellsThem(_ header: String) throws {
        let scratch = try Scratch()
        let rows = "Sommer;2024-07-15;23.08.2024\nBrückentag;2024-05-10;\n"
        let path = try write(to: scratch, calendar: CalendarRunTests.section, holidays: header + "\n" + rows)
        #expect(findings(path, ["Q401", "Q413", "Q438", "Q439", "Q604"]).isEmpty)
        _ = try Run.run(project: path, options: RunOptions(output: scratch.path("out")))
        let record = try String(contentsOf: URL(filePath: scratch.path("out/internal/run.json")), encoding: .utf8)
        #expect(record.contains("ferien.csv") && record.contains("school_holidays"))
    }

    private static let allOf2024 = """
        von;bis
        2023-12-27;2024-01-13
        2024-03-25;2024-04-13
        2024-07-15;2024-08-23
        2024-10-14;2024-10-25
        2024-12-23;2025-01-10

        """

    @Test func aTableThatCoversThePeriodIsEnough() throws {
        let scratch = try Scratch()
        let path = try write(to: scratch, calendar: Self.section, holidays: Self.allOf2024)
        #expect(findings(path, ["Q439", "Q440"]).isEmpty)
    }

    @Test func daysOfThePeriodThatNoTableCoversAreNamed() throws {
        let scratch = try Scratch()
        let rows = Self.allOf2024.replacing("2023-12-27;2024-01-13\n", with: "")
        let path = try write(to: scratch, calendar: Self.section, holidays: rows)
        let found = try #require(
            CheckReport.make(project: path).findings.first { $0.code == .schoolHolidaysIncomplete })
        #expect(found.arguments["dates"] == "2024-01-01 – 2024-03-24" && found.arguments["places"] == "1")
        #expect(found.location?.file.hasSuffix("ferien.csv") == true && found.severity == .warning)
        // Where no hours ask for holidays, nothing is missing.
        let other = try Scratch()
        let free = try write(to: other, calendar: Self.section, holidays: rows, hours: "Mo-Fr 09:00-17:00")
        #expect(findings(free, ["Q439", "Q440"]).isEmpty)
    }

    @Test func rowsThatAreNoHolidaysAreReported() throws {
        let scratch = try Scratch()
        let rows = "von;bis\nJuli;2024-08-23\n2024-07-15;August\n2024-08-23;2024-07-15\n2024-10-14;2024-10-25\n"
        let path = try write(to: scratch, calendar: CalendarRunTests.section, holidays: rows)
        #expect(findings(path, ["Q413", "Q438", "Q439"]) == ["Q413 2", "Q413 3", "Q438 4"])
    }

    @Test func aTableWithoutTheColumnsIsReported() throws {
        let scratch = try Scratch()
        let path = try write(to: scratch, calendar: CalendarRunTests.section, holidays: "name;von\nSommer;2024-07-15\n")
        let missing = CheckReport.make(project: path).findings.filter { $0.code == .columnMissing }
        #expect(missing.map { $0.arguments["column"] } == ["bis"])
        #expect(findings(path, ["Q439"]).count == 1)
    }

    @Test func anUnknownStateIsRefused() throws {
        let scratch = try Scratch()
        let report = CheckReport.make(project: try write(to: scratch, calendar: "calendar:\n  state: \"HX\"\n"))
        let refused = try #require(report.findings.first { $0.code == .valueInvalid })
        #expect(refused.arguments["allowed"]?.contains("HE") == true)
    }

    @Test func hoursByWeekday() throws {
        let scratch = try Scratch()
        var town = TinyTown()
        town.moreLayers =
            #"  - { kind: places, file: "more.csv", crs: "EPSG:25832", columns: { id: id, name: name, category: art, "#
            + "monday: Montag, tuesday: Dienstag, sunday: Sonntag, x: x, y: y } }\n"
        let path = try town.write(to: scratch)
        let (x, y) = (TinyTown.origin.x + 300, TinyTown.origin.y + 1300)
        try scratch.write(
            """
            id;name;art;Montag;Dienstag;Sonntag;x;y
            M;Treff;community_centre;9-12 Uhr;9-12 Uhr;geschlossen;\(x);\(y)
            N;Haus;community_centre;;;;\(x);\(y)
            O;Club;club;vielleicht;9-12 Uhr;;\(x);\(y)

            """, to: "town/more.csv")
        #expect(findings(path, ["Q412"]) == ["Q412 4"])
        _ = try Run.run(project: path, options: RunOptions(output: scratch.path("out")))
        let places = try String(contentsOf: URL(filePath: scratch.path("out/draft/places.geojson")), encoding: .utf8)
        #expect(places.contains("Mo-Tu 09:00-12:00"))
    }
}
