internal import Features
internal import Hours
internal import Town

/// Looks at what opening hours ask for that nobody gave.
enum HoursChecks {
    /// Places and offers whose hours differ in school holidays, where no file says when these are, or where the file
    /// is silent about days of the period; told together.
    /// - Parameters:
    ///   - file: The table of school holidays; nil without one.
    ///   - location: Where the table would be named.
    static func schoolHolidays(
        _ places: PlaceTable, _ offers: OfferTable?, calendar: HolidayCalendar, period: String, file: String?,
        location: SourceLocation
    ) -> [Diagnostic] {
        let placeCount = count(places.hours)
        let offerCount = count(offers?.hours ?? [])
        if placeCount + offerCount == 0 { return [] }
        let counts = ["places": "\(placeCount)", "offers": "\(offerCount)", "count": "\(placeCount + offerCount)"]
        guard let holidays = calendar.schoolHolidays else {
            return [Diagnostic(.schoolHolidaysUnknown, at: location, counts)]
        }
        guard let first = Study.start(ofPeriod: period), let last = Study.end(ofPeriod: period), first <= last else {
            return []
        }
        let missing = holidays.uncovered(in: first...last)
        if missing.isEmpty { return [] }
        let dates = missing.map { range in
            range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound) – \(range.upperBound)"
        }
        return [
            Diagnostic(
                .schoolHolidaysIncomplete, at: file.map { SourceLocation(file: $0) } ?? location,
                counts.merging(["period": period, "dates": dates.joined(separator: ", ")]) { $1 })
        ]
    }

    private static func count(_ hours: [String?]) -> Int {
        hours.count { text in
            guard let text, let hours = try? OpeningHours(text) else { return false }
            return hours.names(.school)
        }
    }
}
