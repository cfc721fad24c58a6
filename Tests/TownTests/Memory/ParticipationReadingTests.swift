import Features
import Planar
import Testing
import Wording

@testable import Town

@Suite struct ParticipationReadingTests {
    private static let quarters = PlaceDirectory(
        quarters: AreaTable(title: "", ids: ["01", "02"], names: ["Altstadt", "Nordstadt"], geometries: []))
    private static let places: PlaceDirectory = {
        PlaceDirectory(
            quarters: AreaTable(title: "", ids: ["P1", "P2"], names: ["Bürgerhaus", "Bücherei"], geometries: []))
    }()

    private func read(
        _ rows: [ParticipationColumn: String]...
    ) -> (records: [ParticipationRecord], findings: [Diagnostic]) {
        let columns = ParticipationColumn.allCases.map { column in
            var arena = TextArena()
            for row in rows { arena.append((row[column] ?? "").utf8) }
            return Column(name: column.rawValue, storage: .texts(arena))
        }
        let layer = Layer(
            name: "participation", source: SourceFile(path: "beteiligung.csv"),
            geometries: GeometryColumn([Geometry?](repeating: nil, count: rows.count)), columns: columns)
        var used: Set<String> = []
        return ParticipationLog.read(
            layer, columns: Dictionary(uniqueKeysWithValues: ParticipationColumn.allCases.map { ($0, $0.rawValue) }),
            quarters: Self.quarters, places: Self.places, used: &used)
    }

    @Test func aWholeRow() throws {
        let (records, findings) = read([
            .id: "B1", .date: "14.05.2024", .quarter: "nordstadt", .place: "Bücherei", .format: "Stadtteilrundgang",
            .role: " gefragt ", .languages: "de; ar/tr", .result: "Eine Bank", .outcome: "teilweise umgesetzt",
            .reason: "im Haushalt", .office: "Tiefbauamt", .answeredOn: "2024-09-01", .visibility: "Öffentlich",
        ])
        #expect(findings.isEmpty)
        #expect(
            records == [
                ParticipationRecord(
                    id: "B1", date: CalendarDate(iso: "2024-05-14"), quarterID: "02", placeID: "P2",
                    format: .outreach, role: "gefragt", languages: ["de", "ar", "tr"], result: "Eine Bank",
                    outcome: .partly, reason: "im Haushalt", office: "Tiefbauamt",
                    answeredOn: CalendarDate(iso: "2024-09-01"), isPublic: true)
            ])
    }

    @Test func anEmptyRowIsOpenAndInternal() {
        let (records, findings) = read([.id: "B1", .role: "–", .answeredOn: "-"])
        #expect(findings.isEmpty && records == [ParticipationRecord(id: "B1")])
        #expect(records.first?.isPublic == false && records.first?.outcome == .open)
    }

    @Test(arguments: [
        (ParticipationColumn.date, "bald", DiagnosticCode.dateUnreadable, true),
        (.answeredOn, "30.02.2024", .dateUnreadable, true), (.format, "Fackelzug", .wordUnknown, true),
        (.outcome, "vielleicht", .wordUnknown, true), (.visibility, "halb", .wordUnknown, true),
        (.quarter, "Nordstat", .quarterUnknown, false), (.place, "../P1", .placeUnknown, false),
        (.answeredOn, "2024-01-01", .answeredBeforehand, true), (.outcome, "abgelehnt", .refusalWithoutReason, true),
    ])
    func whatCannotBeReadIsReported(
        _ column: ParticipationColumn, _ value: String, _ code: DiagnosticCode, _ stays: Bool
    ) {
        let (records, findings) = read([.id: "B1", .date: "2024-05-14"].merging([column: value]) { $1 })
        #expect(findings.map(\.code) == [code])
        #expect(findings.first?.location?.featureID == "B1")
        #expect(records.count == (stays ? 1 : 0))
        if column == .answeredOn { #expect(records.first?.answeredOn == nil) }
        for language in Language.allCases {
            #expect(findings.first.map { $0.description(language).contains { "{}⟨⟩".contains($0) } } == false)
        }
    }

    @Test func aNameStaysInTheTownHall() {
        for column in [ParticipationColumn.role, .result, .reason, .office] {
            let (records, findings) = read([.id: "B1", column: "Herr Beispiel", .visibility: "ja"])
            #expect(findings.map(\.code) == [.personNamed] && records.first?.isPublic == false)
            // Inside it may stand.
            #expect(read([.id: "B1", column: "Herr Beispiel"]).findings.isEmpty)
        }
    }

    @Test func idsOfTwoTablesStayApart() {
        let layer = { (id: String) -> Layer in
            var arena = TextArena()
            arena.append(id.utf8)
            return Layer(
                name: "t", source: SourceFile(path: "t.csv"),
                geometries: GeometryColumn([Geometry?](repeating: nil, count: 1)),
                columns: [Column(name: "id", storage: .texts(arena))])
        }
        var used: Set<String> = []
        let ids = (0..<2).flatMap { number in
            ParticipationLog.read(
                layer("B1"), columns: [.id: "id"], quarters: Self.quarters, places: Self.places, number: number,
                used: &used
            ).records.map(\.id)
        }
        #expect(ids == ["B1", "2:B1"])
    }

    /// Each word names one value only; the words shown in messages are among them.
    @Test func wordsAreRead() {
        for (word, format) in [
            ("Workshop", ParticipationFormat.workshop), ("ASSEMBLY", .debate), ("straßenfest", .festival),
            ("k. A.", .notRecorded), ("Online-Beteiligung", .online),
        ] {
            #expect(read([.id: "1", .format: word]).records.first?.format == format, "\(word)")
        }
        for (word, outcome) in [
            ("Umgesetzt", ParticipationOutcome.adopted), ("nein", .not), ("in Prüfung", .open), ("partly", .partly),
        ] {
            #expect(read([.id: "1", .outcome: word, .reason: "x"]).records.first?.outcome == outcome, "\(word)")
        }
    }
}
