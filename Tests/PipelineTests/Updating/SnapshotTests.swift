import Features
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// Files that come again and again with their date in the name.
@Suite struct SnapshotTests {
    @Test(arguments: [
        ("2024-06-30", "20240630"), ("20240630", "20240630"), ("niedersachsen-240630", "20240630"),
        ("2024-06", "20240699"), ("2024_06", "20240699"), ("202406", "20240699"), ("stand 2024", "20249999"),
        ("v2-2024.06.30-neu", "20240630"), ("2024-06-30T0300", "20240630"), ("latest", nil), ("", nil), ("1234", nil),
        ("20241399", nil), ("2024-13-01", nil), ("99", nil), ("123456789", nil),
    ]) func datesAreFound(_ text: String, _ date: String?) {
        #expect(Snapshots.date(in: text) == date)
    }

    @Test func theNewestCounts() throws {
        let scratch = try Scratch()
        for name in [
            "karte-230101.osm.pbf", "karte-240630.osm.pbf", "karte-240701.osm", "karte-latest.osm.pbf",
            "karte-.osm.pbf",
        ] {
            try scratch.write("x", to: "daten/karten/\(name)")
        }
        let pattern = try #require(Snapshots.Pattern("karten/karte-*.osm.pbf"))
        #expect(pattern.newest(below: scratch.path("daten")) == "karten/karte-240630.osm.pbf")
        #expect(Snapshots.Pattern("karten/*.gpkg")?.newest(below: scratch.path("daten")) == nil)
        let absolute = try #require(Snapshots.Pattern(scratch.path("daten") + "/karten/*"))
        #expect(absolute.newest(below: "/anywhere") == scratch.path("daten") + "/karten/karte-240701.osm")
        #expect(Snapshots.Pattern("karte.osm") == nil)
        #expect(Snapshots.Pattern("*/*.osm")?.newest(below: scratch.path("daten")) == nil)
    }

    @Test func aRunTakesTheNewestAndRecordsItsName() throws {
        let scratch = try Scratch()
        let project = try TinyTown().write(to: scratch)
        let text = try String(contentsOfFile: project, encoding: .utf8)
        try text.replacing("\"places.geojson\"", with: "\"orte/*.geojson\"")
            .write(toFile: project, atomically: true, encoding: .utf8)
        let missing = #expect(throws: Failure.self) {
            try Run.run(project: project, options: RunOptions(output: scratch.path("out")))
        }
        #expect(missing?.kind == .malformedData && missing?.diagnostics.first?.code == .snapshotMissing)
        #expect(missing?.diagnostics.first?.location?.line != nil)
        let places = try String(contentsOfFile: scratch.path("town/places.geojson"), encoding: .utf8)
        try scratch.write("{}", to: "town/orte/orte-2023-12.geojson")
        try scratch.write(places, to: "town/orte/orte-2024-01.geojson")
        _ = try Run.run(project: project, options: RunOptions(output: scratch.path("out")))
        let record = try String(contentsOfFile: scratch.path("out/internal/run.json"), encoding: .utf8)
        #expect(record.contains("orte-2024-01.geojson") && !record.contains("orte-2023-12"))
    }
}
