import Features
import Formats
import Foundation
import Planar
import ReferenceSystems
import Shapefile
import TestSupport
import Testing
import Wording

@Suite struct ShapefileReaderTests {
    /// The files of a fixture in memory.
    static func parts(_ name: String) throws -> ShapefileParts {
        ShapefileParts(
            shp: try fixtures.bytes(name + ".shp"), shx: try fixtures.bytes(name + ".shx"),
            dbf: try fixtures.bytes(name + ".dbf"), prj: try fixtures.bytes(name + ".prj"),
            cpg: try fixtures.bytes(name + ".cpg"))
    }

    @Test(arguments: [
        ("utf8", "EPSG:25832"), ("latin1", "EPSG:25832"), ("points", "EPSG:4326"), ("lines", "EPSG:31467"),
        ("multi", "EPSG:3035"),
    ])
    func filesAreReadAsGDALReadsThem(_ name: String, _ system: String) throws {
        let rows = try #require(fixtures.json("expected.json")["files"]?[name]?.elements)
        let read = try ShapefileReader.read(path: fixtures.path(name + ".shp"))
        #expect(differences(between: read.layer, and: rows).isEmpty, "\(differences(between: read.layer, and: rows))")
        #expect(read.layer.name == name)
        #expect(read.layer.crsText == system)
        let expected: [DiagnosticCode] = name == "lines" ? [.zIgnored] : name == "multi" ? [.geometryMissing] : []
        #expect(read.diagnostics.map(\.code) == expected)
    }

    /// What GDAL wrote as ESRI's well-known text names no code, but PROJ knows the system.
    @Test func systemsInTheWordsOfESRIAreIdentified() throws {
        guard case .object(let systems)? = try fixtures.json("expected.json")["systems"] else {
            Issue.record("no systems")
            return
        }
        #expect(systems.count == 13)
        for system in systems {
            var parts = try ShapefileReaderTests.parts("points")
            parts.prj = Array(try #require(system.value.string).utf8)
            let text = try #require(ShapefileReader.read(parts, path: "a.shp").layer.crsText)
            #expect(text == system.key)
        }
    }

    @Test func filesOfOneNameAreFoundWhateverTheirCapitals() throws {
        let scratch = try Scratch()
        for (own, other) in [
            ("shp", "Viertel.SHP"), ("dbf", "VIERTEL.dbf"), ("shx", "viertel.Shx"), ("prj", "Viertel.PRJ"),
        ] {
            try Data(fixtures.bytes("utf8." + own)).write(to: URL(filePath: scratch.path(other)))
        }
        let read = try ShapefileReader.read(path: scratch.path("Viertel.SHP"))
        #expect(read.layer.count == 3 && read.layer.name == "Viertel" && read.layer.crsText == "EPSG:25832")
        // Without a .cpg file the header counts; GDAL writes none for UTF-8, so the texts decide.
        #expect(read.layer.column(named: "name")?.string(at: 0) == "Mürwik")
        #expect(read.diagnostics.map(\.code) == [.encodingAssumed])
        #expect(read.diagnostics.first?.arguments["encoding"] == "UTF-8")
    }

    @Test func missingFilesAreNamed() throws {
        var parts = try ShapefileReaderTests.parts("utf8")
        let whole = try ShapefileReader.read(parts, path: "a.shp").layer
        (parts.shx, parts.prj) = (nil, nil)
        let read = try ShapefileReader.read(parts, path: "a.shp")
        #expect(read.layer.geometries == whole.geometries && read.layer.columns == whole.columns)
        #expect(read.layer.crsText == Layer.unknownReferenceSystem)
        #expect(read.diagnostics.map(\.code) == [.shapefilePartMissing, .crsMissing])
        #expect(read.diagnostics.first?.message(.english).contains(".shx") == true)
        parts.dbf = nil
        let bare = try ShapefileReader.read(parts, path: "a.shp")
        #expect(bare.layer.columns.isEmpty && bare.layer.count == 3)
        #expect(bare.diagnostics.map { $0.arguments["part"] } == [".dbf", ".shx", nil])
        #expect(throws: Failure.self) { try ShapefileReader.read(ShapefileParts(), path: "a.shp") }
    }

    @Test func aTableIsReadWithoutShapes() throws {
        let layer = try ShapefileReader.read(path: fixtures.path("utf8.dbf")).layer
        #expect(layer.count == 3 && layer.geometries.missingCount == 3 && layer.crsText == nil)
        #expect(layer.column(named: "key")?.string(at: 2) == "03")
    }

    @Test func aPolygonIsMeasuredBehindTheTransform() throws {
        let layer = try ShapefileReader.read(path: fixtures.path("utf8.shp")).layer
        let rows = try #require(fixtures.json("expected.json")["files"]?["utf8"]?.elements)
        for (row, expected) in rows.enumerated() {
            #expect(layer.geometries[row]?.area == expected["area"]?.double)
        }
    }
}
