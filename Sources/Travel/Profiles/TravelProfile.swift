/// Who is under way, as data: how fast, on which streets, how steep. A profile turns tags into passages and metres into
/// time; it knows nothing of networks.
///
/// The time at another speed follows from the time at this one (time ∝ 1 / speed), so that a band of speeds needs no
/// further network: what is within 15 minutes at 4.8 km/h is within 18 minutes at 4.
public struct TravelProfile: Sendable {
    /// The stable id, such as `walking`; it stands in parameters of indicators.
    public let id: String
    /// The speed on flat ground in km/h, more than 0.
    public private(set) var speed: Double
    /// The speed in km/h of those who get off and walk, and beside the streets. At most ``speed``.
    public let walkingSpeed: Double
    /// How slopes change the time.
    public let slopeModel: SlopeModel
    /// The steepest slope (rise by run, up or down) that is passed where heights tell; nil for any.
    public let steepestSlope: Double?
    /// The rules for streets and paths.
    public let wayRules: RuleTable
    /// The rules for points on them.
    public let nodeRules: RuleTable

    /// The time for one metre on flat ground, in milliseconds: 900 at 4 km/h.
    public var millisecondsPerMetre: Double { 3_600 / speed }
    /// The time for one metre beside the streets, from a door to the street, in milliseconds: one walks.
    public var legMillisecondsPerMetre: Double { 3_600 / min(walkingSpeed, speed) }

    /// A profile from its parts; see the properties.
    package init(
        id: String, speed: Double, walkingSpeed: Double, slopeModel: SlopeModel, steepestSlope: Double?,
        wayRules: RuleTable, nodeRules: RuleTable
    ) {
        self.id = id
        self.speed = speed
        self.walkingSpeed = walkingSpeed
        self.slopeModel = slopeModel
        self.steepestSlope = steepestSlope
        self.wayRules = wayRules
        self.nodeRules = nodeRules
    }

    /// Who may pass a street, and how fast. Never fails: absurd values count as absent.
    public func passage(ofWay tags: TagSet) -> Passage {
        let effect = wayRules.effect(of: tags)
        if let refusal = effect.refusal { return .closed(refusal) }
        guard !(effect.closesForward && effect.closesBackward) else { return .closed(.access) }
        return Passage(
            forward: !effect.closesForward, backward: !effect.closesBackward,
            slowness: max(1, effect.slowness * (effect.isOnFoot ? max(1, speed / walkingSpeed) : 1)), refusal: nil,
            unrecorded: effect.unrecorded, incline: tags["incline"].flatMap(TagMeasure.slope),
            includesClimb: effect.includesClimb)
    }

    /// Whether a point on a street, such as a gate, lets one through.
    public func passage(ofNode tags: TagSet) -> NodePassage {
        let effect = nodeRules.effect(of: tags)
        return NodePassage(
            isOpen: effect.refusal == nil,
            delay: effect.refusal == nil ? Int32(exactly: (effect.delaySeconds * 1_000).rounded()) ?? 0 : 0,
            unrecorded: effect.refusal == nil ? effect.unrecorded : [], refusal: effect.refusal)
    }

    /// The same profile at another speed in km/h; nil unless it is more than 0 and at most 50.
    public func at(speed: Double) -> TravelProfile? {
        guard speed > 0, speed <= 50 else { return nil }
        var profile = self
        profile.speed = speed
        return profile
    }
}

extension TravelProfile {
    /// On foot at 4 km/h, which most people can walk, children and old people included, waiting at crossings counted in.
    /// Planners' 4.8 km/h (1.34 m/s, Weidmann 1993) is the mean of healthy adults without stops; 3 km/h (0.8 m/s) is what
    /// many people over 75 walk. Both stand beside it as a band, ``walkingBand``.
    public static let walking = TravelProfile(
        id: "walking", speed: 4, walkingSpeed: 4, slopeModel: .tobler, steepestSlope: nil,
        wayRules: FootRules.ways, nodeRules: FootRules.nodes)

    /// The slow and the fast walk in km/h that stand beside ``walking``.
    public static let walkingBand = (slow: 3.0, fast: 4.8)

    /// A child on foot at 3 km/h, a starting value: small steps, stops at kerbs.
    public static let child = TravelProfile(
        id: "child", speed: 3, walkingSpeed: 3, slopeModel: .tobler, steepestSlope: nil, wayRules: FootRules.ways,
        nodeRules: FootRules.nodes)

    /// In a wheelchair moved by hand at 3 km/h, a starting value, by the limits of DIN 18040-3; see ``WheelchairRules``.
    public static let wheelchair = TravelProfile(
        id: "wheelchair", speed: 3, walkingSpeed: 3, slopeModel: .wheelchair,
        steepestSlope: WheelchairRules.steepestPercent / 100, wayRules: WheelchairRules.ways,
        nodeRules: WheelchairRules.nodes)

    /// On a bicycle at 15 km/h, a starting value for rides in towns, stops counted in.
    public static let bicycle = TravelProfile(
        id: "bicycle", speed: 15, walkingSpeed: 4, slopeModel: .bicycle, steepestSlope: nil,
        wayRules: BicycleRules.ways, nodeRules: BicycleRules.nodes)

    /// All profiles, the default first.
    public static let all = [walking, child, wheelchair, bicycle]

    /// The profile of an id.
    public static func profile(_ id: String) -> TravelProfile? { all.first { $0.id == id } }
}
