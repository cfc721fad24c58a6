public import Hours
public import Overlay
public import Planar
public import Wording

/// Everything known of one town at one date, in one metric coordinate reference system: the domain model that
/// indicators and reports read. Made by the pipeline from layers; holds no file and no handle.
public struct Study: Sendable, Codable {
    /// The town's name.
    public var townName: String
    /// The municipal key (AGS or ARS), if given.
    public var municipalKey: String?
    /// The year or date that the data describe.
    public var period: String
    /// The metric coordinate reference system, such as `EPSG:25832`.
    public var referenceSystem: String
    /// The quarters.
    public var quarters: AreaTable
    /// The focus areas of immigration; nil where the town gave none.
    public var focusAreas: FocusAreaTable?
    /// Other named area layers (centre, funding area, school districts).
    public var otherAreas: [AreaTable]
    /// The meeting places and services.
    public var places: PlaceTable
    /// Where people live; nil without a population layer.
    public var population: PopulationTable?
    /// The population groups, all residents first. Never empty.
    public var groups: [PopulationGroup]
    /// The streets as lines, for the base map.
    public var streets: [Geometry]
    /// Railways, water and whatever else nobody walks across, as lines for the base map.
    public var barriers: [Geometry]
    /// Waters and green of a map, for the base map; none without a map.
    public var base: BaseAreas
    /// Where buses and trains stop; nil without such a layer.
    public var stops: StopTable?
    /// What is offered, where and how long; nil without such a table.
    public var offers: OfferTable?
    /// Which rooms are given to whom every week; nil without such a table.
    public var rooms: RoomSlots?
    /// Notes and what became of participation.
    public var memory: TownMemory
    /// The holidays by which opening hours are evaluated.
    public var calendar: HolidayCalendar
    /// Shares of the quarters at two dates that say something of their situation; nil without such tables.
    public var statusFigures: StatusFigures?
    /// How many people lived in the quarters in several years; nil where no table tells of two.
    public var quarterSeries: QuarterSeries?
    /// How the layers lie on each other.
    public var overlay: TownOverlay

    /// Makes a study.
    public init(
        townName: String, municipalKey: String?, period: String, referenceSystem: String, quarters: AreaTable,
        focusAreas: FocusAreaTable?, otherAreas: [AreaTable], places: PlaceTable, population: PopulationTable?,
        groups: [PopulationGroup], streets: [Geometry], barriers: [Geometry] = [], base: BaseAreas = BaseAreas(),
        stops: StopTable? = nil, offers: OfferTable? = nil, rooms: RoomSlots? = nil, memory: TownMemory = TownMemory(),
        calendar: HolidayCalendar = .unknown,
        statusFigures: StatusFigures? = nil, quarterSeries: QuarterSeries? = nil,
        overlay: TownOverlay
    ) {
        self.townName = townName
        self.municipalKey = municipalKey
        self.period = period
        self.referenceSystem = referenceSystem
        self.quarters = quarters
        self.focusAreas = focusAreas
        self.otherAreas = otherAreas
        self.places = places
        self.population = population
        self.groups = groups
        self.streets = streets
        self.barriers = barriers
        self.base = base
        self.stops = stops
        self.offers = offers
        self.rooms = rooms
        self.memory = memory
        self.calendar = calendar
        self.statusFigures = statusFigures
        self.quarterSeries = quarterSeries
        self.overlay = overlay
    }
}

/// Named areas as columns: quarters, or any other area layer.
public struct AreaTable: Sendable, Codable {
    /// What the layer is called.
    public var title: String
    /// The stable ids, unique.
    public var ids: [String]
    /// The names.
    public var names: [String]
    /// The shapes: valid polygons or multipolygons in metres.
    public var geometries: [Geometry]

    /// Makes a table of areas.
    public init(title: String, ids: [String], names: [String], geometries: [Geometry]) {
        self.title = title
        self.ids = ids
        self.names = names
        self.geometries = geometries
    }

    /// The number of areas.
    public var count: Int { ids.count }
}

/// The focus areas of immigration with what they rest on.
public struct FocusAreaTable: Sendable, Codable {
    /// On what a focus area rests.
    public enum Basis: String, Sendable, Codable, Hashable, CaseIterable {
        /// People who know the place set it.
        case localKnowledge = "local_knowledge"
        /// The council decided it.
        case councilDecision = "council_decision"
        /// A computation pointed to it.
        case computed
        /// Nobody wrote it down.
        case unknown
    }

    /// Who set an area, when and why.
    public struct Ground: Sendable, Codable, Hashable {
        /// On what it rests.
        public var basis: Basis
        /// The role (not the name) of the author.
        public var role: String?
        /// When it was set (ISO date).
        public var date: String?
        /// Why.
        public var reason: String?
        /// When it is looked at again (ISO date).
        public var review: String?

        /// Makes a ground.
        public init(basis: Basis, role: String?, date: String?, reason: String?, review: String?) {
            self.basis = basis
            self.role = role
            self.date = date
            self.reason = reason
            self.review = review
        }
    }

    /// The areas.
    public var areas: AreaTable
    /// The ground of each.
    public var grounds: [Ground]

    /// Makes the table.
    public init(areas: AreaTable, grounds: [Ground]) {
        self.areas = areas
        self.grounds = grounds
    }
}

/// A population group, such as all residents or people with foreign citizenship.
public struct PopulationGroup: Sendable, Codable, Hashable {
    /// By what people belong to a group: definitions count different people, so a report names the one that is used.
    public enum Definition: String, Sendable, Codable, Hashable, CaseIterable {
        /// By citizenship, as the census grid counts.
        case citizenship
        /// By migration background, as statistics of the resident register derive it.
        case migrationBackground = "migration_background"
        /// By the country of birth.
        case countryOfBirth = "country_of_birth"
        /// By what a register records.
        case register
    }

    /// The id of the group of residents of shared accommodation, which can be taken out for comparison.
    public static let sharedAccommodation = "shared_accommodation"

    /// The stable id; the first group of a study is always `all`.
    public var id: String
    /// The name in each language.
    public var names: [Language: String]
    /// By what people belong to it; nil where nobody said.
    public var definition: Definition?
    /// Whether its figures never leave the town hall.
    public var isInternal: Bool

    /// Makes a group.
    public init(id: String, names: [Language: String], definition: Definition? = nil, isInternal: Bool = false) {
        self.id = id
        self.names = names
        self.definition = definition
        self.isInternal = isInternal
    }

    /// The name in a language, else in any, else the id.
    public func name(_ language: Language) -> String {
        names[language] ?? names[.german] ?? names[.english] ?? id
    }
}

/// How the layers of a town lie on each other.
public struct TownOverlay: Sendable, Codable {
    /// The quarter of each place, in the order of the places.
    public var placeAssignments: [Assignment]
    /// The quarter of each stop, in the order of the stops.
    public var stopAssignments: [Assignment]
    /// Origins in quarters.
    public var quarterMembership: AreaMembership
    /// Origins in focus areas (whole, also outside the quarters).
    public var focusMembership: AreaMembership
    /// Origins in each other area layer.
    public var otherMemberships: [AreaMembership]
    /// Quarters × focus areas.
    public var focusPieces: [OverlayPiece]
    /// Quarters × each other area layer.
    public var otherPieces: [[OverlayPiece]]
    /// The places inside each focus area, ascending.
    public var placesByFocusArea: [[Int32]]
    /// The places inside each area of each other layer.
    public var placesByOtherArea: [[[Int32]]]
    /// The residents of each group outside every quarter; empty without a population layer.
    public var residentsOutside: [Double]
    /// For each group between what those residents lie, nil where they are exact; empty where all are.
    public var residentsOutsideRanges: [ClosedRange<Double>?]

    /// Makes an overlay.
    public init(
        placeAssignments: [Assignment], quarterMembership: AreaMembership, focusMembership: AreaMembership,
        otherMemberships: [AreaMembership], focusPieces: [OverlayPiece], otherPieces: [[OverlayPiece]],
        placesByFocusArea: [[Int32]], placesByOtherArea: [[[Int32]]], residentsOutside: [Double],
        residentsOutsideRanges: [ClosedRange<Double>?] = [], stopAssignments: [Assignment] = []
    ) {
        self.placeAssignments = placeAssignments
        self.stopAssignments = stopAssignments
        self.quarterMembership = quarterMembership
        self.focusMembership = focusMembership
        self.otherMemberships = otherMemberships
        self.focusPieces = focusPieces
        self.otherPieces = otherPieces
        self.placesByFocusArea = placesByFocusArea
        self.placesByOtherArea = placesByOtherArea
        self.residentsOutside = residentsOutside
        self.residentsOutsideRanges = residentsOutsideRanges
    }
}
