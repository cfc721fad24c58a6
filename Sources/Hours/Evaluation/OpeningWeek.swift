/// Seven days laid out.
public struct OpeningWeek: Sendable, Hashable {
    /// The stretches of each day from Monday on, in order and without gaps.
    public let days: [[OpeningInterval]]

    /// The ranges of a day in which a state holds, in minutes after midnight; sorted, not touching each other.
    public func ranges(_ day: Weekday, _ state: OpeningState = .open) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for interval in days[day.rawValue] where interval.state == state {
            if let last = ranges.last, last.upperBound == interval.minutes.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<interval.minutes.upperBound
            } else {
                ranges.append(interval.minutes)
            }
        }
        return ranges
    }

    /// The minutes of a day in which a state holds, within a range such as the evening 1080..<1440.
    public func minutes(_ day: Weekday, within range: Range<Int> = 0..<1440, _ state: OpeningState = .open) -> Int {
        ranges(day, state).map { $0.clamped(to: range).count }.reduce(0, +)
    }

    /// What holds in a minute of a day; closed outside of 0..<1440.
    public func state(_ day: Weekday, minute: Int) -> OpeningState {
        days[day.rawValue].first { $0.minutes.contains(minute) }?.state ?? .closed
    }

    /// Whether it is open for certain in a minute of a day.
    public func isOpen(_ day: Weekday, minute: Int) -> Bool { state(day, minute: minute) == .open }

    /// The open minutes, 0…10080.
    public var openMinutes: Int { total(.open) }

    /// The minutes of which nobody can tell, 0…10080.
    public var cannotTellMinutes: Int { total(.cannotTell) }

    private func total(_ state: OpeningState) -> Int {
        Weekday.allCases.map { minutes($0, state) }.reduce(0, +)
    }
}
