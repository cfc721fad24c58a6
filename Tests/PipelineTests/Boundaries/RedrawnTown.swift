import Foundation
import History
import Indicators
import TestSupport
import Wording

@testable import Pipeline

/// A town whose quarters were divided anew between two dates, with people at points:
///
///     y 2000 ┌─────────────┬──────┐        ┌─────────┬──────────┐
///            │  W  60 + 40 │ E 50 │   →    │  W  60  │ E 40 + 50│     the 40 live between x 700 and x 1 000
///     y 1000 ├─────────────┴──────┤        ├─────────┴──────────┤
///            │        S 200       │        │         T          │     under another id
///     y    0 └────────────────────┘        └────────────────────┘
///            x 0          1000   1500     x 0      700        1500
struct RedrawnTown {
    let scratch: Scratch
    /// How many times as many people live everywhere.
    private let times: Int

    init(times: Int = 1) throws {
        scratch = try Scratch()
        self.times = times
    }

    /// The town of one date.
    ///
    /// - Parameters:
    ///   - isRedrawn: whether the quarters are the later ones.
    ///   - lines: further lines of the project file.
    func write(_ period: String, isRedrawn: Bool, lines: String = "") throws -> String {
        var town = TinyTown()
        town.focusAreas = []
        let border = isRedrawn ? 700.0 : 1_000
        town.quarters = [
            TinyTown.area("W", "West", box: (0, 1_000, border, 2_000)),
            TinyTown.area("E", "East", box: (border, 1_000, 1_500, 2_000)),
            TinyTown.area(isRedrawn ? "T" : "S", "South", box: (0, 0, 1_500, 1_000)),
        ]
        town.population = [
            TinyTown.residents("w", (300, 1_500), all: 60 * times, foreign: 12 * times),
            TinyTown.residents("m", (850, 1_500), all: 40 * times, foreign: 30 * times),
            TinyTown.residents("e", (1_300, 1_500), all: 50 * times, foreign: 5 * times),
            TinyTown.residents("s", (600, 500), all: 200 * times, foreign: 20 * times),
        ]
        // Only those in the middle reach the library within 300 m.
        town.places = [TinyTown.place("L", "Bücherei", "library", (900, 1_500))]
        town.more = "history: \"verlauf.sqlite\"\n" + lines
        let path = try town.write(to: scratch, folder: "town")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return try scratch.write(
            text.replacing("period: \"2024\"", with: "period: \"\(period)\""), to: "town/quartier.yaml")
    }

    /// Computes and records a date.
    @discardableResult
    func run(_ period: String, isRedrawn: Bool, lines: String = "") throws -> RunSummary {
        let project = try write(period, isRedrawn: isRedrawn, lines: lines)
        return try Run.run(
            project: project,
            options: RunOptions(output: scratch.path("town/" + period), language: .german, recordedAt: 1_000))
    }

    func store() throws -> HistoryStore { try HistoryStore.openReadOnly(scratch.path("town/verlauf.sqlite")) }
}
