public import Features
public import Wording

/// The meeting places and services as columns; all columns are as long as ``ids``.
public struct PlaceTable: Sendable, Codable {
    /// Whether a place can be used with a wheelchair.
    public enum Wheelchair: String, Sendable, Codable, Hashable, CaseIterable {
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
    /// The capacity (seats, places); nil where not recorded.
    public var capacities: [Double?] = []
    /// The area of its rooms in m²; nil where not recorded.
    public var roomAreas: [Double?] = []
    /// The opening hours as recorded.
    public var hours: [String?] = []
    /// Who runs it.
    public var operators: [String?] = []
    /// What kind of body runs it.
    public var operatorKinds: [OperatorKind] = []
    /// The languages, as codes or names, in the order recorded.
    public var languages: [[String]] = []
    /// Wheelchair access.
    public var wheelchair: [Wheelchair] = []
    /// The last day of its funding (ISO date), where it ends.
    public var fundedUntil: [String?] = []
    /// Where the record comes from.
    public var sources: [String?] = []
    /// The day of the record.
    public var dates: [CalendarDate?] = []
    /// Where the entrances of each place end in ``entranceXs``; empty, or a place without any, where the position of
    /// the place stands for it.
    public var entranceEnds: [Int32] = []
    /// The x of each entrance, in metres, those of the first place first.
    public var entranceXs: [Double] = []
    /// The y of each entrance, in metres.
    public var entranceYs: [Double] = []
    /// The categories that occur or are asked for, sorted by id; also those without any place.
    public var categories: [Category] = []

    /// No places.
    public init() {}

    /// The number of places.
    public var count: Int { ids.count }

    /// The entrances of a place as a range of ``entranceXs``; empty where none is recorded.
    public func entrances(ofPlace place: Int) -> Range<Int> {
        guard entranceEnds.indices.contains(place) else { return 0..<0 }
        return (place == 0 ? 0 : Int(entranceEnds[place - 1]))..<Int(entranceEnds[place])
    }

    /// Where a place can be reached: its entrances, else its position. Access to it is the least over all of them.
    public func accessPositions(ofPlace place: Int) -> [(x: Double, y: Double)] {
        let range = entrances(ofPlace: place)
        return range.isEmpty ? [(xs[place], ys[place])] : range.map { (entranceXs[$0], entranceYs[$0]) }
    }

    /// The table with the rows given, in their order; the categories stay, also those that have no place any more.
    public func taking(_ rows: [Int]) -> PlaceTable {
        var result = PlaceTable()
        result.categories = categories
        result.ids = ids.taking(rows)
        result.names = names.taking(rows)
        result.categoryIndexes = categoryIndexes.taking(rows)
        result.xs = xs.taking(rows)
        result.ys = ys.taking(rows)
        result.capacities = capacities.taking(rows)
        result.roomAreas = roomAreas.taking(rows)
        result.hours = hours.taking(rows)
        result.operators = operators.taking(rows)
        result.operatorKinds = operatorKinds.taking(rows)
        result.languages = languages.taking(rows)
        result.wheelchair = wheelchair.taking(rows)
        result.fundedUntil = fundedUntil.taking(rows)
        result.sources = sources.taking(rows)
        result.dates = dates.taking(rows)
        for row in entranceEnds.isEmpty ? [] : rows {
            let range = entrances(ofPlace: row)
            result.entranceXs += entranceXs[range]
            result.entranceYs += entranceYs[range]
            result.entranceEnds.append(Int32(truncatingIfNeeded: result.entranceXs.count))
        }
        return result
    }

    /// A category of places as the study uses it.
    public struct Category: Sendable, Codable, Hashable {
        /// What a place is for.
        public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
            case meetingPlace = "meeting_place"
            case service
        }

        /// How people meet there.
        public enum Encounter: String, Sendable, Codable, Hashable, CaseIterable {
            case organised, everyday
        }

        /// For whom a place of the category is meant to be near. A quarter lacks what belongs near home or in every
        /// quarter; what the town has once is never missing in a quarter.
        public enum Level: String, Sendable, Codable, Hashable, CaseIterable {
            /// Around the corner, such as a playground.
            case nearHome = "near_home"
            /// In every quarter, such as a school.
            case quarter
            /// Once in the town, such as the town hall.
            case wholeTown = "whole_town"
        }

        /// The stable id.
        public var id: String
        /// The name in each language.
        public var names: [Language: String]
        /// Meeting place or service.
        public var kind: Kind
        /// Organised or everyday encounter.
        public var encounter: Encounter
        /// How near it should be.
        public var level: Level
        /// Never shown in public (refugee accommodation, shelters).
        public var isSensitive: Bool

        /// Makes a category.
        public init(
            id: String, names: [Language: String], kind: Kind, encounter: Encounter, level: Level = .quarter,
            isSensitive: Bool = false
        ) {
            self.id = id
            self.names = names
            self.kind = kind
            self.encounter = encounter
            self.level = level
            self.isSensitive = isSensitive
        }

        /// The name in a language, else in any, else the id.
        public func name(_ language: Language) -> String {
            names[language] ?? names[.german] ?? names[.english] ?? id
        }
    }
}

extension PlaceTable {
    /// Who runs a place, as everyone may know it; nil where nobody wrote it down or it is a person.
    public func shownOperator(ofPlace place: Int) -> (name: String?, kind: OperatorKind) {
        OperatorKind.shown(
            operators.indices.contains(place) ? operators[place] : nil, operatorKind(ofPlace: place))
    }

    /// What kind of body runs a place.
    public func operatorKind(ofPlace place: Int) -> OperatorKind {
        operatorKinds.indices.contains(place) ? operatorKinds[place] : .notRecorded
    }
}
