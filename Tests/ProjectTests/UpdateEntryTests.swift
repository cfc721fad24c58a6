import Features
import Project
import Scheduling
import Testing
import Wording

/// The section `update`.
@Suite struct UpdateEntryTests {
    private static func decode(_ more: String) -> (project: ProjectFile?, findings: [Diagnostic]) {
        let (project, findings) = ProjectFile.decode(Example.least + "\n" + more + "\n", file: "q")
        return (project, findings.filter { $0.code != .understandingEmpty })
    }

    @Test func saysWhatHoldsWithoutIt() throws {
        #expect(Self.decode("").project?.update == nil)
        let entry = try #require(Self.decode("update: { schedule: monthly }").project?.update)
        #expect(entry.output == "ergebnis" && entry.folder == "aktualisierung" && entry.timeZone == "Europe/Berlin")
        #expect(entry.schedule?.description == "*-*-01 00:00:00")
        #expect(entry.catchUp == .once && entry.jitter == 0 && entry.tolerance == 1 && entry.months == 6)
        #expect(entry.downloads.isEmpty)
    }

    @Test func takesEveryKey() throws {
        let checksum = String(repeating: "aB", count: 32)
        let (project, findings) = Self.decode(
            """
            update:
              output: "daten/ergebnis"
              folder: "/srv/quartier"
              schedule: "Mon *-*-01..07 03:00"
              time_zone: "Europe/Vienna"
              catch_up: skip
              jitter: 30
              tolerance: 2.5
              months: 12
              downloads:
                - { name: "karte.osm.pbf", url: "https://example.org/karte?key=1&x=%20", sha256: "\(checksum)", limit: 0.5, timeout: 2 }
                - { name: "kitas.csv", url: "http://127.0.0.1:8080/k" }
            """)
        #expect(findings.isEmpty)
        let entry = try #require(project?.update)
        #expect(
            entry.output == "daten/ergebnis" && entry.folder == "/srv/quartier" && entry.timeZone == "Europe/Vienna")
        #expect(entry.catchUp == .skip && entry.jitter == 30 && entry.tolerance == 2.5 && entry.months == 12)
        #expect(entry.downloads.map(\.name) == ["karte.osm.pbf", "kitas.csv"])
        #expect(entry.downloads.map(\.largest) == [500_000, 2_000_000_000])
        #expect(entry.downloads.map(\.timeout) == [120, 1_800])
        #expect(entry.downloads.map(\.sha256) == [checksum.lowercased(), nil])
    }

    @Test func showsWhereAScheduleIsWrong() throws {
        let (project, findings) = Self.decode("update:\n  schedule: \"Mon *-*-01 25:00\"")
        #expect(project == nil)
        let finding = try #require(findings.first)
        #expect(findings.count == 1 && finding.code == .scheduleInvalid)
        #expect(finding.location?.line == Example.least.split(separator: "\n").count + 2)
        for language in Language.allCases {
            let lines = finding.description(language).split(separator: "\n")
            #expect(lines.count == 4)
            #expect(lines[1] == "    Mon *-*-01 25:00")
            // The caret stands below the hour.
            #expect(lines[2] == "               ^")
            #expect(!finding.description(language).contains("⟨"))
        }
    }

    @Test(arguments: [
        ("schedule: \"\"", DiagnosticCode.valueInvalid), ("schedule: \"Montag\"", .scheduleInvalid),
        ("catch_up: always", .valueInvalid), ("jitter: -1", .valueInvalid), ("jitter: 1441", .valueInvalid),
        ("output: \"../x\"", .fileOutsideProject), ("folder: \"a/../..\"", .fileOutsideProject),
        ("months: 0", .valueInvalid), ("shedule: daily", .keyUnknown),
        ("downloads: [{ name: \"a/b\", url: \"https://e.org\" }]", .valueInvalid),
        ("downloads: [{ name: \".ssh\", url: \"https://e.org\" }]", .valueInvalid),
        ("downloads: [{ name: \"-o\", url: \"ftp://e.org\" }]", .valueInvalid),
        ("downloads: [{ name: \"a\", url: \"https://e.org/\\\"\" }]", .valueInvalid),
        ("downloads: [{ name: \"a\", url: \"https://e.org/ä\" }]", .valueInvalid),
        ("downloads: [{ name: \"a\", url: \"https://e.org\", sha256: \"12\" }]", .valueInvalid),
        ("downloads: [{ name: \"a\" }]", .keyMissing),
        (
            "downloads: [{ name: \"a\", url: \"https://e.org\" }, { name: \"a\", url: \"https://f.org\" }]",
            .valueInvalid
        ),
    ]) func otherThingsAreRefused(_ text: String, _ code: DiagnosticCode) {
        let (project, findings) = Self.decode("update: { \(text) }")
        #expect(project == nil)
        #expect(findings.map(\.code) == [code])
        for finding in findings { #expect(!finding.description(.german).contains("⟨")) }
    }
}

/// What tells two project files apart.
@Suite struct ProjectSectionsTests {
    @Test func commentsOrderAndMarksDoNotMatter() {
        let one = ProjectSections.texts(of: "# Kopf\nb: [1, 2]\na:\n  x: \"wort\"   # dazu\n")
        let other = ProjectSections.texts(of: "a: { x: 'wort' }\n\nb:\n- 1\n- '2'\n")
        #expect(one == other && one?.count == 2)
    }

    @Test(arguments: [
        ("a: [b, c]", "a: [bc]"), ("a: \"~\"", "a: ~"), ("a: { b: c }", "a: [b, c]"), ("a: [[b], c]", "a: [[b, c]]"),
        ("a: { b: c, d: e }", "a: { b: { c: d }, e: f }"), ("a: \"1:x\"", "a: [x]"),
    ]) func whatDiffersDiffers(_ one: String, _ other: String) {
        #expect(ProjectSections.texts(of: one) != ProjectSections.texts(of: other))
    }

    @Test func whatIsNoMappingHasNone() {
        #expect(ProjectSections.texts(of: "- a") == nil)
        #expect(ProjectSections.texts(of: "a: [") == nil)
    }
}
