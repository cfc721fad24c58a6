public import Wording

extension OpeningHours {
    /// Why a text is not readable as opening hours, and where.
    public struct ParseError: Error, Sendable, Hashable {
        /// The stable reasons; texts stand in the catalogues under `hours.` and the raw value.
        public enum Reason: String, Sendable, Hashable, CaseIterable {
            /// There is no text.
            case empty
            /// The text is longer than ``OpeningHours/longestText``.
            case tooLong = "too_long"
            /// Neither weekdays nor times.
            case expectedRule = "expected_rule"
            /// A word that is no weekday.
            case expectedDay = "expected_day"
            /// Weekdays without times, or text in the place of a time.
            case expectedTime = "expected_time"
            /// A start without an end.
            case expectedRange = "expected_range"
            /// Such as 25:00 or 09:60.
            case timeOutOfRange = "time_out_of_range"
            /// Start and end are the same.
            case emptyRange = "empty_range"
            /// Something follows that belongs to no rule.
            case unexpected
            /// Something else in the place of a date, a month or a week.
            case expectedDate = "expected_date"
            /// There is no such day of a month, week or nth weekday.
            case numberOutOfRange = "number_out_of_range"
            /// Times that depend on the sun: not evaluated.
            case sunTime = "sun_time"
            /// The grammar knows it, but it is not evaluated: points in time, weekdays behind a date.
            case notEvaluated = "not_evaluated"
            /// A word that people use for different days or times, such as `werktags`.
            case ambiguous
        }

        /// Why.
        public var reason: Reason
        /// The character at which reading stopped, counted from 1.
        public var position: Int

        /// Makes an error.
        public init(reason: Reason, position: Int) {
            self.reason = reason
            self.position = position
        }

        /// The text with a caret under the character at which reading stopped, two lines; of a long text the part
        /// around it. Characters that would break the line stand as spaces.
        public func drawn(under text: String) -> String {
            let width = 60
            let characters = Array(text)
            let at = min(max(position - 1, 0), characters.count)
            let start = at > width ? at - width / 2 : 0
            let end = min(characters.count, start + width + 10)
            let shown = characters[start..<end].map { character -> Character in
                character.isNewline || character == "\t" || character.unicodeScalars.contains { $0.value < 32 }
                    ? " " : character
            }
            let before = start > 0 ? "…" : ""
            let after = end < characters.count ? "…" : ""
            return before + String(shown) + after + "\n"
                + String(repeating: " ", count: before.count + at - start) + "^"
        }

        /// What is the matter, the text and a caret under it: three lines.
        public func message(_ text: String, _ language: Language) -> String {
            Catalogue.of(language).text("hours.\(reason.rawValue)") + ":\n" + drawn(under: text)
        }
    }
}
