import History
import Testing

@testable import Pipeline

/// Which changes of figures are told of, and which are noise.
@Suite struct HeadlineChangesTests {
    private func figure(
        _ value: Double?, _ bounds: ClosedRange<Double>? = nil, unit: String = "share", level: String = "town",
        group: String = "all", version: Int = 1
    ) -> HistoryRun.Figure {
        HistoryRun.Figure(
            area: .init(level: level, id: "", name: ""),
            measure: .init(indicator: "coverage_share", methodVersion: version, unit: unit, group: group),
            status: value == nil ? "no_data" : "valid", value: value, lower: bounds?.lowerBound,
            upper: bounds?.upperBound)
    }

    private func changes(
        _ before: HistoryRun.Figure, _ after: HistoryRun.Figure, tolerance: Double = 1
    ) -> HeadlineChanges {
        func run(_ figure: HistoryRun.Figure) -> HistoryRun {
            HistoryRun(period: "2024", recordedAt: 0, town: "A", figures: [figure])
        }
        return HeadlineChanges(from: run(before), to: run(after), tolerance: tolerance)
    }

    @Test func sharesAreComparedInPointsAndOthersInParts() {
        #expect(changes(figure(0.50), figure(0.51)).changes.isEmpty)
        #expect(changes(figure(0.50), figure(0.511)).changes.map(\.after) == [0.511])
        #expect(changes(figure(1_000, unit: "persons"), figure(1_010, unit: "persons")).changes.isEmpty)
        let more = changes(figure(1_000, unit: "persons"), figure(989, unit: "persons")).changes
        #expect(more.map(\.difference) == [-11])
        #expect(changes(figure(0.50), figure(0.52), tolerance: 2).changes.isEmpty)
        // From nothing to something is a change in whatever part.
        #expect(changes(figure(0, unit: "places"), figure(1, unit: "places")).changes.count == 1)
    }

    @Test func whatLiesWithinTheBoundsIsNoise() {
        #expect(changes(figure(0.50, 0.40...0.60), figure(0.55)).changes.isEmpty)
        #expect(changes(figure(0.50), figure(0.55, 0.49...0.61)).changes.isEmpty)
        #expect(changes(figure(0.50, 0.48...0.52), figure(0.55, 0.53...0.57)).changes.count == 1)
        // Bounds of no width say nothing.
        #expect(changes(figure(0.50, 0.50...0.50), figure(0.55)).changes.count == 1)
    }

    @Test func onlyTheTownAsAWholeMakesHeadlines() {
        #expect(changes(figure(0.5, level: "quarter"), figure(0.9, level: "quarter")).changes.isEmpty)
        #expect(changes(figure(0.5, group: "foreign"), figure(0.9, group: "foreign")).changes.isEmpty)
        #expect(changes(figure(0.5, group: ""), figure(0.9, group: "")).changes.count == 1)
    }

    @Test func anotherMethodIsNoChangeButTold() {
        let other = changes(figure(0.5), figure(0.9, version: 2))
        #expect(other.changes.isEmpty && other.newMethods == ["coverage_share"])
        #expect(changes(figure(0.5), figure(900, unit: "m")).newMethods == ["coverage_share"])
        #expect(changes(figure(nil), figure(0.9)).changes.isEmpty)
    }
}
