/// What opening hours say of a minute.
public enum OpeningState: String, Sendable, Codable, Hashable, CaseIterable {
    /// Open.
    case open
    /// Closed.
    case closed
    /// The text does not say: by appointment, an end left open, holidays that are not known.
    case cannotTell = "cannot_tell"
}

/// A stretch of one day in which nothing changes.
public struct OpeningInterval: Sendable, Hashable {
    /// The minutes after midnight, within 0..<1440.
    public var minutes: Range<Int>
    /// What holds in them.
    public var state: OpeningState
    /// The comment of the rule that decided, such as `nach Vereinbarung`.
    public var comment: String?

    /// Makes a stretch.
    public init(minutes: Range<Int>, state: OpeningState, comment: String? = nil) {
        self.minutes = minutes
        self.state = state
        self.comment = comment
    }
}
