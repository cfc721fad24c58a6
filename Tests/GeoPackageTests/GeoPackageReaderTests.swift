import Features
import Formats
import Foundation
import GeoPackage
import Planar
import TestSupport
import Testing
import Wording

@Suite struct GeoPackageReaderTests {
    @Test func tablesAreListedInTheOrderOfTheFile() throws {
        let tables = try GeoPackageReader.layers(path: fixtures.path("town.gpkg"))
        #expect(tables.map(\.name) == ["quarters", "Orte, alle", "numbers"])
        #expect(tables.map(\.geometryKind) == ["MULTIPOLYGON", "POINT", nil])
        #expect(tables.map(\.crsText) == ["EPSG:25832", "EPSG:4326", nil])
    }

    @Test(arguments: ["quarters", "Orte, alle", "numbers"])
    func layersAreReadAsGDALReadsThem(_ name: String) throws {
        let rows = try #require(fixtures.json("town.json")[name]?.elements)
        let read = try GeoPackageReader.read(path: fixtures.path("town.gpkg"), layer: name)
        #expect(differences(between: read.layer, and: rows).isEmpty, "\(differences(between: read.layer, and: rows))")
        #expect(read.layer.name == name)
        #expect(read.layer.featureIDs?.string(at: 1) == "2")
    }

    @Test func columnsHaveTheTypesOfTheTable() throws {
        let layer = try GeoPackageReader.read(path: fixtures.path("town.gpkg"), layer: "quarters").layer
        #expect(layer.column(named: "key")?.string(at: 0) == "01")
        #expect(layer.column(named: "open")?.value(at: 1) == .boolean(false))
        #expect(layer.column(named: "since")?.value(at: 0) == .text("1999-12-31"))
        guard case .int64 = layer.column(named: "large")?.storage, case .int32 = layer.column(named: "people")?.storage,
            case .doubles = layer.column(named: "share")?.storage
        else {
            Issue.record("other types: \(layer.columns)")
            return
        }
    }

    @Test func heightsAreNotedOnce() throws {
        let read = try GeoPackageReader.read(path: fixtures.path("town.gpkg"), layer: "Orte, alle")
        #expect(read.diagnostics.map(\.code) == [.zIgnored])
        #expect(read.diagnostics.first?.arguments["count"] == "2")
    }

    @Test func theFileIsDescribedWithItsChecksum() throws {
        let bytes = try fixtures.bytes("town.gpkg")
        let path = try fixtures.path("town.gpkg")
        let source = try GeoPackageReader.read(path: path, layer: "numbers").layer.source
        #expect(source == SourceFile(path: path, bytes: bytes.count, sha256: Checksum.sha256(bytes)))
    }

    @Test func aLayerMustBeNamedWhereThereAreSeveral() throws {
        let path = try fixtures.path("town.gpkg")
        #expect(code { try GeoPackageReader.read(path: path) } == .layerNotNamed)
        #expect(code { try GeoPackageReader.read(path: path, layer: "Quartiere") } == .layerNotFound)
        // SQLite does not tell capitals apart.
        #expect(try GeoPackageReader.read(path: path, layer: "QUARTERS").layer.count == 3)
    }

    @Test func otherFilesAreRefused() throws {
        #expect(code { try GeoPackageReader.read([], path: "a.gpkg") } == .fileEmpty)
        #expect(code { try GeoPackageReader.read(Array("{}".utf8), path: "a.gpkg") } == .geoPackageMalformed)
        #expect(code { try GeoPackageReader.read(path: "/nowhere/a.gpkg") } == .fileUnreadable)
        let cut = Array(try fixtures.bytes("town.gpkg").prefix(4000))
        #expect(code { try GeoPackageReader.read(cut, path: "a.gpkg", layer: "quarters") } == .geoPackageMalformed)
    }

    @Test func nothingIsLeftBesideTheFileAndAWriteAheadLogIsReported() throws {
        let scratch = try Scratch()
        var bytes = try fixtures.bytes("town.gpkg")
        // What SQLite writes there when a database has a write-ahead log.
        bytes[18] = 2
        bytes[19] = 2
        try Data(bytes).write(to: URL(filePath: scratch.path("a.gpkg")))
        let read = try GeoPackageReader.read(path: scratch.path("a.gpkg"), layer: "numbers")
        #expect(read.layer.count == 2 && read.diagnostics.isEmpty)
        #expect(try contents(of: scratch.folder.path()).keys.sorted() == ["a.gpkg"])
        try scratch.write("changes", to: "a.gpkg-wal")
        let pending = try GeoPackageReader.read(path: scratch.path("a.gpkg"), layer: "numbers").diagnostics
        #expect(pending.map(\.code) == [.changesPending])
        #expect(pending.first?.message(.english).contains("a.gpkg-wal") == true)
        #expect(try contents(of: scratch.folder.path())["a.gpkg"] == Data(bytes))
    }
}

/// The code of the failure that a call ends with.
func code(_ body: () throws -> some Any) -> DiagnosticCode? {
    do {
        _ = try body()
        return nil
    } catch {
        return (error as? Failure)?.diagnostics.first?.code
    }
}
