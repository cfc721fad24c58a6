import Features
import Hours
import TestSupport
import Testing
import Town

/// Weekly room slots: what rows mean, and the hours they sum up to.
@Suite struct RoomSlotTests {
    private func slot(
        _ hours: String, _ holder: String = "eine Gruppe", place: String = "p1", room: String = "Saal",
        from: String = "",
        until: String = "", agreement: String = ""
    ) throws -> RoomSlot {
        try RoomSlot(
            placeID: place, room: room, hours: hours, keyHolder: holder, validFrom: from, validUntil: until,
            agreement: agreement)
    }

    private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    // MARK: Rows

    @Test(
        arguments: [
            ("offen für alle", RoomSlot.KeyHolder.openToAll), ("Open to all", .openToAll), ("alle", .openToAll),
            ("open_to_all", .openToAll), ("öffentlich", .openToAll), ("eine Gruppe", .oneGroup), ("1", .oneGroup),
            ("one  group", .oneGroup), (" Mehrere Gruppen ", .severalGroups), ("several", .severalGroups),
            ("", .notRecorded), ("unbekannt", .notRecorded), ("not recorded", .notRecorded),
        ] as [(String, RoomSlot.KeyHolder)])
    func whoHoldsTheKey(_ text: String, _ holder: RoomSlot.KeyHolder) throws {
        #expect(try slot("Di 15-18 Uhr", text).keyHolder == holder)
    }

    @Test(
        arguments: [
            ("ja", RoomSlot.Agreement.yes), ("YES", .yes), ("1", .yes), ("nein", .no), ("false", .no),
            ("", .notRecorded), ("nicht erfasst", .notRecorded),
        ] as [(String, RoomSlot.Agreement)])
    func agreements(_ text: String, _ agreement: RoomSlot.Agreement) throws {
        #expect(try slot("Di 15-18 Uhr", agreement: text).agreement == agreement)
    }

    @Test func theWordsOfTheFilesAreAsAgreed() {
        #expect(
            RoomSlot.KeyHolder.allCases.map(\.rawValue) == [
                "open_to_all", "one_group", "several_groups", "not_recorded",
            ])
        #expect(RoomSlot.Agreement.allCases.map(\.rawValue) == ["yes", "no", "not_recorded"])
        #expect(RoomSlot.KeyHolder.allCases.filter(\.isHandedOver) == [.oneGroup, .severalGroups])
    }

    @Test func aWholeRow() throws {
        let slot = try slot("Di 15–18 Uhr", place: " p1 ", room: " ", from: "01.02.2024", until: "2024-12-31")
        #expect(slot.placeID == "p1" && slot.room == nil && slot.hours.description == "Tu 15:00-18:00")
        #expect(try slot.validFrom == day("2024-02-01"))
        #expect(try slot.validUntil == day("2024-12-31"))
    }

    @Test func whatIsNoSlot() {
        #expect(throws: RoomSlot.Defect.placeMissing) { try slot("Di 15-18 Uhr", place: " ") }
        #expect(throws: RoomSlot.Defect.hours(.init(reason: .empty, position: 1))) { try slot("") }
        #expect(throws: RoomSlot.Defect.hours(.init(reason: .expectedRange, position: 10))) { try slot("Di 19 Uhr") }
        #expect(throws: RoomSlot.Defect.keyHolderUnknown("Hausmeister")) { try slot("Di 15-18", "Hausmeister") }
        #expect(throws: RoomSlot.Defect.agreementUnknown("bald")) { try slot("Di 15-18", agreement: "bald") }
        #expect(throws: RoomSlot.Defect.validFromUnreadable("Mai")) { try slot("Di 15-18", from: "Mai") }
        #expect(throws: RoomSlot.Defect.validUntilUnreadable("2024-02-30")) {
            try slot("Di 15-18", until: "2024-02-30")
        }
        #expect(throws: RoomSlot.Defect.endsBeforeItStarts) {
            try slot("Di 15-18", from: "2024-02-02", until: "2024-02-01")
        }
    }

    // MARK: Sums

    @Test func hoursByWhoHoldsTheKey() throws {
        let slots = RoomSlots([
            try slot("Di 15-18 Uhr", "offen", until: "2024-12-31"),
            try slot("Di 17-19 Uhr", "offen", until: "2024-12-31"),
            try slot("Mi 18-20 Uhr", "eine Gruppe", agreement: "ja"),
            try slot("Do 18-20 Uhr", "mehrere Gruppen", room: "Küche", agreement: "nein"),
            try slot("Fr ab 20 Uhr", "eine Gruppe"), try slot("Sa 10-12 Uhr", ""),
        ])
        let before = slots.minutesPerWeek(on: try day("2024-06-12"))
        #expect(before[.openToAll] == .init(sure: 240, cannotTell: 0))  // 15 to 19 o'clock, once
        #expect(before[.oneGroup] == .init(sure: 120, cannotTell: 240))
        #expect(before[.severalGroups]?.hours == 2 && before[.notRecorded]?.hours == 2)
        #expect(slots.minutesPerWeek(on: try day("2025-06-12"))[.openToAll] == .init())
        let handed = try slots.handedOverMinutesPerWeek(on: day("2024-06-12"))
        #expect(handed == .init(sure: 240, cannotTell: 240))
        #expect(try slots.handedOverMinutesPerWeek(on: day("2024-06-12"), agreement: .yes).sure == 120)
        #expect(try slots.valid(on: day("2025-06-12")).slots.count == 4)
        #expect(slots.withoutRecordedEnd.count == 4)
    }

    @Test func twoRoomsCountTwiceOneRoomOnce() throws {
        let june = try day("2024-06-12")
        func hours(_ slots: [RoomSlot]) -> Double { RoomSlots(slots).handedOverMinutesPerWeek(on: june).hours }
        #expect(hours([try slot("Di 15-18"), try slot("Di 15-18")]) == 3)
        #expect(hours([try slot("Di 15-18"), try slot("Di 15-18", room: "Küche")]) == 6)
        #expect(hours([try slot("Di 15-18"), try slot("Di 15-18", place: "p2")]) == 6)
        #expect(hours([try slot("Di 15-18", room: ""), try slot("Di 15-18", room: "")]) == 6)
        // certain where one of them is
        #expect(hours([try slot("Di ab 15 Uhr"), try slot("Di 16-18")]) == 2)
        #expect(hours([]) == 0)
    }

    /// Sums by kind, the order of rows and one more slot.
    @Test(arguments: 1...5) func sumsHoldTogether(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let days = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]
        let holders = ["offen", "eine Gruppe", "mehrere Gruppen", ""]
        var slots: [RoomSlot] = []
        for _ in 0..<40 {
            let start = Int.random(in: 0..<23, using: &generator)
            let text = "\(days.randomElement(using: &generator) ?? "Mo") \(start)-\(start + 1) Uhr"
            slots.append(
                try slot(
                    text, holders.randomElement(using: &generator) ?? "",
                    room: "\(Int.random(in: 0...3, using: &generator))"))
        }
        let june = try day("2024-06-12")
        let table = RoomSlots(slots).minutesPerWeek(on: june)
        #expect(table.count == 4 && RoomSlots(slots.shuffled(using: &generator)).minutesPerWeek(on: june) == table)
        let handed = RoomSlots(slots).handedOverMinutesPerWeek(on: june).sure
        let (one, several) = (table[.oneGroup]?.sure ?? 0, table[.severalGroups]?.sure ?? 0)
        // An hour of a room that both hold counts once in the sum.
        #expect(handed <= one + several && handed >= max(one, several))
        let more = RoomSlots(slots + [try slot("So 23-24 Uhr", place: "p9")])
        #expect(more.handedOverMinutesPerWeek(on: june).sure == handed + 60)
    }
}
