public import Features
public import Town

/// One layer of the project file: a file, what it is, and which of its columns mean what.
public struct LayerEntry: Sendable, Hashable {
    /// What a layer is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The areas that everything is reported for.
        case quarters
        /// Areas that the town looks at, with who set them and why.
        case focusAreas = "focus_areas"
        /// Meeting places and services.
        case places
        /// Where people live: points or cells with counts.
        case population
        /// Streets and paths.
        case streets
        /// Where buses and trains stop.
        case stops
        /// What nobody walks straight across: railways, water, motorways.
        case barriers
        /// The heights of the ground.
        case heights
        /// Any other named areas, laid over the quarters like focus areas.
        case area
    }

    /// What a column means.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case id, name, category, capacity, hours, `operator`, languages, wheelchair
        case fundedUntil = "funded_until"
        case address, basis, role, date, reason, review, mode
        case departuresWeekday = "departures_weekday"
        case departuresSaturday = "departures_saturday"
        case departuresSunday = "departures_sunday"

        /// The roles that columns of a kind of layer can have, in the order in which they are listed.
        public static func allowed(in kind: Kind) -> [Role] {
            switch kind {
            case .quarters, .area, .streets, .barriers: [.id, .name]
            case .stops: [.id, .name, .mode, .departuresWeekday, .departuresSaturday, .departuresSunday]
            case .heights: []
            case .population: [.id]
            case .focusAreas: [.id, .name, .basis, .role, .date, .reason, .review]
            case .places:
                [
                    .id, .name, .category, .capacity, .hours, .operator, .languages, .wheelchair, .fundedUntil,
                    .address,
                ]
            }
        }
    }

    /// What holds for focus areas whose file has no such column.
    public struct Defaults: Sendable, Hashable {
        /// On what they rest.
        public var basis: FocusAreaTable.Basis?
        /// The role of the author.
        public var role: String?
        /// When they were set.
        public var date: CalendarDate?
        /// Why.
        public var reason: String?
        /// When they are looked at again.
        public var review: CalendarDate?

        /// No defaults.
        public init() {}
    }

    /// What a file is written in; its name says it.
    public enum Format: Sendable, Hashable {
        /// Features with attributes.
        case geoJSON
        /// A map of OpenStreetMap: `.osm`, `.osm.pbf`, `.osm.gz`, `.osm.bz2`.
        case openStreetMap
        /// A grid of numbers: `.asc`.
        case asciiGrid

        /// The format of a file of this name; what is called nothing known is read as GeoJSON.
        public init(ofFile file: String) {
            let name = file.lowercased()
            if [".osm", ".osm.pbf", ".osm.gz", ".osm.bz2"].contains(where: name.hasSuffix) {
                self = .openStreetMap
            } else {
                self = name.hasSuffix(".asc") ? .asciiGrid : .geoJSON
            }
        }
    }

    /// What it is.
    public var kind: Kind
    /// The file as written: relative to the project file, or absolute.
    public var file: String
    /// What the layer is called; given for other areas.
    public var name: String?
    /// The reference system of the file, where it overrides what the file says.
    public var crs: String?
    /// The id of its source.
    public var source: String?
    /// The one category of all its places.
    public var category: String?
    /// The ids of the only categories to take of a map of OpenStreetMap, in the order of the file; empty for all.
    public var categories: [String] = []
    /// Whether sensitive places (refugee accommodation, shelters) of a map of OpenStreetMap are taken, too.
    public var takesSensitive = false
    /// The names of the columns with a meaning.
    public var columns: [Role: String]
    /// What holds for focus areas without such columns.
    public var defaults: Defaults
    /// Where it stands in the project file.
    public var location: SourceLocation

    /// What its file is written in.
    public var format: Format { Format(ofFile: file) }
}
