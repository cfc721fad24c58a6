public import Features
internal import Hours

extension Diagnostic {
    /// The finding about hours that cannot be read, drawn under the text; nil where they can be.
    public static func unreadableHours(_ text: String, at location: SourceLocation) -> Diagnostic? {
        do {
            _ = try OpeningHours(text)
            return nil
        } catch {
            return unreadable(text, error, at: location)
        }
    }

    /// Hours with a column for each weekday, Monday first, as one text; nil where no column says anything, and where
    /// one cannot be read, which is the finding.
    public static func weekdayHours(
        _ texts: [String?], at location: SourceLocation
    ) -> (hours: String?, finding: Diagnostic?) {
        guard texts.contains(where: { $0 != nil }) else { return (nil, nil) }
        let columns = texts.map { $0 ?? "" }
        do throws(OpeningHours.ColumnError) {
            return (try OpeningHours(weekdays: columns).description, nil)
        } catch {
            return (nil, unreadable(columns[error.day.rawValue], error.error, at: location))
        }
    }

    private static func unreadable(
        _ text: String, _ error: OpeningHours.ParseError, at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .hoursUnreadable, at: location,
            [
                "value": text, "position": "\(error.position)", "hours": error.reason.rawValue,
                "sketch": error.drawn(under: text),
            ])
    }
}
