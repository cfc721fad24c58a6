import Foundation
import TestSupport
import Testing

/// Folders with a map of OpenStreetMap: its boundaries as quarters, its house numbers for lists.
@Suite struct DraftedMapTests {
    /// A map whose boundaries are boxes on a grid of 0.01°; every box has corners of its own.
    struct Boundaries {
        private var number = 0
        private(set) var elements = ""

        /// Adds the boundary of a level as a relation `r<id>` over columns and rows of the grid.
        mutating func add(
            _ id: Int, _ level: Int, _ name: String, _ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>,
            more: String = ""
        ) {
            let first = 10_000 + number * 10
            number += 1
            let corners = [
                (columns.lowerBound, rows.lowerBound), (columns.upperBound, rows.lowerBound),
                (columns.upperBound, rows.upperBound), (columns.lowerBound, rows.upperBound),
            ]
            for (offset, corner) in corners.enumerated() {
                elements += MapTown.node(first + offset, 9 + Double(corner.0) / 100, 54 + Double(corner.1) / 100)
            }
            elements += MapTown.way(first, [first, first + 1, first + 2, first + 3, first], [:])
            elements += "<relation id='\(id)' version='1'><member type='way' ref='\(first)' role='outer'/>"
            elements += "<tag k='type' v='boundary'/><tag k='boundary' v='administrative'/>"
            elements += "<tag k='admin_level' v='\(level)'/><tag k='name' v='\(name)'/>\(more)</relation>\n"
        }
    }

    /// Musterstadt of four parts, two of which are divided further, and a part of a neighbour.
    private func town(dividesAll: Bool) throws -> DraftedTown {
        let town = try DraftedTown()
        var boundaries = Boundaries()
        boundaries.add(
            80, 8, "Musterstadt", 0...4, 0...4, more: "<tag k='de:amtlicher_gemeindeschluessel' v='01999001'/>")
        boundaries.add(81, 8, "Nachbarort", 4...6, 0...4)
        boundaries.add(90, 9, "Musterstadt-West", 0...2, 0...4)
        boundaries.add(91, 9, "Musterstadt-Ost", 2...4, 0...4)
        for (index, corner) in [(0, 0), (2, 0), (0, 2), (2, 2)].enumerated() {
            let (columns, rows) = (corner.0...corner.0 + 2, corner.1...corner.1 + 2)
            boundaries.add(100 + index, 10, "Teil \(index)", columns, rows)
            guard dividesAll || index == 0 else { continue }
            boundaries.add(110 + 2 * index, 11, "Ort \(index)a", corner.0...corner.0 + 1, rows)
            boundaries.add(111 + 2 * index, 11, "Ort \(index)b", corner.0 + 1...corner.0 + 2, rows)
        }
        boundaries.add(108, 10, "Nachbarort-Mitte", 4...6, 0...4)
        var map = MapTown()
        map.more = boundaries.elements
        for (id, city) in [(501, "Musterstadt"), (502, "Musterstadt"), (503, "Nachbarort")] {
            map.more += MapTown.node(
                id, 9.005 + Double(id - 500) / 1000, 54.005,
                ["addr:city": city, "addr:street": "Weg", "addr:housenumber": "\(id)"])
        }
        try town.write(map.map, to: "karte.osm")
        return town
    }

    /// The finest level that covers the town; level 11 divides but a quarter of it.
    @Test func theLevelThatCoversTheTownIsOffered() throws {
        let (rows, draft) = try town(dividesAll: false).run()
        #expect(draft.contains("admin_level: 10"), "\(draft)")
        let areas = Set(rows.rows(["level": "quarter"]).compactMap { $0["area_id"] })
        #expect(areas == ["r100", "r101", "r102", "r103"])
        #expect(try rows.places("quarter", "r100", "library") == 1 && rows.places("quarter", "r101", "library") == 0)
    }

    @Test func theFinestLevelGoesFirst() throws {
        let (rows, draft) = try town(dividesAll: true).run()
        #expect(draft.contains("admin_level: 11"), "\(draft)")
        #expect(Set(rows.rows(["level": "quarter"]).compactMap { $0["area_id"] }).count == 8)
        // The library lies at 9.004° E, 54.0052° N, in the western half of the first part.
        #expect(try rows.places("quarter", "r110", "library") == 1)
    }

    @Test func theMapNamesTheTown() throws {
        let draft = try town(dividesAll: false).draft()
        #expect(
            draft.contains(
                "  name: \"Musterstadt\"  # vermutet: nennen 2 von 3 Hausnummern der Karte \"karte.osm\" als Ort\n"))
        #expect(draft.contains("  ags: \"01999001\"  # vermutet\n"))
    }

    /// A map in two packings is one map.
    @Test func oneOfTwoPackingsIsRead() throws {
        let town = try town(dividesAll: false)
        let map = try String(contentsOfFile: town.folder + "/karte.osm", encoding: .utf8)
        try town.write(map, to: "karte.osm.gz")
        let draft = try town.draft()
        #expect(draft.contains("\"karte.osm.gz\": dieselbe Tabelle oder Karte wie \"karte.osm\""), "\(draft)")
        #expect(!draft.contains("file: \"karte.osm.gz\""))
    }

    /// Residents and kindergartens by street and house number, as the map has them.
    @Test func listsArePlacedByTheHouseNumbersOfTheMap() throws {
        let town = try DraftedTown()
        var map = MapTown()
        let houses = [
            (601, 9.003, "Hauptstraße", "1"), (602, 9.004, "Hauptstraße", "3a"), (603, 9.015, "Am Markt", "7"),
        ]
        for (id, x, street, number) in houses {
            map.more += MapTown.node(id, x, 54.0052, ["addr:street": street, "addr:housenumber": number])
        }
        try town.write(map.map, to: "karte.osm")
        let quarters = [("W", 9.0, 9.01), ("E", 9.01, 9.02)].map { id, west, east in
            let corners = [(west, 54.0), (east, 54.0), (east, 54.01), (west, 54.01), (west, 54.0)]
            return TinyTown.feature(
                id, #","name":"\#(id)""#, "Polygon",
                "[[" + corners.map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]]")
        }
        try town.write(DraftedTown.collection(quarters, crs: nil), to: "quartiere.geojson")
        try town.write(
            "Straße;Hausnummer;PLZ;Ort;Einwohner;Ausländer\nHauptstr.;1;01234;Musterstadt;12;3\n"
                + "Hauptstraße;3 a;01234;Musterstadt;30;0\nAm Markt;7;01234;Musterstadt;7;7\n", to: "melderegister.csv")
        try town.write("Name;Straße;Hausnummer;Plätze\nKita Sonne;Am Markt;7;80\n", to: "kitas.csv")
        let (rows, draft) = try town.run()
        #expect(draft.draftedLayers.contains("population melderegister.csv"), "\(draft)")
        #expect(draft.contains("  name: \"Musterstadt\"  # vermutet: steht in 3 von 3 Zeilen der Spalte \"Ort\""))
        #expect(try rows.residents("quarter", "W") == 42 && rows.residents("quarter", "E") == 7)
        #expect(try rows.residents("quarter", "W", group: "foreign") == 3)
        #expect(try rows.places("quarter", "E", "kindergarten") == 1)
    }
}
