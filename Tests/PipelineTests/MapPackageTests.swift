import Features
import Formats
import Foundation
import GeoPackage
import TestSupport
import Testing

@testable import Pipeline

/// `quartier.gpkg` of each edition: the same as the GeoJSON files beside it, in metres and with styles.
@Suite struct MapPackageTests {
    private static let layers = ["quarters", "overlay", "places", "catchments", "stops"]

    private func read(_ edition: String, _ layer: String) throws -> Layer {
        try GeoPackageReader.read(
            path: try SampleRuns.folder("2024") + "/\(edition)/quartier.gpkg", layer: layer
        ).layer
    }

    @Test(arguments: ["internal", "draft"], MapPackageTests.layers)
    func itHoldsWhatTheGeoJSONHolds(_ edition: String, _ name: String) throws {
        let path = try SampleRuns.folder("2024") + "/\(edition)/\(name).geojson"
        let (map, table) = (try GeoJSONReader.read(path: path).layer, try read(edition, name))
        #expect(table.count == map.count && map.count > 0)
        // Every table of a GeoPackage has a key, which the reader shows.
        #expect(Set(table.columns.map(\.name)) == Set(map.columns.map(\.name) + ["fid"]))
        for column in map.columns {
            let other = try #require(table.column(named: column.name))
            for row in 0..<map.count {
                let (left, right) = (column.value(at: row), other.value(at: row))
                #expect((left == nil) == (right == nil), "\(column.name) \(row)")
                if let number = column.double(at: row), number != other.double(at: row) {
                    Issue.record("\(column.name) \(row): \(number) against \(String(describing: right))")
                }
            }
        }
    }

    @Test func coordinatesAreMetresAndNumbersAreNumbers() throws {
        let places = try read("internal", "places")
        let points = try #require(places.geometries.points)
        // Seven digits northing: UTM zone 32.
        #expect(points.xs.allSatisfy { (200_000...900_000).contains($0) })
        #expect(points.ys.allSatisfy { (5_900_000...6_200_000).contains($0) })
        #expect(places.crsText?.contains("25832") == true)
        let residents = try #require(try read("internal", "quarters").column(named: "residents"))
        guard case .doubles = residents.storage else {
            Issue.record("\(residents.storage) is no column of numbers")
            return
        }
    }

    @Test func editionsDifferInWhatMayBeSeen() throws {
        let inside = Set(try read("internal", "overlay").columns.map(\.name))
        let outside = Set(try read("draft", "overlay").columns.map(\.name))
        #expect(inside.contains("residents_foreign"))
        #expect(outside == inside.subtracting(["residents_foreign", "residents_under18", "residents_aged65"]))
        #expect(try read("draft", "places").count == 178)
        #expect(try read("internal", "places").count == 180)
    }

    @Test func twoRunsWriteTheSameBytes() throws {
        let scratch = try Scratch()
        let path = try TinyTown().write(to: scratch)
        var files: [Data] = []
        for name in ["a", "b"] {
            _ = try Run.run(project: path, options: RunOptions(output: scratch.path(name)))
            files.append(try Data(contentsOf: URL(filePath: scratch.path(name + "/internal/quartier.gpkg"))))
        }
        #expect(files[0] == files[1] && files[0].count > 4096)
    }

    @Test(arguments: [
        ("2024", [:], "2024-01-01T00:00:00.000Z"), ("2024-06-30", [:], "2024-06-30T00:00:00.000Z"),
        ("bald", [:], "1970-01-01T00:00:00.000Z"),
        ("2024", ["SOURCE_DATE_EPOCH": "1700000000"], "2023-11-14T22:13:20.000Z"),
        ("2024", ["SOURCE_DATE_EPOCH": "-1"], "2024-01-01T00:00:00.000Z"),
        ("2024", ["SOURCE_DATE_EPOCH": "99999999999999999999"], "2024-01-01T00:00:00.000Z"),
    ])
    func theLastChangeIsNoClock(_ period: String, _ environment: [String: String], _ expected: String) {
        #expect(LastChange.text(period: period, environment: environment) == expected)
    }

    @Test(.needs(.ogrinfo), arguments: [("internal", 180), ("draft", 178)])
    func gdalOpensIt(_ edition: String, _ places: Int) throws {
        let text = try ogrinfo(edition, ["-so", "-al"])
        #expect(!text.contains("Warning") && !text.contains("ERROR"), "\(text)")
        for (layer, count) in ["quarters": 9, "places": places] {
            let part = try #require(text.components(separatedBy: "Layer name: ").first { $0.hasPrefix(layer + "\n") })
            #expect(part.contains("Feature Count: \(count)\n"), "\(part)")
            #expect(part.contains("ID[\"EPSG\",25832]"))
        }
        #expect(text.contains("Layer name: layer_styles"))
    }

    @Test(.needs(.ogrinfo)) func stylesHaveTheColoursOfTheReport() throws {
        let text = try ogrinfo("internal", [], layer: "layer_styles")
        for expected in ["organised_places_within_10min", "60 bis unter 80", "Schwerpunktbereich", "bis 15 Minuten"] {
            #expect(text.contains(expected), "\(expected)")
        }
        // The darkest class and the signs of the three kinds, as QML writes colours.
        for colour in ["27,88,102", "0,114,178", "230,159,0", "0,158,115"] { #expect(text.contains(colour)) }
        #expect(!text.contains("⟨"))
    }

    /// What ogrinfo says of the package of an edition.
    private func ogrinfo(_ edition: String, _ options: [String], layer: String? = nil) throws -> String {
        let path = try SampleRuns.folder("2024") + "/\(edition)/quartier.gpkg"
        let (status, text) = try OtherProgram.ogrinfo.run(options + [path] + (layer.map { [$0] } ?? []))
        #expect(status == 0)
        return text
    }
}
