/// How people get around in a report: measured along streets, in minutes.
public struct TravelNote: Sendable, Codable, Hashable {
    /// Who is under way.
    public struct Profile: Sendable, Codable, Hashable {
        /// The id, as parameters of indicators have it: `walking`.
        public var id: String
        /// The speed on flat ground in km/h.
        public var speed: Double

        /// The length of the network in metres.
        public var metres: Double
        /// The streets that are no part of it, the longest first.
        public var dropped: [DroppedStreets]

        /// Makes a profile.
        public init(id: String, speed: Double, metres: Double = 0, dropped: [DroppedStreets] = []) {
            self.id = id
            self.speed = speed
            self.metres = metres
            self.dropped = dropped
        }
    }

    /// Streets that are no part of a network for one reason.
    public struct DroppedStreets: Sendable, Codable, Hashable {
        /// Why, as texts are called: `steps`.
        public var reason: String
        /// Their length in metres.
        public var metres: Double

        /// Makes an entry.
        public init(reason: String, metres: Double) {
            self.reason = reason
            self.metres = metres
        }
    }

    /// The profiles; the first is the one that sentences and maps tell of.
    public var profiles: [Profile]
    /// The times in minutes that reach is measured within, ascending.
    public var minutes: [Double]
    /// The other walking speeds in km/h that shares are given for, ascending.
    public var band: [Double]
    /// How far from a street a door may lie, in metres.
    public var snapping: Double

    /// Makes a note.
    public init(profiles: [Profile], minutes: [Double], band: [Double], snapping: Double) {
        self.profiles = profiles
        self.minutes = minutes
        self.band = band
        self.snapping = snapping
    }
}

/// A limit that reach is shown within.
enum ReachLimitShown: Sendable, Hashable {
    /// A straight line.
    case metres(Double)
    /// A time on the way.
    case minutes(Double)

    /// The last part of the parameters: `metres=500`, `minutes=10`.
    var parameters: String {
        switch self {
        case .metres(let value): "metres=" + ReachLimitShown.plain(value)
        case .minutes(let value): "minutes=" + ReachLimitShown.plain(value)
        }
    }

    /// A number as parameters have it: without decimals where it is whole.
    static func plain(_ value: Double) -> String { Int(exactly: value).map { "\($0)" } ?? "\(value)" }
}
