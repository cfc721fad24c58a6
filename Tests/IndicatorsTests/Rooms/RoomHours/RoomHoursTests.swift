import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// Weekly hours of rooms by who holds the key.
@Suite struct RoomHoursTests {
    /// Per 1,000 of 100 residents: 10 hours open, 4 + 6 handed over, of 2 · 98 hours 20 given.
    @Test func roomHoursByWhoHoldsTheKey() throws {
        var town = try RoomsTown.town()
        town.rooms = [
            TownSketch.Slot(place: "a", hours: "Mo-Fr 10:00-12:00", keyHolder: "offen", room: "Saal"),
            TownSketch.Slot(place: "a", hours: "Sa 10:00-14:00", keyHolder: "eine Gruppe", room: "Saal"),
            TownSketch.Slot(place: "b", hours: "We 16:00-22:00", keyHolder: "mehrere Gruppen", room: "Keller"),
        ]
        let table = try town.table()
        func hours(_ kind: String, _ level: AreaLevel = .town) -> Double? {
            table.values.first {
                $0.indicator == "room_hours" && $0.level == level && $0.parameters == "kind=\(kind)"
            }?.value
        }
        #expect(hours("open_to_all") == 100 && hours("handed_over") == 100 && hours("not_recorded") == 0)
        #expect(isClose(hours("free") ?? .nan, (196 - 20) * 10))
        // Only what lies in the quarter, for those who live there.
        #expect(hours("open_to_all", .quarter) == 250)
    }

    private static let day = CalendarDate(iso: "2024-01-01")

    /// What is given counts once, by day from 8 to 22, also over midnight and the end of the week.
    @Test func freeHoursAreWhatNobodyHas() throws {
        let day = try #require(Self.day)
        func free(_ slots: [(String, String, String)]) throws -> Double {
            RoomHours.hours(try RoomsTown.rooms(slots), kind: "free", on: day)
        }
        #expect(try free([]) == 0)
        #expect(try free([("Mo 08:00-10:00", "offen", "Saal")]) == 96)
        // Two who hold the key at the same time take the hours once.
        #expect(try free([("Mo 08:00-10:00", "offen", "Saal"), ("Mo 09:00-11:00", "eine Gruppe", "Saal")]) == 95)
        // Another room has a week of its own.
        #expect(try free([("Mo 08:00-10:00", "offen", "Saal"), ("Mo 09:00-11:00", "eine Gruppe", "Keller")]) == 192)
        // Nights are not among the 98 hours: of 20 to 10 o'clock four count.
        #expect(try free([("Su 20:00-10:00", "offen", "Saal")]) == 94)
        #expect(try free([("24/7", "eine Gruppe", "Saal")]) == 0)
    }

    @Test func roomsAreToldApartByNameAndPlace() throws {
        let rooms = try RoomsTown.rooms([
            ("Mo 08:00-10:00", "offen", "Saal"), ("Tu 08:00-10:00", "offen", "Keller"),
            ("We 08:00-10:00", "offen", "Saal"),
        ])
        #expect(rooms.byRoom.map(\.count) == [2, 1] && rooms.byRoom[1][0].room == "Keller")
        #expect(RoomSlots([]).byRoom.isEmpty)
    }

    /// Twice as many residents, half as many hours each; without residents there is no such figure.
    @Test func hoursAreSharedByThoseWhoLiveThere() throws {
        var town = try RoomsTown.town()
        town.rooms = [TownSketch.Slot(place: "a", hours: "Mo-Fr 10:00-12:00", keyHolder: "offen", room: "Saal")]
        let plain = try RoomsTown.value(town, "room_hours", "kind=open_to_all")
        #expect(plain.value == 100 && plain.n == 100)
        for home in town.homes.indices { town.homes[home].counts = town.homes[home].counts.map { $0 * 2 } }
        #expect(try RoomsTown.value(town, "room_hours", "kind=open_to_all").value == 50)
        let empty = try RoomsTown.value(town, "room_hours", "kind=open_to_all", area: "se")
        #expect(empty.status == .notApplicable && empty.value == nil && empty.n == 0)
    }

    /// Nobody's key is told apart from nothing.
    @Test func whoHoldsTheKeyMayBeUnrecorded() throws {
        var town = try RoomsTown.town()
        town.rooms = [
            TownSketch.Slot(place: "a", hours: "Mo 10:00-13:00", keyHolder: "", room: "Saal"),
            TownSketch.Slot(place: "a", hours: "Tu 10:00-11:00", keyHolder: "offen", room: "Saal"),
        ]
        let open = try RoomsTown.value(town, "room_hours", "kind=open_to_all")
        #expect(open.value == 10 && open.unrecorded == 0.75)
        #expect(try RoomsTown.value(town, "room_hours", "kind=not_recorded").value == 30)
        let sentence = RoomHours().descriptor.sentence(.english, of: "Stadt", in: try town.table())
        #expect(sentence == "In Stadt it is 10.00 hours per 1,000 people that are open to all.")
    }
}
