import Disclosure
import Indicators
import Overlay
import Planar
import TestSupport
import Testing
import Town
import Wording

@testable import Reports

/// Values of the last release on the land of today's quarters.
@Suite struct EarlierLandTests {
    /// The second quarter of the town took land of the first; the others are as they were.
    private static func boundaries(_ ids: [String], gapless: Bool = true) throws -> ReleasedBoundaries {
        let rest = try ids.indices.dropFirst(2).map {
            try rectangle(0, Double($0) * 1_000, 500, Double($0) * 1_000 + 500)
        }
        let overlay = try BoundaryOverlay(
            old: [rectangle(0, 0, 1_000, 500), rectangle(1_000, 0, 1_500, 500)] + rest,
            new: [rectangle(0, 0, 700, 500), rectangle(700, 0, gapless ? 1_500 : 1_700, 500)] + rest)
        return ReleasedBoundaries(
            period: "2022",
            conversion: BoundaryConversion(
                BoundaryTransfer(overlay, weights: overlay.areaWeights, basis: .area), oldIDs: ids, newIDs: ids))
    }

    /// A release that says the same share of everything, of a hundred people in each quarter.
    private static func input(
        _ share: Double?, _ edit: (ReleasedValue) -> ReleasedValue? = { $0 }
    ) throws -> UnprotectedInput {
        var input = try CouncilTown.town(.german, .internal).input()
        input.released = input.indicators.values.compactMap { value in
            guard value.unit == "share", value.level <= .quarter else { return nil }
            return edit(
                ReleasedValue(
                    period: "2022", key: value.key, value: share, status: share == nil ? .suppressed : .valid,
                    methodVersion: value.methodVersion, n: 100))
        }
        return input
    }

    private static func page(_ input: UnprotectedInput, _ index: Int) throws -> (text: String, rows: [[String]]) {
        let text = try #require(ReportSet.render(input).first { $0.path == "quarter-0\(index).html" }).text
        let rows = try MarkupReader.read(text).withID("table-change")?.named("tbody").first?.named("tr").map {
            $0.children.map(\.wholeText)
        }
        return (text, rows ?? [])
    }

    @Test func sharesAreConvertedAndMarked() throws {
        var input = try Self.input(0.5)
        input.releasedBoundaries = try Self.boundaries(input.study.quarters.ids)
        let (text, rows) = try Self.page(input, 2)
        let near = try #require(rows.first { $0[0].contains("Anteil mit einem Treffpunkt") })
        // Of the first quarter's hundred people any may live in the strip, with a place near or without.
        #expect(near[1].contains("50\u{202F}%") && near[1].contains("33\u{202F}%–67\u{202F}%"), "\(near)")
        #expect(near[1].contains("umgerechnet auf heutige Grenzen"))
        #expect(text.contains("gewichtet nach der Fläche"))
        let context = try ReportContext(input)
        let value = try #require(
            input.indicators.values.first {
                $0.level == .quarter && $0.areaID == input.study.quarters.ids[1] && $0.unit == "share"
                    && $0.number != nil
                    && $0.indicator == "coverage_share"
            })
        #expect(context.earlierLand(value) == .converted)
        #expect(context.lastValueText(value).contains("umgerechnet auf heutige Grenzen; "))
        #expect(context.earlier(value)?.n.map { isClose($0, 130) } == true)
        // What did not change is as it was.
        let other = try Self.page(input, 3).text
        #expect(!other.contains("umgerechnet"))
    }

    @Test func whereLandIsNewNothingIsCompared() throws {
        var input = try Self.input(0.5)
        input.releasedBoundaries = try Self.boundaries(input.study.quarters.ids, gapless: false)
        let (text, rows) = try Self.page(input, 2)
        #expect(!rows.isEmpty)
        for row in rows { #expect(row[1] == "andere Grenzen" && row[3] == "Grenzen geändert, nicht vergleichbar") }
        #expect(text.contains("haben sich seit dem letzten Bericht ("))
        // Numbers of the other land are not drawn.
        #expect(!text.contains("chart-change-title"))
    }

    @Test func aHiddenPartHidesTheWhole() throws {
        var input = try Self.input(0.5)
        let ids = input.study.quarters.ids
        input.released = input.released.map { value in
            var value = value
            if value.key.areaID == ids[0] { (value.value, value.status) = (nil, .suppressed) }
            return value
        }
        input.releasedBoundaries = try Self.boundaries(ids)
        // Figures that the release did not have are new, as they were.
        let rows = try Self.page(input, 2).rows.filter { $0[3] != "kein früherer Wert" }
        #expect(!rows.isEmpty)
        for row in rows { #expect(row[3] == "Grenzen geändert, nicht vergleichbar") }
    }

    @Test func whatNoReleaseHadIsNew() throws {
        var input = try Self.input(0.5) { $0.key.level == .town ? $0 : nil }
        input.releasedBoundaries = try Self.boundaries(input.study.quarters.ids)
        #expect(try Self.page(input, 2).text.contains("stehen diese Zahlen nicht"))
    }

    @Test func unknownBoundariesAreSaid() throws {
        var input = try Self.input(0.5)
        #expect(try !Self.page(input, 2).text.contains("liegt nicht vor"))
        input.releasedBoundaries = ReleasedBoundaries(period: "2022", conversion: nil)
        #expect(try Self.page(input, 2).text.contains("liegt nicht vor"))
        // Of another release nothing is known here.
        input.releasedBoundaries = ReleasedBoundaries(period: "2021", conversion: nil)
        #expect(try !Self.page(input, 2).text.contains("liegt nicht vor"))
    }

    @Test func theLastPeriodBeforeIsMeant() {
        #expect(ReleasePeriods.last(of: ["2020", "2022-06", "2024", "bald"], before: "2024") == "2022-06")
        #expect(ReleasePeriods.last(of: ["2024", "2025"], before: "2024") == nil)
        #expect(ReleasePeriods.last(of: [String](), before: "2024") == nil)
        #expect(ReleasePeriods.last(of: ["2020"], before: "demnächst") == nil)
    }
}
