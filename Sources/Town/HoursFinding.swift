public import Features
internal import Hours

extension Diagnostic {
    /// The finding about hours that cannot be read, drawn under the text; nil where they can be.
    public static func unreadableHours(_ text: String, at location: SourceLocation) -> Diagnostic? {
        do {
            _ = try OpeningHours(text)
            return nil
        } catch {
            return Diagnostic(
                .hoursUnreadable, at: location,
                [
                    "value": text, "position": "\(error.position)", "hours": error.reason.rawValue,
                    "sketch": error.drawn(under: text),
                ])
        }
    }
}
