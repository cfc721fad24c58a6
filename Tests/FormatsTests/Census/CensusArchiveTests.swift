import Archives
import Features
import Foundation
import Planar
import TestSupport
import Testing
import Wording

@testable import Formats

/// ZIP archives as the statistical office delivers them: three sizes of cells and a description.
@Suite struct CensusArchiveTests {
    private static let coarse =
        "GITTER_ID_10km;x_mp_10km;y_mp_10km;Einwohner\nCRS3035RES10000mN3380000E4310000;4315000;3385000;9000\n"
    private static let middle =
        "GITTER_ID_1km;x_mp_1km;y_mp_1km;Einwohner\nCRS3035RES1000mN3380000E4310000;4310500;3380500;900\n"
    private static let fine =
        "\u{FEFF}GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner\n" + CensusKit.row(0, 0, "90")
        + CensusKit.row(1, 0, "broken")

    private func archive(_ files: [(String, String)], in scratch: Scratch) throws -> String {
        let bytes = try ZipWriter.archive(files.map { (name: $0.0, bytes: Array($0.1.utf8)) }, path: "census.zip")
        let path = scratch.path("census.zip")
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }

    private func delivered(in scratch: Scratch) throws -> String {
        try archive(
            [
                ("Zensus2022_Bevoelkerungszahl_10km-Gitter.csv", Self.coarse),
                ("Zensus2022_Bevoelkerungszahl_1km-Gitter.csv", Self.middle),
                ("Zensus2022_Bevoelkerungszahl_100m-Gitter.csv", Self.fine),
                ("Datensatzbeschreibung_Bevoelkerungszahl_Gitterzellen.xlsx", "PK"), ("Liesmich.txt", "Hinweise\n"),
            ], in: scratch)
    }

    @Test func theFinestCellsAreRead() throws {
        let scratch = try Scratch()
        let path = try delivered(in: scratch)
        let read = try CensusReader.read(paths: [path])
        #expect(read.grid.cellSize == 100 && read.grid.characteristics[0].values == [90, nil])
        #expect(read.diagnostics.map(\.code) == [.censusValueUnreadable])
        #expect(read.diagnostics[0].location?.file == path + "/Zensus2022_Bevoelkerungszahl_100m-Gitter.csv")
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        #expect(
            read.grid.sources == [
                SourceFile(path: path, bytes: bytes.count, sha256: Checksum.sha256(bytes))
            ])
    }

    @Test(arguments: [(100, 90), (1_000, 900), (10_000, 9_000)] as [(Int32, Double)])
    func theAskedSizeIsRead(size: Int32, residents: Double) throws {
        let scratch = try Scratch()
        let read = try CensusReader.read(paths: [delivered(in: scratch)], cellSize: size)
        #expect(read.grid.cellSize == size && read.grid.characteristics[0].values.first == residents)
    }

    @Test func anArchiveIsDescribed() throws {
        let scratch = try Scratch()
        let path = try delivered(in: scratch)
        let files = try CensusReader.files(path: path)
        #expect(files.map(\.cellSize) == [10_000, 1_000, 100] && files.allSatisfy { $0.edition == .census2022 })
        #expect(files.allSatisfy { $0.path == path && $0.characteristics == ["Einwohner"] })
        #expect(files[2].entry == "Zensus2022_Bevoelkerungszahl_100m-Gitter.csv")

        let single = try CensusReader.files(path: CensusKit.path("census-2011-1km.csv"))
        #expect(single.map(\.cellSize) == [1_000] && single[0].entry == nil && single[0].edition == .census2011)
        #expect(single[0].characteristics.first == "Einwohner")
        let long = try CensusReader.files(path: CensusKit.path("census-2011-demography.csv"))
        #expect(long.map(\.cellSize) == [100])
        #expect(
            long[0].characteristics == [
                "INSGESAMT:Einheiten insgesamt", "STAATSANGE_HLND:Österreich", "STAATSANGE_KURZ:Ausland",
                "STAATSANGE_KURZ:Deutschland", "STAATZHL:Mehrere, deutsch und ausländisch",
            ])
        #expect(try CensusReader.files(path: CensusKit.path("census.json")).isEmpty)
    }

    @Test func anArchiveAndAFileAreJoined() throws {
        let scratch = try Scratch()
        let shares = try scratch.write(CensusKit.header + CensusKit.row(0, 0, "10,00;"), to: "shares.csv")
        let grid = try CensusReader.read(paths: [shares, delivered(in: scratch)]).grid
        #expect(grid.counts(share: "AnteilAuslaender", of: "Einwohner")?.values.first == 9)
        #expect(grid.characteristics.map(\.source) == [0, 1])
    }

    @Test func clippedArchive() throws {
        let scratch = try Scratch()
        let box = Envelope(minX: 4_310_110, minY: 3_380_010, maxX: 4_310_120, maxY: 3_380_020)
        let read = try CensusReader.read(paths: [delivered(in: scratch)], clip: [box])
        #expect(read.grid.cells.map(\.shortID) == ["100mN33800E43101"])
    }

    @Test func archivesWithoutACensus() throws {
        let scratch = try Scratch()
        func refusal(_ path: String, size: Int32? = nil) -> Diagnostic? {
            do throws(Failure) {
                _ = try CensusReader.read(paths: [path], cellSize: size)
                return nil
            } catch {
                return error.diagnostics.first
            }
        }
        let others = refusal(try archive([("a.csv", "id;name\n1;x\n"), ("b.xlsx", "PK")], in: scratch))
        #expect(others?.code == .censusRefused && CensusKit.reason(others) == "archive")
        let size = refusal(try archive([("a.csv", Self.middle)], in: scratch), size: 100)
        #expect(size?.code == .censusRefused && CensusKit.reason(size) == "archive_size")
        for finding in [others, size] {
            for language in Language.allCases { #expect(finding?.message(language).contains("⟨") == false) }
        }
        // Cut short: libzip says why.
        let whole = try Data(contentsOf: URL(filePath: delivered(in: scratch)))
        let cut = scratch.path("cut.zip")
        try whole.prefix(whole.count / 2).write(to: URL(filePath: cut))
        #expect(refusal(cut)?.code == .archiveUnreadable)
    }
}
