import Features
import Formats
import Foundation
import Pipeline
import TestSupport
import Testing
import Wording

/// Notes and participation from the files to the outputs.
@Suite struct NoteRunTests {
    /// The tiny town with notes, by file name, and a table of participation.
    private func write(_ notes: [String: String], participation: [String] = [], to scratch: Scratch) throws -> String {
        var town = TinyTown()
        town.more = "notes: notizen\n"
        if !participation.isEmpty {
            town.moreLayers =
                "  - { kind: participation, file: b.csv, columns: { id: id, date: datum, quarter: quartier, "
                + "outcome: folge, answered_on: antwort, visibility: sichtbar, result: ergebnis } }\n"
            let rows = ["id;datum;quartier;folge;antwort;sichtbar;ergebnis"] + participation
            try scratch.write(rows.joined(separator: "\n") + "\n", to: "town/b.csv")
        }
        try FileManager.default.createDirectory(
            atPath: scratch.path("town/notizen"), withIntermediateDirectories: true)
        for (name, text) in notes { try scratch.write(text, to: "town/notizen/\(name)") }
        return try town.write(to: scratch)
    }

    private func note(_ keys: String..., text: String = "Ein Satz.") -> String {
        (["---", "title: Ein Titel", "date: \"2024-06-01\""] + keys + ["---", text, ""]).joined(separator: "\n")
    }

    /// What is found in the folder of notes: code, file and line.
    private func findings(_ project: String, _ file: String = "/notizen") -> [String] {
        CheckReport.make(project: project).findings.filter { $0.location?.file.contains(file) ?? false }.map {
            "\($0.code.rawValue) \($0.location?.file.split(separator: "/").last ?? ""):\($0.location?.line ?? 0)"
        }.sorted()
    }

    @Test func bothEditionsShowTheirNotes() throws {
        let scratch = try Scratch()
        let project = try write(
            [
                "offen.md": note("kind: topic", "public: true", "quarters: west", text: "Offenes Wort."),
                "keller-im-namen.md": note("kind: topic", "places: Bücherei", text: "Kellerwort."),
            ],
            participation: [
                "1;2024-05-01;West;umgesetzt;2024-06-01;ja;Offene Bank", "2;2024-05-02;;;;;Kellerbank",
            ], to: scratch)
        #expect(findings(project) == ["Q467 keller-im-namen.md:1", "Q467 offen.md:1"])
        _ = try Run.run(project: project, options: RunOptions(output: scratch.path("out")))
        func text(_ path: String) throws -> String {
            try String(contentsOf: URL(filePath: scratch.path("out/\(path)")), encoding: .utf8)
        }
        for word in ["Offenes Wort", "Kellerwort"] {
            #expect(try text("internal/report/quarter-01.html").contains(word))
        }
        for word in ["Offene Bank", "Kellerbank"] {
            #expect(try text("internal/report/beteiligung.html").contains(word))
        }
        #expect(try text("draft/report/quarter-01.html").contains("Offenes Wort"))
        // So do the tables.
        for (file, open, inside) in [
            ("notes.csv", "Offenes Wort.", "Kellerwort."), ("participation.csv", "Offene Bank", "Kellerbank"),
        ] {
            let (all, some) = (try text("internal/\(file)"), try text("draft/\(file)"))
            #expect(
                all.contains(open) && all.contains(inside) && all.contains(",public\r\n") || all.contains(",public\n"))
            #expect(some.contains(open) && !some.contains(inside) && !some.contains("keller"), "\(some)")
            #expect(some.split(whereSeparator: \.isNewline).count == 2 && !some.contains(",public"))
        }
        // Nothing internal is anywhere in the draft, not even the name of the file.
        let draft = scratch.folder.appending(path: "out/draft")
        let files = try #require(FileManager.default.enumerator(at: draft, includingPropertiesForKeys: nil))
        for case let file as URL in files where !file.hasDirectoryPath {
            let bytes = try Data(contentsOf: file)
            for word in ["Keller", "keller-im-namen"] {
                #expect(bytes.range(of: Data(word.utf8)) == nil, "\(file.lastPathComponent)")
            }
        }
        let record = try JSONValue(parsing: try text("internal/run.json"))["notes"]?.elements
        #expect(record?.compactMap { $0["file"]?.string } == ["keller-im-namen.md", "offen.md"])
        let outside = try JSONValue(parsing: try text("draft/run.json"))["notes"]?.elements
        #expect(outside?.count == 1 && outside?.first?["sha256"]?.string == record?.last?["sha256"]?.string)
    }

    @Test func faultsStandAtTheirFiles() throws {
        let scratch = try Scratch()
        let project = try write(
            [
                "a.md": note("kind: topic", "quarters: [West, Wst]"), "b.md": note("kind: topic", "places: X"),
                "c.md": "Kein Anfang.", "d.md": note("kind: topic", "qaurters: West"),
                "e.md": note("kind: assumption", "indicators: coverage_shar"),
                "f.md": note("kind: learnt", "trial: nichts"), "g.md": note("kind: learnt", "id: f"),
                "h.md": note("kind: topic", "public: true", text: "Frau Beispiel"), "liste.txt": "x",
                "README.md": "Hilfe", ".versteckt.md": "x",
                "i.md": note("kind: answer", "question: a/quarter/W", "circle: Runde", "state: open"),
            ], to: scratch)
        #expect(
            findings(project) == [
                "Q403 g.md:1", "Q461 c.md:1", "Q463 a.md:5", "Q464 b.md:5", "Q465 h.md:1", "Q466 liste.txt:0",
                "Q467 h.md:1", "Q602 d.md:5", "Q604 e.md:5", "Q604 f.md:5",
            ])
        // What is left out does not end the run.
        _ = try Run.run(project: project, options: RunOptions(output: scratch.path("out")))
        let page = try String(
            contentsOf: URL(filePath: scratch.path("out/internal/report/quarter-01.html")), encoding: .utf8)
        #expect(page.contains("a/quarter/W"))
    }

    /// Links out of the folder, pipes, what is no text or too large: told, never read or waited for.
    @Test func hostileFilesAreNotRead() throws {
        let scratch = try Scratch()
        let project = try write(["gut.md": note("kind: topic")], to: scratch)
        let folder = scratch.path("town/notizen/")
        let outside = try scratch.write(note("kind: topic", text: "Draußen"), to: "draussen.md")
        let files = FileManager.default
        try files.createSymbolicLink(atPath: folder + "a.md", withDestinationPath: outside)
        try files.createSymbolicLink(atPath: folder + "b.md", withDestinationPath: "../quartier.yaml")
        try files.createSymbolicLink(atPath: folder + "c.md", withDestinationPath: "/dev/zero")
        try files.createSymbolicLink(atPath: folder + "d.md", withDestinationPath: "nirgends")
        try files.createSymbolicLink(atPath: folder + "e.md", withDestinationPath: "e.md")
        #expect(mkfifo(folder + "f.md", 0o600) == 0)
        try files.createDirectory(atPath: folder + "g.md", withIntermediateDirectories: true)
        try Data([0xFF, 0xFE, 0x2D]).write(to: URL(filePath: folder + "h.md"))
        try Data(repeating: 0x61, count: 300_000).write(to: URL(filePath: folder + "i.md"))
        try files.createDirectory(atPath: folder + "unter", withIntermediateDirectories: true)
        #expect(
            findings(project) == [
                "Q462 d.md:0", "Q462 e.md:0", "Q462 f.md:0", "Q462 g.md:0", "Q462 h.md:0", "Q462 i.md:0",
                "Q466 unter:0", "Q467 gut.md:1", "Q609 a.md:0", "Q609 b.md:0", "Q609 c.md:0",
            ])
    }

    @Test func aLinkToTheWholeFolderIsTheTownsAffair() throws {
        let scratch = try Scratch()
        try scratch.write(note("kind: assumption"), to: "anderswo/a.md")
        var town = TinyTown()
        town.more = "notes: notizen/\n"
        let project = try town.write(to: scratch)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("town/notizen"), withDestinationPath: scratch.path("anderswo"))
        #expect(findings(project).isEmpty && CheckReport.make(project: project).failure == nil)
    }

    @Test func aFolderThatIsNotThereEndsTheRun() throws {
        let scratch = try Scratch()
        var town = TinyTown()
        town.more = "notes: notizen\n"
        let report = CheckReport.make(project: try town.write(to: scratch))
        #expect(report.failure == .unreadable && report.findings.contains { $0.code == .fileUnreadable })
    }

    @Test func findingsOfParticipationStandAtTheirLines() throws {
        let scratch = try Scratch()
        let project = try write(
            [:],
            participation: [
                "1;bald;West;umgesetzt;;;", "2;2024-05-01;Süd;;;;", "3;2024-05-01;;nein;2024-01-01;;",
                "4;2024-05-01;W;offen;;halb;", "5;;;;;öffentlich;Herr Beispiel",
            ], to: scratch)
        #expect(
            findings(project, "/b.csv") == [
                "Q413 b.csv:2", "Q446 b.csv:5", "Q463 b.csv:3", "Q465 b.csv:6", "Q468 b.csv:4", "Q469 b.csv:4",
            ])
    }

    @Test func templatesAreNotesWithoutFaults() throws {
        let scratch = try Scratch()
        let written = try TemplateWriting.write(into: scratch.path("town/notizen"))
        let notes = written.filter { $0.hasSuffix(".md") }
        #expect(notes.count == 6)
        for file in written where !file.hasSuffix(".md") { try FileManager.default.removeItem(atPath: file) }
        let project = try write([:], to: scratch)
        #expect(findings(project).isEmpty)
    }
}
