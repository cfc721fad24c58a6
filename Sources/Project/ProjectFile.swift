public import Features
public import Town
public import Wording

/// What a project file (`quartier.yaml`) says, typed and checked: the town, its layers, groups, thresholds and texts.
///
/// Made by ``decode(_:file:)``, so whoever holds one need not check its values again; whether the files and columns it
/// names exist is for the reader of the layers.
public struct ProjectFile: Sendable, Hashable {
    /// The town.
    public var town: TownEntry
    /// The year or date that the data describe, as written.
    public var period: String
    /// The project file of the date before, whose figures changes are told against; nil where the file names none.
    public var earlier: EarlierEntry?
    /// The language of messages and reports; nil where the file does not say.
    public var language: Language?
    /// The town's own understanding of integration; nil where the file has none.
    public var understanding: Understanding?
    /// The layers in the order of the file; at least one of quarters and one of places.
    public var layers: [LayerEntry]
    /// The population groups, all residents first; empty where there is no population.
    public var groups: [GroupEntry]
    /// How counts of people are understood.
    public var population = PopulationEntry()
    /// Which holidays the town has.
    public var calendar = CalendarEntry()
    /// The folder of the town's notes, relative to the project file or absolute; nil where it has none.
    public var notes: String?
    /// Categories of places beside or instead of the built-in ones.
    public var categories: [PlaceTable.Category]
    /// Distances and tolerances.
    public var thresholds: Thresholds
    /// How people get around.
    public var travel: TravelEntry
    /// Which indicators are computed, and with which numbers.
    public var indicators: IndicatorsEntry
    /// What the public edition may say of people.
    public var disclosure = DisclosureEntry()
    /// What an open-data portal is told; nil where the file does not say.
    public var openData: OpenDataEntry?
    /// The file that keeps all runs, relative to the project file; nil where none are kept.
    public var history: String?
    /// How the figures are kept up to date; nil where the file does not say.
    public var update: UpdateEntry?
    /// Who hears of updates; nil where the file does not say.
    public var notify: NotifyEntry?
    /// What the reports are like.
    public var report: ReportEntry
    /// Where the data come from.
    public var sources: [SourceEntry]

    /// The project file of the date before.
    public struct EarlierEntry: Sendable, Hashable {
        /// Its path, relative to this project file or absolute.
        public var path: String
        /// Where it is named.
        public var location: SourceLocation
    }

    /// The town.
    public struct TownEntry: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Its official key.
        public var municipalKey: MunicipalKey?
        /// The reference system in metres for all computing, as written; nil where the file does not say.
        public var crs: String?
    }

    /// What the town means by integration.
    public struct Understanding: Sendable, Hashable {
        /// The town's own words.
        public var text: String
        /// Who adopted them.
        public var adoptedBy: String?
        /// When they were adopted.
        public var adoptedOn: CalendarDate?
        /// The goals, with ids that are unique.
        public var goals: [Goal]
    }

    /// One goal of the town.
    public struct Goal: Sendable, Hashable {
        /// The stable id.
        public var id: String
        /// The goal in the town's words.
        public var text: String
        /// The ids of the indicators that belong to it.
        public var indicators: [String]
        /// Where it stands in the file.
        public var location: SourceLocation
    }

    /// One population group.
    public struct GroupEntry: Sendable, Hashable {
        /// The stable id; the first is `all`.
        public var id: String
        /// The column that holds its count, of a table per quarter or of the population layer; with ``isShare`` its
        /// share of all residents in percent.
        public var column: String
        /// What the column is called in further sources: a register and the census seldom use the same word.
        public var otherColumns: [String] = []
        /// Whether the column holds shares, as many tables of the census do.
        public var isShare = false
        /// Whether the group appears in the internal edition only, such as residents of shared accommodation.
        public var isInternal = false
        /// Whether its share says something of the situation in a quarter, such as that of people on social benefits, and
        /// so counts for status and dynamics.
        public var isStatus = false
        /// By what people belong to it; nil where the file does not say.
        public var definition: PopulationGroup.Definition?
        /// Its name in each language that the file gives.
        public var names: [Language: String]
        /// Where it stands in the file.
        public var location: SourceLocation

        /// All names of the column, in the order in which they are looked for.
        public var columns: [String] { [column] + otherColumns }

        /// The name that a source has its column under; nil where it has none of them.
        public func column(where holds: (String) -> Bool) -> String? { columns.first(where: holds) }
    }

    /// Distances and tolerances.
    public struct Thresholds: Sendable, Hashable {
        /// Straight-line distances in metres, ascending.
        public var distances: [Double] = [300, 500, 1000]
        /// A place this near (metres) outside a quarter's border is "near the border".
        public var border: Double = 50
        /// Gaps, overlaps and pieces smaller than this (m²) are not reported.
        public var minimumOverlap: Double = 1

        /// The thresholds that hold where the file names none.
        public init() {}
    }

    /// One source of data, as it is named in reports and outputs.
    public struct SourceEntry: Sendable, Hashable {
        /// The id that layers refer to.
        public var id: String
        /// The name of the source.
        public var name: String
        /// The licence, best as SPDX id.
        public var licence: String?
        /// The date of the data.
        public var date: CalendarDate?
        /// The address of the data.
        public var url: String?
        /// The attribution that the licence asks for.
        public var attribution: String?

        /// Makes a source.
        public init(
            id: String, name: String, licence: String? = nil, date: CalendarDate? = nil, url: String? = nil,
            attribution: String? = nil
        ) {
            self.id = id
            self.name = name
            self.licence = licence
            self.date = date
            self.url = url
            self.attribution = attribution
        }
    }

    /// All layers of a kind, in the order of the file.
    public func layers(_ kind: LayerEntry.Kind) -> [LayerEntry] { layers.filter { $0.kind == kind } }

    /// The source of an id.
    public func source(_ id: String) -> SourceEntry? { sources.first { $0.id == id } }
}
