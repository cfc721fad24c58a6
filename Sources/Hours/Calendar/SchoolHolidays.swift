public import Features

/// The school holidays of a state, from a file of the town.
public struct SchoolHolidays: Sendable, Hashable {
    /// Why a row is no holiday.
    public enum RowDefect: String, Error, Sendable, Hashable, CaseIterable {
        /// The first or the last day is no date.
        case notADate = "not_a_date"
        /// The last day lies before the first.
        case endsBeforeItStarts = "ends_before_it_starts"
    }

    /// The holidays, first and last day included, sorted.
    public let ranges: [ClosedRange<CalendarDate>]
    /// The days of which the file speaks; nil where it names no holidays.
    public let covered: ClosedRange<CalendarDate>?

    /// Holidays from ranges of days. Where nothing else is said, the file speaks of the days from the first holiday to
    /// the last: of a day outside nobody can tell.
    public init(_ ranges: [ClosedRange<CalendarDate>], covering covered: ClosedRange<CalendarDate>? = nil) {
        self.ranges = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        if let covered {
            self.covered = covered
        } else if let first = self.ranges.first?.lowerBound, let last = ranges.map(\.upperBound).max() {
            self.covered = first...last
        } else {
            self.covered = nil
        }
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
        return covered?.contains(day) == true ? false : nil
    }
}
