/// Where buses, trams and trains stop, as columns; all columns are as long as ``ids``.
public struct StopTable: Sendable, Codable {
    /// What stops there.
    public enum Mode: String, Sendable, Codable, Hashable, CaseIterable {
        case bus, tram, train, subway, ferry
        /// Anything else on rails or ropes.
        case other
    }

    /// A day of the timetable.
    public enum DayType: String, Sendable, Hashable, CaseIterable {
        /// Monday to Friday while schools are open.
        case weekday
        case saturday
        /// Sundays and public holidays.
        case sunday
    }

    /// The stable ids, unique over all layers of stops.
    public var ids: [String] = []
    /// The names; empty where none is recorded.
    public var names: [String] = []
    /// What stops there, in the order of ``Mode``; empty where not recorded.
    public var modes: [[Mode]] = []
    /// The x of each stop, in metres.
    public var xs: [Double] = []
    /// The y of each stop, in metres.
    public var ys: [Double] = []
    /// Where the entrances of each stop (its platforms) end in ``entranceXs``; a stop without any is reached at its
    /// position.
    public var entranceEnds: [Int32] = []
    /// The x of each entrance, in metres, those of the first stop first.
    public var entranceXs: [Double] = []
    /// The y of each entrance, in metres.
    public var entranceYs: [Double] = []
    /// The departures per hour in all directions together on weekdays; nil where not recorded, which is not zero.
    public var weekdayDepartures: [Double?] = []
    /// The departures per hour on Saturdays.
    public var saturdayDepartures: [Double?] = []
    /// The departures per hour on Sundays and public holidays.
    public var sundayDepartures: [Double?] = []

    /// No stops.
    public init() {}

    /// The number of stops.
    public var count: Int { ids.count }

    /// The departures per hour of every stop on a day.
    public func departures(on day: DayType) -> [Double?] {
        switch day {
        case .weekday: weekdayDepartures
        case .saturday: saturdayDepartures
        case .sunday: sundayDepartures
        }
    }

    /// The entrances of a stop as a range of ``entranceXs``; empty where none is recorded.
    public func entrances(ofStop stop: Int) -> Range<Int> {
        guard entranceEnds.indices.contains(stop) else { return 0..<0 }
        return (stop == 0 ? 0 : Int(entranceEnds[stop - 1]))..<Int(entranceEnds[stop])
    }

    /// Where a stop can be reached: its entrances, else its position. Access to it is the least over all of them.
    public func accessPositions(ofStop stop: Int) -> [(x: Double, y: Double)] {
        let range = entrances(ofStop: stop)
        return range.isEmpty ? [(xs[stop], ys[stop])] : range.map { (entranceXs[$0], entranceYs[$0]) }
    }
}
