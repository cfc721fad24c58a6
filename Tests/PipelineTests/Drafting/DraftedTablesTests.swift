import Foundation
import Pipeline
import Spreadsheets
import TestSupport
import Testing

/// Folders of tables: places, offers, room slots, holidays, stops, our own templates, registers with a column for each year,
/// the census of 2011 in its long form.
@Suite struct DraftedTablesTests {
    @Test func placesOffersAndRoomSlots() throws {
        let town = try DraftedTown()
        try town.writeQuarters()
        try town.write(
            "Kennung;Name;Kategorie;Rechtswert;Hochwert\nL;Bücherei;Bibliothek;560450;6018550\n"
                + "B;Bürgerhaus Ost;Bürgerhaus;561450;6018550\n", to: "orte.csv")
        try town.write(
            "Kennung;Name;Ort;Zeiten;Für wen;Förderung;Gefördert bis\n"
                + "A1;Sprachcafé;L;Tu 15:00-18:00;alle;befristet;31.12.2025\n"
                + "A2;Nähkurs;Bürgerhaus Ost;We 10:00-12:00;alle;;\n", to: "kurse_und_treffs.csv")
        try town.write(
            "Ort;Raum;Zeiten;Schlüssel;Gültig bis\nL;Saal;Th 17:00-20:00;offen für alle;\n", to: "schluessel.csv")
        try town.write(
            "Ferien;von;bis\nSommerferien;15.07.2024;23.08.2024\n", to: "termine.csv")
        try town.write(
            "Name;Rechtswert;Hochwert;Werktag;Samstag;Sonntag\nMarkt;560500;6018500;4;2;1\n", to: "bus.csv")
        let (rows, draft) = try town.run()
        #expect(
            draft.draftedLayers == [
                "quarters stadtteile.geojson", "places orte.csv", "stops bus.csv", "offers kurse_und_treffs.csv",
                "room_slots schluessel.csv",
            ], "\(draft)")
        #expect(draft.contains("school_holidays: \"termine.csv\""))
        #expect(try rows.places("quarter", "W", "library") == 1)
        #expect(try rows.places("quarter", "E", "community_centre") == 1)
        let offers = try town.output("internal/offers.csv")
        #expect(
            offers.count == 3 && offers[1].hasPrefix("A1,Sprachcafé,,L,W,")
                && offers[1].contains(",limited,2025-12-31,"))
        #expect(offers[2].hasPrefix("A2,Nähkurs,,B,E,"))
        let slots = try town.output("internal/room-slots.csv")
        #expect(slots.count == 2 && slots[1].hasPrefix("L,Bücherei,W,Saal,Th 17:00-20:00,open_to_all,"))
    }

    /// Empty tables as `init --templates` writes them, twice each, beside quarters: with and without a map.
    @Test(arguments: [false, true]) func templatesAreRecognised(hasMap: Bool) throws {
        let town = try DraftedTown()
        try town.writeQuarters()
        _ = try TemplateWriting.write(into: town.folder)
        if hasMap {
            var map = MapTown()
            // 9.93° E, 54.31° N lies in West.
            map.more = MapTown.node(
                701, 9.93, 54.31,
                ["addr:street": "Musterstraße", "addr:housenumber": "12a", "addr:city": "Musterstadt"])
            try town.write(map.map, to: "karte.osm")
        }
        let (rows, draft) = try town.run()
        let layers = draft.draftedLayers
        #expect(
            Set(layers).isSuperset(of: [
                "places orte.csv", "offers angebote.csv", "room_slots raumzeiten.csv", "participation beteiligung.csv",
            ]),
            "\(draft)")
        #expect(draft.contains("\"hilfe.csv\": passt zu keiner Art von Ebene"))
        for file in ["orte", "angebote", "raumzeiten", "beteiligung"] {
            #expect(draft.contains("\"\(file).xlsx (\(file))\": dieselbe Tabelle oder Karte wie \"\(file).csv\""))
        }
        let roles = [
            "room_area: \"Raumfläche m²\"", "operator_kind: \"Art des Trägers\"", "date: \"Stand\"",
            "outcome: \"Was daraus wurde\"",
        ]
        for role in roles { #expect(draft.contains("      \(role)  # vermutet"), "\(role)") }
        if hasMap { #expect(try rows.places("quarter", "W", "community_centre") == 1) }
    }

    /// Of two forms of a table the one that somebody filled in counts.
    @Test func theFullerTwinIsTaken() throws {
        let town = try DraftedTown()
        try town.writeQuarters()
        let header = ["Name", "Kategorie", "Rechtswert", "Hochwert"]
        let rows: [[XLSXWriter.Cell]] = (0..<3).map {
            [.text("Ort \($0)"), .text("Bibliothek"), .integer(560_450), .integer(6_018_550 + $0)]
        }
        try town.write(
            try XLSXWriter.workbook([.init(name: "orte", header: header, rows: rows)], path: "o"), to: "orte.xlsx")
        try town.write(header.joined(separator: ";") + "\nOrt 0;Bibliothek;560450;6018550\n", to: "orte.csv")
        let result = try town.run()
        #expect(result.draft.draftedLayers == ["quarters stadtteile.geojson", "places orte.xlsx"], "\(result.draft)")
        #expect(try result.rows.places("quarter", "W", "library") == 3)
    }

    // MARK: People

    private func writePlaces(_ town: DraftedTown) throws {
        try town.writeQuarters()
        try town.write(
            DraftedTown.collection([TinyTown.feature("B", #","name":"B""#, "Point", TinyTown.point((450, 1550)))]),
            to: "bibliotheken.geojson")
    }

    @Test func aColumnForEachYearAndGroup() throws {
        let town = try DraftedTown()
        try writePlaces(town)
        try town.write(
            "Stadtteil;Einwohner 2020;Einwohner 2022;Einwohner 2021;Ausländer 2021;Ausländer 2022\n"
                + "West;100;120;110;11;12\nEast;200;220;210;21;22\nGesamt;300;340;320;32;34\n", to: "register.csv")
        let (rows, draft) = try town.run()
        #expect(draft.contains("period: \"2022\""))
        #expect(draft.contains("eine Spalte je Jahr, gelesen wird das Jahr unter period: 2022, 2021, 2020"), "\(draft)")
        #expect(draft.contains("{ id: \"all\", column: \"Einwohner\""))
        #expect(abs(try rows.residents("quarter", "W") - 120) < 1e-9)
        #expect(abs(try rows.residents("quarter", "E", group: "foreign") - 22) < 1e-9)
    }

    /// A sheet for each group, its columns called by nothing but years.
    @Test func aSheetForEachGroup() throws {
        let town = try DraftedTown()
        try writePlaces(town)
        func sheet(_ name: String, _ west: [Int], _ east: [Int]) -> XLSXWriter.Sheet {
            XLSXWriter.Sheet(
                name: name, header: ["Stadtteil", "2021", "2022"],
                rows: [("West", west), ("East", east)].map { name, values in
                    [.text(name)] + values.map { .integer($0) }
                })
        }
        try town.write(
            try XLSXWriter.workbook(
                [sheet("Ausländer", [11, 12], [21, 22]), sheet("Einwohner", [110, 120], [210, 220])], path: "r"),
            to: "zeitreihen.xlsx")
        let (rows, draft) = try town.run()
        #expect(draft.contains("name: \"Ausländer\"") && draft.contains("name: \"Einwohner\""), "\(draft)")
        #expect(abs(try rows.residents("quarter", "W") - 120) < 1e-9)
        #expect(abs(try rows.residents("quarter", "W", group: "foreign") - 12) < 1e-9)
    }

    /// A row for each quarter, year and group.
    @Test func aRowForEachGroup() throws {
        let town = try DraftedTown()
        try writePlaces(town)
        var table = "Jahr;Stadtteil;Merkmal;Anzahl\n"
        for (year, more) in [(2021, 0), (2022, 10)] {
            for (quarter, all, foreign) in [("West", 110, 11), ("East", 210, 21)] {
                table += "\(year);\(quarter);insgesamt;\(all + more)\n\(year);\(quarter);Ausländer;\(foreign + more)\n"
            }
        }
        try town.write(table, to: "register.csv")
        let (rows, draft) = try town.run()
        #expect(draft.contains("      group: \"Merkmal\"") && draft.contains("column: \"insgesamt\""), "\(draft)")
        #expect(abs(try rows.residents("quarter", "W") - 120) < 1e-9)
        #expect(abs(try rows.residents("quarter", "E", group: "foreign") - 31) < 1e-9)
    }

    /// Cells of 100 m in rows of characteristics, as the office delivered 2011.
    @Test func theLongFormOfTheCensus() throws {
        let town = try DraftedTown()
        let quarters = [("W", [0.0, 0, 1000, 1000]), ("E", [1000, 0, 2000, 1000])].map { id, box in
            PeopleTown.box(id, box, more: #","name":"Quartier \#(id)""#)
        }
        try town.write(DraftedTown.collection(quarters, crs: 3035), to: "quartiere.geojson")
        try town.write(
            DraftedTown.collection(
                [TinyTown.feature("L", #","name":"L""#, "Point", "[4310450,3380550]")], crs: 3035),
            to: "bibliotheken.geojson")
        var table = "Gitter_ID_100m;Gitter_ID_100m_neu;Merkmal;Auspraegung_Code;Auspraegung_Text;Anzahl;Anzahl_q\n"
        for (column, all, foreign) in [(2, 100, 20), (5, 60, 7), (15, 200, 30)] {
            let (north, east) = (3_380_200, 4_310_000 + 100 * column)
            let ids = "100mN\(north / 100)E\(east / 100);CRS3035RES100mN\(north)E\(east)"
            table += "\(ids); INSGESAMT;0;Einheiten insgesamt;\(all);0\n"
            table += "\(ids);STAATSANGE_KURZ;1;Deutschland;\(all - foreign);0\n"
            table += "\(ids);STAATSANGE_KURZ;2;Ausland;\(foreign);0\n"
        }
        try town.write(table, to: "Bevoelkerung_100m_Gitter.csv")
        let (rows, draft) = try town.run()
        #expect(draft.contains("period: \"2011\"") && draft.contains("source: \"zensus2011\""))
        #expect(draft.contains("column: \"INSGESAMT:Einheiten insgesamt\""), "\(draft)")
        #expect(try agree(rows.residents("quarter", "W"), 160) && agree(rows.residents("quarter", "E"), 200))
        #expect(try agree(rows.residents("quarter", "W", group: "foreign"), 27))
    }
}
