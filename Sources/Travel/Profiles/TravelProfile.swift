/// Who is under way, as data: how fast, on which streets, how steep. A profile turns tags into passages and metres into
/// time; it knows nothing of networks.
public struct TravelProfile: Sendable {
    /// The stable id, such as `walking`; it stands in parameters of indicators.
    public let id: String
    /// The speed on flat ground in km/h, more than 0.
    public let speed: Double

    /// The time for one metre on flat ground, in milliseconds: 900 at 4 km/h.
    public var millisecondsPerMetre: Double { 3_600 / speed }
}

/// Whether and how a street can be passed in one profile.
public struct Passage: Sendable, Hashable {
    /// Whether it can be passed in the direction of the way.
    public var forward: Bool
    /// Whether it can be passed against the direction of the way.
    public var backward: Bool
    /// What time is multiplied with here: 1 on ordinary ground, more on steps or rough surface. At least 1.
    public var slowness: Double
    /// Why it cannot be passed at all, else nil: the reason under which the report of the network counts its length.
    public var refusal: Refusal?

    /// Why a street is not part of a profile's network.
    public enum Refusal: String, Sendable, Hashable, CaseIterable {
        /// Not a street or path: no `highway`, or one that is not built (yet).
        case notAStreet = "not_a_street"
        /// Being built or only planned.
        case construction
        /// A kind of street closed to the profile: motorways on foot, steps in a wheelchair.
        case kind
        /// Closed by `access`, `foot`, `bicycle` or `wheelchair`.
        case access
        /// Private ground.
        case `private`
        /// Too rough.
        case surface
        /// Too narrow.
        case width
        /// Too steep.
        case incline
        /// Steps without a ramp.
        case steps
    }

    /// Free in both directions.
    public static let free = Passage(forward: true, backward: true, slowness: 1, refusal: nil)

    /// Closed for a reason.
    public static func closed(_ refusal: Refusal) -> Passage {
        Passage(forward: false, backward: false, slowness: 1, refusal: refusal)
    }

    /// A passage from its parts.
    public init(forward: Bool, backward: Bool, slowness: Double, refusal: Refusal?) {
        self.forward = forward
        self.backward = backward
        self.slowness = slowness
        self.refusal = refusal
    }
}
