import Testing
import Town

@testable import Pipeline

/// Counts of several years, from the tables of quarters.
@Suite struct QuarterSeriesTests {
    private static let young = #"{ id: "young", column: "Junge", name: { de: "Junge Menschen" } }"#
    private static let years = """
        id;Jahr;Gruppe;Zahl
        W;2020;Einwohner;90
        W;2020;Junge;20
        W;2022;Einwohner;100
        W;2022;Junge;·
        W;2024;Einwohner;200
        W;2024;Junge;30
        E;2020;Einwohner;50
        E;2020;Junge;-4
        E;2022;Einwohner;60
        E;2024;Einwohner;0
        E;2024;Junge;0
        W;2025;Einwohner;7

        """
    private static let layer =
        "{ kind: quarter_table, file: register.csv, columns: { id: id, year: Jahr, group: Gruppe, value: Zahl } }"

    private static func series(
        group: String = young, register: String = years, more: [String: String] = [:], layers: [String] = []
    ) throws -> QuarterSeries? {
        var town = PeopleTown()
        town.files = more
        town.files["register.csv"] = register
        town.layers = layers + [layer]
        town.groups.append(group)
        return try town.assemble().study.quarterSeries
    }

    private func counts(_ series: QuarterSeries, _ group: Int) -> [[Double?]] {
        series.years.map { year in (0..<2).map { series.count(year: year, group: group, quarter: $0) } }
    }

    @Test func allYearsUpToThatOfTheStudyAreCarried() throws {
        let series = try #require(try Self.series())
        #expect(series.years == [2020, 2022, 2024])
        #expect(counts(series, 0) == [[90, 50], [100, 60], [200, 0]])
        // Neither a sign in place of a number nor a number below 0 is a count; nobody is one.
        #expect(counts(series, 1) == [[20, nil], [nil, nil], [30, 0]])
        #expect(series.years(ofGroups: [0, 1]) == [2020, 2024])
        #expect(series.count(year: 2024, group: 2, quarter: 0) == nil)
        #expect(series.count(year: 2025, group: 0, quarter: 0) == nil)
    }

    @Test func sharesAreOfTheResidentsOfTheirYear() throws {
        let group = #"{ id: "young", share: "Junge", name: { de: "Junge Menschen" } }"#
        let series = try #require(try Self.series(group: group))
        #expect(counts(series, 1) == [[18, nil], [nil, nil], [60, 0]])
    }

    @Test func oneYearIsNoSeries() throws {
        let one = Self.years.split(separator: "\n").filter { $0.hasPrefix("id") || $0.contains(";2024;") }
        #expect(try Self.series(register: one.joined(separator: "\n") + "\n") == nil)
    }

    @Test func groupsOfTwoTablesAreInOneSeries() throws {
        let other = "id;Jahr;Gruppe;Zahl\nW;2023;Junge;25\nE;2023;Junge;5\nW;2024;Junge;26\nE;2024;Junge;6\n"
        let layer =
            "{ kind: quarter_table, file: young.csv, columns: { id: id, year: Jahr, group: Gruppe, value: Zahl } }"
        let series = try #require(try Self.series(more: ["young.csv": other], layers: [layer]))
        #expect(series.years == [2020, 2022, 2023, 2024])
        // The first table that knows a group says it.
        #expect(counts(series, 1) == [[nil, nil], [nil, nil], [25, 5], [26, 6]])
        #expect(series.years(ofGroups: [0, 1]) == [2024])
    }
}
