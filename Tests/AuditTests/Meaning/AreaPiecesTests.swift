import TestSupport
import Testing

@testable import Audit

@Suite("How areas lie on the quarters")
struct AreaPiecesTests {
    /// A square of hundredths of a degree, as JSON.
    private func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> String {
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        return "{\"type\":\"Polygon\",\"coordinates\":[["
            + corners.map { "[\(9 + $0.0 / 100),\(54 + $0.1 / 100)]" }.joined(separator: ",") + "]]}"
    }

    private func collection(_ features: [(properties: String, geometry: String)]) -> String {
        "{\"type\":\"FeatureCollection\",\"features\":["
            + features.map { "{\"type\":\"Feature\",\"properties\":{\($0.properties)},\"geometry\":\($0.geometry)}" }
            .joined(separator: ",") + "]}"
    }

    private func pieces(_ change: (inout SmallPublication) -> Void) throws -> (AreaPieces, Gazetteer) {
        let scratch = try Scratch()
        var town = SmallPublication()
        for id in ["S2", "S3"] { town.rows.append(.init(level: "focus_area", area: id, value: "500")) }
        town.rows.append(.init(level: "area", area: "S1", value: "100"))
        change(&town)
        let folder = try PublishedFolder(path: town.write("public", in: scratch))
        let gazetteer = Readings(folder).gazetteer
        return (AreaPieces(folder, gazetteer), gazetteer)
    }

    private func names(_ pieces: AreaPieces) -> [String] {
        pieces.pieces.map { "\($0.area.level) \($0.area.id) in \($0.quarter)" }
    }

    @Test("a piece that names its quarter and area, all of which lies there")
    func named() throws {
        let (pieces, gazetteer) = try pieces { _ in }
        #expect(names(pieces) == ["focus_area S1 in 01"])
        #expect(pieces.isWhollyInQuarters(try #require(gazetteer.area("S1", levels: ["focus_area"]))))
        #expect(!pieces.isWhollyInQuarters(try #require(gazetteer.area("S1", levels: ["area"]))))
        #expect(pieces.mayOverlap.isEmpty)
    }

    @Test("an area on the map that lies in one quarter is its own piece, one across two is none")
    func covered() throws {
        let (pieces, gazetteer) = try pieces {
            $0.files["focus_areas.geojson"] = collection([
                ("\"id\":\"S2\",\"level\":\"focus_area\"", square(1.2, 0.2, 1.8, 0.8)),
                ("\"id\":\"S3\",\"level\":\"focus_area\"", square(1.2, 0.2, 2.8, 0.8)),
                ("\"id\":\"S9\",\"level\":\"focus_area\"", square(3.2, 0.2, 3.8, 0.8)),
            ])
        }
        #expect(names(pieces) == ["focus_area S1 in 01", "focus_area S2 in 02"])
        #expect(pieces.isWhollyInQuarters(try #require(gazetteer.area("S2"))))
        #expect(!pieces.isWhollyInQuarters(try #require(gazetteer.area("S3"))))
    }

    @Test("pieces of one layer that overlap in a quarter; those that touch do not")
    func overlap() throws {
        func piece(_ area: String, _ geometry: String) -> (String, String) {
            ("\"layer\":\"focus_area\",\"quarter_id\":\"03\",\"area_id\":\"\(area)\",\"share_of_area\":0.4", geometry)
        }
        let touching = try pieces {
            $0.files["pieces.geojson"] = collection([
                piece("S2", square(2, 0, 2.5, 1)), piece("S3", square(2.5, 0, 3, 1)),
            ])
        }.0
        #expect(touching.mayOverlap.isEmpty && touching.pieces.count == 3)
        let overlapping = try pieces {
            $0.files["pieces.geojson"] = collection([
                piece("S2", square(2, 0, 2.6, 1)), piece("S3", square(2.5, 0, 3, 1)),
            ])
        }.0
        #expect(overlapping.mayOverlap == ["focus_area"])
    }

    @Test("the shares of an area's pieces add up to all of it or not")
    func shares() throws {
        func table(_ second: String) -> String {
            "layer,area_id,quarter_id,share_of_area\nfocus_area,S2,02,0.6\nfocus_area,S2,03,\(second)\n"
        }
        for (second, isWhole) in [("0.4", true), ("0.3995", true), ("0.39", false), ("x", false)] {
            let (pieces, gazetteer) = try pieces { $0.files["shares.csv"] = table(second) }
            #expect(pieces.isWhollyInQuarters(try #require(gazetteer.area("S2"))) == isWhole, "\(second)")
        }
    }

    @Test("shapes of unknown areas and quarters, and broken ones, are none")
    func unknown() throws {
        let (pieces, _) = try pieces {
            $0.files["odd.geojson"] = collection([
                ("\"layer\":\"focus_area\",\"quarter_id\":\"99\",\"area_id\":\"S2\"", square(1, 0, 2, 1)),
                ("\"quarter_id\":\"01\",\"area_id\":\"02\"", square(1, 0, 2, 1)),
                ("\"layer\":\"focus_area\",\"area_id\":\"S3\"", "null"),
            ])
        }
        #expect(names(pieces) == ["focus_area S1 in 01"])
    }
}
