import Features
import Hours
import TestSupport
import Testing
import Town

@testable import Indicators

/// Access by time of the week, and rooms by who holds the key.
@Suite struct RoomsTests {
    static func hours(_ text: String) throws -> WeeklyHours {
        WeeklyHours(try OpeningHours(text).ordinaryWeek(of: try #require(CalendarDate(iso: "2024-01-01"))))
    }

    // MARK: - Weeks

    @Test func rangesAreJoinedAlsoOverTheEndOfTheWeek() throws {
        #expect(try RoomsTests.hours("Mo-Fr 10:00-18:00").minutes == 5 * 480)
        // From Sunday 22:00 until Monday 2:00 is one stretch.
        let night = try RoomsTests.hours("Su 22:00-02:00")
        #expect(night.ranges == [9_960..<10_200] && night.minutes == 240)
        #expect(night.isOpen(from: 30, minutes: 60) && !night.isOpen(from: 30, minutes: 120))
        #expect(night.isOpen(from: 10_000, minutes: 180))
        let always = WeeklyHours([0..<WeeklyHours.week])
        #expect(always.isOpen(from: 10_079, minutes: 600) && always.minutes == 10_080)
        #expect(WeeklyHours([5..<5]) == .closed && !WeeklyHours.closed.isOpen(from: 0, minutes: 0))
    }

    /// A place that opens on Tuesdays from 15 to 17 counts 2 of 168 hours, not 1.
    @Test func tuesdayAfternoonIsTwoHoursOfAWeek() throws {
        let tuesday = try RoomsTests.hours("Tu 15:00-17:00")
        #expect(ReachableHours.hours(tuesday, way: 10, stay: 30).count == 2)
        #expect(ReachableHours.hours(tuesday, way: 0, stay: 0).count == 2 + 1)
        #expect(ReachableHours.hours(tuesday, way: 0, stay: 60).count == 2)
        // Whoever needs 31 minutes and stays for 90 finds too little time at three, and is too late at four.
        #expect(ReachableHours.hours(tuesday, way: 31, stay: 90).count == 0)
        #expect(ReachableHours.hours(tuesday, way: 60, stay: 30).count == 2)
    }

    @Test(arguments: [UInt64(1), 2, 3]) func hoursAreWhatMinuteByMinuteSays(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let weekly = WeeklyHours(
                (0..<6).map { _ in
                    let start = Int.random(in: 0..<10_080, using: &generator)
                    return start..<start + Int.random(in: 0...900, using: &generator)
                })
            var isOpen = [Bool](repeating: false, count: 10_080)
            for range in weekly.ranges { for minute in range { isOpen[minute % 10_080] = true } }
            #expect(weekly.minutes == isOpen.count { $0 })
            let (way, stay) = (Int.random(in: 0...40, using: &generator), Int.random(in: 1...90, using: &generator))
            let expected = (0..<168).count { hour in
                (0..<stay).allSatisfy { isOpen[(hour * 60 + way + $0) % 10_080] }
            }
            #expect(ReachableHours.hours(weekly, way: Double(way), stay: stay).count == expected)
        }
    }

    // MARK: - Access

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

    @Test func theEveningIsNotTheAfternoon() throws {
        let afternoon = try RoomsTests.share(RoomsTests.town(), slot: "weekday_afternoon", "meeting_places")
        #expect(afternoon.value == 0.4 && afternoon.lower == 0.4 && afternoon.upper == 1)
        #expect(afternoon.unrecorded == 0.6)
        let evening = try RoomsTests.share(RoomsTests.town(), slot: "weekday_evening", "organised_places")
        // Of organised places all is recorded, and none is open.
        #expect(evening.value == 0 && evening.upper == nil && evening.unrecorded == 0)
        let everyday = try RoomsTests.share(RoomsTests.town(), slot: "sunday", "everyday_places")
        #expect(everyday.status == .noData)
    }

    @Test func anOfferAndARoomThatIsOpenToAllOpenAPlace() throws {
        var town = try RoomsTests.town()
        town.offers = [TownSketch.Offer(places: ["b"], hours: "Fr 18:00-21:00")]
        let evening = try RoomsTests.share(town, slot: "weekday_evening", "meeting_places")
        #expect(evening.value == 0.6 && evening.upper == nil)
        town.rooms = [TownSketch.Slot(place: "a", hours: "Th 18:00-20:00", keyHolder: "offen")]
        let both = try RoomsTests.share(town, slot: "weekday_evening", "meeting_places")
        #expect(both.value == 1)
        // A group's own time opens nothing to everybody, and takes nothing away.
        town.rooms = [TownSketch.Slot(place: "a", hours: "Mo-Fr 10:00-22:00", keyHolder: "eine Gruppe")]
        #expect(try RoomsTests.share(town, slot: "weekday_evening", "meeting_places").value == 0.6)
        #expect(try RoomsTests.share(town, slot: "weekday_afternoon", "meeting_places").value == 0.4)
    }

    /// 40 hours for 40 of 100 people; half an hour must be left, so the last full hour to set out is 17.
    @Test func reachableHoursAreAveragedOverThePeople() throws {
        let value = try #require(
            RoomsTests.town().table().values.first {
                $0.indicator == "reachable_hours" && $0.level == .town && $0.group == "all"
                    && $0.category == "organised_places"
            })
        #expect(isClose(value.value ?? .nan, 0.4 * 40) && value.unit == "hours")
    }

    // MARK: - Rooms

    /// Per 1,000 of 100 residents: 10 hours open, 4 + 6 handed over, of 2 · 98 hours 20 given.
    @Test func roomHoursByWhoHoldsTheKey() throws {
        var town = try RoomsTests.town()
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

    @Test func stagesChangeWhenAgreementsEnd() throws {
        var town = try RoomsTests.town()
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
}
