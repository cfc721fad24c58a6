import Features
import Formats
import Foundation
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// `Report.render`: a run rendered again says what the run said, with the texts and rules of now.
@Suite struct ReportTests {
    /// A copy of the smallest of the sample towns and a run of it.
    private func small() throws -> (scratch: Scratch, project: String, run: String) {
        let scratch = try Scratch()
        let (town, run) = (scratch.path("town"), scratch.path("run"))
        try FileManager.default.copyItem(atPath: Repository.sample("faults/Q514-cells-cut"), toPath: town)
        _ = try Run.run(project: town + "/quartier.yaml", options: RunOptions(output: run))
        return (scratch, town + "/quartier.yaml", run)
    }

    private func replace(_ old: String, with new: String, in path: String) throws {
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        #expect(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: path))
    }

    private func code(_ body: () throws -> Void) -> DiagnosticCode? {
        do {
            try body()
            return nil
        } catch {
            return (error as? Failure)?.diagnostics.first?.code
        }
    }

    /// The whole sample town: streets, offers, rooms, focus areas, hours, holidays.
    @Test func pagesAndTablesAreTheSameBytesWithoutTheData() throws {
        let scratch = try Scratch()
        let run = scratch.path("run")
        try FileManager.default.copyItem(atPath: try SampleRuns.folder("2024"), toPath: run)
        // Nothing but the notes is read again, so nothing of the data need be there.
        let project = scratch.path("quartier.yaml")
        try FileManager.default.copyItem(
            atPath: Repository.sample("2024/notizen"), toPath: scratch.path("notizen"))
        try FileManager.default.copyItem(atPath: Repository.sample("2024/quartier.yaml"), toPath: project)
        let before = try contents(of: run)
        #expect(before.keys.contains("internal/run.state"))
        #expect(!before.keys.contains { $0.hasPrefix("draft/") && $0.hasSuffix(".state") })
        let summary = try Report.render(run: run, project: project)
        let after = try contents(of: run)
        #expect(Set(after.keys) == Set(before.keys))
        for (name, bytes) in before { #expect(after[name] == bytes, "\(name)") }
        #expect(summary.valueCount > 1000)
    }

    /// No streets, no population: the other half of what a run can be.
    @Test func aTownInStraightLinesIsTheSameToo() throws {
        let scratch = try Scratch()
        var town = TinyTown()
        town.population = []
        let project = try town.write(to: scratch)
        let run = scratch.path("out")
        _ = try Run.run(project: project, options: RunOptions(output: run, language: .english))
        let before = try contents(of: run)
        _ = try Report.render(run: run, project: project)
        #expect(try contents(of: run) == before)
        // Another language is another first page, of the same figures.
        _ = try Report.render(run: run, project: project, options: ReportOptions(language: .german))
        let after = try contents(of: run)
        #expect(after["internal/indicators.csv"] == before["internal/indicators.csv"])
        #expect(after["internal/report/index.html"] != before["internal/report/index.html"])
    }

    @Test func textsAreThoseOfNow() throws {
        let (scratch, project, run) = try small()
        defer { withExtendedLifetime(scratch) {} }
        let before = try contents(of: run)
        try replace("Gemeinderat", with: "Rat & Jugendrat <2024>", in: project)
        _ = try Report.render(run: run, project: project)
        let after = try contents(of: run)
        for edition in ["internal", "draft"] {
            let page = String(decoding: try #require(after["\(edition)/report/index.html"]), as: UTF8.self)
            #expect(page.contains("Rat &amp; Jugendrat &lt;2024&gt;"))
        }
        let changed = before.keys.filter { after[$0] != before[$0] }
        #expect(changed.allSatisfy { $0.hasSuffix(".html") }, "\(changed)")
    }

    /// The door is passed anew: stricter rules hide more, exactly as much as a run under these rules would.
    @Test func rulesAreThoseOfNow() throws {
        let (scratch, project, run) = try small()
        defer { withExtendedLifetime(scratch) {} }
        let before = try contents(of: run)
        let text = try String(contentsOf: URL(filePath: project), encoding: .utf8)
        #expect(!text.contains("\ndisclosure:"))
        try Data((text + "\ndisclosure:\n  minimum_count: 101\n").utf8).write(to: URL(filePath: project))
        _ = try Report.render(run: run, project: project)
        let after = try contents(of: run)
        #expect(after["draft/indicators.csv"] != before["draft/indicators.csv"])
        #expect(after["internal/indicators.csv"] == before["internal/indicators.csv"])
        let again = scratch.path("again")
        _ = try Run.run(project: project, options: RunOptions(output: again))
        #expect(try contents(of: again) == after)
    }

    @Test func releasedFoldersAreNotTouched() throws {
        let (scratch, project, run) = try small()
        defer { withExtendedLifetime(scratch) {} }
        let shelf = PublicationShelf(path: scratch.path("shelf"))
        let day = try #require(CalendarDate(iso: "2025-02-03"))
        guard case .released = try Publisher.publish(run: run, to: shelf, as: Release(role: "Amt", date: day)) else {
            Issue.record("the sample is refused")
            return
        }
        let released = try contents(of: shelf.path)
        try replace("Gemeinderat", with: "Jugendrat", in: project)
        _ = try Report.render(run: run, project: project)
        #expect(try contents(of: shelf.path) == released)
    }

    /// What is not the run's own word is refused, and the folder stays as it was.
    @Test(arguments: [
        ("missing", DiagnosticCode.keptRunMissing), ("empty", .keptRunDamaged), ("cut", .keptRunDamaged),
        ("longer", .keptRunDamaged), ("digit", .keptRunDamaged), ("format", .keptRunVersion),
        ("version", .keptRunVersion), ("noise", .keptRunDamaged), ("forged", .keptRunDamaged),
    ])
    func whatIsNotTheRunsIsRefused(_ change: String, _ expected: DiagnosticCode) throws {
        let (scratch, project, run) = try small()
        defer { withExtendedLifetime(scratch) {} }
        let path = run + "/" + KeptRunFile.path
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let end = try #require(bytes.firstIndex(of: 0x0A))
        switch change {
        case "missing": try FileManager.default.removeItem(atPath: path)
        case "empty": bytes = []
        case "cut": bytes.removeLast(100)
        case "longer": bytes.append(0x20)
        case "digit":
            let digit = try #require(bytes[end...].lastIndex { (0x31...0x38).contains($0) })
            bytes[digit] += 1
        case "format": bytes.replaceSubrange(0..<16, with: Array("quartier-state/9".utf8))
        case "version":
            let own = Array(QuartierVersion.number.utf8)
            bytes.replaceSubrange(17..<17 + own.count, with: Array("0.0.0".utf8))
        case "noise": bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        default:
            // A right checksum of what is no run.
            let body = Array("{}".utf8)
            bytes =
                Array("\(KeptRunFile.format) \(QuartierVersion.number) 2 \(Checksum.sha256(body))\n".utf8) + body
        }
        if change != "missing" { try Data(bytes).write(to: URL(filePath: path)) }
        let before = try contents(of: run)
        #expect(code { _ = try Report.render(run: run, project: project) } == expected)
        #expect(try contents(of: run) == before)
    }

    @Test func theProjectOfAnotherTownOrYearIsRefused() throws {
        let (scratch, _, run) = try small()
        defer { withExtendedLifetime(scratch) {} }
        let other = Repository.sample("2023/quartier.yaml")
        #expect(code { _ = try Report.render(run: run, project: other) } == .keptRunOfOther)
    }
}
