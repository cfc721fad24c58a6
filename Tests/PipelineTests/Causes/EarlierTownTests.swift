import Disclosure
import Features
import Foundation
import Indicators
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// `earlier:` in a project file: from there the reports know the causes of change.
@Suite struct EarlierTownTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private static func later(_ earlier: String = "../before/quartier.yaml") -> TinyTown {
        var town = TinyTown()
        town.population[2] = TinyTown.cell("c3", (1500, 1500), all: 400, foreign: 10)
        town.places.append(TinyTown.place("L2", "Bücherei Ost", "library", (1550, 1550)))
        town.more = "earlier: \"\(earlier)\"\n"
        return town
    }

    /// Two dates, the first of them 2023.
    private func dates(_ before: TinyTown = TinyTown(), _ after: TinyTown = later()) throws -> String {
        let first = try before.write(to: scratch, folder: "before")
        try edit(first, "period: \"2024\"", "period: \"2023\"")
        return try after.write(to: scratch, folder: "after")
    }

    private func edit(_ path: String, _ piece: String, _ other: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains(piece))
        try Data(text.replacing(piece, with: other).utf8).write(to: URL(filePath: path))
    }

    private func refusal(_ project: String) -> Diagnostic? {
        do {
            _ = try Run.run(project: project, options: RunOptions(output: scratch.path("out")))
            return nil
        } catch { return error.diagnostics.first }
    }

    private func page(_ run: String) throws -> String {
        try String(contentsOfFile: run + "/internal/report/index.html", encoding: .utf8)
    }

    @Test func theReportTellsCausesAndSaysTheSameWhenRenderedAgain() throws {
        let project = try dates()
        let run = scratch.path("out")
        _ = try Run.run(project: project, options: RunOptions(output: run))
        let page = try page(run)
        #expect(page.contains("Woher die Unterschiede zu "))
        #expect(page.contains("wer wo wohnt; Orte, Zeiten, Angebote"))
        let before = try contents(of: run)
        // Nothing of the earlier date is read again.
        try FileManager.default.removeItem(atPath: scratch.path("before"))
        _ = try Report.render(run: run, project: project)
        #expect(try contents(of: run) == before)
        // The public edition, without an earlier release, says nothing of causes.
        #expect(before.filter { $0.key.hasPrefix("draft/") }.count > 5)
        for (name, bytes) in before where name.hasPrefix("draft/") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("Woher die Unterschiede"), "\(name)")
        }
    }

    /// The parts that reports tell are those of `quartier causes`, and add up to the difference.
    @Test func thePartsAreThoseOfTheWholeAttribution() throws {
        let project = try dates()
        _ = try Run.run(project: project, options: RunOptions(output: scratch.path("out")))
        let kept = try #require(try KeptRunFile.read(folder: scratch.path("out")).run.causes)
        let whole = try ChangeAttribution.between(scratch.path("before/quartier.yaml"), project)
        #expect(kept.period == "2023")
        #expect(kept.causes == whole.causes && kept.causes == [.population, .places])
        #expect(kept.before.values.count == kept.figures.count && kept.figures.count > 4)
        var compared = 0
        for (before, figure) in zip(kept.before.values, kept.figures) {
            guard let parts = figure.parts, let last = figure.mixtures.last?.value, let first = before.value else {
                continue
            }
            #expect(figure.mixtures.count == 4)
            #expect(abs(parts.reduce(0, +) - (last - first)) < 1e-9)
            guard let row = whole.rows.first(where: { $0.key == before.key }), let same = row.parts else { continue }
            for (one, other) in zip(parts, same) { #expect(abs(one - other) < 1e-9) }
            compared += 1
        }
        #expect(compared > 2)
    }

    @Test func aFileThatIsNotThereIsSaidAtTheKey() throws {
        let project = try Self.later("../gibtesnicht/quartier.yaml").write(to: scratch, folder: "after")
        let finding = try #require(refusal(project))
        #expect(finding.code == .valueInvalid)
        #expect(finding.arguments["key"] == "earlier")
        #expect(finding.message(.german).contains("gibtesnicht/quartier.yaml“ lässt sich nicht lesen"))
        #expect(finding.location?.line != nil && finding.location?.column == 10)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
        let check = CheckReport.make(project: project)
        #expect(check.findings.contains { $0.code == .valueInvalid && $0.arguments["key"] == "earlier" })
    }

    @Test func theDateMustBeBefore() throws {
        let project = try dates()
        for period in ["2024", "2025", "irgendwann"] {
            try edit(scratch.path("before/quartier.yaml"), "period: \"2023\"", "period: \"\(period)\"")
            #expect(refusal(project)?.arguments["reason"] == "earlier_not_before", "\(period)")
            try edit(scratch.path("before/quartier.yaml"), "period: \"\(period)\"", "period: \"2023\"")
        }
    }

    @Test func theTownMustBeTheSame() throws {
        var other = TinyTown()
        other.municipalKey = "01999002"
        #expect(refusal(try dates(other))?.arguments["reason"] == "earlier_other_town")
        // A town may change its name, but not without a key that says so.
        other.municipalKey = nil
        #expect(refusal(try dates(other)) == nil)
    }

    @Test func whatIsWrongInTheEarlierFileIsSaidThere() throws {
        let project = try dates()
        try edit(scratch.path("before/quartier.yaml"), "version: 1", "version: 7")
        let finding = try #require(refusal(project))
        #expect(finding.location?.file.hasSuffix("before/quartier.yaml") == true)
    }

    @Test func aChainIsNotFollowed() throws {
        var before = TinyTown()
        before.more = "earlier: \"../gibtesnicht/quartier.yaml\"\n"
        #expect(refusal(try dates(before)) == nil)
    }

    @Test func dataThatShrankAreAProblemOfTheData() throws {
        var before = TinyTown()
        for number in 0..<20 {
            before.places.append(TinyTown.place("x\(number)", "Laden", "library", (1500, 1500 + Double(number))))
        }
        var after = TinyTown()
        after.more = "earlier: \"../before/quartier.yaml\"\n"
        let run = scratch.path("out")
        _ = try Run.run(project: try dates(before, after), options: RunOptions(output: run))
        let page = try page(run)
        #expect(
            page.contains("Das sieht nach einem Fehler in den Daten aus, nicht nach einer Veränderung in der Stadt."))
        #expect(page.contains("allein durch einen vermutlichen Fehler in den Daten (bitte prüfen)"))
        #expect(!page.contains("allein durch Orte"))
    }

    /// An update looks at the files of the earlier date, too.
    @Test func aCorrectionOfTheEarlierDateIsComputedAgain() throws {
        let project = try dates()
        func update() throws -> UpdateOutcome.Kind {
            try Update.run(project: project, options: UpdateOptions(now: UpdatedTown.noon(1))).kind
        }
        #expect(try update() == .computed)
        #expect(try update() == .unchanged)
        try edit(scratch.path("before/population.geojson"), "\"all\":200", "\"all\":210")
        #expect(try update() == .computed)
        #expect(try update() == .unchanged)
        try FileManager.default.removeItem(atPath: scratch.path("before/quartier.yaml"))
        let failed = try Update.run(project: project, options: UpdateOptions(now: UpdatedTown.noon(2)))
        #expect(failed.kind == .failed)
        #expect(failed.failure?.diagnostics.first?.arguments["reason"] == "earlier_unreadable")
    }
}
