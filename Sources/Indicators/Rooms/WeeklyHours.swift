internal import Hours
internal import Town

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

    /// Whether it is open throughout a stretch that begins in the week or within a week after it.
    func isOpen(from start: Int, minutes: Int) -> Bool {
        guard let last = ranges.last else { return false }
        if last.count >= WeeklyHours.week { return true }
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

/// When each place of a town is open to everybody in the ordinary week of the period: its own hours, else those of its
/// offers, and room slots that are open to all.
struct PlaceHours: Sendable {
    /// For each place what is certain.
    let sure: [WeeklyHours]
    /// For each place what is certain or may be; the whole week where nothing is recorded.
    let possible: [WeeklyHours]
    /// Whether anything is recorded.
    let isRecorded: [Bool]

    /// The hours of a study; nil where the period names no day.
    init?(_ study: Study) {
        guard let day = study.periodStart else { return nil }
        let places = study.places
        var texts: [[String]] = places.ids.indices.map { places.hours[$0].map { [$0] } ?? [] }
        if let offers = study.offers {
            let own = texts.map { !$0.isEmpty }
            for offer in 0..<offers.count {
                guard let text = offers.hours[offer] else { continue }
                for place in offers.places(ofOffer: offer) where !own[Int(place)] { texts[Int(place)].append(text) }
            }
        }
        var sure: [WeeklyHours] = []
        var possible: [WeeklyHours] = []
        var isRecorded: [Bool] = []
        for (place, own) in texts.enumerated() {
            var weeks = own.compactMap { try? OpeningHours($0) }.map { $0.ordinaryWeek(of: day) }
            weeks += (study.rooms?.valid(on: day).slots ?? [])
                .filter { $0.placeID == places.ids[place] && $0.keyHolder == .openToAll }
                .map { $0.hours.ordinaryWeek(of: day) }
            isRecorded.append(!weeks.isEmpty)
            sure.append(weeks.reduce(.closed) { $0.union(WeeklyHours($1)) })
            possible.append(
                weeks.isEmpty
                    ? WeeklyHours([0..<WeeklyHours.week])
                    : weeks.reduce(.closed) { $0.union(WeeklyHours($1, orPerhaps: true)) })
        }
        (self.sure, self.possible, self.isRecorded) = (sure, possible, isRecorded)
    }
}

extension IndicatorContext {
    /// The sums of targets: all meeting places, organised, everyday ones, services.
    var sumTargets: [Int] { targets.indices.filter { ReachTarget.sums.contains(targets[$0].id) } }

    /// For each place the sums that count it.
    func sumsOfPlaces() -> [[Int]] {
        let members = sumTargets.map { Set(targets[$0].categories) }
        return study.places.categoryIndexes.map { category in
            members.indices.filter { members[$0].contains(category) }
        }
    }
}
