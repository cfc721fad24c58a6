import Foundation
import Pipeline
import TestSupport
import Testing

/// The indicators of the tiny town, byte for byte. After a wanted change: `QUARTIER_UPDATE_GOLDEN=1 swift test
/// --filter PipelineTests.GoldenTests`, then look at the difference.
@Suite struct GoldenTests {
    private static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    private func indicators(_ edition: String) throws -> (path: String, scratch: Scratch) {
        let scratch = try Scratch()
        _ = try Run.run(project: TinyTown().write(to: scratch), options: RunOptions(output: scratch.path("out")))
        return (scratch.path("out/\(edition == "public" ? "draft" : edition)/indicators.csv"), scratch)
    }

    @Test(arguments: ["internal", "public"]) func indicatorsAreAsBefore(_ edition: String) throws {
        let (path, scratch) = try indicators(edition)
        defer { withExtendedLifetime(scratch) {} }
        let now = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        let file = GoldenTests.golden.appending(path: "tiny-\(edition).csv")
        if ProcessInfo.processInfo.environment["QUARTIER_UPDATE_GOLDEN"] == "1" {
            try Data(now.utf8).write(to: file)
        }
        let before = try String(contentsOf: file, encoding: .utf8)
        let difference = zip(now.split(separator: "\n"), before.split(separator: "\n")).first { $0 != $1 }
        #expect(now == before, "\(difference.map { "\($0)" } ?? "length")")
    }

    /// The same figures worked out by hand, so that the golden file is not only what we once wrote.
    @Test func figuresAreThoseWorkedOutByHand() throws {
        let (path, scratch) = try indicators("internal")
        defer { withExtendedLifetime(scratch) {} }
        let rows = try IndicatorRows(path)
        #expect(try rows.residents("town", "01999001") == 390)
        #expect(try rows.residents("quarter", "W") == 170)
        #expect(try rows.residents("quarter", "E") == 220)
        #expect(try rows.residents("focus_area", "F") == 40)
        let share = ["indicator": "group_share", "group": "foreign"]
        let quotient = ["indicator": "location_quotient", "group": "foreign"]
        let (west, town) = (24.0 / 170, 38.0 / 390)
        #expect(abs(try rows.value(share.merging(["area_id": "W"]) { $1 }) - west) < 1e-6)
        #expect(abs(try rows.value(quotient.merging(["area_id": "W"]) { $1 }) - west / town) < 1e-6)
        #expect(try rows.places("quarter", "W", "library") == 1)
        #expect(try rows.places("quarter", "E", "library") == 0)
        #expect(try rows.places("focus_area", "F", "library") == 0)

        // From the middles of the cells to the library at (450, 1550): c1 0 m, c4 √(550² + 300²) = 626 m, c2
        // √(400² + 500²) = 640 m, c3 1100 m. The first three hold 190 of 390 people, less than half.
        let library = ["category": "library", "group": "all", "level": "town"]
        let nearest = library.merging(["indicator": "nearest_distance"]) { $1 }
        #expect(try rows.value(nearest) == 1100)
        let within = library.merging(["indicator": "coverage_share", "parameters": "measure=straight_line;metres=1000"])
        {
            $1
        }
        #expect(abs(try rows.value(within) - 190.0 / 390) < 1e-6)
        // Areas without a weight on the cell: 150 of 170 in West lie within 1000 m wholly, the cut cell, too.
        let west1000 = within.merging(["level": "quarter", "area_id": "W"]) { $1 }
        #expect(abs(try rows.value(west1000) - 1) < 1e-6)
    }
}
