import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// How far rooms are in the hands of those who use them.
@Suite struct RoomStagesTests {
    @Test func stagesChangeWhenAgreementsEnd() throws {
        var town = try RoomsTown.town()
        town.rooms = [
            TownSketch.Slot(place: "a", hours: "Mo 10:00-12:00", keyHolder: "offen", room: "Saal"),
            TownSketch.Slot(
                place: "a", hours: "Sa 10:00-14:00", keyHolder: "eine Gruppe", validUntil: "2024-12-31", room: "Saal"),
            TownSketch.Slot(place: "b", hours: "We 16:00-22:00", keyHolder: "eine Gruppe", validFrom: "2025-01-01"),
        ]
        let table = try town.table()
        func rooms(_ date: String, _ stage: String) -> Double? {
            table.values.first {
                $0.indicator == "room_stages" && $0.level == .town && $0.parameters == "date=\(date);stage=\(stage)"
            }?.value
        }
        #expect(rooms("2024-01-01", "one_group") == 1 && rooms("2024-01-01", "open_only") == 0)
        #expect(rooms("2025-01-01", "one_group") == 1 && rooms("2025-01-01", "open_only") == 1)
        #expect(rooms("2025-01-01", "several_groups") == 0)
    }

    @Test func theStageIsThatOfAllSlotsTogether() throws {
        func stage(_ holders: [String]) throws -> RoomStages.Stage? {
            RoomStages.Stage(try RoomsTown.rooms(holders.map { ("Mo 10:00-12:00", $0, "Saal") }).slots)
        }
        #expect(try stage([]) == nil)
        #expect(try stage(["offen"]) == .openOnly && stage(["", "offen"]) == .openOnly && stage([""]) == .notRecorded)
        #expect(try stage(["offen", "eine Gruppe"]) == .oneGroup && stage(["eine Gruppe", ""]) == .oneGroup)
        // Nobody records names: two slots of one group each are two groups.
        #expect(try stage(["eine Gruppe", "eine Gruppe"]) == .severalGroups)
        #expect(try stage(["mehrere Gruppen"]) == .severalGroups)
    }

    /// Every room that is known on a day is in one stage.
    @Test(arguments: [UInt64(1), 2, 3]) func stagesAddUpToTheRooms(_ seed: UInt64) throws {
        let table = try TownSketch.random(seed: seed, areCells: false).table()
        for area in ["01001000"] + IdentityTests.quarterIDs {
            let rows = table.values.filter {
                $0.indicator == "room_stages" && $0.areaID == area && $0.parameters.hasPrefix("date=2024-01-01;")
            }
            #expect(rows.count == 4)
            #expect(rows.reduce(0) { $0 + ($1.value ?? 0) } == rows[0].n)
        }
    }

    @Test func slotsWithoutAnEndAreTold() throws {
        var town = try RoomsTown.town()
        town.rooms = [
            TownSketch.Slot(place: "a", hours: "Mo 10:00-12:00", keyHolder: "offen", room: "Saal"),
            TownSketch.Slot(
                place: "a", hours: "Mo 10:00-12:00", keyHolder: "offen", validUntil: "2025-06-30", room: "Flur"),
        ]
        let now = try RoomsTown.value(town, "room_stages", "date=2024-01-01;stage=open_only")
        #expect(now.value == 2 && now.unrecorded == 0.5 && now.n == 2)
        let later = try RoomsTown.value(town, "room_stages", "date=2026-01-01;stage=open_only")
        #expect(later.value == 1 && later.unrecorded == 1 && later.n == 2)
        let none = try RoomsTown.value(town, "room_stages", "date=2026-01-01;stage=one_group")
        #expect(none.value == 0 && none.unrecorded == 0)
    }
}
