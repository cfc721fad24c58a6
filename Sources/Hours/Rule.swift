extension OpeningHours {
    /// One rule: on which dates and days, at which times, what holds.
    public struct Rule: Sendable, Codable, Hashable {
        /// How a rule stands to those before it.
        public enum Joint: String, Sendable, Codable, Hashable, CaseIterable {
            /// `;` – of the days it matches, it replaces what was said before.
            case replacing
            /// `,` – it adds to what was said before.
            case adding
            /// `||` – it holds where all before leave the place closed.
            case fallback
        }

        /// How the rule stands to those before it; of the first, ``Joint/replacing``.
        public var joint: Joint
        /// The years, dates and weeks; always where none are named.
        public var dates: DateSelection
        /// The weekdays and holidays; every day where none are named.
        public var days: DaySelection
        /// The times; the whole day where none are named.
        public var times: [TimeSpan]
        /// What holds.
        public var state: OpeningState
        /// The comment in quotes, without them.
        public var comment: String?

        /// Makes a rule.
        public init(
            joint: Joint, dates: DateSelection = DateSelection(), days: DaySelection = DaySelection(),
            times: [TimeSpan] = [], state: OpeningState = .open, comment: String? = nil
        ) {
            self.joint = joint
            self.dates = dates
            self.days = days
            self.times = times
            self.state = state
            self.comment = comment
        }
    }
}

/// A stretch of time that begins on a day and may end on the next.
public struct TimeSpan: Sendable, Codable, Hashable {
    /// The first minute, 0..<1440.
    public var start: Int
    /// The minute after the last, up to 2880; nil where only an open end is given.
    public var end: Int?
    /// Whether the place may stay open longer (`+`); how long is not said.
    public var isOpenEnded: Bool

    /// Makes a stretch.
    public init(start: Int, end: Int?, isOpenEnded: Bool = false) {
        self.start = start
        self.end = end
        self.isOpenEnded = isOpenEnded
    }

    /// The ranges of the stretch with what holds in them where the rule says `state`. An open end cannot be told from
    /// its beginning up to midnight.
    func ranges(_ state: OpeningState) -> [(minutes: Range<Int>, state: OpeningState)] {
        let sure = end ?? start
        var ranges: [(Range<Int>, OpeningState)] = []
        if sure > start { ranges.append((start..<sure, state)) }
        if isOpenEnded, sure < 1440 { ranges.append((sure..<1440, state == .closed ? .closed : .cannotTell)) }
        return ranges
    }
}
