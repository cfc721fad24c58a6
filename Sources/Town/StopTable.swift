/// The stops of buses and trains as columns; all columns are as long as ``ids``.
public struct StopTable: Sendable {
    /// The kinds of days that timetables tell apart.
    public enum DayType: String, Sendable, Hashable, CaseIterable {
        /// Monday to Friday.
        case weekday
        case saturday
        /// Sundays and holidays.
        case sunday
    }

    /// The stable ids, unique over all stop layers.
    public var ids: [String] = []
    /// The names; empty where none is recorded.
    public var names: [String] = []
    /// What stops there, as the source says it (`bus`, `train`); nil where not recorded.
    public var modes: [String?] = []
    /// The x of each stop, in metres.
    public var xs: [Double] = []
    /// The y of each stop, in metres.
    public var ys: [Double] = []
    /// The departures per hour on each kind of day, in the order of the stops; nil where not recorded, which is not
    /// zero.
    public var departures: [DayType: [Double?]] = [:]

    /// No stops.
    public init() {}

    /// The number of stops.
    public var count: Int { ids.count }

    /// The departures per hour of a stop on a kind of day; nil where not recorded.
    public func departures(ofStop stop: Int, on day: DayType) -> Double? {
        guard let column = departures[day], column.indices.contains(stop) else { return nil }
        return column[stop]
    }

    /// Whether departures are recorded of any stop on a kind of day.
    public func hasDepartures(on day: DayType) -> Bool {
        (departures[day] ?? []).contains { $0 != nil }
    }
}
