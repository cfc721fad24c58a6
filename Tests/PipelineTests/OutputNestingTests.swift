import Features
import Foundation
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// An output is replaced as a whole: what must last must not lie in it.
@Suite struct OutputNestingTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test(arguments: [
        ("aus/verlauf.sqlite", "aus"), ("aus/tief/verlauf.sqlite", "aus/"), ("./aus/../aus/verlauf.sqlite", "./aus"),
        ("link/verlauf.sqlite", "aus"), ("aus/verlauf.sqlite", "link"),
    ]) func aRunRefusesAnOutputThatHoldsTheHistory(_ history: String, _ output: String) throws {
        try scratch.write("", to: "town/aus/x")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("town/link"), withDestinationPath: scratch.path("town/aus"))
        try FileManager.default.removeItem(atPath: scratch.path("town/aus/x"))
        var town = TinyTown()
        town.more += "history: \"\(history)\"\n"
        let project = try town.write(to: scratch)
        let before = try FileManager.default.subpathsOfDirectory(atPath: scratch.path("town")).sorted()
        let failure = #expect(throws: Failure.self) {
            try Run.run(
                project: project,
                options: RunOptions(output: scratch.path("town/" + output), overwrite: true, recordedAt: 0))
        }
        #expect(failure?.kind == .malformedData && failure?.diagnostics.map(\.code) == [.valueInvalid])
        let message = try #require(failure?.diagnostics.first).message(.english)
        #expect(message.contains("history") && message.contains("replaced"))
        #expect(try FileManager.default.subpathsOfDirectory(atPath: scratch.path("town")).sorted() == before)
    }

    @Test func besideItIsWhereItBelongs() throws {
        var town = TinyTown()
        town.more += "history: \"aus-verlauf.sqlite\"\n"
        let project = try town.write(to: scratch)
        let summary = try Run.run(
            project: project, options: RunOptions(output: scratch.path("town/aus"), recordedAt: 0))
        #expect(summary.recorded?.number == 1)
    }
}
