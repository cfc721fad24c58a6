/// Rules and lists of values that several modes share.
///
/// The tables are written for German law and German mapping, so they differ from what route planners do elsewhere:
/// OSRM's `profiles/foot.lua` closes ways with `access=agricultural` to people on foot, which German law opens to them;
/// Valhalla's `sif/pedestriancost.cc` takes wheelchairs up slopes of 12 per cent, DIN 18040-3 up 6.
enum SharedRules {
    /// Values of access keys that open.
    static let open = [
        "yes", "designated", "official", "permissive", "public", "destination", "customers", "limited", "1", "true",
    ]
    /// Values of access keys that mean private ground.
    static let onlyOwners = ["private", "residents", "employees", "staff", "members", "permit"]
    /// Values of access keys that close.
    static let closed = [
        "no", "0", "false", "never", "none", "restricted", "prohibited", "military", "emergency", "delivery",
        "use_sidepath",
    ]
    /// Values that close to traffic on wheels, not to people on foot: on ways in the open country and in woods one may
    /// walk (Bundesnaturschutzgesetz § 59, Bundeswaldgesetz § 14).
    static let farming = ["agricultural", "forestry"]
    /// Values of keys that are switched on.
    static let on = ["yes", "true", "1", "designated"]

    /// The kinds of street open to people on foot unless a sign says otherwise.
    static let walkable = [
        "footway", "path", "pedestrian", "steps", "living_street", "residential", "service", "unclassified", "track",
        "tertiary", "tertiary_link", "secondary", "secondary_link", "primary", "primary_link", "road", "platform",
        "corridor", "elevator", "crossing", "minor", "unsurfaced", "byway", "virtual", "ladder", "bus_stop",
        "mini_roundabout",
    ]
    /// Fast roads, where walking and cycling are forbidden or, on trunk roads, not provided for.
    static let fastRoads = ["motorway", "motorway_link", "trunk", "trunk_link"]

    /// Whether there is a street at all. Nothing opens what is not built.
    ///
    /// A ferry is no street: without its timetable its time is unknown.
    static let existence = RuleTable.Question(
        "existence",
        [
            TagRule(.tag("highway", "construction", "proposed", "planned"), then: .close(.construction)),
            TagRule(
                .tag(
                    "highway", "abandoned", "disused", "razed", "dismantled", "historic", "demolished", "removed", "no",
                    "rest_area", "services", "emergency_bay", "traffic_island", "proposal"),
                then: .close(.notAStreet)),
            // Tags that stayed when building began; widening and small works leave the way passable.
            TagRule(.has("highway"), .tag("construction", "no", "minor", "widening"), then: .pass),
            TagRule(.has("highway"), .has("construction"), then: .close(.construction)),
            // A way over a frozen lake is there a few weeks a year.
            TagRule(.tag("ice_road", in: on), then: .close(.notAStreet)),
            TagRule(.tag("winter_road", in: on), then: .close(.notAStreet)),
            TagRule(.has("highway"), then: .pass),
            TagRule(.tag("public_transport", "platform"), then: .pass),
            TagRule(.tag("railway", "platform"), then: .pass),
            TagRule(.tag("man_made", "pier"), then: .pass),
            TagRule(then: .close(.notAStreet)),
        ])

    /// Escalators and moving walkways run one way.
    static let conveying = [
        TagRule(.tag("conveying", "forward"), then: .forwardOnly),
        TagRule(.tag("conveying", "backward"), then: .backwardOnly),
    ]
}
