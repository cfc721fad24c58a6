import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// Ranges of minutes in a week that begins again.
@Suite struct WeeklyHoursTests {
    @Test func rangesAreJoinedAlsoOverTheEndOfTheWeek() throws {
        #expect(try RoomsTown.hours("Mo-Fr 10:00-18:00").minutes == 5 * 480)
        // From Sunday 22:00 until Monday 2:00 is one stretch.
        let night = try RoomsTown.hours("Su 22:00-02:00")
        #expect(night.ranges == [9_960..<10_200] && night.minutes == 240)
        #expect(night.isOpen(from: 30, minutes: 60) && !night.isOpen(from: 30, minutes: 120))
        #expect(night.isOpen(from: 10_000, minutes: 180))
        let always = WeeklyHours([0..<WeeklyHours.week])
        #expect(always.isOpen(from: 10_079, minutes: 600) && always.minutes == 10_080)
        #expect(WeeklyHours([5..<5]) == .closed && !WeeklyHours.closed.isOpen(from: 0, minutes: 0))
    }

    /// Whether a stretch fits into a window, minute by minute, in windows of any day.
    @Test(arguments: UInt64(1)...6) func whatFitsIsWhatMinuteByMinuteSays(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let weekly = WeeklyHours(
                (0..<4).map { _ in
                    let start = Int.random(in: 0..<10_080, using: &generator)
                    return start..<start + Int.random(in: 0...700, using: &generator)
                })
            var isOpen = [Bool](repeating: false, count: 10_080)
            for range in weekly.ranges { for minute in range { isOpen[minute % 10_080] = true } }
            let day = Int.random(in: 0..<7, using: &generator)
            let window = day * 1_440 + 480..<day * 1_440 + Int.random(in: 500...1_440, using: &generator)
            let minutes = Int.random(in: 1...200, using: &generator)
            let expected = window.contains { start in
                start + minutes <= window.upperBound && (0..<minutes).allSatisfy { isOpen[start + $0] }
            }
            #expect(weekly.fits(minutes, in: [window]) == expected)
            #expect(!weekly.fits(minutes, in: []))
        }
    }

    /// Order and repetition of ranges do not matter, and joining is the same as opening either.
    @Test(arguments: UInt64(1)...6) func unionsAreOpenWhereEitherIs(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        func week() -> [Range<Int>] {
            (0..<5).map { _ in
                let start = Int.random(in: 0..<10_080, using: &generator)
                return start..<start + Int.random(in: 0...2_000, using: &generator)
            }
        }
        let (one, other) = (week(), week())
        let union = WeeklyHours(one).union(WeeklyHours(other))
        #expect(union == WeeklyHours(other).union(WeeklyHours(one)))
        #expect(union == WeeklyHours((one + other + one).shuffled(using: &generator)))
        #expect(union.union(.closed) == union && union.union(union) == union)
        #expect(union.minutes >= max(WeeklyHours(one).minutes, WeeklyHours(other).minutes))
        #expect(union.minutes <= min(10_080, WeeklyHours(one).minutes + WeeklyHours(other).minutes))
        for (range, next) in zip(union.ranges, union.ranges.dropFirst()) { #expect(range.upperBound < next.lowerBound) }
        #expect(union.ranges.allSatisfy { (0..<10_080).contains($0.lowerBound) })
    }
}
