import Features
import Formats
import Foundation
import GRDB
import GeoPackage
import Planar
import ReferenceSystems
import TestSupport
import Testing

@Suite struct GeoPackageWriterTests {
    private func layers() throws -> [GeoPackageLayer] {
        [
            GeoPackageLayer(try Samples.quarters(), in: try Samples.utm(), title: "Quartiere", text: "dl-de/by-2-0"),
            GeoPackageLayer(try Samples.points(50, seed: 1), in: try Samples.utm()),
            GeoPackageLayer(Samples.table(), in: nil),
        ]
    }

    /// Opens written bytes as any program would.
    private func open(_ bytes: [UInt8], _ scratch: Scratch) throws -> DatabaseQueue {
        let path = scratch.path("written.gpkg")
        try Data(bytes).write(to: URL(filePath: path))
        return try DatabaseQueue(path: path)
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let bytes = try GeoPackageWriter.bytes(layers())
        let read = try GeoPackageReader.read(bytes, path: "a.gpkg", layer: "Quartiere")
        let original = try Samples.quarters()
        #expect(read.layer.name == original.name)
        #expect(read.layer.crsText == "EPSG:25832")
        #expect(read.diagnostics.map(\.code) == [.geometryMissing])
        #expect(
            read.layer.columns.map(\.name) == [
                "fid", "name", "NAME_2", "geom_2", "large", "share", "open", "mixed", "none", "column",
            ])
        for (written, column) in zip(original.columns, read.layer.columns.dropFirst()) {
            for row in 0..<3 { #expect(column.string(at: row) == written.string(at: row), "\(column.name) \(row)") }
        }
        // A polygon beside a multipolygon becomes one of a single part.
        #expect(read.layer.geometries[0]?.kind == .multiPolygon)
        #expect(read.layer.geometries[0]?.elements == original.geometries[0].map { [$0] })
        #expect(read.layer.geometries[1] == original.geometries[1])
        let table = try GeoPackageReader.read(bytes, path: "a.gpkg", layer: "layer_gpkg_numbers").layer
        #expect(table.geometries.missingCount == 2 && table.column(named: "year")?.integer(at: 1) == 2025)
    }

    @Test func writingWhatWasReadChangesNothing() throws {
        let once = try GeoPackageWriter.bytes(layers())
        let again = try ["Quartiere", "points"].map { name in
            GeoPackageLayer(
                try GeoPackageReader.read(once, path: "a", layer: name).layer, in: try Samples.utm(), title: name)
        }
        let twice = try GeoPackageWriter.bytes(again)
        for name in ["Quartiere", "points"] {
            let first = try GeoPackageReader.read(once, path: "a", layer: name).layer
            let second = try GeoPackageReader.read(twice, path: "a", layer: name).layer
            #expect(first.columns.map(\.name) == second.columns.map(\.name))
            #expect(first.geometries == second.geometries)
        }
    }

    @Test func sameLayersGiveSameBytes() throws {
        let first = try GeoPackageWriter.bytes(layers(), lastChange: "2026-01-31T12:00:00.000Z")
        #expect(try GeoPackageWriter.bytes(layers(), lastChange: "2026-01-31T12:00:00.000Z") == first)
        #expect(try GeoPackageWriter.bytes(layers(), lastChange: "2026-02-01T12:00:00.000Z") != first)
        let scratch = try Scratch()
        try GeoPackageWriter.write(layers(), to: scratch.path("a.gpkg"), lastChange: "2026-01-31T12:00:00.000Z")
        #expect(try Data(contentsOf: URL(filePath: scratch.path("a.gpkg"))) == Data(first))
        #expect(try contents(of: scratch.folder.path()).keys.sorted() == ["a.gpkg"])
        #expect(code { try GeoPackageWriter.write([], to: scratch.path("a.gpkg")) } == .outputExists)
    }

    @Test func theListsAreThoseOfTheStandard() throws {
        let scratch = try Scratch()
        let queue = try open(try GeoPackageWriter.bytes(layers()), scratch)
        try queue.read { database in
            #expect(try Int.fetchOne(database, sql: "PRAGMA application_id") == 0x47504B47)
            #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == 10300)
            #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
            #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
            let systems = try Row.fetchAll(
                database, sql: "SELECT srs_id, organization, definition FROM gpkg_spatial_ref_sys ORDER BY srs_id")
            #expect(systems.map { $0[0] as Int } == [-1, 0, 4326, 25832])
            #expect((systems[3][2] as String).hasPrefix("PROJCS[\"ETRS89 / UTM zone 32N\""))
            let content = try #require(
                try Row.fetchOne(database, sql: "SELECT * FROM gpkg_contents WHERE identifier = 'Quartiere'"))
            #expect((content["min_x"] as Double, content["max_x"] as Double) == (0, 50))
            #expect((content["min_y"] as Double, content["max_y"] as Double) == (0, 10))
            #expect(content["last_change"] == "1970-01-01T00:00:00.000Z")
            #expect(
                try String.fetchAll(database, sql: "SELECT geometry_type_name FROM gpkg_geometry_columns ORDER BY 1")
                    == ["MULTIPOLYGON", "POINT"])
            #expect(
                try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'")
                    == 2)
        }
    }

    @Test func theIndexFindsWhatASearchOfAllFinds() throws {
        let scratch = try Scratch()
        let layer = try Samples.points(2_000, seed: 3)
        let queue = try open(
            try GeoPackageWriter.bytes([GeoPackageLayer(layer, in: try Samples.utm())]), scratch)
        let points = try #require(layer.geometries.points)
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<50 {
            let x = Double.random(in: 500_000...600_000, using: &generator)
            let y = Double.random(in: 5_900_000...6_000_000, using: &generator)
            let found = try queue.read { database in
                try Int.fetchAll(
                    database,
                    sql: """
                        SELECT id FROM rtree_points_geom WHERE minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ?
                        ORDER BY id
                        """, arguments: [x + 9_000, x, y + 9_000, y])
            }
            // The tree keeps numbers of 32 bits, rounded outwards: it may find more, never less.
            let wanted = points.xs.indices.filter {
                (x...x + 9_000).contains(points.xs[$0]) && (y...y + 9_000).contains(points.ys[$0])
            }.map { $0 + 1 }
            #expect(Set(wanted).isSubset(of: found))
            let nearly = points.xs.indices.filter {
                (x - 1...x + 9_001).contains(points.xs[$0]) && (y - 1...y + 9_001).contains(points.ys[$0])
            }.map { $0 + 1 }
            #expect(Set(found).isSubset(of: nearly))
        }
    }

    @Test func theTriggersKeepTheIndexRight() throws {
        let scratch = try Scratch()
        let queue = try open(
            try GeoPackageWriter.bytes([GeoPackageLayer(try Samples.points(3, seed: 5), in: try Samples.utm())]),
            scratch)
        try queue.write { database in
            // What programs that write GeoPackages bring: here the box is (7, 8, 9, 10) whatever the geometry.
            for (name, value) in [("ST_MinX", 7.0), ("ST_MaxX", 8), ("ST_MinY", 9), ("ST_MaxY", 10), ("ST_IsEmpty", 0)]
            {
                database.add(function: DatabaseFunction(name, argumentCount: 1, pure: true) { _ in value })
            }
            try database.execute(sql: "DELETE FROM points WHERE fid = 1")
            try database.execute(sql: "INSERT INTO points (fid, geom) SELECT 9, geom FROM points WHERE fid = 2")
            try database.execute(sql: "UPDATE points SET fid = 20 WHERE fid = 3")
            try database.execute(sql: "UPDATE points SET geom = NULL WHERE fid = 2")
            let rows = try Row.fetchAll(database, sql: "SELECT id, minx, maxy FROM rtree_points_geom ORDER BY id")
            #expect(rows.map { [$0[0] as Double, $0[1], $0[2]] } == [[9, 7, 10], [20, 7, 10]])
        }
    }

    @Test func idsBecomeKeysOrAColumn() throws {
        var layer = try Samples.points(3, seed: 6)
        layer.featureIDs = Samples.column("id", [.integer(30), .integer(10), .integer(20)])
        let system = try Samples.utm()
        func read(_ layer: Layer) throws -> Layer {
            try GeoPackageReader.read(
                GeoPackageWriter.bytes([GeoPackageLayer(layer, in: system)]), path: "a.gpkg"
            ).layer
        }
        // Tables are read in the order of their keys.
        #expect(try read(layer).column(named: "fid")?.integers() == [10, 20, 30])
        #expect(try read(layer).column(named: "number")?.integers() == [1, 2, 0])
        layer.featureIDs = Samples.column("id", [.text("way/1"), .text("way/2"), nil])
        #expect(try read(layer).column(named: "id")?.string(at: 1) == "way/2")
        #expect(try read(layer).column(named: "fid")?.integers() == [1, 2, 3])
    }

    @Test func systemsWithoutACodeAreDescribed() throws {
        let text = try CoordinateReferenceSystem("EPSG:25832").wellKnownText()
            .replacing("ETRS89 / UTM zone 32N", with: "Flensburg")
            .replacing(",AUTHORITY[\"EPSG\",\"25832\"]", with: "").replacing(
                "\"central_meridian\",9", with: "\"central_meridian\",9.4")
        let system = try CoordinateReferenceSystem(text)
        #expect(system.code == nil)
        let bytes = try GeoPackageWriter.bytes([GeoPackageLayer(try Samples.points(2, seed: 7), in: system)])
        let read = try GeoPackageReader.read(bytes, path: "a.gpkg").layer
        #expect(try CoordinateReferenceSystem(try #require(read.crsText)).wellKnownText() == system.wellKnownText())
        let geographic = try GeoPackageWriter.bytes([GeoPackageLayer(try Samples.points(2, seed: 7), in: .wgs84)])
        #expect(try GeoPackageReader.read(geographic, path: "a.gpkg").layer.crsText == "EPSG:4326")
    }

    @Test func emptyLayersAreWritten() throws {
        let empty = Layer(name: "", source: SourceFile(path: "-"), geometries: GeometryColumn())
        let bytes = try GeoPackageWriter.bytes([GeoPackageLayer(empty, in: try Samples.utm())])
        let read = try GeoPackageReader.read(bytes, path: "a.gpkg").layer
        #expect(read.count == 0 && read.name == "layer" && read.columns.map(\.name) == ["fid"])
    }
}
