import Features
import Formats
import Foundation
import Pipeline
import TestSupport
import Testing
import Wording

/// `quartier info` and `quartier init`: files described, and a first project file made of them.
@Suite struct FileInfoTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func info(_ features: String, crs: String = "") throws -> FileInfo {
        let path = try scratch.write(#"{"type":"FeatureCollection",\#(crs)"features":[\#(features)]}"#, to: "f.geojson")
        return try FileInfo(path: path)
    }

    private func feature(_ properties: String, _ at: (Double, Double)) -> String {
        #"{"type":"Feature","properties":{\#(properties)},"#
            + #""geometry":{"type":"Point","coordinates":[\#(at.0),\#(at.1)]}}"#
    }

    @Test func columnsAreDescribed() throws {
        let info = try info(
            [
                feature(#""n":1,"x":1.5,"t":"a","b":true,"m":1,"e":null"#, (9, 54)),
                feature(#""n":-3,"x":2,"t":"b","b":false,"m":"x","e":null"#, (10, 55)),
                feature(#""n":7,"x":null,"t":"a","b":true,"m":2,"e":null"#, (9.5, 54.5)),
            ].joined(separator: ","))
        let columns = Dictionary(uniqueKeysWithValues: info.columns.map { ($0.name, $0) })
        #expect(columns["n"]?.type == "integer")
        #expect(columns["n"]?.minimum == -3 && columns["n"]?.maximum == 7)
        #expect(columns["x"]?.type == "number")
        #expect(columns["x"]?.present == 2)
        #expect(columns["t"]?.type == "text" && columns["t"]?.distinct == 2)
        #expect(columns["b"]?.type == "boolean")
        #expect(columns["m"]?.type == "mixed")
        #expect(columns["e"]?.type == "empty" && columns["e"]?.present == 0)
        #expect(info.findings.map(\.code).contains(.mixedTypes))
        #expect(info.findings.contains { $0.code == .valueNegative && $0.arguments["column"] == "n" })
        #expect(info.kinds.map(\.kind) == ["point"] && info.kinds.map(\.count) == [3])
        #expect(info.extent.map { [$0.minX, $0.minY, $0.maxX, $0.maxY] } == [9, 54, 10, 55])
        #expect(info.suggestedSystem == "EPSG:25832")
    }

    @Test func oldSystemsAreNamedAndJudged() throws {
        func crs(_ name: String) -> String { #""crs":{"type":"name","properties":{"name":"\#(name)"}},"# }
        let metric = try info(feature("", (560_000, 6_017_000)), crs: crs("urn:ogc:def:crs:EPSG::25832"))
        #expect(metric.referenceSystem == "EPSG:25832")
        #expect(metric.suggestedSystem == nil)
        #expect(metric.findings.map(\.code).contains(.crsOldMember))
        #expect(!metric.findings.map(\.code).contains(.coordinatesLookProjected))
        let wrong = try info(feature("", (560_000, 6_017_000)))
        #expect(wrong.findings.map(\.code).contains(.coordinatesLookProjected))
        let unknown = try info(feature("", (9, 54)), crs: crs("urn:ogc:def:crs:EPSG::99999"))
        #expect(unknown.findings.map(\.code).contains(.crsUnknown))
    }

    @Test func anEmptyFileHasNoExtent() throws {
        let info = try info("")
        #expect(info.extent == nil && info.columns.isEmpty && info.kinds.isEmpty && info.suggestedSystem == nil)
        #expect(!info.text(.english).contains("⟨"))
    }

    @Test func textAndJSONAgree() throws {
        let info = try FileInfo(path: Repository.sample("2024/zellen.geojson"))
        let json = try JSONValue(parsing: info.json(.german))
        #expect(json["features"]?.double == 965)
        #expect(json["geometries"]?["polygon"]?.double == 965)
        let columns = try #require(json["columns"]?.elements)
        #expect(columns.compactMap { $0["name"]?.string } == ["id", "einwohner", "auslaender", "unter18", "ab65"])
        for language in Language.allCases {
            let text = info.text(language)
            #expect(text.contains("965"))
            #expect(!text.contains { "⟨⟩{}".contains($0) })
        }
    }

    @Test func manyDifferentValuesAreCountedToALimit() throws {
        let many = (0..<1_200).map { feature(#""n":\#($0)"#, (9, 54)) }.joined(separator: ",")
        let info = try info(many)
        #expect(info.columns.first?.distinct == FileInfo.distinctLimit)
        #expect(info.text(.english).contains("≥ 1000"))
    }

    // MARK: init

    @Test func draftsNameFilesRelativeToTheirFolder() throws {
        let inside = try scratch.write(
            #"{"type":"FeatureCollection","features":[\#(feature(#""a":1"#, (9, 54)))]}"#, to: "town/data/orte.geojson")
        func draft(_ folder: String) throws -> String {
            try ProjectDrafting.draft(files: [inside], folder: folder, period: "2024", language: .german)
        }
        #expect(try draft(scratch.path("town")).contains("file: \"data/orte.geojson\""))
        #expect(try draft(scratch.path("town/data")).contains("file: \"orte.geojson\""))
        #expect(try draft(scratch.path("town/./data/../data")).contains("file: \"orte.geojson\""))
        // Beside or above the folder: the whole path. A name that only begins alike is another folder.
        #expect(try draft(scratch.path("other")).contains("file: \"\(inside)\""))
        #expect(try draft(scratch.path("town/dat")).contains("file: \"\(inside)\""))
    }

    @Test func draftsSuggestTheSystemOfTheTown() throws {
        func draft(_ x: Double, _ y: Double, crs: String = "") throws -> String {
            let path = try scratch.write(
                #"{"type":"FeatureCollection",\#(crs)"features":[\#(feature(#""a":1"#, (x, y)))]}"#, to: "orte.geojson")
            return try ProjectDrafting.draft(files: [path], folder: "", period: "2024", language: .english)
        }
        #expect(try draft(9.5, 54.3).contains("EPSG:25832"))
        #expect(try draft(13.4, 52.5).contains("EPSG:25833"))
        let gaussKrueger = #""crs":{"type":"name","properties":{"name":"EPSG:31467"}},"#
        #expect(try draft(3_565_000, 5_950_000, crs: gaussKrueger).contains("EPSG:25832"))
    }

    @Test func folderOfAPath() {
        let cases = [
            "quartier.yaml": "", "-": "", "": "", "a": "", "a/b": "a", "/a": "/", "//a": "/", "a/b/c.yaml": "a/b",
            "./q": ".", "../q": "..",
        ]
        for (path, folder) in cases { #expect(FileAccess.folder(of: path) == folder, "\(path)") }
    }
}
