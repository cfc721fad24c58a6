import Features
import Formats
import Foundation
import Overlay
import TestSupport
import Testing
import Town
import Wording

@testable import Pipeline

/// How figures of registers come to the places where people live: whole persons, quarters that overlap, masks that show
/// nobody.
@Suite struct PopulationSpreadingTests {
    private static let foreign = #"{ id: "foreign", column: "Auslaender", name: { de: "Ausländische" } }"#

    private static func town(_ register: String) -> PeopleTown {
        var town = PeopleTown()
        town.files["register.csv"] = register
        town.layers = ["{ kind: quarter_table, file: register.csv, columns: { id: id } }"]
        town.groups.append(foreign)
        return town
    }

    private static func record(_ town: PeopleTown) throws -> JSONValue {
        let scratch = try Scratch()
        _ = try Run.run(project: town.write(to: scratch), options: RunOptions(output: scratch.path("out")))
        let text = try String(contentsOf: URL(filePath: scratch.path("out/internal/run.json")), encoding: .utf8)
        return try #require(try JSONValue(parsing: text)["population"])
    }

    // MARK: - Whole persons

    @Test(arguments: ["areal", "dasymetric", "pycnophylactic"])
    func wholePersonsKeepEveryFigure(method: String) throws {
        var town = Self.town("id;Einwohner;Auslaender\nW;173;21\nE;219;8\n")
        town.files["census.csv"] =
            PeopleTown.header2022 + "Einwohner;Auslaender\n" + PeopleTown.cell(3, 3, "7;7")
            + PeopleTown.cell(4, 3, "90;3") + PeopleTown.cell(15, 5, "7;3")
        town.layers.append("{ kind: population, file: census.csv }")
        town.more = "population: { spreading: \(method), whole_numbers: true }\n"
        let assembly = try town.assemble()
        let table = try #require(assembly.study.population)
        for column in table.counts { #expect(column.allSatisfy { $0 == $0.rounded() }) }
        // Of nobody more of a group than there are.
        #expect(zip(table.counts[1], table.counts[0]).allSatisfy { $0 <= $1 })
        #expect(try assembly.people(0) == 173 && assembly.people(1) == 219)
        #expect(try assembly.people(0, group: 1) == 21 && assembly.people(1, group: 1) == 8)
        #expect(assembly.disaggregations.allSatisfy { $0.record.rounding == .wholePersons })
        let record = try Self.record(town)
        #expect(
            record["disaggregation"]?.elements?.map { $0["rounding"]?.string } == ["whole_persons", "whole_persons"])
        town.more = "population: { spreading: \(method) }\n"
        let fractions = try #require(try town.assemble().study.population)
        #expect(fractions.counts[0].contains { $0 != $0.rounded() })
    }

    @Test func largeCellsComeInWholePersons() throws {
        var town = PeopleTown()
        town.files["people.csv"] =
            "GITTER_ID_1km;x_mp_1km;y_mp_1km;Einwohner;Auslaender\n"
            + PeopleTown.cell(0, 0, "817;41", size: 1000) + PeopleTown.cell(1, 0, "303;7", size: 1000)
        town.layers = ["{ kind: population, file: people.csv }"]
        town.groups.append(Self.foreign)
        town.more = "population: { whole_numbers: true }\n"
        let table = try #require(try town.assemble().study.population)
        for (column, total) in zip(table.counts, [1_120.0, 48]) {
            #expect(column.allSatisfy { $0 == $0.rounded() } && column.reduce(0, +) == total)
        }
        #expect(zip(table.counts[1], table.counts[0]).allSatisfy { $0 <= $1 })
    }

    // MARK: - Overlapping quarters

    @Test(arguments: ["areal", "dasymetric", "pycnophylactic"], [false, true])
    func overlappingQuartersKeepTheirFigures(method: String, isTurned: Bool) throws {
        var town = Self.town("id;Einwohner;Auslaender\nW;173;21\nE;219;8\n")
        town.quarters = [("W", [0, 0, 950, 1000]), ("E", [730, 0, 2000, 1000])]
        if isTurned { town.quarters.reverse() }
        town.more = "population: { spreading: \(method) }\n"
        let assembly = try town.assemble()
        let (west, east) = isTurned ? (1, 0) : (0, 1)
        #expect(assembly.has(.quartersOverlap))
        #expect(try agree(assembly.people(west), 173) && agree(assembly.people(east), 219))
        #expect(try agree(assembly.people(west, group: 1), 21) && agree(assembly.people(east, group: 1), 8))
        #expect(assembly.study.overlay.residentsOutside.allSatisfy { agree($0, 0) })
        let table = try #require(assembly.study.population)
        #expect(agree(table.counts[0].reduce(0, +), 392) && agree(table.counts[1].reduce(0, +), 29))
        // The overlap belongs to the first quarter: nobody of the second lives there.
        let membership = assembly.study.overlay.quarterMembership
        let positions = membership.entries(ofArea: 1).map {
            table.xs[Int(membership.origins[$0])] - Double(PeopleTown.origin.east)
        }
        #expect(!positions.isEmpty && positions.allSatisfy { isTurned ? $0 < 730 : $0 > 950 })
    }

    @Test func aQuarterInsideAnotherKeepsItsFigure() throws {
        var town = Self.town("id;Einwohner;Auslaender\nW;173;21\nE;219;8\nI;30;2\n")
        town.quarters.append(("I", [210, 210, 470, 480]))
        let assembly = try town.assemble()
        #expect(try agree(assembly.people(0), 173) && agree(assembly.people(1), 219) && agree(assembly.people(2), 30))
        #expect(!assembly.has(.countUnplaced))
    }

    @Test func cellsInAnOverlapCountForTheFirst() throws {
        var town = PopulationCensusTests.town()
        // The second quarter stands above the first one's eastern strip and reaches 150 m into it.
        town.quarters = [("W", [0, 0, 950, 1000]), ("E", [850, 0, 950, 1200]), ("O", [950, 0, 2000, 1000])]
        let assembly = try town.assemble()
        #expect(try agree(assembly.people(0), 180) && agree(assembly.people(1), 0))
        #expect(agree(try assembly.people(2), 220))
        #expect(assembly.has(.quartersOverlap))
    }

    @Test func piecesOfAnOverlapAreNobodysTwice() throws {
        var town = Self.town("id;Einwohner;Auslaender\nW;173;21\nE;219;8\n")
        town.quarters = [("W", [0, 0, 950, 1000]), ("E", [730, 0, 2000, 1000])]
        town.files["focus.geojson"] = PeopleTown.collection([PeopleTown.box("F", [0, 0, 2000, 1000])])
        town.layers.append(
            #"{ kind: area, name: "Bezirk", file: focus.geojson, crs: "EPSG:3035", columns: { id: id } }"#)
        let assembly = try town.assemble()
        let pieces = try #require(assembly.study.overlay.otherPieces.first)
        #expect(pieces.count == 2)
        #expect(zip(pieces, [173.0, 219]).allSatisfy { agree($0.residents[0], $1) })
        #expect(pieces.allSatisfy { agree($0.shareOfQuarter, 1) })
    }

    // MARK: - Masks one after the other

    @Test func whereTheGroupIsNotSeenAllResidentsShowTheWay() throws {
        var town = Self.town("id;Einwohner;Auslaender\nW;173;21\nE;219;8\n")
        town.files["census.csv"] =
            PeopleTown.header2022 + "Einwohner;Auslaender\n" + PeopleTown.cell(3, 3, "90;9")
            + PeopleTown.cell(12, 2, "30;0") + PeopleTown.cell(15, 5, "10;0")
        town.layers.append("{ kind: population, file: census.csv }")
        let assembly = try town.assemble()
        let table = try #require(assembly.study.population)
        let group = table.xs.indices.filter { table.counts[1][$0] > 0 }.map { table.counts[1][$0] }.sorted()
        // East: 8 in the proportion 30 : 10 of all residents.
        #expect(group.count == 3 && zip(group, [2.0, 6, 21]).allSatisfy { agree($0, $1) })
        let found = assembly.findings.filter { $0.code == .spreadOtherwise }
        #expect(
            found.map(\.arguments) == [
                [
                    "subject": "foreign", "count": "1", "names": "Quartier E",
                    "@mask": "disaggregation.mask.census_all_residents",
                ]
            ])
        #expect(found[0].message(.german).contains("nach allen Einwohnerinnen und Einwohnern des Zensus verteilt"))
        #expect(!assembly.has(.spreadByArea))
        let spread = try #require(try Self.record(town)["disaggregation"]?.elements)
        #expect(spread.map { $0["mask"]?.string } == ["census", "census"])
        #expect(spread[0]["divided_otherwise"]?["census_all_residents"] == nil)
        #expect(spread[1]["divided_otherwise"]?["census_all_residents"] == .integer(1))
    }

    @Test func whereTheCensusShowsNobodyBuildingsDoAndThenTheArea() throws {
        var town = Self.town("id;Einwohner;Auslaender\nW;173;21\nE;219;8\nN;11;1\n")
        town.quarters.append(("N", [0, 1000, 2000, 1400]))
        town.files["census.csv"] = PeopleTown.header2022 + "Einwohner\n" + PeopleTown.cell(3, 3, "90")
        town.files["homes.geojson"] = PeopleTown.collection([PeopleTown.box("b", [1510, 510, 1550, 530])])
        town.layers += [
            "{ kind: population, file: census.csv }",
            #"{ kind: buildings, file: homes.geojson, crs: "EPSG:3035" }"#,
        ]
        let assembly = try town.assemble()
        let table = try #require(assembly.study.population)
        #expect(table.counts[0].contains { agree($0, 219) } && table.counts[0].contains { agree($0, 173) })
        let byMask = assembly.findings.filter { $0.code == .spreadOtherwise }
        #expect(byMask.map { $0.arguments["names"] } == ["Quartier E", "Quartier E"])
        #expect(byMask.allSatisfy { $0.arguments["@mask"] == "disaggregation.mask.buildings" })
        let byArea = assembly.findings.filter { $0.code == .spreadByArea }
        #expect(byArea.map { $0.arguments["names"] } == ["Quartier N", "Quartier N"])
        // What the census does not know of a group follows all its residents, which is said as well.
        #expect(assembly.disaggregations.map(\.mask) == ["census", "census_all_residents"])
    }

    // MARK: - Large cells that borders cut

    @Test func aTownCutOutOfLargeCellsIsNotExact() throws {
        var town = PeopleTown()
        town.files["people.csv"] =
            "GITTER_ID_1km;x_mp_1km;y_mp_1km;Einwohner\n"
            + PeopleTown.cell(0, 0, "800", size: 1000) + PeopleTown.cell(1, 0, "300", size: 1000)
        town.layers = ["{ kind: population, file: people.csv }"]
        town.quarters = [("W", [0, 0, 950, 1000]), ("E", [950, 0, 1600, 1000])]
        let assembly = try town.assemble()
        #expect(try agree(assembly.people(0), 760) && agree(assembly.people(1), 40 + 180))
        // W: a part 0.95 of 800 people; the noise of the squares is at most that of the cell.
        let west = try #require(try assembly.interval(0))
        #expect(west.lower < 760 - 1.96 * (640_000 * 0.95 * 0.05).squareRoot() + 1e-6)
        #expect(west.lower > 760 - 1.96 * (640_000 * 0.95 * 0.05 + 2).squareRoot() - 1e-6)
        #expect(west.upper > 800 && west.upper < 800 + 1.96 * 2.0.squareRoot() + 1e-6)
        let east = try #require(try assembly.interval(1))
        let variance = 640_000 * 0.05 * 0.95 + 90_000 * 0.6 * 0.4
        #expect(east.upper > 220 + 1.96 * variance.squareRoot() - 1e-6)
        // Buildings say where in the cells people live: then only noise is left.
        town.files["homes.geojson"] = PeopleTown.collection([
            PeopleTown.box("a", [200, 200, 450, 300]), PeopleTown.box("b", [1200, 200, 1250, 300]),
        ])
        town.layers.append(#"{ kind: buildings, file: homes.geojson, crs: "EPSG:3035" }"#)
        let known = try town.assemble()
        #expect(agree(try known.people(0), 800))
        let exact = try #require(try known.interval(0))
        #expect(exact.upper < 800 + 1.96 * 2.0.squareRoot() + 1e-6)
        #expect(known.study.population?.coarseCells.isEmpty == true)
    }

    @Test func largeCellsOfOtherLayersAreNoMoreExact() throws {
        var town = PeopleTown()
        town.files["blocks.geojson"] = PeopleTown.collection([
            PeopleTown.box("a", [700, 0, 1200, 500], more: #","Einwohner":100"#),
            PeopleTown.box("b", [0, 0, 90, 90], more: #","Einwohner":9"#),
        ])
        town.layers = [#"{ kind: population, file: blocks.geojson, crs: "EPSG:3035", columns: { id: id } }"#]
        let assembly = try town.assemble()
        #expect(agree(try assembly.people(0), 59))
        // 100²·½·½, and not less than the people that are known, nor more than all.
        let west = try #require(try assembly.interval(0))
        #expect(agree(west.lower, 9) && agree(west.upper, 109))
        #expect(assembly.study.population?.coarseCells.cellsOfOrigins == [0, -1])
    }
}
