/// One run as the history keeps it: what was computed, and from what. All that is open in the project stays text here, since
/// a store outlives the lists of statuses and indicators of today.
public struct HistoryRun: Sendable, Hashable {
    /// The year or date that the data describe, as the project file says it.
    public var period: String
    /// When the run was made, seconds after 1970-01-01 00:00:00 UTC; given from outside.
    public var recordedAt: Int
    /// The town's name.
    public var town: String
    /// The SHA-256 of the project file, hexadecimal.
    public var projectChecksum: String
    /// Which program and libraries computed it: name and version.
    public var versions: [String: String]
    /// The files that were read.
    public var inputs: [Input]
    /// The values of indicators; each area and measure once.
    public var figures: [Figure]
    /// The places that were there; each id once.
    public var places: [Place]
    /// The outlines of its quarters; nil where they are not known, as in runs of older versions.
    public var boundaries: HistoryBoundaries?

    /// A run.
    public init(
        period: String, recordedAt: Int, town: String, projectChecksum: String = "", versions: [String: String] = [:],
        inputs: [Input] = [], figures: [Figure] = [], places: [Place] = [], boundaries: HistoryBoundaries? = nil
    ) {
        self.period = period
        self.recordedAt = recordedAt
        self.town = town
        self.projectChecksum = projectChecksum
        self.versions = versions
        self.inputs = inputs
        self.figures = figures
        self.places = places
        self.boundaries = boundaries
    }

    /// A file that was read.
    public struct Input: Sendable, Hashable {
        /// Its path as the project file names it.
        public var file: String
        /// What it was read as, such as `quarters`.
        public var kind: String
        /// Its size in bytes.
        public var bytes: Int
        /// Its SHA-256, hexadecimal.
        public var sha256: String
        /// The number of features, rows or streets taken.
        public var count: Int

        /// Makes an input.
        public init(file: String, kind: String, bytes: Int, sha256: String, count: Int) {
            self.file = file
            self.kind = kind
            self.bytes = bytes
            self.sha256 = sha256
            self.count = count
        }
    }

    /// What a value belongs to: a town, quarter, area, place or operator.
    public struct Area: Sendable, Hashable {
        /// The level: `town`, `quarter`, `focus_area`, …
        public var level: String
        /// The id within the level.
        public var id: String
        /// The name at the time of the run.
        public var name: String

        /// Makes an area.
        public init(level: String, id: String, name: String) {
            self.level = level
            self.id = id
            self.name = name
        }
    }

    /// What was measured: an indicator with its method and parameters, for a group and a category.
    public struct Measure: Sendable, Hashable {
        /// The indicator's id.
        public var indicator: String
        /// The version of the method; numbers of two versions do not compare.
        public var methodVersion: Int
        /// The parameters in canonical form; empty where there are none.
        public var parameters: String
        /// The unit.
        public var unit: String
        /// The population group; empty where it is not about people.
        public var group: String
        /// The category of places; empty where it is not about places.
        public var category: String
        /// Whether its values never leave the town hall.
        public var isInternal: Bool

        /// Makes a measure.
        public init(
            indicator: String, methodVersion: Int, parameters: String = "", unit: String, group: String = "",
            category: String = "", isInternal: Bool = false
        ) {
            self.indicator = indicator
            self.methodVersion = methodVersion
            self.parameters = parameters
            self.unit = unit
            self.group = group
            self.category = category
            self.isInternal = isInternal
        }
    }

    /// A value with what it is worth.
    public struct Figure: Sendable, Hashable {
        /// What it belongs to.
        public var area: Area
        /// What was measured.
        public var measure: Measure
        /// What the value is worth: `valid`, `estimated`, `no_data`, …
        public var status: String
        /// The value; nil where the status is one without.
        public var value: Double?
        /// The lower bound.
        public var lower: Double?
        /// The upper bound.
        public var upper: Double?
        /// What it rests on: residents or places.
        public var n: Double?
        /// The lower end of the band over the thresholds that could as well have been chosen.
        public var bandLower: Double?
        /// The upper end of that band.
        public var bandUpper: Double?
        /// The share of what it rests on that is not recorded.
        public var unrecorded: Double?
        /// Why it is refused or to be taken with care; empty where there is nothing to say.
        public var reason: String

        /// Makes a figure.
        public init(
            area: Area, measure: Measure, status: String, value: Double?, lower: Double? = nil, upper: Double? = nil,
            n: Double? = nil, bandLower: Double? = nil, bandUpper: Double? = nil, unrecorded: Double? = nil,
            reason: String = ""
        ) {
            self.area = area
            self.measure = measure
            self.status = status
            self.value = value
            self.lower = lower
            self.upper = upper
            self.n = n
            self.bandLower = bandLower
            self.bandUpper = bandUpper
            self.unrecorded = unrecorded
            self.reason = reason
        }

        /// The numbers in the order in which they are kept.
        var numbers: [Double?] { [value, lower, upper, n, bandLower, bandUpper, unrecorded] }
    }

    /// A place as it was recorded.
    public struct Place: Sendable, Hashable {
        /// The stable id.
        public var id: String
        /// The name.
        public var name: String
        /// The category's id.
        public var category: String
        /// The easting in the study's system, metres.
        public var x: Double
        /// The northing, metres.
        public var y: Double
        /// What else is recorded of it, such as `hours`, by name.
        public var details: [String: String]

        /// Makes a place.
        public init(
            id: String, name: String, category: String, x: Double, y: Double, details: [String: String] = [:]
        ) {
            self.id = id
            self.name = name
            self.category = category
            self.x = x
            self.y = y
            self.details = details
        }
    }
}
