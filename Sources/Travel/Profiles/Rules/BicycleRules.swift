/// People on bicycles. Where riding is forbidden and walking is not, they get off and walk (Straßenverkehrs-Ordnung § 25:
/// who pushes a bicycle is on foot).
enum BicycleRules {
    /// Streets and paths.
    static let ways = RuleTable([
        SharedRules.existence, permission, direction, steps, ground,
    ])

    private static let permission = RuleTable.Question(
        "permission",
        [
            TagRule(.tag("bicycle", in: SharedRules.onlyOwners), then: .close(.private)),
            TagRule(.tag("bicycle", in: SharedRules.open), then: .pass),
            TagRule(.tag("highway", in: SharedRules.fastRoads), then: .close(.kind)),
            TagRule(.tag("motorroad", in: SharedRules.on), then: .close(.kind)),
            TagRule(
                .tag("highway", "bus_guideway", "busway", "raceway", "escape", "via_ferrata", "ladder", "bridleway"),
                then: .close(.kind)),
            TagRule(.tag("bicycle", "dismount"), then: .onFoot),
            TagRule(.tag("access", in: SharedRules.onlyOwners), then: .close(.private)),
            TagRule(.tag("foot", "no"), .tag("bicycle", in: SharedRules.closed), then: .close(.access)),
            TagRule(.tag("access", in: SharedRules.closed), .tag("foot", in: SharedRules.open), then: .onFoot),
            TagRule(.tag("access", in: SharedRules.closed), then: .close(.access)),
            TagRule(.tag("access", in: SharedRules.farming), .tag("foot", "no"), then: .close(.access)),
            // `use_sidepath`, too: to walk beside the road keeps what lies along it in reach.
            TagRule(.tag("bicycle", in: SharedRules.closed), then: .onFoot),
            TagRule(.tag("vehicle", in: SharedRules.onlyOwners), then: .onFoot),
            TagRule(.tag("vehicle", in: SharedRules.closed), then: .onFoot),
            TagRule(.tag("vehicle", in: SharedRules.farming), then: .onFoot),
            TagRule(.tag("service", "private"), then: .close(.private)),
            TagRule(
                .tag("highway", "footway", "pedestrian", "platform", "corridor", "elevator", "crossing"), then: .onFoot),
            // Sign 239: a way for people on foot.
            TagRule(.tag("highway", "path"), .tag("foot", "designated"), then: .onFoot),
            TagRule(.tag("highway", "cycleway"), then: .pass),
            TagRule(.tag("highway", in: SharedRules.walkable), then: .pass),
            TagRule(.lacks("highway"), then: .onFoot),
            TagRule(then: .close(.notAStreet)),
        ])

    /// The bicycle's own sign before the lane against the one-way street before `oneway`; a roundabout is a one-way street.
    private static let direction = RuleTable.Question(
        "direction",
        [
            TagRule(.tag("oneway:bicycle", "no", "opposite", "false", "0"), then: .pass),
            TagRule(.tag("oneway:bicycle", "yes", "true", "1"), then: .forwardOnly),
            TagRule(.tag("oneway:bicycle", "-1", "reverse"), then: .backwardOnly),
            TagRule(.tag("bicycle:backward", "no"), .tag("bicycle:forward", "no"), then: .close(.access)),
            TagRule(.tag("bicycle:backward", in: SharedRules.open), then: .pass),
            TagRule(.tag("bicycle:backward", "no"), then: .forwardOnly),
            TagRule(.tag("bicycle:forward", "no"), then: .backwardOnly),
            TagRule(.tag("cycleway", in: opposite), then: .pass),
            TagRule(.tag("cycleway:left", in: opposite), then: .pass),
            TagRule(.tag("cycleway:right", in: opposite), then: .pass),
            TagRule(.tag("cycleway:left:oneway", "-1", "no"), .tag("oneway", "yes", "true", "1"), then: .pass),
            TagRule(.tag("cycleway:right:oneway", "-1", "no"), .tag("oneway", "yes", "true", "1"), then: .pass),
            TagRule(.tag("cycleway:both:oneway", "no"), .tag("oneway", "yes", "true", "1"), then: .pass),
            TagRule(.tag("oneway", "yes", "true", "1"), then: .forwardOnly),
            TagRule(.tag("oneway", "-1", "reverse"), then: .backwardOnly),
            TagRule(.tag("oneway", "no", "false", "0", "reversible", "alternating"), then: .pass),
            TagRule(.tag("junction", "roundabout", "circular"), then: .forwardOnly),
        ] + SharedRules.conveying)

    private static let opposite = ["opposite", "opposite_lane", "opposite_track", "opposite_share_busway"]

    private static let steps = RuleTable.Question(
        "steps",
        [
            TagRule(.tag("highway", "steps"), .tag("ramp:bicycle", "yes"), then: .climb(1.5, onFoot: true)),
            TagRule(.tag("highway", "steps"), .tag("ramp", "yes", "separate"), then: .climb(1.5, onFoot: true)),
            TagRule(.tag("highway", "steps"), then: .climb(3, onFoot: true)),
        ])

    /// Starting values. `smoothness` before `surface` before `tracktype`, as the more direct before the guess.
    private static let ground = RuleTable.Question(
        "ground",
        [
            TagRule(
                .tag("ford", "yes", "stepping_stones", "intermittent"), then: TagEffect(slowness: 1.5, isOnFoot: true)),
            TagRule(.tag("smoothness", "impassable"), then: .close(.surface)),
            TagRule(.tag("smoothness", "horrible", "very_horrible"), then: .onFoot),
            TagRule(.tag("smoothness", "very_bad"), then: .slow(2)),
            TagRule(.tag("smoothness", "bad"), then: .slow(1.5)),
            TagRule(.tag("smoothness", "excellent", "good", "intermediate"), then: .pass),
            TagRule(
                .tag("surface", "unhewn_cobblestone", "grass", "sand", "mud", "woodchips", "rock", "snow", "ice"),
                then: .slow(2)),
            TagRule(
                .tag("surface", "cobblestone", "gravel", "pebblestone", "dirt", "earth", "ground", "soil", "clay"),
                then: .slow(1.5)),
            TagRule(
                .tag("surface", "sett", "unpaved", "fine_gravel", "grass_paver", "cobblestone:flattened"),
                then: .slow(1.25)),
            TagRule(.tag("surface", "compacted", "bricks", "wood", "metal", "metal_grid"), then: .slow(1.1)),
            TagRule(.has("surface"), then: .pass),
            TagRule(.tag("tracktype", "grade2"), then: .slow(1.25)),
            TagRule(.tag("tracktype", "grade3"), then: .slow(1.5)),
            TagRule(.tag("tracktype", "grade4", "grade5"), then: .slow(2)),
        ])

    /// Points on the way: times to get through are starting values.
    static let nodes = RuleTable([
        RuleTable.Question(
            "permission",
            [
                TagRule(.has("barrier"), .tag("bicycle", in: SharedRules.onlyOwners), then: .close(.private)),
                TagRule(.has("barrier"), .tag("bicycle", in: SharedRules.open), then: .pass),
            ] + FootRules.nodePermission.rules),
        RuleTable.Question(
            "barrier",
            [
                TagRule(.tag("barrier", "turnstile", "full-height_turnstile"), then: .close(.barrier)),
                TagRule(.tag("barrier", "stile", "horse_stile"), then: .delay(30)),
                TagRule(
                    .tag(
                        "barrier", "kissing_gate", "cycle_barrier", "motorcycle_barrier", "gate", "hampshire_gate",
                        "swing_gate", "wicket_gate"), then: .delay(10)),
                TagRule(.tag("highway", "elevator"), then: .delay(60)),
            ]),
    ])
}
