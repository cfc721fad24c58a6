internal import Features
internal import Hours
internal import Town

/// Looks at what opening hours ask for that nobody gave.
enum HoursChecks {
    /// Places and offers whose hours differ in school holidays, where no file says when these are; told together.
    static func schoolHolidays(
        _ places: PlaceTable, _ offers: OfferTable?, calendar: HolidayCalendar, location: SourceLocation
    ) -> [Diagnostic] {
        guard calendar.schoolHolidays == nil else { return [] }
        let placeCount = count(places.hours)
        let offerCount = count(offers?.hours ?? [])
        if placeCount + offerCount == 0 { return [] }
        return [
            Diagnostic(
                .schoolHolidaysUnknown, at: location,
                ["places": "\(placeCount)", "offers": "\(offerCount)", "count": "\(placeCount + offerCount)"])
        ]
    }

    private static func count(_ hours: [String?]) -> Int {
        hours.count { text in
            guard let text, let hours = try? OpeningHours(text) else { return false }
            return hours.names(.school)
        }
    }
}
