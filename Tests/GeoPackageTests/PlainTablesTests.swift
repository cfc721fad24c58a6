import Foundation
import GRDB
import GeoPackage
import TestSupport
import Testing

@Suite("Tables as they lie in the file")
struct PlainTablesTests {
    private func database(_ statements: String, in scratch: Scratch) throws -> String {
        let path = scratch.path("plain.gpkg")
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: statements) }
        try queue.close()
        return path
    }

    @Test("every value is a text, nothing and bytes are none")
    func values() throws {
        let scratch = try Scratch()
        let path = try database(
            """
            CREATE TABLE people (fid INTEGER PRIMARY KEY, name TEXT, count REAL, shape BLOB);
            INSERT INTO people VALUES (1, 'Süd', 3.0, x'4750'), (2, NULL, 0.125, NULL), (-9223372036854775808, '', 1e300, NULL);
            """, in: scratch)
        let table = try #require(try GeoPackageReader.plainTables(path: path).first)
        #expect(table.name == "people" && table.columns == ["fid", "name", "count", "shape"])
        #expect(
            table.rows == [
                ["-9223372036854775808", "", "1e+300", nil], ["1", "Süd", "3", nil], ["2", nil, "0.125", nil],
            ])
    }

    @Test("tables that the list conceals are told, sorted; views, indexes and the format's own are not")
    func concealed() throws {
        let scratch = try Scratch()
        let path = try database(
            """
            CREATE TABLE gpkg_contents (table_name TEXT);
            CREATE TABLE RTREE_quarters_geom_node (nodeno INTEGER);
            CREATE TABLE zeta (a TEXT); CREATE TABLE "Alpha" (a TEXT); CREATE TABLE "odd "" name" ("col "" umn" TEXT);
            INSERT INTO "odd "" name" VALUES ('x');
            CREATE VIEW endless AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n;
            CREATE VIRTUAL TABLE words USING fts5(body); INSERT INTO words VALUES ('secret');
            """, in: scratch)
        let tables = try GeoPackageReader.plainTables(path: path)
        let names = tables.map(\.name)
        #expect(names == names.sorted())
        #expect(names.filter { !$0.hasPrefix("words") } == ["Alpha", "odd \" name", "zeta"])
        let odd = try #require(tables.first { $0.name == "odd \" name" })
        #expect(odd.columns == ["col \" umn"] && odd.rows == [["x"]])
        // What a virtual table keeps lies in tables of its own, and those are read.
        #expect(tables.contains { $0.rows.contains { $0.contains("secret") } })
    }

    @Test("a generated column is a column")
    func generated() throws {
        let scratch = try Scratch()
        let path = try database(
            """
            CREATE TABLE t (a INTEGER, b INTEGER GENERATED ALWAYS AS (a * 2) VIRTUAL, c TEXT); INSERT INTO t (a, c) VALUES (4, 'z');
            """, in: scratch)
        let table = try #require(try GeoPackageReader.plainTables(path: path).first)
        #expect(table.columns == ["a", "b", "c"] && table.rows == [["4", "8", "z"]])
    }

    @Test("what is no database is a failure, and so is a cut one", arguments: [0, 10, 100, 3_000])
    func broken(length: Int) throws {
        let scratch = try Scratch()
        let path = try database(
            "CREATE TABLE t (a TEXT); INSERT INTO t SELECT hex(randomblob(9000)) FROM (SELECT 1 UNION SELECT 2);",
            in: scratch)
        let bytes = try Data(contentsOf: URL(filePath: path)).prefix(length)
        try bytes.write(to: URL(filePath: path))
        if length == 0 {
            // An empty file is an empty database to SQLite.
            #expect((try? GeoPackageReader.plainTables(path: path))?.isEmpty != false)
        } else {
            #expect(throws: (any Error).self) { try GeoPackageReader.plainTables(path: path) }
        }
        #expect(throws: (any Error).self) { try GeoPackageReader.plainTables(path: scratch.path("missing.gpkg")) }
    }
}
