internal import Hours

/// Ranges of minutes in a week that begins on Monday at 0:00: sorted, not touching each other. What is open over the end
/// of the week goes on beyond 10,080.
struct WeeklyHours: Sendable, Hashable {
    /// The minutes of a week.
    static let week = 7 * 1_440

    /// The ranges, each beginning within the week.
    let ranges: [Range<Int>]

    /// Closed all week.
    static let closed = WeeklyHours([])

    /// Puts ranges of less than two weeks in order and joins those that touch or overlap, also over the end of the week.
    init(_ ranges: [Range<Int>]) {
        let week = WeeklyHours.week
        // What goes beyond the week is its beginning.
        let within = ranges.flatMap { range in
            [range, range.lowerBound - week..<range.upperBound - week].map { $0.clamped(to: 0..<week) }
        }
        var joined: [Range<Int>] = []
        for range in within.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, last.upperBound >= range.lowerBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        if joined.count > 1, let first = joined.first, let last = joined.last, first.lowerBound == 0,
            last.upperBound == week
        {
            joined[joined.count - 1] = last.lowerBound..<week + first.upperBound
            joined.removeFirst()
        }
        self.ranges = joined
    }

    /// What is open in a week, and where asked for what may be.
    init(_ opening: OpeningWeek, orPerhaps: Bool = false) {
        self.init(
            Weekday.allCases.flatMap { day in
                (opening.ranges(day) + (orPerhaps ? opening.ranges(day, .cannotTell) : [])).map {
                    $0.lowerBound + day.rawValue * 1_440..<$0.upperBound + day.rawValue * 1_440
                }
            })
    }

    /// What either has.
    func union(_ other: WeeklyHours) -> WeeklyHours { WeeklyHours(ranges + other.ranges) }

    /// The minutes open.
    var minutes: Int { min(ranges.reduce(0) { $0 + $1.count }, WeeklyHours.week) }

    /// Whether it never closes.
    var isAlwaysOpen: Bool { ranges.last.map { $0.count >= WeeklyHours.week } ?? false }

    /// Whether it is open throughout a stretch that begins in the week or within a week after it.
    func isOpen(from start: Int, minutes: Int) -> Bool {
        if isAlwaysOpen { return true }
        let start = start % WeeklyHours.week
        func holds(_ start: Int) -> Bool {
            ranges.contains { $0.lowerBound <= start && start + minutes <= $0.upperBound }
        }
        // What began last week goes on into this one.
        return holds(start) || holds(start + WeeklyHours.week)
    }

    /// Whether some stretch of so many minutes lies within one of the windows.
    func fits(_ minutes: Int, in windows: [Range<Int>]) -> Bool {
        ranges.contains { range in
            windows.contains { window in
                range.clamped(to: window).count >= minutes
                    || (range.upperBound > WeeklyHours.week
                        && (range.lowerBound - WeeklyHours.week..<range.upperBound - WeeklyHours.week)
                            .clamped(to: window).count >= minutes)
            }
        }
    }
}
