public import Features

/// The holidays that opening hours are evaluated with.
public struct HolidayCalendar: Sendable, Codable, Hashable {
    /// The public holidays; nil where the federal state is not known.
    public var publicHolidays: PublicHolidays?
    /// The school holidays; nil where no file gives them.
    public var schoolHolidays: SchoolHolidays?
    private var isOrdinary = false

    /// Makes a calendar.
    public init(publicHolidays: PublicHolidays?, schoolHolidays: SchoolHolidays?) {
        self.publicHolidays = publicHolidays
        self.schoolHolidays = schoolHolidays
    }

    /// Nothing is known of holidays.
    public static let unknown = HolidayCalendar(publicHolidays: nil, schoolHolidays: nil)

    /// No day is a holiday: the ordinary week.
    public static let ordinary: HolidayCalendar = {
        var calendar = HolidayCalendar.unknown
        calendar.isOrdinary = true
        return calendar
    }()

    /// Whether a day is a holiday of a kind; nil where nobody can tell.
    public func isHoliday(_ kind: HolidayKind, _ day: CalendarDate) -> Bool? {
        if isOrdinary { return false }
        return switch kind {
        case .public: publicHolidays?.isHoliday(day)
        case .school: schoolHolidays?.isHoliday(day)
        }
    }
}
