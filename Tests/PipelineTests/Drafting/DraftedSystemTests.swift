import Features
import Foundation
import Pipeline
import TestSupport
import Testing

/// Coordinates in metres whose file names no reference system.
@Suite struct DraftedSystemTests {
    /// Quarters whose GeoJSON says nothing, a list in UTM and one in Gauss-Krüger of the third zone: (560 500, 6 018 500) of
    /// EPSG:25832 is (3 560 593, 6 020 469) of EPSG:31467, and 1 km farther east (3 561 593, 6 020 469), by pyproj.
    @Test func eastingsTellTheirSystem() throws {
        let town = try DraftedTown()
        try town.write(DraftedTown.collection(TinyTown().quarters, crs: nil), to: "stadtteile.geojson")
        try town.write("Name;Rechtswert;Hochwert\nA;560500;6018500\n", to: "bibliotheken.csv")
        try town.write("Name;Rechtswert;Hochwert\nB;3561593;6020469\nohne Lage;;\n", to: "kitas.csv")
        try town.write("Name;Ostwert;Nordwert\nC;32561500;6018500\n", to: "schulen.csv")
        let (rows, draft) = try town.run()
        for crs in ["EPSG:25832", "EPSG:31467", "EPSG:4647"] {
            #expect(draft.contains("    crs: \"\(crs)\"  # vermutet"), "\(draft)")
        }
        #expect(draft.contains("  crs: \"EPSG:25832\"  # vermutet: Koordinatensystem"))
        #expect(try rows.places("quarter", "W", "library") == 1 && rows.places("quarter", "E", "library") == 0)
        #expect(try rows.places("quarter", "E", "kindergarten") == 1)
        #expect(try rows.places("quarter", "E", "school") == 1)
    }

    /// An easting of 300 km lies at 5.9° E in zone 32 and at 11.9° E in zone 33, both in the box around Germany.
    private func writeQuarters(_ town: DraftedTown) throws {
        let quarters = [("W", 300_000), ("E", 301_000)].map { id, west in
            let corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
                "[\(west + 1000 * $0.0),\(6_018_000 + 1000 * $0.1)]"
            }
            return TinyTown.feature(id, #","name":"\#(id)""#, "Polygon", "[[\(corners.joined(separator: ","))]]")
        }
        try town.write(DraftedTown.collection(quarters, crs: nil), to: "stadtteile.geojson")
    }

    @Test func whatFitsTwoZonesIsSaidNotGuessed() throws {
        let town = try DraftedTown()
        try writeQuarters(town)
        try town.write("Name;Rechtswert;Hochwert\nA;300500;6018500\n", to: "bibliotheken.csv")
        let (draft, report) = try town.check()
        #expect(
            draft.contains("# crs: \"…\"  # Die Koordinaten passen zu \"EPSG:25832\", \"EPSG:25833\"; welches"),
            "\(draft)")
        #expect(!draft.contains("    crs: "))
        // Nothing is computed with a guess: the check asks for the system.
        #expect(report.failure != nil && report.findings.contains { $0.code == .crsMissing })
    }

    /// A neighbour in degrees tells the zone: (300 500, 6 018 500) of EPSG:25833 is 11.93578° E, 54.27543° N, by pyproj.
    @Test func neighboursTellTheZone() throws {
        let town = try DraftedTown()
        try writeQuarters(town)
        try town.write("Name;lon;lat\nA;11.93578;54.27543\n", to: "bibliotheken.csv")
        let (rows, draft) = try town.run()
        #expect(draft.contains("    crs: \"EPSG:25833\"  # vermutet"), "\(draft)")
        #expect(try rows.places("quarter", "W", "library") == 1 && rows.places("quarter", "E", "library") == 0)
    }
}
