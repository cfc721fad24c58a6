import Features
import Planar
import TestSupport
import Testing
import Wording

@testable import Formats

/// Grids of several files, counts with bounds, layers.
@Suite struct CensusGridTests {
    private static let residents = "GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner\n"

    private func written(_ scratch: Scratch, _ files: [(String, String)]) throws -> [String] {
        try files.map { try scratch.write($0.1, to: $0.0) }
    }

    private func refusal(_ paths: [String]) -> Diagnostic? {
        do throws(Failure) {
            _ = try CensusReader.read(paths: paths)
            return nil
        } catch {
            return error.diagnostics.first
        }
    }

    @Test func filesAreJoinedByCell() throws {
        let scratch = try Scratch()
        let paths = try written(
            scratch,
            [
                (
                    "residents.csv",
                    Self.residents + CensusKit.row(2, 0, "30") + CensusKit.row(0, 0, "10") + CensusKit.row(1, 1, "20")
                ),
                (
                    "shares.csv",
                    CensusKit.header + CensusKit.row(1, 0, "–;") + CensusKit.row(0, 0, "50,00;")
                        + CensusKit.row(2, 0, ".;")
                ),
            ])
        let read = try CensusReader.read(paths: paths)
        #expect(read.diagnostics.isEmpty)
        let grid = read.grid
        #expect(
            grid.cells.map(\.shortID) == [
                "100mN33800E43100", "100mN33800E43101", "100mN33800E43102", "100mN33801E43101",
            ])
        #expect(grid.characteristics.map(\.name) == ["Einwohner", "AnteilAuslaender"])
        #expect(grid.characteristics.map(\.source) == [0, 1] && grid.sources.map(\.path) == paths)
        #expect(grid.characteristics[0].values == [10, nil, 30, 20])
        #expect(grid.characteristics[0].states == [.counted, .notGiven, .counted, .counted])
        #expect(grid.characteristics[1].states == [.counted, .noneOrFew, .suppressed, .notGiven])
        #expect(grid.lines == [3, 2, 2, 4])
        // Joined the other way round it says the same.
        let reversed = try CensusReader.read(paths: paths.reversed()).grid
        #expect(reversed.cells == grid.cells)
        #expect(Set(CensusKit.said(reversed)) == Set(CensusKit.said(grid)))
    }

    @Test func aNameTwice() throws {
        let scratch = try Scratch()
        let paths = try written(
            scratch,
            [
                ("a.csv", Self.residents + CensusKit.row(0, 0, "10") + CensusKit.row(1, 0, "20")),
                ("b.csv", Self.residents + CensusKit.row(1, 0, "20") + CensusKit.row(2, 0, "30")),
                ("c.csv", Self.residents + CensusKit.row(1, 0, "21")),
            ])
        let same = try CensusReader.read(paths: Array(paths.prefix(2))).grid
        #expect(same.characteristics.map(\.name) == ["Einwohner"] && same.characteristics[0].values == [10, 20, 30])
        let different = try CensusReader.read(paths: paths).grid
        #expect(different.characteristics.map(\.name) == ["Einwohner", "Einwohner (c.csv)"])
        #expect(different.characteristics[1].values == [nil, 21, nil])
    }

    @Test func editionsAndSizesAreNotMixed() throws {
        let scratch = try Scratch()
        let paths = try written(
            scratch,
            [
                ("2022.csv", Self.residents + CensusKit.row(0, 0, "10")),
                ("2011.csv", "Gitter_ID_100m;Einwohner\n100mN33800E43100;12\n"),
                ("1km.csv", "GITTER_ID_1km;Einwohner\nCRS3035RES1000mN3380000E4310000;12\n"),
                ("unknown.csv", "gitter_id_100m;Wohnungen\n100mN33800E43100;12\n"),
            ])
        for (other, reason) in [(1, "editions"), (2, "sizes")] {
            for order in [[0, other], [other, 0]] {
                let finding = try #require(refusal(order.map { paths[$0] }))
                #expect(finding.code == .censusRefused && CensusKit.reason(finding) == reason)
                #expect(finding.location?.file == paths[order[1]])
                for language in Language.allCases { #expect(!finding.message(language).contains("⟨")) }
            }
        }
        #expect(try CensusReader.read(paths: [paths[3], paths[1]]).grid.edition == .census2011)
        #expect(refusal([paths[3], paths[1], paths[0]])?.code == .censusRefused)
        #expect(refusal(["/nowhere/census.csv"])?.code == .fileUnreadable)
    }

    @Test func whatIsNotShownHasARange() throws {
        let read = try CensusKit.read(
            "GITTER_ID_100m;Einwohner;AnteilAuslaender;Durchschnittsalter\n"
                + "100mN33800E43100;40;12,50;41,5\n100mN33800E43101;–;–;–\n100mN33800E43102;.;x;.\n100mN33800E43103;;;\n"
        )
        let (count, share, mean) = (
            read.grid.characteristics[0], read.grid.characteristics[1], read.grid.characteristics[2]
        )
        #expect(count.lowest == [40, 0, 0, nil] && count.highest == [40, 2, nil, nil])
        #expect(share.lowest == [12.5, 0, 0, nil] && share.highest == [12.5, 100, 100, nil])
        #expect(mean.lowest == [41.5, nil, nil, nil] && mean.highest == [41.5, nil, nil, nil])
        #expect(count.range(at: 2) == 0...Double.infinity)
    }

    /// 12.5 % of 40 is 5; printed with one decimal the share lies between 12.45 and 12.55.
    @Test func countsOfShares() throws {
        let grid = try CensusKit.read(
            "GITTER_ID_100m;Einwohner;AnteilAuslaender\n"
                + "100mN33800E43100;40;12,5\n100mN33800E43101;40;12,50\n100mN33800E43102;40;0,00\n"
                + "100mN33800E43103;40;100,00\n100mN33800E43104;40;–\n100mN33800E43105;–;12,50\n100mN33800E43106;–;–\n"
                + "100mN33800E43107;40;\n100mN33800E43108;;12,50\n100mN33800E43109;.;x\n100mN33800E43110;40;(50)\n"
        ).grid
        let counts = try #require(grid.counts(share: "AnteilAuslaender", of: "Einwohner"))
        #expect(counts.values == [5, 5, 0, 40, nil, nil, nil, nil, nil, nil, 20])
        let lowest: [Double?] = [4.98, 4.998, 0, 39.998, 0, 0, 0, nil, nil, 0, 19.8]
        let highest: [Double?] = [5.02, 5.002, 0.002, 40, 40, 0.2501, 2, nil, nil, nil, 20.2]
        for row in grid.cells.indices {
            #expect(abs((counts.lowest[row] ?? -1) - (lowest[row] ?? -1)) < 1e-12, "\(row)")
            #expect(abs((counts.highest[row] ?? -1) - (highest[row] ?? -1)) < 1e-12, "\(row)")
        }
        #expect(
            counts.states == [
                .counted, .counted, .counted, .counted, .noneOrFew, .noneOrFew, .noneOrFew, .notGiven, .notGiven,
                .suppressed, .unreliable,
            ])
        #expect(grid.counts(share: "Einwohner", of: "Einwohner") == nil)
        #expect(grid.counts(share: "AnteilAuslaender", of: "AnteilAuslaender") == nil)
        #expect(grid.counts(share: "nothing", of: "Einwohner") == nil)
    }

    @Test func aPartIsNoMoreThanTheWhole() throws {
        let grid = try CensusKit.read(
            "GITTER_ID_100m;Einwohner;Auslaender\n"
                + "100mN33800E43100;40;.\n100mN33800E43101;40;–\n100mN33800E43102;–;.\n100mN33800E43103;40;12\n"
                + "100mN33800E43104;;.\n100mN33800E43105;.;.\n100mN33800E43106;40;\n"
        ).grid
        let counts = try #require(grid.counts(of: "Auslaender", within: "Einwohner"))
        #expect(counts.values == [nil, nil, nil, 12, nil, nil, nil])
        #expect(counts.lowest == [0, 0, 0, 12, 0, 0, nil])
        #expect(counts.highest == [40, 2, 2, 12, nil, nil, nil])
        #expect(grid.counts(of: "Auslaender", within: "nothing") == nil)
    }

    /// Whatever the share and the base: the count lies between its bounds, they lie in 0 … base, and the share that is
    /// printed with more decimals lies within those of the share printed with fewer.
    @Test func boundsHoldTheTruth() throws {
        var generator = SeededGenerator(seed: 151)
        var text = "GITTER_ID_100m;Einwohner;AnteilA;AnteilB\n"
        var truth: [(part: Int, whole: Int)] = []
        for row in 0..<2_000 {
            let whole = Int.random(in: 3...2_000, using: &generator)
            let part = Int.random(in: 0...whole, using: &generator)
            truth.append((part, whole))
            let percent = 100 * Double(part) / Double(whole)
            let (one, two) = (NumberText.fixed(percent, decimals: 1), NumberText.fixed(percent, decimals: 2))
            text += "100mN33800E\(43_100 + row);\(whole);\(NumberText.german(one));\(NumberText.german(two))\n"
        }
        let grid = try CensusKit.read(text).grid
        let rough = try #require(grid.counts(share: "AnteilA", of: "Einwohner"))
        let fine = try #require(grid.counts(share: "AnteilB", of: "Einwohner"))
        for (row, (part, whole)) in truth.enumerated() {
            for counts in [rough, fine] {
                let (lowest, highest) = (try #require(counts.lowest[row]), try #require(counts.highest[row]))
                let value = try #require(counts.values[row])
                #expect(lowest >= 0 && highest <= Double(whole) + 1e-9)
                #expect(lowest <= Double(part) + 1e-9 && highest >= Double(part) - 1e-9)
                #expect(lowest <= value && value <= highest)
            }
        }
    }

    @Test func theGridIsALayerOfSquares() throws {
        let grid = try CensusKit.read(
            "GITTER_ID_100m;Einwohner;AnteilAuslaender\n100mN33800E43101;40;12,50\n100mN33800E43100;–;–\n"
        ).grid
        let layer = grid.layer(name: "census")
        #expect(layer.name == "census" && layer.crsText == "EPSG:3035" && layer.count == 2)
        #expect(layer.featureIDs?.string(at: 0) == "CRS3035RES100mN3380000E4310000")
        #expect(
            layer.geometries[1]?.envelope
                == Envelope(minX: 4_310_100, minY: 3_380_000, maxX: 4_310_200, maxY: 3_380_100))
        #expect(layer.geometries[0]?.area == 10_000 && layer.lines == [3, 2])
        #expect(layer.column(named: "Einwohner")?.value(at: 1) == .integer(40))
        #expect(layer.column(named: "Einwohner")?.value(at: 0) == nil)
        #expect(layer.column(named: "AnteilAuslaender")?.doubles() == [nil, 12.5])
    }
}
