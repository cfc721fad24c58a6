import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// In how many hours of the week one can set out and find a place open.
@Suite struct ReachableHoursTests {
    /// A place that opens on Tuesdays from 15 to 17 counts 2 of 168 hours, not 1.
    @Test func tuesdayAfternoonIsTwoHoursOfAWeek() throws {
        let tuesday = try RoomsTown.hours("Tu 15:00-17:00")
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

    /// 40 hours for 40 of 100 people; half an hour must be left, so the last full hour to set out is 17.
    @Test func reachableHoursAreAveragedOverThePeople() throws {
        let value = try #require(
            RoomsTown.town().table().values.first {
                $0.indicator == "reachable_hours" && $0.level == .town && $0.group == "all"
                    && $0.category == "organised_places"
            })
        #expect(isClose(value.value ?? .nan, 0.4 * 40) && value.unit == "hours")
    }

    /// The 168 hours as bits: each is counted once, however often it is put in.
    @Test func hoursAreASet() {
        var set = HourSet()
        for hour in [0, 63, 64, 127, 128, 167, 0, 167] { set.insert(hour) }
        #expect(set.count == 6)
        var other = HourSet()
        other.insert(1)
        other.insert(167)
        set.formUnion(other)
        #expect(set.count == 7 && HourSet().count == 0)
        var all = HourSet()
        for hour in 0..<168 { all.insert(hour) }
        #expect(all.count == 168)
    }

    @Test func aPlaceThatIsAlwaysOpenIsSoInEveryHour() throws {
        let always = try RoomsTown.hours("24/7")
        #expect(ReachableHours.hours(always, way: 1e6, stay: 600).count == 168)
        #expect(ReachableHours.hours(.closed, way: 0, stay: 0).count == 0)
    }

    /// The longer one stays, the fewer hours.
    @Test func stayingLongerLeavesFewerHours() throws {
        let opening = try RoomsTown.hours("Mo-Fr 09:00-17:30; Sa 22:00-02:00")
        var last = 168
        for stay in stride(from: 0, through: 600, by: 15) {
            let now = ReachableHours.hours(opening, way: 12.5, stay: stay).count
            #expect(now <= last)
            last = now
        }
        #expect(last == 0)
    }

    @Test func unrecordedHoursLeaveABound() throws {
        let value = try RoomsTown.value(RoomsTown.town(), "reachable_hours", "stay=30", category: "meeting_places")
        #expect(isClose(value.value ?? .nan, 16) && isClose(value.upper ?? .nan, 0.4 * 40 + 0.6 * 168))
        #expect(value.unrecorded == 0.6 && value.status == .estimated)
        let sentence = ReachableHours().descriptor.sentence(.english, of: "Stadt", in: try RoomsTown.town().table())
        #expect(sentence?.hasPrefix("In Stadt it is 16.00 hours of the week on average (") == true)
    }
}
