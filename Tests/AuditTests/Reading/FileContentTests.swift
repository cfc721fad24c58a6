import Formats
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Audit

@Suite("What single files say")
struct FileContentTests {
    private func content(_ text: String, _ name: String) throws -> FileContent {
        let scratch = try Scratch()
        return FileContent(reading: try scratch.write(text, to: name))
    }

    @Test("rows of CSV with their lines, signs in place of numbers as texts")
    func csv() throws {
        let table = try #require(try content("id,value\n1,3\n2,\n3,NaN\n4,–\n", "a.csv").tables.first)
        #expect(table.columns == ["id", "value"])
        #expect(table.rows.map { $0[1].text }.prefix(2) == ["3", ""])
        #expect(table.rows[2][1].text.lowercased() == "nan" && table.rows[3][1].text == "–")
        #expect(table.line(0) == 2 && table.line(9) == nil)
        #expect(table.text(0, table.column("VALUE", "value")) == "3" && table.text(0, nil).isEmpty)
    }

    @Test("GeoJSON gives its properties, its shapes and what else it says")
    func geoJSON() throws {
        let content = try content(
            """
            {"type":"FeatureCollection","totals":{"residents":7},"features":[{"type":"Feature","id":"q","properties":\
            {"id":"01","residents_foreign":3,"note":null},"geometry":{"type":"Polygon","coordinates":[[[9,54],[9.1,54],[9.1,54.1],[9,54]]]}},\
            {"type":"Feature","properties":{"id":"02"},"geometry":{"type":"Point","coordinates":[9,54]}}]}
            """, "quarters.geojson")
        let table = try #require(content.tables.first)
        #expect(table.text(0, table.column("residents_foreign")) == "3")
        // Points have no extent.
        #expect(content.shapes.map(\.values) == [["id": "01"]])
        #expect(content.json?["totals"]?["residents"]?.double == 7 && content.json?["features"] == nil)
        #expect(content.findings.isEmpty)
    }

    @Test("JSON is kept whole; what is none is a finding")
    func json() throws {
        #expect(try content("{\"a\":[1,null,\"x\"]}", "a.json").json?["a"] != nil)
        for text in ["", "{", "[1,]", "{\"a\":1}}", "\u{FEFF}nonsense"] {
            let content = try content(text, "a.json")
            #expect(content.json == nil && content.findings.map(\.code) == [.unreadable], "\(text)")
        }
    }

    @Test("a GeoPackage gives all of its tables as texts")
    func geoPackage() throws {
        let scratch = try Scratch()
        let path = scratch.path("a.gpkg")
        let queue = try DatabaseQueue(path: path)
        try queue.write {
            try $0.execute(
                sql:
                    "CREATE TABLE secret (id TEXT, n REAL, g BLOB); INSERT INTO secret VALUES ('03', 3.0, x'00'), (NULL, 0.5, NULL)"
            )
        }
        try queue.close()
        let table = try #require(FileContent(reading: path).tables.first)
        #expect(table.name == "secret" && table.columns == ["id", "n", "g"])
        #expect(table.rows.map { $0.map(\.text) } == [["03", "3", ""], ["", "0.5", ""]])
        let broken = scratch.path("b.gpkg")
        try Data("SQLite format 3\u{0}".utf8 + [UInt8](repeating: 7, count: 4_000)).write(to: URL(filePath: broken))
        #expect(FileContent(reading: broken).findings.map(\.code) == [.unreadable])
    }

    @Test("texts line by line, and files of kinds that no publication has")
    func others() throws {
        let text = try content("eins\n\n  \ndrei\n", "note.TXT")
        #expect(text.fragments.map(\.line) == [1, 4] && text.fragments.map(\.text) == ["eins", "drei"])
        for name in ["a.sav", "a.mdb", "noextension", ".hidden.csv", "a.csv~", "run.json.bak"] {
            #expect(try content("id\n1\n", name).findings.map(\.code) == [.unknownFile], "\(name)")
        }
        #expect(try content("text", "LICENSE").findings.isEmpty)
    }

    @Test("links are followed by nobody, folders are read to the bottom, in order")
    func folders() throws {
        let scratch = try Scratch()
        for name in ["b/z.csv", "a.csv", "b/c/d.csv"] { try scratch.write("id\n1\n", to: name) }
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("link.csv"), withDestinationPath: scratch.path("a.csv"))
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("loop"), withDestinationPath: scratch.folder.path())
        let root = scratch.folder.path()
        let files = try FolderListing.files(root).map { String($0.dropFirst(root.count)).drop { $0 == "/" } }
        #expect(files == ["a.csv", "b/c/d.csv", "b/z.csv", "link.csv", "loop"])
        #expect(FileContent(reading: scratch.path("link.csv")).findings.map(\.code) == [.unknownFile])
        #expect(FileContent(reading: scratch.path("loop")).findings.map(\.code) == [.unknownFile])
    }
}
