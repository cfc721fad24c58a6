import Testing
import Town

@testable import Pipeline

/// Shares of two years for status and dynamics, from the tables of quarters.
@Suite struct StatusFiguresTests {
    private static let benefits =
        #"{ id: "benefits", column: "Leistungen", status: true, name: { de: "Menschen mit Sozialleistungen" } }"#
    private static let years = """
        id;Jahr;Gruppe;Zahl
        W;2020;Einwohner;90
        W;2022;Einwohner;100
        W;2024;Einwohner;200
        W;2022;Leistungen;10
        W;2024;Leistungen;30
        E;2022;Einwohner;50
        E;2024;Einwohner;50
        E;2024;Leistungen;5

        """
    private static let layer =
        "{ kind: quarter_table, file: register.csv, columns: { id: id, year: Jahr, group: Gruppe, value: Zahl } }"

    private static func town(_ group: String = benefits, register: String = years) -> PeopleTown {
        var town = PeopleTown()
        town.files["register.csv"] = register
        town.layers = [layer]
        town.groups.append(group)
        return town
    }

    @Test func sharesOfTheYearAndTheOneBefore() throws {
        let figures = try #require(try Self.town().assemble().study.statusFigures)
        #expect(figures.year == 2024 && figures.earlierYear == 2022)
        #expect(figures.residents == [200, 50])
        #expect(
            figures.kinds == [StatusFigures.Kind(id: "benefits", shares: [0.15, 0.1], earlierShares: [0.1, nil])])
    }

    @Test func onlyWhatTheProjectNames() throws {
        let plain = Self.benefits.replacing(", status: true", with: "")
        #expect(try Self.town(plain).assemble().study.statusFigures == nil)
    }

    @Test func oneYearIsNotTwo() throws {
        let one = Self.years.split(separator: "\n").filter { $0.hasPrefix("id") || $0.contains(";2024;") }
        let town = Self.town(register: one.joined(separator: "\n") + "\n")
        #expect(try town.assemble().study.statusFigures == nil)
    }

    @Test func sharesInPercentAreShares() throws {
        let town = Self.town(
            #"{ id: "benefits", share: "Leistungen", status: true, name: { de: "Menschen mit Sozialleistungen" } }"#)
        let figures = try #require(try town.assemble().study.statusFigures)
        #expect(figures.kinds[0].shares == [0.3, 0.05] && figures.kinds[0].earlierShares == [0.1, nil])
    }
}
