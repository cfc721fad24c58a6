import Scheduling
import Testing

@Suite struct CivilTimeTests {
    /// Day after day from 1600 to 2400, by counting.
    @Test func countsLikeACalendar() {
        var time = CivilTime(year: 1600)
        var seconds = -11_676_096_000
        var weekday = 5
        while time.year < 2400 {
            #expect(time.seconds == seconds)
            #expect(CivilTime(seconds: seconds) == time)
            #expect(time.weekday == weekday)
            seconds += 86_400
            weekday = (weekday + 1) % 7
            time.day += 1
            if time.day > CivilTime.daysInMonth(time.month, year: time.year) {
                (time.day, time.month) = (1, time.month + 1)
            }
            if time.month > 12 { (time.month, time.year) = (1, time.year + 1) }
        }
        #expect(CivilTime.daysInMonth(2, year: 1900) == 28)
        #expect(CivilTime.daysInMonth(2, year: 2000) == 29)
    }

    @Test func readsAndPrintsSeconds() {
        #expect(CivilTime(seconds: -1).description == "1969-12-31 23:59:59")
        #expect(CivilTime(seconds: 1_774_746_000).description == "2026-03-29 01:00:00")
        #expect(CivilTime(seconds: 5) < CivilTime(seconds: 60))
    }
}
