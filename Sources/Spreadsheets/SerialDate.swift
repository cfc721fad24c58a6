internal import Features

/// Days as spreadsheets count them.
///
/// Most workbooks count from 1 January 1900 as day 1 and believe, after Lotus 1-2-3, that 1900 was a leap year: day 60 is
/// 29 February 1900, which never was. Old workbooks from a Macintosh count from 1 January 1904 as day 0.
enum SerialDate {
    /// What of a number is shown.
    enum Part: Sendable, Hashable {
        /// The day only.
        case day
        /// The time of day only.
        case time
        /// Day and time.
        case dayAndTime
    }

    /// The day or time of a number in ISO 8601 (`2024-12-31`, `15:30`, `2024-12-31T15:30`; seconds only where there are any);
    /// nil where no such day is.
    static func text(_ serial: Double, _ part: Part, countsFrom1904: Bool) -> String? {
        guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
        let days = serial.rounded(.down)
        // Half a second is beyond what people mean.
        let seconds = Int(((serial - days) * 86_400).rounded())
        let wholeDays = Int(days) + (seconds == 86_400 ? 1 : 0)
        let time = clock(seconds % 86_400)
        if part == .time { return serial < 1 || seconds % 86_400 != 0 ? time : nil }
        guard let date = date(wholeDays, countsFrom1904: countsFrom1904) else { return nil }
        return part == .day || seconds % 86_400 == 0 ? date.description : "\(date)T\(time)"
    }

    /// The number of a day, counted from 1900; for days from 1 March 1900 on.
    static func serial(_ date: CalendarDate) -> Int {
        daysFromEpoch(year: date.year, month: date.month, day: date.day) + 25_569
    }

    private static func date(_ days: Int, countsFrom1904: Bool) -> CalendarDate? {
        if countsFrom1904 { return date(daysFromEpoch: days - 24_107) }
        guard days > 0, days != 60 else { return nil }
        return date(daysFromEpoch: days - (days < 60 ? 25_568 : 25_569))
    }

    private static func clock(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let text = two(seconds / 3600) + ":" + two(seconds / 60 % 60)
        return seconds % 60 == 0 ? text : text + ":" + two(seconds % 60)
    }

    /// Days since 1 January 1970 (Hinnant, "chrono-compatible low-level date algorithms": years begin in March, in eras of
    /// 400 years).
    private static func daysFromEpoch(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func date(daysFromEpoch days: Int) -> CalendarDate? {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return CalendarDate(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}
