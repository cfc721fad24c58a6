import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// When places are open to everybody.
@Suite struct PlaceHoursTests {
    @Test func ownHoursComeBeforeThoseOfOffers() throws {
        var town = try RoomsTown.town()
        town.offers = [
            TownSketch.Offer(places: ["a", "b"], hours: "Sa 10:00-12:00"),
            TownSketch.Offer(places: ["b"], hours: "Su 10:00-11:00"),
            TownSketch.Offer(places: ["b"]),
        ]
        let hours = try #require(PlaceHours(try town.study()))
        #expect(hours.sure.map(\.minutes) == [5 * 480, 180] && hours.possible == hours.sure)
        #expect(hours.isRecorded == [true, true])
    }

    @Test func whatIsNotRecordedMayBeAlways() throws {
        let hours = try #require(PlaceHours(try RoomsTown.town().study()))
        #expect(hours.isRecorded == [true, false] && hours.sure[1] == .closed && hours.possible[1].minutes == 10_080)
        #expect(hours.isAnyRecorded(0, [[0], [1]]) && !hours.isAnyRecorded(1, [[0], [1]]))
        var town = try RoomsTown.town()
        // What cannot be read is as good as not recorded.
        town.places[0].hours = "wenn jemand da ist"
        #expect(try #require(PlaceHours(try town.study())).isRecorded == [false, false])
    }

    @Test func onlyRoomsOpenToAllOpenAPlace() throws {
        var town = try RoomsTown.town()
        town.rooms = [
            TownSketch.Slot(place: "b", hours: "Mo 10:00-12:00", keyHolder: "eine Gruppe"),
            TownSketch.Slot(place: "b", hours: "Tu 10:00-12:00", keyHolder: "offen", validUntil: "2023-12-31"),
        ]
        #expect(try #require(PlaceHours(try town.study())).isRecorded == [true, false])
        town.rooms?.append(TownSketch.Slot(place: "b", hours: "We 10:00-12:00", keyHolder: "offen"))
        #expect(try #require(PlaceHours(try town.study())).sure[1].minutes == 120)
    }
}
