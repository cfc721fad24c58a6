public import Features

/// The school holidays of a state, from a file of the town.
public struct SchoolHolidays: Sendable, Codable, Hashable {
    /// Why a row is no holiday.
    public enum RowDefect: String, Error, Sendable, Hashable, CaseIterable {
        /// The first or the last day is no date.
        case notADate = "not_a_date"
        /// The last day lies before the first.
        case endsBeforeItStarts = "ends_before_it_starts"
    }

    /// The holidays, first and last day included, sorted.
    public let ranges: [ClosedRange<CalendarDate>]
    /// The days of which the file speaks: stretches that do not touch each other, sorted; empty where it names no
    /// holidays.
    public let covered: [ClosedRange<CalendarDate>]

    /// The most days that lie between two school holidays where none are missing in the file. The longest real
    /// stretches, from early Easter holidays to late summer ones, have about 100 days in Germany.
    public static let longestTerm = 120

    /// Holidays from ranges of days. The file speaks of the days from a holiday to the next, unless they lie further
    /// apart than ``longestTerm``: then some between them are missing, and of the days between nobody can tell.
    public init(_ ranges: [ClosedRange<CalendarDate>]) {
        self.ranges = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        covered = SchoolHolidays.joined(self.ranges, over: SchoolHolidays.longestTerm)
    }

    /// Holidays of a file that speaks of all days of a range.
    public init(_ ranges: [ClosedRange<CalendarDate>], covering covered: ClosedRange<CalendarDate>) {
        self.ranges = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        self.covered = SchoolHolidays.joined((ranges + [covered]).sorted { $0.lowerBound < $1.lowerBound }, over: 0)
    }

    /// Joins sorted ranges that lie at most so many days apart.
    private static func joined(
        _ ranges: [ClosedRange<CalendarDate>], over days: Int
    ) -> [ClosedRange<CalendarDate>] {
        var joined: [ClosedRange<CalendarDate>] = []
        for range in ranges {
            if let last = joined.last, range.lowerBound.dayNumber - last.upperBound.dayNumber <= days + 1 {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    /// The days of a period of which the file does not speak, as stretches in order.
    public func uncovered(in period: ClosedRange<CalendarDate>) -> [ClosedRange<CalendarDate>] {
        var missing: [ClosedRange<CalendarDate>] = []
        var next: CalendarDate? = period.lowerBound
        for range in covered where range.upperBound >= period.lowerBound && range.lowerBound <= period.upperBound {
            if let first = next, let last = range.lowerBound.adding(days: -1), first <= last {
                missing.append(first...last)
            }
            next = range.upperBound.adding(days: 1)
        }
        if let next, next <= period.upperBound { missing.append(next...period.upperBound) }
        return missing
    }

    /// One row of a table: the first and last day, `2024-07-22` or `22.07.2024`; an empty last day means one day.
    public static func range(from: String, until: String) throws(RowDefect) -> ClosedRange<CalendarDate> {
        guard let first = CalendarDate(text: from), let last = until.isEmpty ? first : CalendarDate(text: until) else {
            throw .notADate
        }
        guard first <= last else { throw .endsBeforeItStarts }
        return first...last
    }

    /// Whether a day lies in school holidays; nil where the file does not say.
    public func isHoliday(_ day: CalendarDate) -> Bool? {
        if ranges.contains(where: { $0.contains(day) }) { return true }
        return covered.contains { $0.contains(day) } ? false : nil
    }
}
