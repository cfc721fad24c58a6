/// What a rule says about a street or a point on it. Effects of several questions add up.
public struct TagEffect: Sendable, Hashable {
    /// Why it is closed; nil where it is not.
    public var refusal: Refusal?
    /// What time is multiplied with, at least 1.
    public var slowness: Double = 1
    /// Whether one gets off and walks at ``TravelProfile/walkingSpeed``.
    public var isOnFoot = false
    /// Whether it is closed in the direction of the way.
    public var closesForward = false
    /// Whether it is closed against the direction of the way.
    public var closesBackward = false
    /// What decides here and is not recorded.
    public var unrecorded: UnrecordedTraits = []
    /// Whether the slowness contains the climb.
    public var includesClimb = false
    /// How long it takes to pass a point, in seconds.
    public var delaySeconds = 0.0

    /// Nothing stands against it.
    package static let pass = TagEffect()
    /// One gets off and walks.
    static let onFoot = TagEffect(isOnFoot: true)
    /// Only in the direction of the way.
    static let forwardOnly = TagEffect(closesBackward: true)
    /// Only against the direction of the way.
    static let backwardOnly = TagEffect(closesForward: true)

    /// Closed for a reason.
    package static func close(_ refusal: Refusal) -> TagEffect { TagEffect(refusal: refusal) }

    /// Slower by a factor of at least 1.
    static func slow(_ factor: Double) -> TagEffect { TagEffect(slowness: factor) }

    /// Steps: slower by a factor that contains the climb.
    static func climb(_ factor: Double, onFoot: Bool = false) -> TagEffect {
        TagEffect(slowness: factor, isOnFoot: onFoot, includesClimb: true)
    }

    /// Passable, but it is not recorded whether it really is; slower by a factor of at least 1.
    static func assume(_ traits: UnrecordedTraits, slowness: Double = 1) -> TagEffect {
        TagEffect(slowness: slowness, unrecorded: traits)
    }

    /// It takes so many seconds to pass.
    static func delay(_ seconds: Double) -> TagEffect { TagEffect(delaySeconds: seconds) }

    /// Adds what another question says.
    mutating func add(_ other: TagEffect) {
        refusal = refusal ?? other.refusal
        slowness *= other.slowness
        isOnFoot = isOnFoot || other.isOnFoot
        closesForward = closesForward || other.closesForward
        closesBackward = closesBackward || other.closesBackward
        unrecorded.formUnion(other.unrecorded)
        includesClimb = includesClimb || other.includesClimb
        delaySeconds += other.delaySeconds
    }
}
