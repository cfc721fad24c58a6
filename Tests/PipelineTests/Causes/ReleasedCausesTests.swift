import Audit
import Disclosure
import Features
import Foundation
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// Causes of change on their way out: a release, the next draft beside it, the audit of both.
///
/// Within 500 m of a library, of all: 1,000 of 3,900 at first; 2,000 of 4,900 with the people of now alone; 3,000 of 3,900 with
/// the places alone; 4,000 of 4,900 with both. Printed from 26 to 82: +46 by places, +10 by people.
@Suite struct ReleasedCausesTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private var shelf: PublicationShelf { PublicationShelf(path: scratch.path("frei")) }

    private static func town(_ west: Int = 1_000, more: String = "") -> TinyTown {
        var town = TinyTown()
        town.focusAreas = []
        // Without the market, which as many people reach as the library in a mixture.
        town.places.removeLast()
        town.population = [
            TinyTown.residents("p1", (450, 1_550), all: west, foreign: west / 5),
            TinyTown.residents("p2", (50, 1_050), all: 500, foreign: 100),
            TinyTown.residents("p3", (1_550, 1_550), all: 2_000, foreign: 300),
            TinyTown.residents("p4", (1_050, 1_250), all: 400, foreign: 80),
        ]
        town.more = more
        return town
    }

    private static let next = "earlier: \"../2023/quartier.yaml\"\ndisclosure:\n  released: [\"../frei\"]\n"

    private func later() -> TinyTown {
        var town = Self.town(2_000, more: Self.next)
        town.places.append(TinyTown.place("L2", "Bücherei Ost", "library", (1_550, 1_550)))
        return town
    }

    /// Writes the project of a date.
    private func write(_ town: TinyTown, _ period: String) throws -> String {
        let project = try town.write(to: scratch, folder: period)
        let text = try String(contentsOfFile: project, encoding: .utf8)
        return try scratch.write(
            text.replacing("period: \"2024\"", with: "period: \"\(period)\""), to: period + "/quartier.yaml")
    }

    /// Runs and releases a date.
    private func release(_ town: TinyTown, _ period: String) throws -> String {
        let run = scratch.path("run-" + period)
        _ = try Run.run(
            project: write(town, period), options: RunOptions(output: run, overwrite: true, language: .german))
        return try publishDraft(ofRun: run, to: shelf)
    }

    private func page(_ folder: String) throws -> String {
        try String(contentsOfFile: folder + "/report/index.html", encoding: .utf8)
    }

    @Test func whatIsToldPassesTheAuditAndNothingMoreIsOut() throws {
        _ = try release(Self.town(), "2023")
        let folder = try release(later(), "2024")
        #expect(
            try page(folder).contains(
                "; davon +46 durch Orte, Angebote, Räume und ihre Zeiten, +10 durch Veränderungen in der Bevölkerung."))
        #expect(try PublicationAudit(folders: shelf.releases).report().isPassed)
        // Mixtures, and parts more exact than printed, stand in no file.
        let kept = try #require(try KeptRunFile.read(folder: scratch.path("run-2024")).run.causes)
        #expect(kept.causes == [.population, .places])
        for (name, bytes) in try contents(of: folder) {
            let text = String(decoding: bytes, as: UTF8.self)
            for number in ["0.408", "0,408", "40,8", "0.769", "0,769", "76,9", "46,0", "46,1", "9,94"] {
                #expect(!text.contains(number), "\(name): \(number)")
            }
            if !name.hasSuffix(".html") { #expect(!text.contains("Woher die Unterschiede"), "\(name)") }
        }
    }

    /// Last year's data were corrected after the release: nothing is split, and the release still passes.
    @Test func correctedDataAreNotSplit() throws {
        _ = try release(Self.town(), "2023")
        let text = try String(contentsOfFile: scratch.path("2023/population.geojson"), encoding: .utf8)
        try scratch.write(text.replacing("\"all\":500", with: "\"all\":700"), to: "2023/population.geojson")
        let page = try page(release(later(), "2024"))
        #expect(page.contains("die Daten von damals wurden seither berichtigt") && !page.contains("; davon +46"))
    }

    /// Without the earlier release the draft says nothing.
    @Test func withoutTheReleaseNothingIsTold() throws {
        _ = try write(Self.town(), "2023")
        #expect(try !page(release(later(), "2024")).contains("Woher die Unterschiede"))
    }
}
