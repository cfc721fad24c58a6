import Features
import Formats
import Foundation
import Pipeline
import TestSupport
import Testing

/// Tables of room slots from the file to the outputs.
@Suite struct RoomSlotRunTests {
    static let header = "ort;raum;zeiten;schluessel;von;bis;vereinbarung"
    static let rows = [
        "L;Saal;Tu 15:00-18:00;eine Gruppe;2023-09-01;;ja", "Markt;Büro Herr Beispiel;Di 9–12 Uhr;offen für alle;;;",
    ]

    /// The tiny town with a table of room slots, and the path of its project file.
    private func write(_ rows: [String], to scratch: Scratch) throws -> String {
        var town = TinyTown()
        town.moreLayers =
            #"  - { kind: room_slots, file: "rooms.csv", columns: { place: ort, room: raum, hours: zeiten, "#
            + "key_holder: schluessel, valid_from: von, valid_until: bis, agreement: vereinbarung } }\n"
        let path = try town.write(to: scratch)
        try scratch.write(([RoomSlotRunTests.header] + rows).joined(separator: "\n") + "\n", to: "town/rooms.csv")
        return path
    }

    private func lines(_ scratch: Scratch, _ file: String) throws -> [String] {
        try String(contentsOf: URL(filePath: scratch.path("out/\(file)")), encoding: .utf8)
            .split(whereSeparator: \.isNewline).map(String.init)
    }

    @Test func slotsAreWrittenByEdition() throws {
        let scratch = try Scratch()
        _ = try Run.run(
            project: try write(RoomSlotRunTests.rows, to: scratch), options: RunOptions(output: scratch.path("out")))
        let inside = try lines(scratch, "internal/room-slots.csv")
        #expect(
            inside == [
                "place_id,place,quarter_id,room,hours,key_holder,valid_from,valid_until,agreement",
                "L,Bücherei,W,Saal,Tu 15:00-18:00,one_group,2023-09-01,,yes",
                "S,Markt,E,Büro Herr Beispiel,Tu 09:00-12:00,open_to_all,,,not_recorded",
            ])
        let outside = try lines(scratch, "draft/room-slots.csv")
        #expect(outside.prefix(2) == inside.prefix(2))
        #expect(outside.last == "S,Markt,E,,Tu 09:00-12:00,open_to_all,,,not_recorded")
        for edition in ["internal", "draft"] {
            let text = try lines(scratch, "\(edition)/datapackage.json").joined()
            let resources = try #require(try JSONValue(parsing: text)["resources"]?.elements)
            let rooms = try #require(resources.first { $0["name"]?.string == "room-slots" })
            let fields = rooms["schema"]?["fields"]?.elements?.compactMap { $0["name"]?.string }
            #expect(fields?.joined(separator: ",") == inside.first)
            let page = try lines(scratch, "\(edition)/report/index.html").joined()
            #expect(page.contains("table-rooms") && !page.contains("Herr Beispiel"))
        }
    }

    @Test func findingsStandAtTheirLines() throws {
        let scratch = try Scratch()
        let path = try write(
            ["X;;Tu 15:00-18:00;;;;", "L;;bald;;;;", "L;;Tu 15:00-18:00;eine;bald;;vielleicht"], to: scratch)
        let findings = CheckReport.make(project: path).findings.filter {
            $0.location?.file.hasSuffix("rooms.csv") ?? false
        }
        #expect(
            findings.map { "\($0.code.rawValue) \($0.location?.line ?? 0)" } == [
                "Q412 3", "Q413 4", "Q436 2", "Q446 4",
            ])
    }

    @Test func withoutATableNothingOfItIsWritten() throws {
        let scratch = try Scratch()
        _ = try Run.run(project: TinyTown().write(to: scratch), options: RunOptions(output: scratch.path("out")))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out/internal/room-slots.csv")))
        #expect(try !lines(scratch, "internal/datapackage.json").joined().contains("room-slots"))
    }

    @Test func placeAndHoursMustBeMapped() throws {
        let scratch = try Scratch()
        var town = TinyTown()
        town.moreLayers = #"  - { kind: room_slots, file: "rooms.csv", columns: { room: raum } }"# + "\n"
        let report = CheckReport.make(project: try town.write(to: scratch))
        let missing = report.findings.filter { $0.code == .keyMissing }.compactMap { $0.arguments["key"] }
        #expect(missing.count == 2 && missing[0].hasSuffix("columns.place") && missing[1].hasSuffix("columns.hours"))
    }
}
