import Features
import Hours
import Overlay
import Planar
import Testing
import Wording

@testable import Town

/// Tables of room slots: rows joined to places, and what is said of rows that are wrong.
@Suite struct RoomSlotReadingTests {
    static let sound: [RoomSlotColumn: String] = [
        .place: "P1", .room: "Saal", .hours: "Tu 15:00-18:00", .keyHolder: "eine Gruppe", .validFrom: "2023-09-01",
        .validUntil: "31.07.2025", .agreement: "ja",
    ]

    /// A layer without geometries; every column is called like its role. Empty texts are absent.
    static func layer(_ rows: [[RoomSlotColumn: String]]) -> Layer {
        let columns = RoomSlotColumn.allCases.map { column in
            var arena = TextArena()
            for row in rows { arena.append((row[column] ?? "").utf8) }
            return Column(
                name: column.rawValue, storage: .texts(arena),
                presence: Presence(rows.map { !($0[column] ?? "").isEmpty }))
        }
        return Layer(
            name: "rooms", source: SourceFile(path: "raumzeiten.csv"),
            geometries: GeometryColumn([Geometry?](repeating: nil, count: rows.count)), columns: columns,
            lines: rows.indices.map { UInt32($0 + 2) })
    }

    /// The slots of some rows; what a row does not give is as in ``sound``.
    private func read(_ rows: [[RoomSlotColumn: String]]) -> (rooms: RoomSlots, findings: [Diagnostic]) {
        var rooms = RoomSlots([])
        let columns = Dictionary(uniqueKeysWithValues: RoomSlotColumn.allCases.map { ($0, $0.rawValue) })
        let findings = rooms.append(
            RoomSlotReadingTests.layer(rows.map { RoomSlotReadingTests.sound.merging($0) { $1 } }), columns: columns,
            places: PlaceDirectory(OfferSketch.places))
        return (rooms, findings)
    }

    @Test func rowsAreJoinedByIdOrUniqueName() {
        let (rooms, findings) = read([[:], [.place: "bücherei"], [.place: " P3 "], [.place: "Treff  am Markt"]])
        #expect(findings.isEmpty)
        #expect(rooms.slots.map(\.placeID) == ["P1", "P2", "P3", "P1"])
        #expect(rooms.slots.first?.validUntil == CalendarDate(iso: "2025-07-31"))
        #expect(rooms.slots.first?.keyHolder == .oneGroup && rooms.slots.first?.agreement == .yes)
    }

    @Test func rowsWithoutAPlaceAreLeftOut() throws {
        let (rooms, findings) = read([[.place: "P22"], [.place: ""], [.place: "–"], [:]])
        #expect(rooms.slots.count == 1)
        #expect(findings.map(\.code) == [.roomPlaceUnknown, .roomWithoutPlace, .roomWithoutPlace])
        let first = try #require(findings.first)
        #expect(first.arguments["suggestion"] == "P2" && first.location?.line == 2)
        for language in Language.allCases {
            #expect(first.message(language).contains("P22") && first.remedy(language).contains("P2"))
        }
    }

    @Test func rowsWithoutReadableHoursAreLeftOut() {
        let (rooms, findings) = read([[.hours: "nachmittags"], [.hours: ""], [.hours: "Di 15–18 Uhr"]])
        #expect(findings.map(\.code) == [.hoursUnreadable, .hoursUnreadable])
        #expect(rooms.slots.map(\.hours.description) == ["Tu 15:00-18:00"])
    }

    @Test func wordsAndDaysThatCannotBeReadCountAsNotRecorded() {
        let (rooms, findings) = read([
            [.keyHolder: "eine Grupe", .agreement: "bald", .validFrom: "Mai", .validUntil: "30.02.2025"]
        ])
        #expect(findings.map(\.code) == [.wordUnknown, .wordUnknown, .dateUnreadable, .dateUnreadable])
        #expect(findings.map { $0.arguments["column"] } == ["key_holder", "agreement", "valid_from", "valid_until"])
        #expect(findings.first?.arguments["suggestion"] == "eine Gruppe")
        let slot = rooms.slots.first
        #expect(slot?.keyHolder == .notRecorded && slot?.agreement == .notRecorded)
        #expect(slot?.validFrom == nil && slot?.validUntil == nil && rooms.slots.count == 1)
    }

    @Test func dashesAreEmptyFields() {
        let (rooms, findings) = read([
            [.room: "-", .keyHolder: "–", .validFrom: "-", .validUntil: "—", .agreement: "?"]
        ])
        #expect(findings.isEmpty)
        #expect(rooms.slots.map(\.room) == [nil] && rooms.slots.map(\.keyHolder) == [.notRecorded])
    }

    @Test func whatEndsBeforeItBeginsIsLeftOut() {
        let (rooms, findings) = read([[.validUntil: "2023-08-31"], [.validUntil: "2023-09-01"]])
        #expect(findings.map(\.code) == [.endsBeforeItStarts] && rooms.slots.count == 1)
        #expect(findings.first?.arguments == ["from": "2023-09-01", "until": "2023-08-31"])
    }

    @Test func theEmptyTable() {
        let (rooms, findings) = read([])
        #expect(rooms.slots.isEmpty && findings.isEmpty)
    }

    // MARK: Study

    @Test func slotsOfAQuarter() throws {
        var study = try OfferSketch.study([])
        #expect(study.roomsByQuarter().map(\.slots.count) == [0])
        // P1 and P2 lie in the quarter, P3 in none.
        study.rooms = read([[:], [.place: "P2"], [.place: "P3"]]).rooms
        #expect(study.roomsByQuarter().map { $0.slots.map(\.placeID) } == [["P1", "P2"]])
    }

    @Test(
        arguments: [
            ("2024", "2024-12-31"), ("2024-02", "2024-02-29"), ("2023-02", "2023-02-28"), ("2024-06-15", "2024-06-15"),
        ])
    func theLastDayOfAPeriod(_ period: String, _ day: String) {
        #expect(Study.end(ofPeriod: period) == CalendarDate(iso: day))
    }

    @Test func aPeriodThatIsNone() {
        #expect(Study.end(ofPeriod: "Sommer") == nil && Study.end(ofPeriod: "") == nil)
    }

    // MARK: Protection

    @Test func roomsCalledAfterAPersonHaveNoName() {
        let (rooms, _) = read([[.room: "Büro Frau Beispiel"], [.room: "Großer Saal"], [.room: "Tel. 0461 123456"]])
        #expect(rooms.withoutPersons.slots.map(\.room) == [nil, "Großer Saal", nil])
    }

    @Test func slotsGoWithTheirPlaces() {
        let (rooms, _) = read([[:], [.place: "P2"]])
        #expect(rooms.keepingPlaces(["P2"]).slots.map(\.placeID) == ["P2"])
        #expect(rooms.keepingPlaces([]).slots.isEmpty)
    }
}
