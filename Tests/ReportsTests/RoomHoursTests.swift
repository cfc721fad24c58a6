import Disclosure
import Testing
import Town
import Wording

@testable import Reports

/// The table of room hours by who holds the key.
@Suite struct RoomHoursTests {
    /// Place, room, hours, key holder, first and last day.
    static let rooms = [
        ["p1", "Saal", "Tu 15:00-18:00", "offen", "", ""], ["p1", "Saal", "Tu 17:00-19:30", "offen", "", ""],
        ["p1", "Küche", "We 18:00-20:00", "eine Gruppe", "", "2025-07-31"],
        ["p1", "Küche", "Fr 20:00+", "eine Gruppe", "", "2025-07-31"],
        ["p1", "Küche", "Th 18:00-20:00", "mehrere Gruppen", "", "2024-06-30"],
        ["p1", "Saal", "Su 10:00-12:00", "offen", "2024-07-01", ""], ["p4", "Keller", "Sa 10:00-14:00", "", "", ""],
    ]

    static func town(_ edition: Edition = .internal, _ language: Language = .german) throws -> SmallTown {
        var town = SmallTown()
        town.rooms = RoomSlots(
            try rooms.map {
                try RoomSlot(
                    placeID: $0[0], room: $0[1], hours: $0[2], keyHolder: $0[3], validFrom: $0[4], validUntil: $0[5],
                    agreement: "")
            })
        town.edition = edition
        town.language = language
        return town
    }

    private func rows(_ page: String) throws -> [[String]] {
        try MarkupReader.read(page).named("table").first { $0.attributes["id"] == "table-rooms" }?.named("tbody").first?
            .named("tr").map { $0.children.map(\.wholeText) } ?? []
    }

    private func section(_ page: String) throws -> String {
        try MarkupReader.read(page).named("section").first { $0.attributes["id"] == "offers" }?.wholeText ?? ""
    }

    @Test func hoursByWhoHoldsTheKey() throws {
        let page = try RoomHoursTests.town().page("index.html")
        let rows = try rows(page)
        let town = try #require(rows.last)
        // What begins in July is not counted on 1 January, what ends in June is; overlapping times count once.
        #expect(town == ["Gesamtstadt", "4,5", "2 (dazu 4 nicht feststellbar)", "2", "4"])
        #expect(rows.first?.dropFirst().first == "4,5")
        let text = try section(page)
        #expect(text.contains("geschützter Raum in eigener Verantwortung und nie ein Mangel"))
        #expect(text.contains("am 1.\u{A0}Januar 2024"))
        #expect(text.contains("Bei 3 von 6 Raumzeiten ist kein Ende erfasst"))
    }

    @Test func thePublicEditionLeavesSensitivePlacesOut() throws {
        let page = try RoomHoursTests.town(.public, .english).page("index.html")
        #expect(try rows(page).last == ["Whole town", "4.5", "2 (and 4 that nobody can tell)", "2", "–"])
        #expect(try section(page).contains("a protected space in its own hands and never a lack"))
    }

    /// Table, sentence, question and the figure for the council tell of one day, the first of the period: what ends in June
    /// counts in all of them, what begins in July in none.
    @Test func allOfThemTellOfOneDay() throws {
        var town = SmallTown()
        town.rooms = RoomSlots([
            try RoomSlot(
                placeID: "p1", room: "Saal", hours: "Mo 18:00-20:00", keyHolder: "eine Gruppe", validFrom: "",
                validUntil: "2024-06-30", agreement: ""),
            try RoomSlot(
                placeID: "p1", room: "Saal", hours: "Tu 10:00-15:00", keyHolder: "eine Gruppe",
                validFrom: "2024-07-01", validUntil: "", agreement: ""),
        ])
        let page = try town.page("index.html")
        #expect(try rows(page).last == ["Gesamtstadt", "–", "2", "–", "–"])
        // 2 hours of 1,234 people.
        #expect(try section(page).contains("und 1,6 Stunden in eigener Verantwortung"))
        let context = try ReportContext(town.input())
        #expect(context.councilFigures[3].value == "1,6 Stunden je Woche, je 1.000 Menschen")
        let question = try #require(context.reflectionQuestions(.town).first { $0.rule == .handedOver })
        #expect(HTMLWriter.fragment(question.because).contains("2,0 Stunden in der Woche"))
    }

    /// The rows of the table of slots on a page.
    private func slots(_ page: String) throws -> [[String]] {
        try MarkupReader.read(page).named("table").first { $0.attributes["id"] == "table-room-slots" }?.named("tbody")
            .first?.named("tr").map { $0.children.map(\.wholeText) } ?? []
    }

    @Test func aQuartersPageListsItsRooms() throws {
        let town = try RoomHoursTests.town()
        let none = "nicht erfasst"
        // What begins in July is not there on 1 January.
        #expect(
            try slots(town.page("quarter-01.html")) == [
                ["Treff am Markt", "Saal", "Di 15:00–18:00", "offen für alle", none, none],
                ["Treff am Markt", "Saal", "Di 17:00–19:30", "offen für alle", none, none],
                ["Treff am Markt", "Küche", "Mi 18:00–20:00", "eine Gruppe", "31.\u{A0}Juli 2025", none],
                ["Treff am Markt", "Küche", "Fr 20:00+", "eine Gruppe", "31.\u{A0}Juli 2025", none],
                ["Treff am Markt", "Küche", "Do 18:00–20:00", "mehrere Gruppen", "30.\u{A0}Juni 2024", none],
            ])
        #expect(try slots(town.page("quarter-02.html")).map { $0[1] } == ["Keller"])
        // The town's page has the sums, not the slots.
        #expect(try slots(town.page("index.html")).isEmpty)
        #expect(try section(town.page("quarter-03.html")).contains("sind hier keine Raumzeiten erfasst"))
    }

    @Test func aQuartersRoomsInPublicAreThoseOfTheTable() throws {
        let town = try RoomHoursTests.town(.public, .english)
        #expect(try slots(town.page("quarter-01.html")).map { $0[3] }.last == "several groups")
        // The accommodation is nobody's business, and neither are its rooms.
        #expect(try slots(town.page("quarter-02.html")).isEmpty)
        #expect(try !town.page("quarter-02.html").contains("Keller"))
        #expect(try slots(SmallTown().page("quarter-01.html")).isEmpty)
    }

    @Test func agreementsAreShownWhereRecorded() throws {
        var town = SmallTown()
        town.rooms = RoomSlots(
            try ["ja", "nein", ""].map {
                try RoomSlot(
                    placeID: "p1", room: "", hours: "Mo 10:00-11:00", keyHolder: "", validFrom: "", validUntil: "",
                    agreement: $0)
            })
        let rows = try slots(town.page("quarter-01.html"))
        #expect(rows.map { $0[5] } == ["ja", "nein", "nicht erfasst"])
        #expect(rows.allSatisfy { $0[1] == "nicht erfasst" && $0[3] == "nicht erfasst" })
    }

    @Test func nothingWithoutATableAndASentenceForAnEmptyOne() throws {
        #expect(try rows(try SmallTown().page("index.html")).isEmpty)
        #expect(try !section(try SmallTown().page("index.html")).contains("Raumzeiten"))
        var town = SmallTown()
        town.rooms = RoomSlots([])
        let page = try town.page("index.html")
        #expect(try rows(page).isEmpty)
        #expect(try section(page).contains("sind keine Raumzeiten erfasst"))
    }
}
