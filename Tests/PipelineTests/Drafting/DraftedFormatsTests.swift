import Formats
import GeoPackage
import Planar
import ReferenceSystems
import Spreadsheets
import TestSupport
import Testing

/// Folders of GeoPackages and workbooks, from `init` to figures.
@Suite struct DraftedFormatsTests {
    @Test func threeTablesOfAGeoPackage() throws {
        let town = try DraftedTown()
        let tables = [
            "stadtteile": TinyTown().quarters,
            "bibliotheken": [TinyTown.feature("B", #","name":"Bücherei""#, "Point", TinyTown.point((450, 1550)))],
            "einwohner": [
                TinyTown.residents("1", (500, 1500), all: 100, foreign: 20),
                TinyTown.residents("2", (600, 1600), all: 50, foreign: 5),
                TinyTown.residents("3", (1500, 1500), all: 200, foreign: 10),
            ],
        ]
        var layers: [GeoPackageLayer] = []
        for (name, features) in tables.sorted(by: { $0.key < $1.key }) {
            let path = try town.scratch.write(DraftedTown.collection(features), to: name + ".geojson")
            layers.append(
                GeoPackageLayer(
                    try GeoJSONReader.read(path: path).layer, in: try CoordinateReferenceSystem("EPSG:25832")))
        }
        try town.write(try GeoPackageWriter.bytes(layers), to: "stadt.gpkg")
        let (rows, draft) = try town.run()
        #expect(
            draft.draftedLayers == ["quarters stadt.gpkg", "places stadt.gpkg", "population stadt.gpkg"], "\(draft)")
        #expect(try rows.residents("quarter", "W") == 150 && rows.residents("quarter", "E") == 200)
        #expect(try rows.residents("quarter", "W", group: "foreign") == 25)
        #expect(try rows.places("quarter", "W", "library") == 1 && rows.places("quarter", "E", "library") == 0)
    }

    /// A register with one sheet of figures and one of notes, and a list of places with coordinates.
    @Test func workbooks() throws {
        let town = try DraftedTown()
        try town.writeQuarters()
        let register = XLSXWriter.Sheet(
            name: "Einwohner", header: ["Stadtteil", "Jahr", "Einwohner", "Ausländer"],
            rows: [
                [.text("West"), .integer(2021), .integer(100), .integer(10)],
                [.text("East"), .integer(2021), .integer(300), .integer(30)],
                [.text("West"), .integer(2022), .integer(120), .integer(24)],
                [.text("East"), .integer(2022), .integer(310), .integer(31)],
            ])
        let notes = XLSXWriter.Sheet(name: "Notizen", header: ["Hinweis"], rows: [[.text("ohne Nebenwohnung")]])
        try town.write(try XLSXWriter.workbook([notes, register], path: "r"), to: "register.xlsx")
        let places = XLSXWriter.Sheet(
            name: "Tabelle1", header: ["Name", "Kategorie", "Rechtswert", "Hochwert"],
            rows: [
                [.text("Bücherei"), .text("Bibliothek"), .integer(560_450), .integer(6_018_550)],
                [.text("Haus Ost"), .text("Bürgerhaus"), .integer(561_450), .integer(6_018_550)],
            ])
        try town.write(try XLSXWriter.workbook([places], path: "p"), to: "treffpunkte.xlsx")
        let (rows, draft) = try town.run()
        #expect(draft.contains("period: \"2022\""))
        #expect(
            draft.contains("table: \"Einwohner\"") && draft.contains("\"register.xlsx (Notizen)\": passt zu keiner"))
        #expect(abs(try rows.residents("quarter", "W") - 120) < 1e-9)
        #expect(abs(try rows.residents("quarter", "E", group: "foreign") - 31) < 1e-9)
        #expect(try rows.places("quarter", "W", "library") == 1)
        #expect(try rows.places("quarter", "E", "community_centre") == 1)
    }
}
