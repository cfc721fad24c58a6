public import Features

extension CalendarDate {
    /// The number of the day, 1 for the first day of year 1 (a Monday), counted in the Gregorian calendar.
    public var dayNumber: Int {
        let before = year - 1
        var days = before * 365 + before / 4 - before / 100 + before / 400 + day
        for month in 1..<month { days += CalendarDate.days(inMonth: month, ofYear: year) }
        return days
    }

    /// The day of a number as ``dayNumber`` counts; nil outside the years 1 to 9999.
    public init?(dayNumber: Int) {
        guard (1...3_652_059).contains(dayNumber) else { return nil }
        // 400 years have 146,097 days; the first guess is at most one year too late or too early.
        var year = (dayNumber - 1) * 400 / 146_097 + 1
        func start(_ year: Int) -> Int {
            let before = year - 1
            return before * 365 + before / 4 - before / 100 + before / 400 + 1
        }
        while start(year) > dayNumber { year -= 1 }
        while start(year + 1) <= dayNumber { year += 1 }
        var rest = dayNumber - start(year) + 1
        var month = 1
        while rest > CalendarDate.days(inMonth: month, ofYear: year) {
            rest -= CalendarDate.days(inMonth: month, ofYear: year)
            month += 1
        }
        self.init(year: year, month: month, day: rest)
    }

    /// The day so many days later; nil outside the years 1 to 9999.
    public func adding(days: Int) -> CalendarDate? {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        return overflow ? nil : CalendarDate(dayNumber: sum)
    }

    /// The day of the week.
    public var weekday: Weekday { Weekday(rawValue: (dayNumber - 1) % 7) ?? .monday }

    /// The week of ISO 8601, 1…53: that of the Thursday of the same week.
    public var isoWeek: Int {
        let thursday = dayNumber - weekday.rawValue + 3
        guard let date = CalendarDate(dayNumber: thursday),
            let newYear = CalendarDate(year: date.year, month: 1, day: 1)
        else { return 1 }
        return (thursday - newYear.dayNumber) / 7 + 1
    }

    /// Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm of 1876 that Butcher and Meeus give).
    public static func easter(_ year: Int) -> CalendarDate? {
        guard (1...9999).contains(year) else { return nil }
        let golden = year % 19
        let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
        let (leapCenturies, centuryRest) = century.quotientAndRemainder(dividingBy: 4)
        let moonShift = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30
        let (leapYears, yearRest) = yearOfCentury.quotientAndRemainder(dividingBy: 4)
        let sunday = (32 + 2 * centuryRest + 2 * leapYears - epact - yearRest) % 7
        let correction = (golden + 11 * epact + 22 * sunday) / 451
        let days = epact + sunday - 7 * correction + 114
        return CalendarDate(year: year, month: days / 31, day: days % 31 + 1)
    }
}
