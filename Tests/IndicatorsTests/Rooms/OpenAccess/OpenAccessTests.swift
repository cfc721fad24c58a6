import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// Access in parts of the week.
@Suite struct OpenAccessTests {
    @Test func theEveningIsNotTheAfternoon() throws {
        let afternoon = try RoomsTown.share(RoomsTown.town(), slot: "weekday_afternoon", "meeting_places")
        #expect(afternoon.value == 0.4 && afternoon.lower == 0.4 && afternoon.upper == 1)
        #expect(afternoon.unrecorded == 0.6)
        let evening = try RoomsTown.share(RoomsTown.town(), slot: "weekday_evening", "organised_places")
        // Of organised places all is recorded, and none is open.
        #expect(evening.value == 0 && evening.upper == nil && evening.unrecorded == 0)
        let everyday = try RoomsTown.share(RoomsTown.town(), slot: "sunday", "everyday_places")
        #expect(everyday.status == .noData)
    }

    @Test func anOfferAndARoomThatIsOpenToAllOpenAPlace() throws {
        var town = try RoomsTown.town()
        town.offers = [TownSketch.Offer(places: ["b"], hours: "Fr 18:00-21:00")]
        let evening = try RoomsTown.share(town, slot: "weekday_evening", "meeting_places")
        #expect(evening.value == 0.6 && evening.upper == nil)
        town.rooms = [TownSketch.Slot(place: "a", hours: "Th 18:00-20:00", keyHolder: "offen")]
        let both = try RoomsTown.share(town, slot: "weekday_evening", "meeting_places")
        #expect(both.value == 1)
        // A group's own time opens nothing to everybody, and takes nothing away.
        town.rooms = [TownSketch.Slot(place: "a", hours: "Mo-Fr 10:00-22:00", keyHolder: "eine Gruppe")]
        #expect(try RoomsTown.share(town, slot: "weekday_evening", "meeting_places").value == 0.6)
        #expect(try RoomsTown.share(town, slot: "weekday_afternoon", "meeting_places").value == 0.4)
    }

    /// 18:00 to 18:45 is no hour; a project that asks for 45 minutes counts it.
    @Test func aPlaceMustBeOpenForTheStay() throws {
        var town = try RoomsTown.town()
        town.places[0].hours = "Mo 18:00-18:45"
        #expect(try RoomsTown.share(town, slot: "weekday_evening", "organised_places").value == 0)
        let settings = IndicatorSettings(parameters: ["open_access": ["stay": [45]]])
        let value = OpenAccess().evaluate(try town.context(settings: settings)).values.first {
            $0.level == .town && $0.group == "all" && $0.category == "organised_places"
                && $0.parameters == "catchment=300;measure=straight_line;slot=weekday_evening;stay=45"
        }
        #expect(value?.value == 0.4)
    }

    /// What is open from Friday evening into Saturday is open on both; Sunday night into Monday is a Monday morning no one's.
    @Test func nightsCountWhereTheyLie() throws {
        var town = try RoomsTown.town()
        town.places[0].hours = "Fr 20:00-10:00"
        #expect(try RoomsTown.share(town, slot: "weekday_evening", "organised_places").value == 0.4)
        #expect(try RoomsTown.share(town, slot: "saturday", "organised_places").value == 0.4)
        #expect(try RoomsTown.share(town, slot: "weekday_morning", "organised_places").value == 0)
        town.places[0].hours = "Su 20:00-10:00"
        #expect(try RoomsTown.share(town, slot: "sunday", "organised_places").value == 0.4)
        #expect(try RoomsTown.share(town, slot: "weekday_morning", "organised_places").value == 0.4)
        #expect(try RoomsTown.share(town, slot: "saturday", "organised_places").value == 0)
    }

    /// Longer hours take access from nobody.
    @Test(arguments: [UInt64(1), 6]) func longerHoursTakeNothingAway(_ seed: UInt64) throws {
        let town = try TownSketch.random(seed: seed, areCells: false)
        var longer = town
        for place in longer.places.indices where longer.places[place].hours != nil {
            longer.places[place].hours = "Mo-Su 08:00-22:00"
        }
        let (one, other) = (try town.table(), try longer.table())
        var grown = 0
        for value in one.values where ["open_access", "reachable_hours"].contains(value.indicator) {
            guard let before = value.value else { continue }
            let after = try #require(other[value.key]?.value)
            #expect(after >= before * (1 - 1e-12))
            grown += after > before ? 1 : 0
        }
        #expect(grown > 0)
    }

    @Test func theSheetSpeaksOfTheTown() throws {
        var town = try RoomsTown.town()
        town.places[1].hours = "Mo 09:00-12:00"
        let sentence = OpenAccess().descriptor.sentence(.english, of: "Stadt", in: try town.table())
        #expect(
            sentence?.hasPrefix("In Stadt 100 % of the people reach an open place in the first part of the week")
                == true)
    }
}
