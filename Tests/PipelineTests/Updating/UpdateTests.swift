import Disclosure
import Features
import Foundation
import History
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// What an update does about what changed, and that it does nothing twice.
@Suite struct UpdateTests {
    @Test func theFirstComputesAndTheSecondDoesNothing() throws {
        let town = try UpdatedTown()
        let first = try town.update()
        #expect(first.kind == .computed && first.isFirstRun && !first.isNews)
        #expect(first.run == RecordedRun(number: 1, isNew: true) && first.previousRun == nil && first.lastGoodAt == nil)
        #expect(first.inputs.map(\.change) == Array(repeating: .added, count: 5))
        let before = try contents(of: town.output)
        let written = try FileManager.default.attributesOfItem(atPath: town.output)[.modificationDate] as? Date

        let second = try town.update(UpdatedTown.noon(2))
        #expect(second.kind == .unchanged && second.changedInputs.isEmpty && !second.isNews)
        #expect(second.run == RecordedRun(number: 1, isNew: false) && second.lastGoodAt == UpdatedTown.noon(1))
        #expect(try contents(of: town.output) == before)
        #expect(
            try FileManager.default.attributesOfItem(atPath: town.output)[.modificationDate] as? Date == written)
        #expect(try town.runs() == 1)
        for language in Language.allCases {
            #expect(!UpdateText.text(first, language).contains("⟨"))
            #expect(!UpdateText.text(second, language).contains("⟨"))
            #expect(UpdateText.text(second, language, isBrief: true).isEmpty)
        }
    }

    @Test func aChangedFileIsComputedAndItsFiguresAreTold() throws {
        let town = try UpdatedTown()
        _ = try town.update()
        try town.edit("population.geojson", #""all":200"#, #""all":300"#)
        let outcome = try town.update(UpdatedTown.noon(2))
        #expect(outcome.kind == .computed && !outcome.isFirstRun && outcome.isNews)
        #expect(outcome.run == RecordedRun(number: 2, isNew: true) && outcome.previousRun == 1)
        #expect(outcome.changedInputs.map { $0.path.split(separator: "/").last } == ["population.geojson"])
        let residents = try #require(outcome.changes.first { $0.indicator == "residents" })
        #expect(residents.difference == 100 && residents.unit == "persons")
        #expect(UpdateText.line(residents, .english).hasPrefix("Residents: 390"))
        #expect(try town.update(UpdatedTown.noon(3)).kind == .unchanged)
    }

    @Test func timesAloneAreNoChangeAndOldTimesHideNone() throws {
        let town = try UpdatedTown()
        _ = try town.update()
        let path = town.scratch.path("town/places.geojson")
        let time = Date(timeIntervalSince1970: 1_700_000_000)
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
        #expect(try town.update().kind == .unchanged)
        // As many bytes, and the time put back: the system's own time of change gives it away.
        try town.edit("places.geojson", #""library""#, #""theatre""#)
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
        #expect(try town.update().kind == .computed)
    }

    @Test func filesAtRestAreNotReadAgain() throws {
        let scratch = try Scratch()
        let path = try scratch.write("abc", to: "a")
        let stamp = try #require(FileStamp(path))
        #expect(!stamp.isSettled(at: max(stamp.modified, stamp.changed) + 1_000_000_000))
        #expect(stamp.isSettled(at: max(stamp.modified, stamp.changed) + 3_000_000_000))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: path)
        #expect(FileStamp(path) != stamp)
        #expect(FileStamp(scratch.path("none")) == nil && FileStamp(scratch.folder.path()) == nil)
    }

    @Test func textsAreWrittenAgainWithoutComputing() throws {
        let town = try UpdatedTown()
        _ = try town.update()
        let figures = try contents(of: town.output)["internal/run.state"]
        try town.edit("quartier.yaml", "Alle gehören dazu.", "Hier ist Platz für alle.")
        let outcome = try town.update(UpdatedTown.noon(2))
        #expect(outcome.kind == .rendered && outcome.run == RecordedRun(number: 1, isNew: false))
        let files = try contents(of: town.output)
        #expect(files["internal/run.state"] == figures)
        let isTold = files.contains { $0.key.hasPrefix("draft/") && $0.value.contains(Data("Platz für alle".utf8)) }
        #expect(isTold)
        #expect(try town.runs() == 1)
        #expect(try town.update(UpdatedTown.noon(3)).kind == .unchanged)
        // A remark in the project file is no text of a report.
        try town.edit("quartier.yaml", "version: 1", "# Stand Januar\nversion: 1")
        #expect(try town.update(UpdatedTown.noon(4)).kind == .unchanged)
    }

    @Test func notesAreTexts() throws {
        var tiny = TinyTown()
        tiny.more = "notes: notizen\n"
        let town = try UpdatedTown(tiny)
        try town.scratch.write(
            "---\ntitle: Eins\ndate: \"2024-06-01\"\nkind: topic\n---\nEin Satz.\n", to: "town/notizen/a.md")
        #expect(try town.update().kind == .computed)
        try town.edit("notizen/a.md", "Ein Satz.", "Ein anderer Satz.")
        #expect(try town.update().kind == .rendered)
        try FileManager.default.removeItem(atPath: town.scratch.path("town/notizen/a.md"))
        let outcome = try town.update()
        #expect(outcome.kind == .rendered && outcome.changedInputs.map(\.change) == [.removed])
    }

    /// Another logo is another look of the same figures.
    @Test func aLogoIsOneOfTheTexts() throws {
        var tiny = TinyTown()
        tiny.more = "report:\n  logo: wappen.svg\n"
        let town = try UpdatedTown(tiny)
        #expect(try town.update().findings.contains { $0.code == .logoUnusable })
        try town.scratch.write(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>", to: "town/wappen.svg")
        let outcome = try town.update(UpdatedTown.noon(2))
        #expect(outcome.kind == .rendered && outcome.changedInputs.map(\.change) == [.added])
        #expect(!outcome.findings.contains { $0.code == .logoUnusable })
    }

    @Test(arguments: ["ergebnis", "ergebnis/internal/run.state", "aktualisierung/stand.json"])
    func whatIsMissingIsMadeAgainAndNothingRecordedTwice(_ name: String) throws {
        let town = try UpdatedTown()
        _ = try town.update()
        let before = try contents(of: town.output)
        try FileManager.default.removeItem(atPath: town.scratch.path("town/\(name)"))
        let outcome = try town.update(UpdatedTown.noon(2))
        #expect(outcome.kind == .computed && outcome.run == RecordedRun(number: 1, isNew: false))
        #expect(outcome.changes.isEmpty)
        #expect(try contents(of: town.output) == before && town.runs() == 1)
    }

    @Test func aRunThatNobodyWasToldOfIsToldLater() throws {
        let town = try UpdatedTown()
        _ = try town.update()
        let state = try Data(contentsOf: URL(filePath: town.state))
        try town.edit("population.geojson", #""all":200"#, #""all":300"#)
        let told = try town.update(UpdatedTown.noon(2))
        // As if it had been killed between the history and the state.
        try state.write(to: URL(filePath: town.state))
        let again = try town.update(UpdatedTown.noon(3))
        #expect(again.run == RecordedRun(number: 2, isNew: false) && again.previousRun == 1)
        #expect(again.changes == told.changes && !again.changes.isEmpty)
        #expect(try town.runs() == 2)
    }

    @Test func aFailedUpdateLeavesEverythingAndIsToldOf() throws {
        let town = try UpdatedTown()
        _ = try town.update()
        let before = try contents(of: town.output)
        let places = try String(contentsOfFile: town.scratch.path("town/places.geojson"), encoding: .utf8)
        try town.scratch.write(String(places.dropLast(60)), to: "town/places.geojson")
        let outcome = try town.update(UpdatedTown.noon(2))
        #expect(outcome.kind == .failed && outcome.isNews && outcome.failure?.kind == .malformedData)
        #expect(outcome.findings.contains { $0.severity == .error } && outcome.lastGoodAt == UpdatedTown.noon(1))
        #expect(try contents(of: town.output) == before && town.runs() == 1)
        try town.scratch.write(places, to: "town/places.geojson")
        let repaired = try town.update(UpdatedTown.noon(3))
        #expect(repaired.kind == .unchanged && repaired.lastGoodAt == UpdatedTown.noon(1))
    }

    @Test func aHistoryThatCannotBeWrittenFailsBeforeTheWork() throws {
        var tiny = TinyTown()
        tiny.more = "history: \"/proc/verlauf.sqlite\"\n"
        let town = try UpdatedTown(tiny, history: false)
        let outcome = try town.update()
        #expect(outcome.kind == .failed && outcome.failure?.kind == .cannotCreate)
        #expect(outcome.findings.map(\.code).contains(.historyReadOnly))
        #expect(!FileManager.default.fileExists(atPath: town.output))
    }

    @Test func aTownWithoutHistoryIsUpdatedToo() throws {
        let town = try UpdatedTown(history: false)
        let first = try town.update()
        #expect(first.kind == .computed && first.run == nil && first.isFirstRun)
        try town.edit("population.geojson", #""all":200"#, #""all":300"#)
        let second = try town.update()
        #expect(second.kind == .computed && second.run == nil && !second.isFirstRun)
        #expect(try town.update().kind == .unchanged)
    }

    @Test func aFileThatWasCutOffIsFlagged() throws {
        var tiny = TinyTown()
        tiny.places += (1...30).map { TinyTown.place("P\($0)", "Ort \($0)", "shop", (10 * Double($0), 1500)) }
        let town = try UpdatedTown(tiny)
        #expect(try town.update().shrunkenInputs.isEmpty)
        let lines = try String(contentsOfFile: town.scratch.path("town/places.geojson"), encoding: .utf8)
            .split(separator: "\n")
        let kept = lines.prefix(4).joined(separator: "\n").dropLast() + "\n]}\n"
        try town.scratch.write(String(kept), to: "town/places.geojson")
        let outcome = try town.update()
        #expect(outcome.kind == .computed && outcome.isNews)
        #expect(outcome.shrunkenInputs.map(\.kind) == ["places"])
        #expect(outcome.shrunkenInputs.map(\.before) == [32] && outcome.shrunkenInputs.map(\.after) == [3])
        #expect(outcome.findings.contains { $0.code == .inputShrank })
        #expect(try town.update().shrunkenInputs.isEmpty)
    }

    @Test func whatEndsSoonAndWhatWaitsIsTold() throws {
        var tiny = TinyTown()
        tiny.places = [
            TinyTown.feature(
                "L", #","name":"Bücherei","category":"library","bis":"2025-06-30""#, "Point",
                TinyTown.point((450, 1550))),
            TinyTown.feature(
                "S", #","name":"Markt","category":"shop","bis":"2025-08-01""#, "Point", TinyTown.point((1550, 1050))),
        ]
        tiny.moreLayers =
            "  - { kind: participation, file: b.csv, columns: { id: id, date: datum, quarter: quartier, "
            + "answered_on: antwort, result: ergebnis, office: amt } }\n"
        let town = try UpdatedTown(tiny)
        try town.edit("quartier.yaml", "category: category }", "category: category, funded_until: bis }")
        try town.scratch.write(
            "id;datum;quartier;antwort;ergebnis;amt\n1;2024-05-01;West;2024-06-01;Bank;Bauamt\n2;2024-05-02;West;;Licht;Bauamt\n",
            to: "town/b.csv")
        let first = try town.update()
        #expect(first.fundingEnds.map(\.name) == ["Bücherei"] && first.fundingEnds.map(\.isPlace) == [true])
        #expect(first.unanswered.map(\.id) == ["2"] && first.unanswered.map(\.quarter) == ["West"])
        // Nothing is computed, but the months go on: in February the market's end is near; in July the library's is past.
        let later = try town.update(UpdatedTown.noon(40))
        #expect(later.kind == .unchanged && later.fundingEnds.map(\.name) == ["Bücherei", "Markt"])
        #expect(later.unanswered == first.unanswered)
        #expect(try town.update(UpdatedTown.noon(190)).fundingEnds.map(\.name) == ["Markt"])
        #expect(UpdateText.text(later, .german).contains("Markt"))
    }

    @Test func onlyOneUpdateRunsAtATime() throws {
        let town = try UpdatedTown()
        _ = try town.update()
        let path = town.scratch.path("town/aktualisierung/sperre")
        do {
            let lock = try UpdateLock(path, startedAt: 0)
            let refused = #expect(throws: Failure.self) { try town.update() }
            #expect(refused?.kind == .temporary && refused?.kind.rawValue == 75)
            let holder = refused?.diagnostics.first?.description(.english) ?? ""
            #expect(holder.contains("\(getpid())") && holder.contains("1970-01-01"))
            withExtendedLifetime(lock) {}
        }
        #expect(try town.update().kind == .unchanged)
    }

    @Test func leftoversOfKilledUpdatesAreCleanedUp() throws {
        let town = try UpdatedTown()
        _ = try town.update()
        let before = try contents(of: town.output)
        // A number that no process has: the largest there can be is 4 194 304.
        for name in [".ergebnis.unfinished-9999999/internal/x", "aktualisierung/stand.json.9999999.part"] {
            try town.scratch.write("halb", to: "town/\(name)")
        }
        for name in [".ergebnis.unfinished-1/eines-anderen", "aktualisierung/brief.part"] {
            try town.scratch.write("ganz", to: "town/\(name)")
        }
        let outcome = try town.update()
        #expect(outcome.kind == .unchanged && outcome.findings.map(\.code) == [.updateLeftovers])
        let names = try contents(of: town.scratch.path("town")).keys
        #expect(!names.contains { $0.contains("9999999") })
        #expect(names.contains(".ergebnis.unfinished-1/eines-anderen") && names.contains("aktualisierung/brief.part"))

        // Killed between two renames, where folders cannot change places: the old output comes back.
        try FileManager.default.moveItem(
            atPath: town.output, toPath: town.scratch.path("town/.ergebnis.unfinished-9999999.old"))
        #expect(try town.update().kind == .unchanged)
        #expect(try contents(of: town.output) == before)
    }

    @Test func aStateOfAnotherProjectOrADamagedOneIsNotTaken() throws {
        let town = try UpdatedTown()
        _ = try town.update()
        let state = try String(contentsOfFile: town.state, encoding: .utf8)
        for damaged in [
            "", "{}", String(state.dropLast(40)), state.replacing("\"format\" : 1", with: "\"format\" : 2"),
        ] {
            try town.scratch.write(damaged, to: "town/aktualisierung/stand.json")
            let outcome = try town.update()
            #expect(outcome.kind == .computed && outcome.run?.isNew == false)
            #expect(outcome.findings.contains { $0.code == .updateStateUnreadable })
        }
        let other = town.scratch.path("town/andere.yaml")
        try FileManager.default.copyItem(atPath: town.project, toPath: other)
        let refused = #expect(throws: Failure.self) {
            try Update.run(project: other, options: UpdateOptions(now: 0))
        }
        #expect(refused?.kind == .usage && refused?.diagnostics.first?.code == .updateFolderTaken)
    }

    @Test(arguments: [
        "  folder: \"ergebnis/aktualisierung\"\n", "  output: \".\"\n", "  output: \"./aktualisierung/\"\n",
    ]) func whatMustStayDoesNotLieInTheOutput(_ keys: String) throws {
        let town = try UpdatedTown(keys: keys)
        let before = try contents(of: town.scratch.path("town"))
        let refused = #expect(throws: Failure.self) { try town.update() }
        #expect(refused?.kind == .malformedData && refused?.diagnostics.first?.code == .valueInvalid)
        #expect(refused?.description(.german).contains("⟨") == false)
        #expect(try contents(of: town.scratch.path("town")) == before)
    }

    @Test func outputsOfOthersAreNeverReplaced() throws {
        let town = try UpdatedTown()
        try town.scratch.write("Brief", to: "town/ergebnis/brief.txt")
        let outcome = try town.update()
        #expect(outcome.kind == .failed && outcome.failure?.diagnostics.first?.code == .outputNotOurs)
        #expect(try contents(of: town.output).keys.sorted() == ["brief.txt"])
    }
}
