internal import Travel

/// Which tagged objects are stops of buses, trams, trains and ferries, and what part of a stop they are.
enum StopRules {
    /// What part of a stop an object is.
    enum Part: Sendable, Hashable {
        /// Where people wait: the way in to what stops here.
        case platform
        /// Where the vehicle stands, on the street or the track.
        case position
        /// The stop as a whole.
        case station
    }

    private static let platforms = [
        "highway=bus_stop|platform", "public_transport=platform", "railway=platform", "amenity=ferry_terminal",
    ].map { TagPattern($0) }
    private static let positions = ["public_transport=stop_position", "railway=tram_stop"].map { TagPattern($0) }
    private static let stations = [
        "public_transport=station", "railway=station|halt", "amenity=bus_station",
    ].map { TagPattern($0) }

    /// What a reader must collect.
    static var collecting: [TagPattern] { platforms + positions + stations }

    /// Goods stations, railways for a ride in the park.
    private static let notForPassengers = [
        "railway:traffic_mode=freight", "station=miniature|freight", "usage=tourism|industrial|military",
        "passenger=no", "passenger_service=no",
    ].map { TagPattern($0) }

    /// What part of a stop an object with these tags is; nil where it is none, is out of use or not for the public.
    static func part(_ tags: TagSet) -> Part? {
        guard PlaceUse.isInUse(tags), !PlaceUse.isPrivate(tags),
            !notForPassengers.contains(where: { $0.holds(for: tags) })
        else { return nil }
        // A stop position that is a halt, too, stands on the track.
        if positions.contains(where: { $0.holds(for: tags) }) { return .position }
        if platforms.contains(where: { $0.holds(for: tags) }) { return .platform }
        return stations.contains { $0.holds(for: tags) } ? .station : nil
    }

    private static let modes: [(mode: String, conditions: [TagPattern])] = [
        ("bus", ["bus", "trolleybus", "highway=bus_stop", "amenity=bus_station"]),
        ("tram", ["tram", "railway=tram_stop", "station=tram"]),
        ("train", ["train", "light_rail", "station=light_rail"]),
        ("subway", ["subway", "station=subway"]),
        ("ferry", ["ferry", "amenity=ferry_terminal"]),
    ].map { ($0.0, $0.1.map { TagPattern($0) }) }
    private static let railways = TagPattern("railway=station|halt")
    private static let otherRail = TagPattern("station=subway|light_rail|tram|monorail|funicular")

    /// What stops there, in the words of Town's stop table; empty where the tags do not say.
    static func modes(_ tags: TagSet) -> [String] {
        var found = modes.filter { $0.conditions.contains { $0.holds(for: tags) } }.map(\.mode)
        let isStation = railways.holds(for: tags) && !otherRail.holds(for: tags) && tags["train"] != "no"
        if isStation, !found.contains("train") { found.append("train") }
        return found
    }

    /// The number of the stop that its parts share: the first three fields of the IFOPT number, `de:06438:1234` (VDV
    /// 432), which in Germany stands on most platforms. Nil where there is none.
    static func stopNumber(_ tags: TagSet) -> String? {
        guard let number = tags["ref:IFOPT"] else { return nil }
        let fields = number.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count >= 3, fields[..<3].allSatisfy({ !$0.isEmpty }) else { return nil }
        return fields[..<3].joined(separator: ":")
    }
}
