import Testing

@testable import OpenStreetMap

/// Tags, what part of a stop they make, and what stops there.
@Suite struct StopRuleTests {
    static let table: [(String, StopRules.Part?, [String])] = [
        ("highway=bus_stop, name=Markt", .platform, ["bus"]),
        ("highway=bus_stop, public_transport=platform", .platform, ["bus"]),
        ("public_transport=platform, bus=yes, tram=yes", .platform, ["bus", "tram"]),
        ("public_transport=platform", .platform, []), ("highway=platform", .platform, []),
        ("railway=platform, train=yes", .platform, ["train"]),
        ("public_transport=stop_position, bus=yes", .position, ["bus"]),
        ("railway=tram_stop", .position, ["tram"]),
        ("railway=halt, public_transport=stop_position, train=yes", .position, ["train"]),
        ("railway=station", .station, ["train"]), ("railway=halt", .station, ["train"]),
        ("railway=station, station=subway", .station, ["subway"]),
        ("railway=station, station=light_rail", .station, ["train"]),
        ("railway=station, train=no, tram=yes", .station, ["tram"]),
        ("public_transport=station, bus=yes, train=yes", .station, ["bus", "train"]),
        ("amenity=bus_station", .station, ["bus"]), ("amenity=ferry_terminal", .platform, ["ferry"]),
        ("public_transport=platform, trolleybus=yes", .platform, ["bus"]),
        ("public_transport=platform, light_rail=yes", .platform, ["train"]),
        ("highway=bus_stop, disused=yes", nil, ["bus"]), ("disused:highway=bus_stop", nil, []),
        ("railway=station, abandoned=yes", nil, ["train"]), ("railway=disused", nil, []),
        ("railway=station, railway:traffic_mode=freight", nil, ["train"]),
        ("railway=station, usage=tourism", nil, ["train"]), ("railway=station, passenger=no", nil, ["train"]),
        ("railway=station, passenger=regional", .station, ["train"]),
        ("highway=bus_stop, access=private", nil, ["bus"]), ("highway=residential", nil, []), ("", nil, []),
    ]

    @Test(arguments: table) func partsAndModes(_ tags: String, _ part: StopRules.Part?, _ modes: [String]) {
        #expect(StopRules.part(MapSketch.tags(tags)) == part, "\(tags)")
        #expect(StopRules.modes(MapSketch.tags(tags)) == modes, "\(tags)")
    }

    @Test(
        arguments: [
            ("ref:IFOPT=de:06438:1234:1:2", "de:06438:1234"), ("ref:IFOPT=de:06438:1234", "de:06438:1234"),
            ("ref:IFOPT=de:06438", nil), ("ref:IFOPT=de::1234:1", nil), ("ref:IFOPT=1234", nil), ("ref=12", nil),
        ] as [(String, String?)]) func numbersOfStops(_ tags: String, _ number: String?)
    {
        #expect(StopRules.stopNumber(MapSketch.tags(tags)) == number)
    }
}
