/// Why a text is no calendar expression, and where.
public struct CalendarExpressionError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// There is nothing.
        case empty
        /// Longer than any expression for people.
        case tooLong = "too_long"
        /// Neither a weekday nor a word such as `daily`.
        case unknownWord = "unknown_word"
        /// A number or `*` should stand here.
        case numberExpected = "number_expected"
        /// A weekday should stand here.
        case weekdayExpected = "weekday_expected"
        /// The number is too small or too large for its part.
        case outOfRange = "out_of_range"
        /// The range ends before it begins.
        case rangeReversed = "range_reversed"
        /// The step is 0 or reaches no second number.
        case stepUseless = "step_useless"
        /// A date needs `-` and a time needs `:`.
        case separatorExpected = "separator_expected"
        /// Nothing more should follow.
        case unexpected
        /// Fractions of a second and moments `@…` are not supported.
        case unsupported
    }

    /// What is wrong.
    public let reason: Reason
    /// Where: bytes from the start of the text.
    public let column: Int

    /// Makes an error.
    public init(reason: Reason, column: Int) {
        self.reason = reason
        self.column = column
    }

    /// The text with a caret under the offending character, two lines. What is no printable character shows as `?`.
    public static func sketch(_ text: String, column: Int) -> String {
        var line = ""
        var caret = ""
        var position = 0
        for scalar in text.unicodeScalars {
            if position < column { caret += " " }
            position += UTF8.width(scalar)
            line.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? "?" : scalar)
        }
        return line + "\n" + caret + "^"
    }
}
