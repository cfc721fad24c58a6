import Audit
import Features
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// PDF and documents of pages; what needs a program that is missing is skipped and says so.
@Suite struct PrintingTests {
    /// A page as reports have them: a heading, a table, umlauts, a link to another page, a picture for the eye only.
    static let page = Array(
        """
        <!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Süd – Ägyptenstraße</title>
        <style media="print">@page { size: A4; @bottom-right { content: counter(page) " / " counter(pages); } }</style>
        </head><body><p class="edition">intern</p><h1>Grüße aus Süd</h1><h2>Zweite Ebene</h2>
        <div class="navigation"><p>Weg weiser</p></div><main>
        <p>Etwa vier von zehn <a href="quarter-02.html">Öffnungen</a>
        <svg class="bar" viewBox="0 0 9 9" aria-hidden="true"><text>nurbild</text></svg></p>
        <table><caption>Orte</caption><tr><th scope="col">Ort</th></tr><tr><td>Bücherei 0815</td></tr></table>
        <h2 style="break-before: page">Neue Seite</h2><p>Schluß</p></main></body></html>
        """.utf8)

    @Test(.needs(.weasyprint, .pdfinfo, .pdftotext))
    func aPDFIsTaggedSelectableAndTheSameTwice() throws {
        let scratch = try Scratch()
        let made = try PrintedForm.pdf.file(of: PrintingTests.page, epoch: 1_704_067_200)
        #expect(try PrintedForm.pdf.file(of: PrintingTests.page, epoch: 1_704_067_200) == made)
        let path = scratch.path("page.pdf")
        try Data(made).write(to: URL(filePath: path))
        let information = try OtherProgram.pdfinfo.run([path]).text
        #expect(information.contains("Süd – Ägyptenstraße"))
        #expect(information.split(separator: "\n").contains { $0.hasPrefix("Tagged:") && $0.hasSuffix("yes") })
        let text = try OtherProgram.pdftotext.run(["-layout", path, "-"]).text
        for words in ["Grüße aus Süd", "Öffnungen", "Bücherei 0815", "Schluß"] {
            #expect(text.contains(words), "\(words)")
        }
        let numbers = text.replacing(" ", with: "")
        #expect(numbers.contains("1/2") && numbers.contains("2/2"))
        // The running header is on the second page only.
        #expect(text.split(separator: "\u{C}").dropFirst().first?.contains("Grüße aus Süd") == true)
        let raw = String(decoding: made, as: UTF8.self)
        #expect(raw.contains("/Lang (de)"))
        #expect(raw.contains("/Outlines"))
        // No claim that nobody checked, and no path of the machine.
        #expect(!raw.contains("pdfuaid:part"))
        #expect(raw.contains("/URI (quarter-02.html)"))
        #expect(!raw.contains("file:"))
        #expect(!raw.contains("quartier-print"))
    }

    @Test(.needs(.pandoc), arguments: [PrintedForm.docx, .odt])
    func aDocumentHoldsTheTextOfThePageAlone(_ form: PrintedForm) throws {
        let scratch = try Scratch()
        let made = try form.file(of: PrintingTests.page, epoch: 1_704_067_200)
        // Archives hold times of two seconds.
        Thread.sleep(forTimeInterval: 2.1)
        #expect(try form.file(of: PrintingTests.page, epoch: 1_704_067_200) == made)
        let path = scratch.path("page." + form.rawValue)
        try Data(made).write(to: URL(filePath: path))
        let text = try OtherProgram.pandoc.run(["--from", form.rawValue, "--to", "plain", path]).text
        for words in ["Grüße aus Süd", "Öffnungen", "Bücherei 0815"] { #expect(text.contains(words), "\(words)") }
        for words in ["Weg weiser", "nurbild"] { #expect(!text.contains(words), "\(words)") }
    }

    @Test(arguments: PrintedForm.allCases) func aPageThatFetchesIsRefused(_ form: PrintedForm) {
        for tag in ["<img src=\"http://127.0.0.1/x.png\">", "<link rel=\"stylesheet\">", "<script >", "<image >"] {
            #expect(throws: Failure.self) { try form.file(of: Array("<!DOCTYPE html>\(tag)".utf8), epoch: 0) }
        }
    }

    @Test func aProgramThatIsMissingIsNamedWithItsPackage() throws {
        let program = HelperProgram(name: "quartier-does-not-exist", package: "nowhere")
        let failure = #expect(throws: Failure.self) { try program.make("x", of: [], [], epoch: 0) }
        #expect(failure?.diagnostics.first?.code == .programMissing)
        #expect(failure?.diagnostics.first?.arguments["package"] == "nowhere")
    }

    @Test func aProgramThatFailsSaysWhy() throws {
        let program = HelperProgram(name: "sh", package: "dash")
        let failure = #expect(throws: Failure.self) {
            try program.make("x", of: [], ["-c", "echo first >&2; echo no paper >&2; exit 3"], epoch: 0)
        }
        #expect(failure?.diagnostics.first?.code == .programFailed)
        #expect(failure?.diagnostics.first?.arguments["reason"] == "no paper")
        // One that ends well and makes nothing has failed, too.
        #expect(throws: Failure.self) { try program.make("x", of: [], ["-c", "true"], epoch: 0) }
    }

    /// The folder is empty but for the files given; nothing of the user's environment is there, and no way out.
    @Test func aProgramSeesNothingButItsFiles() throws {
        let program = HelperProgram(name: "sh", package: "dash")
        let made = try program.make(
            "out", of: [("in", [0x41])], ["-c", "(cat in; ls; env) > out"], epoch: 12)
        let text = String(decoding: made, as: UTF8.self)
        #expect(text.hasPrefix("A"))
        #expect(text.contains("SOURCE_DATE_EPOCH=12\n"))
        #expect(text.contains("https_proxy=http://127.0.0.1:9\n"))
        #expect(!text.contains("USER="))
    }

    @Test func barsOfProgress() {
        #expect(ProgressCounter.bar(0, of: 8, width: 4) == "░░░░ 0/8")
        #expect(ProgressCounter.bar(5, of: 8, width: 4) == "▓▓░░ 5/8")
        #expect(ProgressCounter.bar(8, of: 8, width: 4) == "▓▓▓▓ 8/8")
        #expect(ProgressCounter.bar(0, of: 0, width: 4) == "▓▓▓▓ 0/0")
    }

    @Test func timesOfArchivesAreCleared() {
        // What is no archive stays as it is.
        for bytes in [[UInt8]](arrayLiteral: [], [0x50, 0x4B, 5, 6], [UInt8](repeating: 7, count: 100)) {
            #expect(ZipTimes.cleared(bytes) == bytes)
        }
        // A directory that points beyond the end.
        var torn: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
        torn[10] = 1
        torn[16] = 200
        #expect(ZipTimes.cleared(torn) == torn)
    }

    /// What is made of public pages is made of what the audit read, stands in the record, and passes the next audit; a
    /// file that somebody puts there, or changes, does not.
    @Test(.needs(.pandoc))
    func releasedDocumentsAreMadeOfAuditedPages() throws {
        let scratch = try Scratch()
        let run = scratch.path("run")
        let project = Repository.sample("faults/Q514-cells-cut/quartier.yaml")
        _ = try Run.run(project: project, options: RunOptions(output: run))
        let shelf = PublicationShelf(path: scratch.path("shelf"))
        let release = Release(role: "Amt", date: try #require(CalendarDate(iso: "2025-02-03")))
        guard
            case .released(let folder, _) = try Publisher.publish(
                run: run, to: shelf, as: release, forms: [.docx])
        else {
            Issue.record("refused")
            return
        }
        let files = try contents(of: folder)
        let page = try #require(files["report/index.html"])
        #expect(page == (try contents(of: run))["draft/report/index.html"])
        // The page and the period are all that goes in.
        let epoch = LastChange.seconds(period: "2024", environment: [:])
        #expect(
            try PrintedForm.docx.file(of: [UInt8](page), epoch: epoch)
                == (files["report/index.docx"].map { [UInt8]($0) }))
        #expect(
            String(decoding: try #require(files["release.json"]), as: UTF8.self).contains(
                #""made_of": "report/index.html""#))
        func findings() throws -> Int { try PublicationAudit(folders: [folder]).report().findings.count }
        #expect(try findings() == 0)
        let document = URL(filePath: folder + "/report/index.docx")
        try (Data(contentsOf: document) + Data([0])).write(to: document)
        #expect(try findings() == 1)
        try #require(files["report/index.docx"]).write(to: document)
        try Data("x".utf8).write(to: URL(filePath: folder + "/report/more.docx"))
        #expect(try findings() == 1)
    }
}
