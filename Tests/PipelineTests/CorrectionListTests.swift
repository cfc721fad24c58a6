import Features
import Foundation
import Pipeline
import TestSupport
import Testing
import Wording

/// `quartier check --list`: what colleagues get to correct.
@Suite struct CorrectionListTests {
    /// The tiny town with two offers, one of them of an unreadable end.
    private func project(in scratch: Scratch) throws -> String {
        var town = TinyTown()
        town.moreLayers =
            #"  - { kind: offers, file: "offers.csv", columns: { id: id, name: name, places: ort, operator: traeger, "#
            + "funding: finanzierung, funded_until: bis, decided_by: entscheidet } }\n"
        let path = try town.write(to: scratch)
        let table = """
            id;name;ort;traeger;finanzierung;bis;entscheidet
            A1;Vorlesen;L;Frau Beispiel;dauerhaft;;Stadt
            A2;=1+1;S;;befristet;bald;

            """
        try Data(table.utf8).write(
            to: URL(filePath: path).deletingLastPathComponent().appending(path: "offers.csv"))
        return path
    }

    private func write(_ language: Language) throws -> (html: String, rows: [[String]]) {
        let scratch = try Scratch()
        let report = CheckReport.make(project: try project(in: scratch))
        let folder = scratch.path("liste/neu")
        let paths = try report.writeCorrectionList(into: folder, language)
        try #require(paths == [folder + "/korrekturliste.html", folder + "/korrekturliste.csv"])
        let html = try String(contentsOf: URL(filePath: paths[0]), encoding: .utf8)
        let csv = try Data(contentsOf: URL(filePath: paths[1]))
        #expect(Array(csv.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let rows = String(decoding: csv.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")
            .filter { !$0.isEmpty }.map { $0.components(separatedBy: ";") }
        return (html, rows)
    }

    @Test func theTableSaysWhatIsNotRecordedByPlace() throws {
        let rows = try write(.german).rows
        #expect(
            rows[0] == [
                "Was", "Kennung", "Ort", "Name", "Art", "Adresse", "Zeiten", "Mit Rollstuhl", "Träger",
                "Finanzierung", "Finanziert bis", "Wer entscheidet", "Bei der Prüfung gefunden", "Korrektur",
                "nur intern – enthält Träger und geschützte Orte",
            ])
        #expect(rows.dropFirst().allSatisfy { $0.count == rows[0].count && $0[13].isEmpty })
        // „Bücherei“ with its offer before „Markt“ with its.
        #expect(rows.dropFirst().map { $0[1] } == ["L", "A1", "S", "A2"])
        #expect(rows[1][2] == "Bücherei" && rows[1][0] == "Ort" && rows[2][0] == "Angebot")
        #expect(rows[1][5] == "nicht erfasst" && rows[1][6] == "nicht erfasst" && rows[1][10] == "nicht erfasst")
        // Places are not asked for who decides; what is funded permanently has no end.
        #expect(rows[1][9].isEmpty && rows[1][11].isEmpty)
        #expect(Array(rows[2][8...11]) == ["Frau Beispiel", "dauerhaft", "–", "die Stadt"])
        // An unreadable end is told as what was found; nothing computes in a spreadsheet.
        #expect(rows[4][3] == "'=1+1" && rows[4][10] == "nicht erfasst")
        #expect(rows[4][12].contains("bald"))
    }

    @Test func thePageIsMarkedInternalAndAsksForNothing() throws {
        let german = try write(.german).html
        #expect(german.contains("<html lang=\"de\">") && german.contains("nur intern"))
        #expect(german.contains("nicht erfasst") && german.contains("Korrektur</th>"))
        #expect(german.contains("=1+1") && german.contains("bald"))
        #expect(german.contains("2 Orte") && german.contains("2 Angebote"))
        let english = try write(.english).html
        #expect(english.contains("<html lang=\"en\">") && english.contains("not recorded"))
        for page in [german, english] {
            #expect(page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"))
            #expect(!page.contains("⟨") && !page.contains("<script") && !page.contains("src="))
        }
    }

    @Test func nothingIsOverwritten() throws {
        let scratch = try Scratch()
        let report = CheckReport.make(project: try project(in: scratch))
        let old = try scratch.write("alt", to: "korrekturliste.csv")
        let failure = #expect(throws: Failure.self) {
            try report.writeCorrectionList(into: scratch.folder.path(), .german)
        }
        #expect(failure?.kind == .cannotCreate && failure?.diagnostics.first?.code == .outputExists)
        #expect(try String(contentsOf: URL(filePath: old), encoding: .utf8) == "alt")
        #expect(!FileManager.default.fileExists(atPath: scratch.path("korrekturliste.html")))
    }

    @Test func sensitivePlacesAreInTheList() throws {
        let scratch = try Scratch()
        let report = CheckReport.make(project: Repository.sample("2024/quartier.yaml"))
        let paths = try report.writeCorrectionList(into: scratch.path("liste"), .german)
        let csv = try String(contentsOf: URL(filePath: try #require(paths.last)), encoding: .utf8)
        #expect(csv.contains("P177") && csv.contains("P178"))
    }

    @Test func withoutAStudyThereIsNoList() throws {
        let scratch = try Scratch()
        let report = CheckReport.make(project: Repository.sample("faults/Q104-json-syntax/quartier.yaml"))
        #expect(try report.writeCorrectionList(into: scratch.path("liste"), .german) == [])
        #expect(!FileManager.default.fileExists(atPath: scratch.path("liste")))
    }
}
