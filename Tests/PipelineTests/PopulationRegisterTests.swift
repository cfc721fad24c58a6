import Features
import Overlay
import TestSupport
import Testing
import Town

@testable import Pipeline

/// Figures of registers for each quarter.
@Suite struct PopulationRegisterTests {
    private static let foreign = #"{ id: "foreign", column: "Auslaender", name: { de: "Ausländische" } }"#
    private static let table = "{ kind: quarter_table, file: register.csv, columns: { id: id } }"

    private static func town(_ register: String, layer: String = table) -> PeopleTown {
        var town = PeopleTown()
        town.files["register.csv"] = register
        town.layers = [layer]
        town.groups.append(foreign)
        return town
    }

    /// The masks that say where people live: files and entries.
    private static let masks: [String: (file: String, text: String, layer: String)] = [
        "nothing": ("unused.txt", "", ""),
        "buildings": (
            "homes.geojson",
            PeopleTown.collection([
                PeopleTown.box("a", [10, 10, 60, 60], more: #","floors":2"#),
                PeopleTown.box("b", [1500, 500, 1650, 530]),
            ]),
            #"{ kind: buildings, file: homes.geojson, crs: "EPSG:3035", columns: { floors: floors } }"#
        ),
        "residential_land": (
            "land.geojson", PeopleTown.collection([PeopleTown.box("a", [700, 0, 1300, 400])]),
            #"{ kind: residential_land, file: land.geojson, crs: "EPSG:3035" }"#
        ),
        "census": (
            "census.csv",
            PeopleTown.header2022 + "Einwohner\n" + PeopleTown.cell(3, 3, "90") + PeopleTown.cell(9, 2, "10")
                + PeopleTown.cell(15, 5, "7"), "{ kind: population, file: census.csv }"
        ),
    ]

    @Test(
        arguments: ["areal", "dasymetric", "pycnophylactic"], ["nothing", "buildings", "residential_land", "census"])
    func everyMethodGivesExactlyTheFigures(method: String, mask: String) throws {
        let known = try #require(Self.masks[mask])
        var town = Self.town("id;Einwohner;Auslaender\nW;173;21\nE;219;8\n")
        town.files[known.file] = known.text
        if !known.layer.isEmpty { town.layers.append(known.layer) }
        town.more = "population: { spreading: \(method) }\n"
        let assembly = try town.assemble()
        #expect(try agree(assembly.people(0), 173) && agree(assembly.people(1), 219))
        #expect(try agree(assembly.people(0, group: 1), 21) && agree(assembly.people(1, group: 1), 8))
        #expect(try assembly.interval(0) == nil && assembly.interval(1, group: 1) == nil)
        #expect(assembly.study.overlay.residentsOutside.allSatisfy { agree($0, 0) })
        #expect(assembly.disaggregations.map(\.subject) == ["all", "foreign"])
        let used = method == "dasymetric" ? mask : "nothing"
        // The census knows all residents only.
        #expect(assembly.disaggregations.map(\.mask) == [used, used == "census" ? "census_all_residents" : used])
        #expect(assembly.disaggregations.allSatisfy { $0.dividedByArea.isEmpty && $0.dividedOtherwise.isEmpty })
        #expect(
            assembly.disaggregations.allSatisfy {
                $0.record.method.rawValue == (used == "nothing" && method == "dasymetric" ? "areal" : method)
            })
        #expect(!assembly.has(.spreadByArea) && !assembly.has(.countUnplaced))
    }

    @Test func censusSaysOnlyWhereTheCountedLive() throws {
        let known = try #require(Self.masks["census"])
        var town = Self.town("id;Einwohner\nW;173\nE;219\n")
        town.groups = [town.groups[0]]
        town.files[known.file] = known.text
        town.layers.append(known.layer)
        let table = try #require(try town.assemble().study.population)
        // West: 90 of 95 people of the census live in the fourth cell, the others in half a cell at the border.
        let sorted = table.counts[0].filter { $0 > 1e-9 }.sorted()
        let expected = [173 * 5.0 / 95, 219 * 5.0 / 12, 219 * 7.0 / 12, 173 * 90.0 / 95]
        #expect(sorted.count == expected.count)
        for (value, other) in zip(sorted, expected.sorted()) { #expect(agree(value, other)) }
    }

    @Test func quartersWithoutMaskAreDividedByAreaAndNamed() throws {
        var town = Self.town("id;Einwohner;Auslaender\nW;173;21\nE;219;0\n")
        town.files["homes.geojson"] = PeopleTown.collection([PeopleTown.box("a", [10, 10, 60, 60])])
        town.layers.append(#"{ kind: buildings, file: homes.geojson, crs: "EPSG:3035" }"#)
        let assembly = try town.assemble()
        // Nobody of the group lives in East, so nothing of it is divided.
        #expect(assembly.disaggregations.map(\.dividedByArea) == [["Quartier E"], []])
        let findings = assembly.findings.filter { $0.code == .spreadByArea }
        #expect(findings.map(\.arguments) == [["subject": "all", "count": "1", "names": "Quartier E"]])
        #expect(findings[0].location?.file.hasSuffix("register.csv") == true && findings[0].severity == .note)
        #expect(agree(try assembly.people(1), 219))
    }

    @Test func aQuarterTooSmallForASquareIsReported() throws {
        var town = Self.town("id;Einwohner;Auslaender\nW;173;21\nE;219;8\nS;5;1\n")
        town.quarters.append(("S", [2000, 0, 2000.05, 0.05]))
        let assembly = try town.assemble()
        let findings = assembly.findings.filter { $0.code == .countUnplaced }
        #expect(findings.map { $0.arguments["names"] } == ["Quartier S", "Quartier S"])
        #expect(assembly.disaggregations.map(\.record.unplacedTotals) == [[5], [1]])
    }

    @Test(arguments: ["areal", "dasymetric", "pycnophylactic"])
    func missingFiguresAreRanges(method: String) throws {
        var town = Self.town("id;Einwohner;Auslaender\nW;173;x\nE;219;8\n")
        town.more = "population: { spreading: \(method) }\n"
        let assembly = try town.assemble()
        #expect(agree(try assembly.people(0, group: 1), 0))
        let west = try #require(try assembly.interval(0, group: 1))
        // Nobody or everybody; the quarter that was counted stays exact.
        #expect(west.lower == 0 && agree(west.upper, 173))
        #expect(try assembly.interval(1, group: 1) == nil)
        #expect(try assembly.interval(0) == nil)
    }

    @Test func longTablesGiveTheYearOfThePeriod() throws {
        let assembly = try Self.town(
            """
            id;Jahr;Gruppe;Anzahl
            W;2023;Einwohner;170
            W;2024;Einwohner;173
            W;2024;Auslaender;21
            E;2024;Einwohner;219
            E;2024;Auslaender;8
            E;2025;Auslaender;99

            """,
            layer: "{ kind: quarter_table, file: register.csv, "
                + "columns: { id: id, year: Jahr, group: Gruppe, value: Anzahl } }"
        ).assemble()
        #expect(try agree(assembly.people(0), 173) && agree(assembly.people(1), 219))
        #expect(try agree(assembly.people(0, group: 1), 21) && agree(assembly.people(1, group: 1), 8))
        #expect(!assembly.has(.otherYear))
    }

    @Test func columnsPerYearGiveTheLastYearBefore() throws {
        let assembly = try Self.town(
            "id;Einwohner 2021;Einwohner 2023;Auslaender 2023\nW;150;173;21\nE;200;219;8\n"
        ).assemble()
        #expect(try agree(assembly.people(0), 173) && agree(assembly.people(1, group: 1), 8))
        let finding = try #require(assembly.findings.first { $0.code == .otherYear })
        #expect(finding.arguments == ["year": "2023", "wanted": "2024"])
        var plain = Self.town("id;2022;2024\nW;150;173\nE;200;219\n")
        plain.groups = [plain.groups[0]]
        #expect(agree(try plain.assemble().people(1), 219))
    }

    @Test func sharesOfARegisterNeedWhatTheyAreSharesOf() throws {
        var town = Self.town("id;Einwohner;Anteil\nW;200;12,5\nE;x;10,0\n")
        town.groups[1] = #"{ id: "foreign", share: "Anteil", name: { de: "Ausländische" } }"#
        let assembly = try town.assemble()
        #expect(agree(try assembly.people(0, group: 1), 25))
        // A tenth of nobody knows how many is not ten people.
        #expect(agree(try assembly.people(1, group: 1), 0))
        #expect(try #require(try assembly.interval(1, group: 1)).upper == .infinity)
        town.files["register.csv"] = "id;Anteil\nW;12,5\nE;10,0\n"
        #expect(try town.assemble().study.population.map { $0.counts[1].allSatisfy { $0 == 0 } } ?? true)
    }

    @Test func theRegisterWinsAndTheCensusAddsOtherGroups() throws {
        var town = PopulationCensusTests.shares()
        town.files["register.csv"] = "id;Einwohner\nW;170\nE;230\n"
        for layers in [[Self.table] + town.layers, town.layers + [Self.table]] {
            town.layers = layers
            let assembly = try town.assemble()
            #expect(try agree(assembly.people(0), 170) && agree(assembly.people(1), 230))
            #expect(try assembly.interval(0) == nil)
            // Groups that the register does not know come from the census, with its noise.
            #expect(agree(try assembly.people(1, group: 1), 61))
            #expect(try #require(try assembly.interval(1, group: 1)).upper > 61)
            #expect(assembly.disaggregations.map(\.subject) == ["all"])
            #expect(assembly.noise != nil)
        }
    }
}
