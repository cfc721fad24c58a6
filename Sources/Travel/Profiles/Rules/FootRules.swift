/// People on foot.
enum FootRules {
    /// Streets and paths.
    static let ways = RuleTable([
        SharedRules.existence, RuleTable.Question("permission", permissionRules), directionQuestion, ground,
    ])

    /// Whether one may walk here. The key `foot` is asked before the kind of street, the kind before `access`: a sign
    /// for people on foot opens what its kind would close, `access=yes` does not.
    static let permissionRules = [
        TagRule(.tag("foot", in: SharedRules.onlyOwners), then: .close(.private)),
        // `use_sidepath`, too: the sidewalk is a way of its own, and people are told to use it. `sidewalk=separate` alone
        // closes nothing: one may cross to the other side anywhere.
        TagRule(.tag("foot", in: SharedRules.closed), then: .close(.access)),
        TagRule(.tag("foot", in: SharedRules.open), then: .pass),
        TagRule(
            .tag("highway", in: SharedRules.fastRoads), .tag("sidewalk", "yes", "both", "left", "right"), then: .pass),
        TagRule(.tag("highway", in: SharedRules.fastRoads), then: .close(.kind)),
        TagRule(.tag("motorroad", in: SharedRules.on), .tag("sidewalk", "yes", "both", "left", "right"), then: .pass),
        TagRule(.tag("motorroad", in: SharedRules.on), then: .close(.kind)),
        // Signs 237 (cyclists) and 238 (riders) close a way to others, Straßenverkehrs-Ordnung, annex 2; where the
        // mapper saw room for walkers, `foot`, `segregated` or `sidewalk` says so.
        TagRule(.tag("highway", "cycleway"), .tag("segregated", "yes", "no"), then: .pass),
        TagRule(.tag("highway", "cycleway"), .tag("sidewalk", "yes", "both", "left", "right"), then: .pass),
        TagRule(.tag("highway", "cycleway", "bridleway"), then: .close(.kind)),
        TagRule(
            .tag("highway", "bus_guideway", "busway", "raceway", "escape", "via_ferrata"), then: .close(.kind)),
        TagRule(
            .tag("sac_scale", "alpine_hiking", "demanding_alpine_hiking", "difficult_alpine_hiking"),
            then: .close(.kind)),
        TagRule(.tag("access", in: SharedRules.onlyOwners), then: .close(.private)),
        TagRule(.tag("access", in: SharedRules.farming), then: .pass),
        TagRule(.tag("access", in: SharedRules.closed), then: .close(.access)),
        TagRule(.tag("service", "private"), then: .close(.private)),
        TagRule(.tag("highway", in: SharedRules.walkable), then: .pass),
        TagRule(.lacks("highway"), then: .pass),
        TagRule(then: .close(.notAStreet)),
    ]

    /// One-way signs are for vehicles; people on foot obey only their own.
    static let directionQuestion = RuleTable.Question(
        "direction",
        [
            TagRule(.tag("oneway:foot", "no"), then: .pass),
            TagRule(.tag("oneway:foot", "yes", "true", "1"), then: .forwardOnly),
            TagRule(.tag("oneway:foot", "-1", "reverse"), then: .backwardOnly),
            TagRule(.tag("foot:backward", "no"), .tag("foot:forward", "no"), then: .close(.access)),
            TagRule(.tag("foot:backward", "no"), then: .forwardOnly),
            TagRule(.tag("foot:forward", "no"), then: .backwardOnly),
        ] + SharedRules.conveying)

    /// What slows people on foot. Stairs: the horizontal speed is 0.61 m/s up and 0.69 m/s down against 1.34 m/s on the
    /// flat (U. Weidmann, Transporttechnik der Fußgänger, ETH Zürich 1993), about half. The others are starting values.
    private static let ground = RuleTable.Question(
        "ground",
        [
            TagRule(
                .tag("highway", "steps"), .tag("conveying", "yes", "forward", "backward", "reversible"), then: .climb(1)
            ),
            TagRule(.tag("highway", "steps"), then: .climb(2)),
            TagRule(.tag("highway", "ladder"), then: .climb(5)),
            TagRule(.tag("ford", "yes", "stepping_stones", "intermittent"), then: .slow(1.5)),
            TagRule(.tag("sac_scale", "demanding_mountain_hiking"), then: .slow(1.5)),
            TagRule(.tag("surface", "sand", "mud", "snow", "ice", "rock", "stepping_stones"), then: .slow(1.5)),
            TagRule(.tag("trail_visibility", "bad", "horrible", "no"), then: .slow(1.5)),
        ])

    /// Points on the way. Gates and bollards are open to people on foot unless a sign or a lock says otherwise.
    static let nodes = RuleTable([
        nodePermission,
        RuleTable.Question("delay", [TagRule(.tag("highway", "elevator"), then: .delay(60))]),
    ])

    /// Access keys count where something stands in the way or a building begins; elsewhere (a crossing, a traffic light)
    /// they are slips or meant for vehicles.
    static let nodePermission = RuleTable.Question(
        "permission",
        [
            TagRule(.tag("highway", "elevator"), .tag("access", in: SharedRules.onlyOwners), then: .close(.private)),
            TagRule(.lacks("barrier"), .lacks("entrance"), .lacks("door"), then: .pass),
            TagRule(.tag("foot", in: SharedRules.onlyOwners), then: .close(.private)),
            TagRule(.tag("foot", in: SharedRules.closed), then: .close(.access)),
            TagRule(.tag("foot", in: SharedRules.open), then: .pass),
            TagRule(.tag("access", in: SharedRules.onlyOwners), then: .close(.private)),
            TagRule(.tag("access", in: SharedRules.open), then: .pass),
            TagRule(.tag("access", in: SharedRules.farming), then: .pass),
            TagRule(.tag("access", in: SharedRules.closed), then: .close(.access)),
            TagRule(.tag("locked", "yes", "permanent"), then: .close(.barrier)),
            // No way leads through these unless a tag above says so.
            TagRule(
                .tag(
                    "barrier", "wall", "fence", "hedge", "city_wall", "retaining_wall", "guard_rail", "ditch", "closed"),
                then: .close(.barrier)),
            TagRule(.tag("barrier", "yes", "unknown"), then: .assume(.barrier)),
        ])
}
