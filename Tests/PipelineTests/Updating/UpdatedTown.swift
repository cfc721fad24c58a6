import Features
import Foundation
import History
import TestSupport

@testable import Pipeline

/// A tiny town whose results are kept up to date, in a folder of its own.
struct UpdatedTown {
    let scratch: Scratch
    let project: String

    /// - Parameter keys: further lines of the section `update`, indented by two.
    init(_ town: TinyTown = TinyTown(), keys: String = "  schedule: \"*-*-* 03:00\"\n", history: Bool = true) throws {
        scratch = try Scratch()
        var town = town
        if history { town.more += "history: \"verlauf.sqlite\"\n" }
        town.more += "update:\n" + keys
        project = try town.write(to: scratch)
    }

    /// Noon of a day of January 2025 in UTC.
    static func noon(_ day: Int) -> Int { 1_735_732_800 + (day - 1) * 86_400 }

    func update(_ now: Int = noon(1)) throws -> UpdateOutcome {
        try Update.run(project: project, options: UpdateOptions(now: now))
    }

    var output: String { scratch.path("town/ergebnis") }
    var state: String { scratch.path("town/aktualisierung/stand.json") }

    func runs() throws -> Int { try HistoryStore.openReadOnly(scratch.path("town/verlauf.sqlite")).runs().count }

    /// Replaces a piece of a file.
    func edit(_ name: String, _ piece: String, _ other: String) throws {
        let path = scratch.path("town/\(name)")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard text.contains(piece) else { throw Missing(piece: piece) }
        try scratch.write(text.replacing(piece, with: other), to: "town/\(name)")
    }
    struct Missing: Error { var piece: String }
}
