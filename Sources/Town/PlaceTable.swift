public import Wording

/// The meeting places and services as columns; all columns are as long as ``ids``.
public struct PlaceTable: Sendable {
    /// Whether a place can be used with a wheelchair.
    public enum Wheelchair: String, Sendable, Hashable, CaseIterable {
        case yes, limited, no
        /// Not recorded.
        case unknown
    }

    /// The stable ids, unique over all place layers.
    public var ids: [String] = []
    /// The names; empty where none is recorded.
    public var names: [String] = []
    /// The index into ``categories``.
    public var categoryIndexes: [Int32] = []
    /// The x of each place, in metres.
    public var xs: [Double] = []
    /// The y of each place, in metres.
    public var ys: [Double] = []
    /// The entrances of each place; empty where none is known, and then its position is where one enters.
    public var entrances: [[Entrance]] = []
    /// The capacity (seats, places); nil where not recorded.
    public var capacities: [Double?] = []
    /// The opening hours as recorded.
    public var hours: [String?] = []
    /// Who runs it.
    public var operators: [String?] = []
    /// The languages, as codes or names, in the order recorded.
    public var languages: [[String]] = []
    /// Wheelchair access.
    public var wheelchair: [Wheelchair] = []
    /// The last day of its funding (ISO date), where it ends.
    public var fundedUntil: [String?] = []
    /// The categories that occur or are asked for, sorted by id; also those without any place.
    public var categories: [Category] = []

    /// No places.
    public init() {}

    /// The number of places.
    public var count: Int { ids.count }

    /// The positions at which a place is entered: its entrances, else its own position. Never empty.
    public func positions(ofPlace place: Int) -> [Entrance] {
        guard entrances.indices.contains(place), !entrances[place].isEmpty else {
            return [Entrance(x: xs[place], y: ys[place])]
        }
        return entrances[place]
    }

    /// Where one enters a place, in metres.
    public struct Entrance: Sendable, Hashable {
        /// East.
        public var x: Double
        /// North.
        public var y: Double

        /// Makes an entrance.
        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// A category of places as the study uses it.
    public struct Category: Sendable, Hashable {
        /// What a place is for.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case meetingPlace = "meeting_place"
            case service
        }

        /// How people meet there.
        public enum Encounter: String, Sendable, Hashable, CaseIterable {
            case organised, everyday
        }

        /// The stable id.
        public var id: String
        /// The name in each language.
        public var names: [Language: String]
        /// Meeting place or service.
        public var kind: Kind
        /// Organised or everyday encounter.
        public var encounter: Encounter
        /// Never shown in public (refugee accommodation, shelters).
        public var isSensitive: Bool

        /// Makes a category.
        public init(
            id: String, names: [Language: String], kind: Kind, encounter: Encounter, isSensitive: Bool = false
        ) {
            self.id = id
            self.names = names
            self.kind = kind
            self.encounter = encounter
            self.isSensitive = isSensitive
        }

        /// The name in a language, else in any, else the id.
        public func name(_ language: Language) -> String {
            names[language] ?? names[.german] ?? names[.english] ?? id
        }
    }
}
