import Features
import Overlay
import TestSupport
import Testing
import Town

@testable import Pipeline

/// People from the cells of a census, worked out by hand.
@Suite struct PopulationCensusTests {
    /// 100 + 60 in West, 200 in East, 40 in a cell that the border halves.
    static func town() -> PeopleTown {
        var town = PeopleTown()
        town.files["people.csv"] =
            PeopleTown.header2022 + "Einwohner;werterlaeuternde_Zeichen\n" + PeopleTown.cell(0, 0, "100;")
            + PeopleTown.cell(1, 0, "60;") + PeopleTown.cell(9, 0, "40;") + PeopleTown.cell(15, 5, "200;")
        town.layers = ["{ kind: population, file: people.csv }"]
        return town
    }

    /// The same with shares of foreign citizens: 10,0 % of 100, not shown, 50,0 % of 40, 25,5 % of 200.
    static func shares() -> PeopleTown {
        var town = town()
        town.files["foreign.csv"] =
            PeopleTown.header2022 + "AnteilAuslaender;werterlaeuternde_Zeichen\n" + PeopleTown.cell(0, 0, "10,0;")
            + PeopleTown.cell(1, 0, ".;") + PeopleTown.cell(9, 0, "50,0;") + PeopleTown.cell(15, 5, "25,5;")
        town.layers = ["{ kind: population, file: people.csv, joined: [foreign.csv] }"]
        town.groups.append(#"{ id: "foreign", share: "AnteilAuslaender", name: { de: "Ausländische" } }"#)
        return town
    }

    @Test func noiseOfWholeAndCutCells() throws {
        let assembly = try Self.town().assemble()
        #expect(agree(try assembly.people(0), 180))
        #expect(agree(try assembly.people(1), 220))
        // West: 2 + 2 + 0.5²·2; East: 2 + 0.5²·2.
        let west = try #require(try assembly.interval(0))
        let east = try #require(try assembly.interval(1))
        #expect(agree(west.lower, 180 - 1.96 * 4.5.squareRoot()) && agree(west.upper, 180 + 1.96 * 4.5.squareRoot()))
        #expect(agree(east.lower, 220 - 1.96 * 2.5.squareRoot()) && agree(east.upper, 220 + 1.96 * 2.5.squareRoot()))
        #expect(assembly.noise?.basis == .assumed && assembly.noise?.noise.variance == 2)
        #expect(assembly.disaggregations.isEmpty)
    }

    @Test func statedVarianceReplacesTheAssumedOne() throws {
        var town = Self.town()
        town.more = "population: { noise_variance: 8 }\n"
        let assembly = try town.assemble()
        let west = try #require(try assembly.interval(0))
        #expect(agree(west.upper - 180, 1.96 * 18.0.squareRoot()))
        #expect(assembly.noise?.basis == .stated && assembly.noise?.noise.variance == 8)
    }

    @Test func officialTotalRaisesTheNoiseAndNeverLowersIt() throws {
        var town = Self.town()
        // 400 people, variance 2 + 2 + 2 + 2 (the cut cell lies wholly in the town): a deviation of 12 asks for 18 each.
        town.more = "population: { official_total: 412 }\n"
        let assembly = try town.assemble()
        #expect(assembly.noise?.basis == .calibrated)
        #expect(agree(assembly.noise?.noise.variance ?? 0, 144.0 / 4))
        let west = try #require(try assembly.interval(0))
        #expect(agree(west.upper - 180, 1.96 * (36 * 2.25).squareRoot()))
        #expect(agree(try assembly.people(0), 180))
        town.more = "population: { official_total: 401 }\n"
        let near = try town.assemble()
        #expect(near.noise?.basis == .assumed && near.noise?.noise.variance == 2)
        #expect(agree(try #require(try near.interval(0)).upper - 180, 1.96 * 4.5.squareRoot()))
    }

    @Test func sharesBecomeCountsWithRoundingAndNoise() throws {
        let assembly = try Self.shares().assemble()
        // West: 10 % of 100, what is not shown of 60 counts as nobody, half of 50 % of 40.
        #expect(agree(try assembly.people(0, group: 1), 10 + 0 + 10))
        #expect(agree(try assembly.people(1, group: 1), 51 + 10))
        let east = try #require(try assembly.interval(1, group: 1))
        // Half a unit of the last decimal: 25.45…25.55 % of 200, half of 49.95…50.05 % of 40; noise 2 + 0.5²·2.
        let noise = 1.96 * 2.5.squareRoot()
        #expect(agree(east.lower, 50.9 + 9.99 - noise))
        #expect(agree(east.upper, 51.1 + 10.01 + noise))
        // The share that is not shown may be of nobody or of all 60.
        let west = try #require(try assembly.interval(0, group: 1))
        #expect(agree(west.lower, 9.95 + 9.99 - noise))
        #expect(agree(west.upper, 10.05 + 60 + 10.01 + noise))
    }

    @Test func countsThatAreNotShownAreRanges() throws {
        var town = Self.town()
        town.files["people.csv"] =
            PeopleTown.header2022 + "Einwohner;Auslaender;werterlaeuternde_Zeichen\n"
            + PeopleTown.cell(0, 0, "100;–;") + PeopleTown.cell(2, 0, "–;–;") + PeopleTown.cell(15, 5, "200;.;")
        town.groups.append(#"{ id: "foreign", column: "Auslaender", name: { de: "Ausländische" } }"#)
        let assembly = try town.assemble()
        // – is nobody, or one or two.
        #expect(agree(try assembly.people(0), 100))
        let west = try #require(try assembly.interval(0))
        #expect(agree(west.lower, 100 - 1.96 * 2.0.squareRoot()))
        #expect(agree(west.upper, 102 + 1.96 * 2.0.squareRoot()))
        #expect(agree(try #require(try assembly.interval(0, group: 1)).upper, 4))
        // What is locked is at most everybody.
        let east = try #require(try assembly.interval(1, group: 1))
        #expect(east.lower == 0)
        #expect(agree(east.upper, 200))
    }

    @Test(arguments: ["areal", "dasymetric", "pycnophylactic"])
    func largeCellsKeepTotalsRangesAndNoise(method: String) throws {
        var town = PeopleTown()
        town.files["people.csv"] =
            "GITTER_ID_1km;x_mp_1km;y_mp_1km;Einwohner;Auslaender;werterlaeuternde_Zeichen\n"
            + PeopleTown.cell(0, 0, "800;.;", size: 1000) + PeopleTown.cell(1, 0, "300;30;", size: 1000)
        town.files["homes.geojson"] = PeopleTown.collection([PeopleTown.box("b", [200, 200, 450, 300])])
        town.layers = [
            "{ kind: population, file: people.csv }",
            #"{ kind: buildings, file: homes.geojson, crs: "EPSG:3035" }"#,
        ]
        town.groups.append(#"{ id: "foreign", column: "Auslaender", name: { de: "Ausländische" } }"#)
        town.more = "population: { spreading: \(method) }\n"
        let assembly = try town.assemble()
        let table = try #require(assembly.study.population)
        func sum(_ column: [Double]) -> Double { column.reduce(0, +) }
        #expect(agree(sum(table.counts[0]), 1100))
        #expect(agree(sum(table.spreads[0].noiseVariances), 4))
        #expect(agree(sum(table.spreads[1].noiseVariances), 2))
        #expect(agree(sum(table.counts[1]), 30))
        #expect(agree(sum(table.spreads[1].lowest), 30))
        #expect(agree(sum(table.spreads[1].highest), 830))
        let second = table.xs.indices.filter { table.xs[$0] > 4_311_000 }
        // What is exact in the whole is exact in its parts.
        #expect(second.allSatisfy { agree(table.spreads[1].lowest[$0], table.spreads[1].highest[$0]) })
        let record = try #require(assembly.disaggregations.first)
        #expect(record.subject == "census cells" && assembly.disaggregations.count == 1)
        #expect(agree(record.record.sourceTotals[0], record.record.targetTotals[0]))
        if method == "dasymetric" {
            // All of the first cell lives in the building, which is in no square but these three.
            #expect(table.counts[0].filter { $0 > 100 }.count == 3)
            #expect(agree(try assembly.people(0), 800))
            // Nothing is known of the second cell.
            #expect(record.mask == "buildings" && record.dividedByArea == ["CRS3035RES1000mN3380000E4311000"])
            let finding = try #require(assembly.findings.first { $0.code == .spreadByArea })
            #expect(finding.arguments["count"] == "1" && finding.arguments["@subject"] == "disaggregation.cells")
        } else {
            #expect(record.mask == "nothing" && record.dividedByArea.isEmpty && !assembly.has(.spreadByArea))
        }
        if method == "areal" { #expect(agree(try assembly.people(0), 800 * 0.95)) }
    }

    @Test func nobodyIsCountedTwiceInCellsOfTwoSizes() throws {
        var town = Self.town()
        town.files["large.csv"] =
            "GITTER_ID_1km;x_mp_1km;y_mp_1km;Einwohner;Auslaender\n" + PeopleTown.cell(0, 0, "200;40", size: 1000)
        town.layers.append("{ kind: population, file: large.csv }")
        town.groups.append(#"{ id: "foreign", column: "Auslaender", name: { de: "Ausländische" } }"#)
        let assembly = try town.assemble()
        #expect(agree(try assembly.people(0), 180))
        // A group that only the large cells know is taken from them.
        #expect(agree(try assembly.people(0, group: 1), 38))
    }

    @Test func orderOfLayersDoesNotMatter() throws {
        var town = Self.town()
        town.groups.append(#"{ id: "foreign", column: "Auslaender", name: { de: "Ausländische" } }"#)
        town.files["more.geojson"] = PeopleTown.collection([
            PeopleTown.box("n", [300, 300, 400, 400], more: #","Auslaender":7"#)
        ])
        let cells = #"{ kind: population, file: more.geojson, crs: "EPSG:3035", columns: { id: id } }"#
        let forward = town.layers
        town.layers = forward + [cells]
        let first = try town.assemble()
        town.layers = [cells] + forward
        let second = try town.assemble()
        #expect(try agree(first.people(0), 180) && agree(first.people(0, group: 1), 7))
        for quarter in 0..<2 {
            for group in 0..<2 {
                #expect(agree(try first.people(quarter, group: group), try second.people(quarter, group: group)))
                let (left, right) = (
                    try first.interval(quarter, group: group), try second.interval(quarter, group: group)
                )
                #expect((left == nil) == (right == nil))
                if let left, let right { #expect(agree(left.lower, right.lower) && agree(left.upper, right.upper)) }
            }
        }
        // Only the cells of the census are noisy.
        #expect(try first.interval(0, group: 1) == nil)
        let west = try #require(try first.interval(0))
        #expect(agree(west.upper - 180, 1.96 * 4.5.squareRoot()))
    }
}
