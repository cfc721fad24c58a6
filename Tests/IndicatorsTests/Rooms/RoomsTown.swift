import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// A town with little in it, for access by time of the week and rooms.
enum RoomsTown {
    static func hours(_ text: String) throws -> WeeklyHours {
        WeeklyHours(try OpeningHours(text).ordinaryWeek(of: try #require(CalendarDate(iso: "2024-01-01"))))
    }

    /// One home; a library open on weekdays from 10 to 18, a café of which nobody recorded the hours.
    static func town() throws -> TownSketch {
        var town = try TownSketch.grid()
        town.homes = [TownSketch.home(100, 100, 40, 10), TownSketch.home(1_900, 1_900, 60, 0)]
        town.places = [
            TownSketch.Place(x: 100, y: 200, category: "library", id: "a", hours: "Mo-Fr 10:00-18:00"),
            TownSketch.Place(x: 1_900, y: 1_800, category: "cafe", id: "b"),
        ]
        town.limits = [300]
        return town
    }

    static func share(_ town: TownSketch, slot: String, _ category: String) throws -> IndicatorValue {
        try #require(
            town.table().values.first {
                $0.indicator == "open_access" && $0.level == .town && $0.group == "all" && $0.category == category
                    && $0.parameters == "catchment=300;measure=straight_line;slot=\(slot);stay=60"
            })
    }

    /// The value of the town for a sum of places, or of rooms.
    static func value(
        _ town: TownSketch, _ id: String, _ parameters: String, category: String? = nil, area: String = "town"
    ) throws -> IndicatorValue {
        try #require(
            town.table().values.first {
                $0.indicator == id && (area == "town" ? $0.level == .town : $0.areaID == area)
                    && $0.category == category
                    && $0.parameters.contains(parameters)
            })
    }

    /// Slots of rooms at the first place.
    static func rooms(_ slots: [(hours: String, holder: String, room: String)]) throws -> RoomSlots {
        RoomSlots(
            try slots.map {
                try RoomSlot(
                    placeID: "a", room: $0.room, hours: $0.hours, keyHolder: $0.holder, validFrom: "", validUntil: "",
                    agreement: "")
            })
    }
}
