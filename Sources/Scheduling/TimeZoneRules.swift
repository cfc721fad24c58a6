/// What a time zone says: how far its wall clocks are ahead of Coordinated Universal Time. Moments are seconds after
/// 1970-01-01 00:00:00 UTC.
public protocol TimeZoneRules: Sendable {
    /// The name, such as `Europe/Berlin`.
    var name: String { get }
    /// Seconds by which wall clocks are ahead of UTC at a moment.
    func offset(at moment: Int) -> Int
}

/// Coordinated Universal Time.
public struct UniversalTime: TimeZoneRules {
    /// Makes the zone.
    public init() {}

    /// `UTC`.
    public var name: String { "UTC" }

    /// Always 0.
    public func offset(at moment: Int) -> Int { 0 }
}

/// When a wall clock shows a time.
public enum WallClockMoment: Sendable, Hashable {
    /// Once.
    case once(Int)
    /// Twice, since the clock is put back over it.
    case twice(first: Int, second: Int)
    /// Never, since the clock is put forward over it: the moment of the change.
    case never(change: Int)
}

extension TimeZoneRules {
    /// What wall clocks show at a moment.
    public func civilTime(at moment: Int) -> CivilTime { CivilTime(seconds: moment + offset(at: moment)) }

    /// When wall clocks show a time. Right where two changes of the clock lie at least two days apart.
    public func moment(of time: CivilTime) -> WallClockMoment {
        let seconds = time.seconds
        let (before, after) = (offset(at: seconds - 86_400), offset(at: seconds + 86_400))
        let moments = Set([seconds - before, seconds - after]).filter { $0 + offset(at: $0) == seconds }.sorted()
        if let first = moments.first {
            return moments.count > 1 ? .twice(first: first, second: moments[1]) : .once(first)
        }
        // The last moment of the old offset and the first of the new one lie between these two.
        var (old, new) = (seconds - max(before, after), seconds - min(before, after))
        while new - old > 1 {
            let middle = old + (new - old) / 2
            if offset(at: middle) == before { old = middle } else { new = middle }
        }
        return .never(change: new)
    }
}
