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
        /// Figures that a register has for each quarter: a row per quarter, or per quarter and year.
        case quarterTable = "quarter_table"
        /// House numbers with their positions: lists with street and house number are placed by them.
        case addresses
        /// Where people may live, as areas: counts per quarter are spread over these only.
        case residentialLand = "residential_land"
        /// Buildings, with their floors where known: counts per quarter are spread over their floor area.
        case buildings
        /// What is offered at the places, for whom, and funded how long.
        case offers
        /// Which rooms of the places are given to whom at the same time every week.
        case roomSlots = "room_slots"
        /// When and how people took part, and what became of it.
        case participation
        /// The school holidays: their first and last days. Their file is named under `calendar`, not in `layers`.
        case schoolHolidays = "school_holidays"

        /// What an entry of `layers` can be.
        public static let listed = allCases.filter { $0 != .schoolHolidays }

        /// Whether it is a table, whose rows have no position of their own.
        public var isTable: Bool {
            [.offers, .roomSlots, .participation, .quarterTable, .schoolHolidays].contains(self)
        }
    }

    /// What a column means.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case id, name, category, capacity, hours, `operator`, languages, wheelchair
        case fundedUntil = "funded_until"
        case address, basis, role, date, reason, review, mode
        case departuresWeekday = "departures_weekday"
        case departuresSaturday = "departures_saturday"
        case departuresSunday = "departures_sunday"
        case x, y, street
        case houseNumber = "house_number"
        case postcode, year, group, value, floors
        case roomArea = "room_area"
        case operatorKind = "operator_kind"
        case source, kind, places
        case targetGroups = "for_whom"
        case staff, volunteers, funding
        case decidedBy = "decided_by"
        case succession, newcomers, backing
        case place, room
        case keyHolder = "key_holder"
        case validFrom = "valid_from"
        case validUntil = "valid_until"
        case agreement
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday
        case quarter, format, result, outcome, office
        case answeredOn = "answered_on"
        case visibility

        /// The roles that columns of a kind of layer can have, in the order in which they are listed.
        public static func allowed(in kind: Kind) -> [Role] {
            switch kind {
            case .quarters, .area, .streets, .barriers, .residentialLand: [.id, .name]
            case .heights, .schoolHolidays: []
            case .stops: [.id, .name, .mode, .departuresWeekday, .departuresSaturday, .departuresSunday] + positions
            case .population: [.id] + positions + addressParts
            case .quarterTable: [.id, .name, .year, .group, .value]
            case .addresses: [.id] + positions + addressParts
            case .buildings: [.id, .floors]
            case .focusAreas: [.id, .name, .basis, .role, .date, .reason, .review]
            case .places:
                [
                    .id, .name, .category, .capacity, .roomArea, .hours, .operator, .operatorKind, .languages,
                    .wheelchair, .fundedUntil, .address, .source, .date,
                ] + weekdays + positions + addressParts
            case .offers: OfferColumn.allCases.compactMap { Role(rawValue: $0.rawValue) }
            case .roomSlots: RoomSlotColumn.allCases.compactMap { Role(rawValue: $0.rawValue) }
            case .participation: ParticipationColumn.allCases.compactMap { Role(rawValue: $0.rawValue) }
            }
        }

        /// The hours of each weekday, where a table has a column for each.
        public static let weekdays: [Role] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday]
        /// Where a row of a table lies, in coordinates.
        private static let positions: [Role] = [.x, .y]
        /// Where a row of a table lies, as people say it.
        private static let addressParts: [Role] = [.street, .houseNumber, .postcode]
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
    public enum Format: Sendable, Hashable, CaseIterable {
        /// Features with attributes: GeoJSON.
        case geoJSON
        /// Features or rows in a table of a GeoPackage: `.gpkg`.
        case geoPackage
        /// Features in a shapefile: `.shp`, with `.dbf`, `.prj` and `.cpg` beside it.
        case shapefile
        /// A map of OpenStreetMap: `.osm`, `.osm.pbf`, `.osm.gz`, `.osm.bz2`.
        case openStreetMap
        /// A grid of numbers: `.asc`.
        case asciiGrid
        /// Rows of text: `.csv`, `.tsv`, `.txt`.
        case table
        /// Sheets of rows: `.xlsx`.
        case spreadsheet
        /// Packed tables, as the census delivers them: `.zip`.
        case archive

        /// The format of a file of this name; what is called nothing known is read as GeoJSON.
        public init(ofFile file: String) {
            let name = file.lowercased()
            let endings: [(Format, [String])] = [
                (.openStreetMap, [".osm", ".osm.pbf", ".osm.gz", ".osm.bz2"]), (.asciiGrid, [".asc"]),
                (.table, [".csv", ".tsv", ".txt"]), (.spreadsheet, [".xlsx"]), (.archive, [".zip"]),
                (.geoPackage, [".gpkg"]), (.shapefile, [".shp"]),
            ]
            self = endings.first { $0.1.contains(where: name.hasSuffix) }?.0 ?? .geoJSON
        }

        /// Whether its features have geometries of their own.
        public var hasGeometries: Bool { [.geoJSON, .geoPackage, .shapefile].contains(self) }

        /// Whether it holds rows whose columns may say where they lie.
        public var isTabular: Bool { [.table, .spreadsheet].contains(self) }

        /// Whether the columns of a file have names that the project file maps.
        public var hasColumns: Bool { hasGeometries || isTabular }
    }

    /// How a table of text is written, where that was not recognised by itself.
    public struct TableOptions: Sendable, Hashable {
        /// What stands between two fields: `;`, `,`, a tab or `|`.
        public var separator: Character?
        /// What stands before the decimals: `,` or `.`.
        public var decimal: Character?
        /// How the letters are written: `utf-8`, `windows-1252`, `utf-16le`, `utf-16be`.
        public var encoding: String?
        /// Whether the first row names the columns.
        public var header: Bool?

        /// Nothing said: all is recognised.
        public init() {}
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
    /// The table of a GeoPackage or the sheet of a spreadsheet; nil for the only or the first one.
    public var table: String?
    /// How a table of text is written.
    public var options = TableOptions()
    /// The files to join with the first by their cells: further tables of the census.
    public var joined: [String] = []
    /// The size of the census cells to take of an archive, in metres; nil for the smallest.
    public var cellSize: Int?
    /// The administrative level of the boundaries to take of a map of OpenStreetMap as quarters.
    public var adminLevel: Int?
    /// The names of the columns with a meaning.
    public var columns: [Role: String]
    /// What holds for focus areas without such columns.
    public var defaults: Defaults
    /// Where it stands in the project file.
    public var location: SourceLocation

    /// What its file is written in.
    public var format: Format { Format(ofFile: file) }
}
