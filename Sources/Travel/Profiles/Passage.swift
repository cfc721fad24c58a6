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
    /// What the tags do not say although it decides in this profile. The passage is open all the same.
    public var unrecorded: UnrecordedTraits
    /// The slope that the tags state, rise by run in the direction of the way; nil where they give no number.
    public var incline: Double?
    /// Whether the slowness already contains the climb, as on steps: heights then change nothing.
    public var includesClimb: Bool

    /// Whether something that decides in this profile is not recorded, so that the passage is an assumption.
    public var isAssumed: Bool { !unrecorded.isEmpty }

    /// Free in both directions.
    public static let free = Passage(forward: true, backward: true, slowness: 1, refusal: nil)

    /// Closed for a reason.
    public static func closed(_ refusal: Refusal) -> Passage {
        Passage(forward: false, backward: false, slowness: 1, refusal: refusal)
    }

    /// A passage from its parts.
    public init(
        forward: Bool, backward: Bool, slowness: Double, refusal: Refusal?, unrecorded: UnrecordedTraits = [],
        incline: Double? = nil, includesClimb: Bool = false
    ) {
        self.forward = forward
        self.backward = backward
        self.slowness = slowness
        self.refusal = refusal
        self.unrecorded = unrecorded
        self.incline = incline
        self.includesClimb = includesClimb
    }
}

/// Whether and how a point on a street can be passed in one profile: a gate, a kerb, a bollard.
public struct NodePassage: Sendable, Hashable {
    /// Whether it can be passed.
    public var isOpen: Bool
    /// The time it takes to pass, in milliseconds, at least 0: a cycle barrier, a lift.
    public var delay: Int32
    /// What the tags do not say although it decides in this profile. The point is open all the same.
    public var unrecorded: UnrecordedTraits
    /// Why it cannot be passed, else nil.
    public var refusal: Refusal?

    /// Whether something that decides in this profile is not recorded, so that the passage is an assumption.
    public var isAssumed: Bool { !unrecorded.isEmpty }

    /// Nothing in the way.
    public static let free = NodePassage(isOpen: true, delay: 0)

    /// A passage from its parts.
    public init(isOpen: Bool, delay: Int32, unrecorded: UnrecordedTraits = [], refusal: Refusal? = nil) {
        self.isOpen = isOpen
        self.delay = delay
        self.unrecorded = unrecorded
        self.refusal = refusal
    }
}

/// Why a street, or a point on it, is not part of a profile's network.
public enum Refusal: String, Sendable, Hashable, CaseIterable {
    /// Not a street or path: no `highway`, or one that is gone.
    case notAStreet = "not_a_street"
    /// Being built or only planned.
    case construction
    /// A kind of street closed to the profile: motorways on foot, ladders in a wheelchair.
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
    /// Something in the way: a stile, a raised kerb, a turnstile.
    case barrier
}

/// Traits of a street that decide in some profile and that its tags do not record.
public struct UnrecordedTraits: OptionSet, Sendable, Hashable {
    /// One bit for each trait.
    public let rawValue: UInt8

    /// The traits of these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// How even the ground is: neither `smoothness` nor `surface` nor `tracktype`.
    public static let surface = UnrecordedTraits(rawValue: 1)
    /// How wide it is: neither `width` nor `est_width`.
    public static let width = UnrecordedTraits(rawValue: 2)
    /// How steep it is: no `incline`, or only `up` and `down`.
    public static let incline = UnrecordedTraits(rawValue: 4)
    /// How high a kerb is.
    public static let kerb = UnrecordedTraits(rawValue: 8)
    /// What kind of barrier stands in the way.
    public static let barrier = UnrecordedTraits(rawValue: 16)

    /// The traits of the set with their names, in the order of their bits.
    public var names: [String] {
        let all: [(UnrecordedTraits, String)] = [
            (.surface, "surface"), (.width, "width"), (.incline, "incline"), (.kerb, "kerb"), (.barrier, "barrier"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}

extension Passage {
    /// Why a street is not part of a profile's network.
    public typealias Refusal = Travel.Refusal
}
