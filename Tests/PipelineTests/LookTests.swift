import Features
import Foundation
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// The town's own look from the project file to the pages; what was found of words is that of now.
@Suite struct LookTests {
    private let scratch: Scratch
    private static let svg = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>"#

    init() throws { scratch = try Scratch() }

    private func town(_ report: String) throws -> String {
        var town = TinyTown()
        town.more = "report:\n" + report
        return try town.write(to: scratch)
    }

    private func page(_ run: String, _ path: String) throws -> String {
        try String(contentsOf: URL(filePath: run + "/" + path), encoding: .utf8)
    }

    @Test func colourLogoAndTextsComeToThePagesOfBothEditions() throws {
        try scratch.write(LookTests.svg, to: "town/wappen.svg")
        let project = try town(
            """
              languages: [de]
              logo: "wappen.svg"
              colour: "#7a1040"
              texts: { de: { reports.understanding.heading: "Wofür wir stehen" } }

            """)
        let run = scratch.path("out")
        let summary = try Run.run(project: project, options: RunOptions(output: run))
        #expect(!summary.findings.contains { [.logoUnusable, .colourTooLight].contains($0.code) })
        for edition in ["internal", "draft"] {
            for path in ["index.html", "quarter-01.html", "kurzfassung.html", "leitfaden.html", "annex.html"] {
                let text = try page(run, "\(edition)/report/\(path)")
                #expect(text.contains("<img class=\"logo\" src=\"data:image/svg+xml;base64,"), "\(path)")
                #expect(text.contains("--accent: #7a1040;"), "\(path)")
            }
            #expect(try page(run, "\(edition)/report/index.html").contains("Wofür wir stehen"))
        }
        // What is rendered again is as the project file says now.
        try (try String(contentsOf: URL(filePath: project), encoding: .utf8))
            .replacing("Wofür wir stehen", with: "Was uns eint").replacing("#7a1040", with: "#104a7a")
            .write(to: URL(filePath: project), atomically: true, encoding: .utf8)
        _ = try Report.render(run: run, project: project)
        let text = try page(run, "draft/report/index.html")
        #expect(text.contains("Was uns eint") && text.contains("--accent: #104a7a;"))
    }

    @Test(
        arguments: [
            ("wappen.gif", "GIF89a", "not_an_image"), ("wappen.png", LookTests.svg + "<!-- \u{0} -->", "svg_text"),
            ("wappen.svg", LookTests.svg.replacing("<path", with: "<image href='x.png'/><path"), "svg_reference"),
            ("fehlt.svg", nil, "missing"),
        ] as [(String, String?, String)])
    func aLogoThatCannotBeUsedIsFoundAndLeftOut(_ name: String, _ text: String?, _ reason: String) throws {
        if let text { try scratch.write(text, to: "town/" + name) }
        let project = try town("  logo: \"\(name)\"\n")
        let run = scratch.path("out")
        let summary = try Run.run(project: project, options: RunOptions(output: run))
        let finding = try #require(summary.findings.first { $0.code == .logoUnusable })
        #expect(finding.arguments["logo_reason"] == reason && finding.arguments["file"] == name)
        #expect(finding.location?.line != nil && finding.severity == .warning)
        #expect(!(try page(run, "internal/report/index.html").contains("<img")))
        #expect(!finding.message(.german).contains { "{}⟨⟩".contains($0) })
    }

    @Test func aColourThatIsTooLightIsFoundWithOneThatWouldDo() throws {
        let project = try town("  colour: \"#ffcc00\"\n")
        let found = CheckReport.make(project: project).findings.filter { $0.code == .colourTooLight }
        let finding = try #require(found.first)
        #expect(found.count == 1 && finding.location?.line != nil)
        #expect(finding.arguments["contrast"] == "1.3")
        let suggestion = try #require(finding.arguments["suggestion"])
        try (try String(contentsOf: URL(filePath: project), encoding: .utf8)).replacing("#ffcc00", with: suggestion)
            .write(to: URL(filePath: project), atomically: true, encoding: .utf8)
        #expect(!CheckReport.make(project: project).findings.contains { $0.code == .colourTooLight })
    }

    /// What was found of project file, notes and look when the run was made is not told again where it is mended.
    @Test func findingsOfWordsAreThoseOfNow() throws {
        try scratch.write(
            "---\ntitle: \"Fest\"\nkind: learnt\ndate: \"2024-05-01\"\nquarters: \"Nirgends\"\n---\nGut.\n",
            to: "town/notizen/fest.md")
        let project = try town("  colour: \"#ffcc00\"\nnotes: \"notizen\"\n")
        let run = scratch.path("out")
        let first = try Run.run(project: project, options: RunOptions(output: run)).findings
        #expect(first.contains { $0.code == .quarterUnknown } && first.contains { $0.code == .colourTooLight })
        #expect(try Report.render(run: run, project: project).findings == first)
        try scratch.write(
            "---\ntitle: \"Fest\"\nkind: learnt\ndate: \"2024-05-01\"\nquarters: \"West\"\n---\nGut.\n",
            to: "town/notizen/fest.md")
        try (try String(contentsOf: URL(filePath: project), encoding: .utf8)).replacing("#ffcc00", with: "#000000")
            .write(to: URL(filePath: project), atomically: true, encoding: .utf8)
        let second = try Report.render(run: run, project: project).findings
        #expect(second == first.filter { ![.quarterUnknown, .colourTooLight].contains($0.code) })
    }

    @Test(.needs(.weasyprint))
    func aProjectCanAskForPDF() throws {
        try scratch.write(LookTests.svg, to: "town/wappen.svg")
        let project = try town("  languages: [de]\n  logo: \"wappen.svg\"\n  pdf: true\n")
        let run = scratch.path("out")
        _ = try Run.run(project: project, options: RunOptions(output: run))
        let pages = try contents(of: run).keys.filter { $0.hasPrefix("internal/report/") && $0.hasSuffix(".html") }
        let files = try contents(of: run)
        for page in pages { #expect(files[page.dropLast(4) + "pdf"]?.prefix(5) == Data("%PDF-".utf8), "\(page)") }
        #expect(!files.keys.contains { $0.hasPrefix("draft/") && $0.hasSuffix(".pdf") })
        // Rendered again they are the same, and the release has its own, of the pages that were audited.
        _ = try Report.render(run: run, project: project)
        #expect(try contents(of: run) == files)
        let release = Release(role: "Amt", date: try #require(CalendarDate(iso: "2025-02-03")))
        guard
            case .released(let folder, _) = try Publisher.publish(
                run: run, to: PublicationShelf(path: scratch.path("shelf")), as: release)
        else {
            Issue.record("refused")
            return
        }
        #expect(FileManager.default.fileExists(atPath: folder + "/report/kurzfassung.pdf"))
    }
}
