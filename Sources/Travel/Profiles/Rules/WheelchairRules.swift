/// People in wheelchairs, by the limits of DIN 18040-3 (barrier-free public space) where tags can tell.
///
/// Where tags are silent, a street counts as passable and what is not recorded is noted: in German towns few streets
/// have their slope or the width of their sidewalks recorded, and a network of the recorded ones would not hang together.
enum WheelchairRules {
    /// The narrowest passage: 0.90 m, the norm's width at narrow points. Its 1.80 m for ways along which two meet is
    /// not a cut-off: one can pass a narrower way alone.
    static let narrowestMetres = 0.9
    /// The highest kerb: 3 cm. The norm's 3 cm is the compromise at crossings for both wheelchairs and long canes.
    static let highestKerbMetres = 0.03
    /// The steepest way in per cent: 6, which the norm allows with a landing every 10 m; above 3 it asks for landings,
    /// which OpenStreetMap does not know. Between 3 and 6 per cent a way is passable and slower (``SlopeModel``).
    static let steepestPercent = 6.0
    /// The steepest cross fall in per cent: 2.5.
    static let steepestAcrossPercent = 2.5

    /// Streets and paths.
    static let ways = RuleTable([
        SharedRules.existence, permission, direction, steps, width, incline, acrossIncline, ground,
    ])

    /// `wheelchair` is asked first, then what holds for people on foot.
    private static let permission = RuleTable.Question(
        "permission",
        [
            TagRule(.tag("wheelchair", in: SharedRules.onlyOwners), then: .close(.private)),
            TagRule(.tag("wheelchair", in: SharedRules.closed), then: .close(.access)),
            TagRule(.tag("wheelchair", in: SharedRules.open), then: .pass),
            // The sidewalk is a way of its own with its own kerbs; the carriageway would lead past them.
            TagRule(.tag("sidewalk", "separate"), then: .close(.access)),
            TagRule(.tag("sidewalk:both", "separate"), then: .close(.access)),
        ] + FootRules.permissionRules)

    private static let direction = FootRules.directionQuestion

    /// Steps need a ramp for wheelchairs; a ramp that is not said to be one is for prams and bicycles. Somebody who
    /// recorded `wheelchair=yes` on steps knew a way.
    private static let steps = RuleTable.Question(
        "steps",
        [
            TagRule(.tag("highway", "steps"), .tag("ramp:wheelchair", "yes", "separate", "automatic"), then: .climb(2)),
            TagRule(.tag("highway", "steps"), .tag("wheelchair", "yes", "designated"), then: .climb(2)),
            TagRule(.tag("highway", "steps"), then: .close(.steps)),
            TagRule(.tag("highway", "ladder"), then: .close(.kind)),
        ])

    private static let width = RuleTable.Question(
        "width",
        [
            TagRule(.tag("wheelchair", "yes", "designated"), then: .pass),
            TagRule(.shorter("maxwidth:physical", than: narrowestMetres), then: .close(.width)),
            TagRule(.shorter("width", than: narrowestMetres), then: .close(.width)),
            TagRule(.longer("width", than: 0), then: .pass),
            TagRule(.shorter("est_width", than: narrowestMetres), then: .close(.width)),
            TagRule(.longer("est_width", than: 0), then: .pass),
            // Streets for cars are wide enough; of ways for people one cannot know.
            TagRule(
                .tag("highway", "footway", "path", "steps", "corridor", "cycleway", "bridleway"), then: .assume(.width)),
        ])

    private static let incline = RuleTable.Question(
        "incline",
        [
            TagRule(.tag("wheelchair", "yes", "designated"), then: .pass),
            TagRule(.steeper("incline", than: steepestPercent), then: .close(.incline)),
            TagRule(.noSlope("incline"), then: .assume(.incline)),
        ])

    private static let acrossIncline = RuleTable.Question(
        "incline_across",
        [
            TagRule(.tag("wheelchair", "yes", "designated"), then: .pass),
            TagRule(.steeper("incline:across", than: steepestAcrossPercent), then: .close(.incline)),
        ])

    /// The norm asks for ground on which one rolls easily and without shaking. `smoothness` says it directly: its
    /// scale names `intermediate` as the last grade for wheelchairs (https://wiki.openstreetmap.org/wiki/Key:smoothness).
    /// Else `surface`, where Valhalla draws the line at `compacted`, too; else `tracktype`.
    private static let ground = RuleTable.Question(
        "ground",
        [
            TagRule(.tag("ford", "yes", "stepping_stones", "intermittent"), then: .close(.surface)),
            TagRule(.tag("smoothness", "excellent", "good"), then: .pass),
            TagRule(.tag("smoothness", "intermediate"), then: .slow(1.2)),
            TagRule(.tag("wheelchair", "yes", "designated"), then: .pass),
            TagRule(
                .tag("smoothness", "bad", "very_bad", "horrible", "very_horrible", "impassable"),
                then: .close(.surface)),
            TagRule(
                .tag(
                    "surface", "asphalt", "concrete", "concrete:plates", "concrete:lanes", "paved", "paving_stones",
                    "bricks", "brick", "wood", "metal", "metal_grid", "rubber", "tartan", "acrylic", "tiles",
                    "chipseal",
                    "paving_stones:30"),
                then: .pass),
            TagRule(.tag("surface", "compacted", "sett", "fine_gravel"), then: .slow(1.5)),
            TagRule(.tag("surface", "cobblestone", "grass_paver", "cobblestone:flattened"), then: .slow(2)),
            TagRule(
                .tag(
                    "surface", "unhewn_cobblestone", "gravel", "pebblestone", "dirt", "earth", "ground", "soil", "clay",
                    "grass", "sand", "mud", "woodchips", "rock", "rocks", "stone", "snow", "ice", "salt",
                    "stepping_stones", "shells", "bushes"),
                then: .close(.surface)),
            TagRule(.tag("tracktype", "grade1"), then: .pass),
            TagRule(.tag("tracktype", "grade2"), then: .slow(1.5)),
            TagRule(.tag("tracktype", "grade3", "grade4", "grade5"), then: .close(.surface)),
            TagRule(.tag("surface", "unpaved"), then: .assume(.surface, slowness: 1.5)),
            TagRule(.tag("highway", "track"), then: .assume(.surface, slowness: 1.5)),
            TagRule(then: .assume(.surface)),
        ])

    /// Points on the way.
    static let nodes = RuleTable([
        FootRules.nodePermission, nodeBarrier, kerb,
        RuleTable.Question("delay", [TagRule(.tag("highway", "elevator"), then: .delay(60))]),
    ])

    private static let nodeBarrier = RuleTable.Question(
        "barrier",
        [
            TagRule(.tag("wheelchair", "no"), .has("barrier"), then: .close(.access)),
            TagRule(.tag("wheelchair", "no"), .tag("highway", "elevator"), then: .close(.access)),
            TagRule(.tag("wheelchair", "yes", "designated"), then: .pass),
            TagRule(.shorter("maxwidth:physical", than: narrowestMetres), then: .close(.width)),
            TagRule(
                .tag(
                    "barrier", "stile", "turnstile", "full-height_turnstile", "kissing_gate", "motorcycle_barrier",
                    "log", "debris", "jersey_barrier", "horse_stile", "squeeze", "step", "steps", "cattle_grid"),
                then: .close(.barrier)),
            TagRule(.tag("barrier", "cycle_barrier"), then: .assume(.barrier)),
        ])

    /// `lowered` means at most 3 cm by its definition (https://wiki.openstreetmap.org/wiki/Key:kerb), `rolled` more.
    ///
    /// The point of a crossing lies on the carriageway, too: a kerb recorded there is one that people along the street
    /// do not meet, so that only the kerb's own point closes.
    private static let kerb = RuleTable.Question(
        "kerb",
        [
            TagRule(.tag("wheelchair", "yes", "designated"), then: .pass),
            TagRule(
                .tag("highway", "crossing", "traffic_signals"), .tag("kerb", "raised", "rolled", "regular"),
                then: .assume(.kerb)),
            TagRule(.longer("kerb:height", than: highestKerbMetres), then: .close(.barrier)),
            TagRule(.length("kerb:height"), then: .pass),
            TagRule(.tag("kerb", "flush", "lowered", "no"), then: .pass),
            TagRule(.tag("barrier", "kerb"), .longer("height", than: highestKerbMetres), then: .close(.barrier)),
            TagRule(.tag("barrier", "kerb"), .length("height"), then: .pass),
            TagRule(.tag("kerb", "raised", "rolled", "regular"), then: .close(.barrier)),
            TagRule(.has("kerb"), then: .assume(.kerb)),
            TagRule(.tag("barrier", "kerb"), then: .assume(.kerb)),
        ])
}
