import Features
import Formats
import Foundation
import GRDB
import GeoPackage
import TestSupport
import Testing

/// Files made to do harm: nothing they say is run, and nothing in them ends the process.
@Suite struct HostileFileTests {
    /// The fixture, changed by some statements.
    private func changed(_ statements: String, in scratch: Scratch) throws -> String {
        let path = scratch.path("hostile.gpkg")
        try Data(fixtures.bytes("town.gpkg")).write(to: URL(filePath: path))
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: statements) }
        try queue.close()
        return path
    }

    @Test func viewsAndVirtualTablesAreNotRead() throws {
        let scratch = try Scratch()
        let path = try changed(
            """
            CREATE VIEW endless AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n;
            CREATE VIRTUAL TABLE words USING fts5(body);
            INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) VALUES
              ('endless', 'attributes', 'endless', '2026-01-01'), ('words', 'attributes', 'words', '2026-01-01'),
              ('sqlite_schema', 'attributes', 's', '2026-01-01'), ('gone', 'attributes', 'gone', '2026-01-01');
            """, in: scratch)
        for name in ["endless", "words", "sqlite_schema", "gone"] {
            #expect(code { try GeoPackageReader.read(path: path, layer: name) } == .geoPackageMalformed, "\(name)")
        }
        #expect(try GeoPackageReader.read(path: path, layer: "numbers").layer.count == 2)
    }

    @Test func aViewInPlaceOfTheListIsNotRead() throws {
        let scratch = try Scratch()
        let path = try changed(
            """
            ALTER TABLE gpkg_contents RENAME TO other;
            CREATE VIEW gpkg_contents AS SELECT * FROM other;
            """, in: scratch)
        #expect(code { try GeoPackageReader.layers(path: path) } == .geoPackageMalformed)
    }

    @Test func namesWithQuotesAreOnlyNames() throws {
        let scratch = try Scratch()
        let path = try changed(
            """
            CREATE TABLE "a""; DROP TABLE numbers; --" (fid INTEGER PRIMARY KEY, "b"" ; --" TEXT);
            INSERT INTO "a""; DROP TABLE numbers; --" VALUES (7, 'x');
            INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)
              VALUES ('a"; DROP TABLE numbers; --', 'attributes', 'evil', '2026-01-01');
            """, in: scratch)
        let layer = try GeoPackageReader.read(path: path, layer: "evil").layer
        #expect(layer.column(named: "b\" ; --")?.value(at: 0) == .text("x"))
        #expect(layer.featureIDs?.value(at: 0) == .integer(7))
    }

    @Test func brokenGeometriesAreFoundOneByOne() throws {
        let scratch = try Scratch()
        let path = try changed(
            """
            DROP TRIGGER IF EXISTS rtree_quarters_geom_update1; DROP TRIGGER IF EXISTS rtree_quarters_geom_update2;
            DROP TRIGGER IF EXISTS rtree_quarters_geom_update3; DROP TRIGGER IF EXISTS rtree_quarters_geom_update4;
            DROP TRIGGER IF EXISTS rtree_quarters_geom_update5; DROP TRIGGER IF EXISTS rtree_quarters_geom_update6;
            DROP TRIGGER IF EXISTS rtree_quarters_geom_update7;
            UPDATE quarters SET geom = X'4750' WHERE fid = 1;
            UPDATE quarters SET geom = 'POINT (1 2)' WHERE fid = 2;
            UPDATE quarters SET geom = NULL, people = X'00', name = 5 WHERE fid = 3;
            UPDATE gpkg_geometry_columns SET srs_id = -1 WHERE table_name = 'quarters';
            """, in: scratch)
        let read = try GeoPackageReader.read(path: path, layer: "quarters")
        #expect(
            read.diagnostics.map(\.code) == [
                .crsMissing, .geometryUnreadable, .geometryUnreadable, .geometryMissing, .columnNotRead,
            ])
        #expect(read.diagnostics[1].location?.featureID == "1")
        #expect(read.diagnostics[2].arguments["@reason"] == "geometry.reason.value")
        #expect(read.layer.geometries.missingCount == 3)
        #expect(read.layer.crsText == Layer.unknownReferenceSystem)
        #expect(read.layer.column(named: "people")?.isPresent(at: 2) == false)
        #expect(read.layer.column(named: "name")?.string(at: 2) == "5")
    }

    /// A table whose tree leads to the same rows by 71³ ways: 30 KB that would give millions of rows.
    @Test func aTreeThatRepeatsItselfIsRefused() throws {
        let scratch = try Scratch()
        let path = try changed(
            """
            CREATE TABLE bomb (fid INTEGER PRIMARY KEY, name TEXT);
            INSERT INTO bomb SELECT value, 'x' FROM generate_rows;
            INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)
              VALUES ('bomb', 'attributes', 'bomb', '2026-01-01');
            """.replacing(
                "generate_rows",
                with:
                    "(WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 200) SELECT value FROM n)"
            ),
            in: scratch)
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let root = try DatabaseQueue(path: path).read { database in
            try #require(try Int.fetchOne(database, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'bomb'"))
        }
        let pageSize = 512
        #expect(bytes[(root - 1) * pageSize] == 5, "the root is no inner page")
        // Behind the head of 12 bytes stand the places of the cells; a cell is the number of a page and a key.
        let firstCell =
            (root - 1) * pageSize + Int(bytes[(root - 1) * pageSize + 12]) * 256
            + Int(bytes[(root - 1) * pageSize + 13])
        var child = bytes[firstCell..<firstCell + 4].reduce(0) { $0 << 8 | Int($1) }
        func number(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
        func innerPage(leadingTo page: Int) -> [UInt8] {
            let places = (0..<71).map { pageSize - 5 * (71 - $0) }
            var content: [UInt8] = [5, 0, 0, 0, 71, UInt8(places[0] >> 8), UInt8(places[0] & 255), 0] + number(page)
            content += places.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
            content += [UInt8](repeating: 0, count: places[0] - content.count)
            return content + (0..<71).flatMap { number(page) + [UInt8($0)] }
        }
        for _ in 0..<2 {
            bytes += innerPage(leadingTo: child)
            child = bytes.count / pageSize
        }
        bytes.replaceSubrange((root - 1) * pageSize..<root * pageSize, with: innerPage(leadingTo: child))
        bytes.replaceSubrange(28..<32, with: number(bytes.count / pageSize))
        // It is the limit that ends it: SQLite would name damage.
        let failure = #expect(throws: Failure.self) {
            try GeoPackageReader.read(bytes, path: "b.gpkg", layer: "bomb")
        }
        #expect(failure?.diagnostics.first?.arguments["found"] == "b.gpkg")
        #expect(try GeoPackageReader.read(bytes, path: "b.gpkg", layer: "numbers").layer.count == 2)
    }

    @Test func aThousandMutatedFilesNeverTrap() throws {
        let bytes = try fixtures.bytes("town.gpkg")
        var generator = SeededGenerator(seed: 182)
        var (read, refused) = (0, 0)
        for round in 0..<1_000 {
            let mutated = bytes.mutated(using: &generator)
            let layer = ["quarters", "Orte, alle"][round % 2]
            if (try? GeoPackageReader.read(mutated, path: "m.gpkg", layer: layer)) == nil {
                refused += 1
            } else {
                read += 1
            }
        }
        #expect(read > 100 && refused > 100, "\(read) read, \(refused) refused")
    }
}
