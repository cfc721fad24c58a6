/// What a value is worth. One closed list for all indicators and outputs.
public enum Status: String, Sendable, Hashable, CaseIterable {
    /// A value from complete data.
    case valid
    /// A value that rests on an estimate, such as a cut cell.
    case estimated
    /// Nothing recorded to compute from.
    case noData = "no_data"
    /// Hidden because the count is small.
    case suppressed
    /// A value from data that the source calls unreliable.
    case unreliable
    /// The origin or place does not reach the street network.
    case notConnected = "not_connected"
    /// No place within the limit of the search.
    case notReachable = "not_reachable"
    /// The question makes no sense here, such as a share of no residents.
    case notApplicable = "not_applicable"
    /// The data do not decide.
    case cannotTell = "cannot_tell"
}

/// What an indicator value belongs to.
public enum AreaLevel: String, Sendable, Hashable, CaseIterable, Comparable {
    case town, quarter
    case focusArea = "focus_area"
    case area

    private var rank: Int {
        switch self {
        case .town: 0
        case .quarter: 1
        case .focusArea: 2
        case .area: 3
        }
    }

    /// Town first, then quarters, focus areas, other areas.
    public static func < (left: AreaLevel, right: AreaLevel) -> Bool { left.rank < right.rank }
}

/// One value of one indicator for one area, group and category.
public struct IndicatorValue: Sendable, Hashable {
    /// The level of the area.
    public var level: AreaLevel
    /// The id of the area; the municipal key or `town` at town level.
    public var areaID: String
    /// The area's name.
    public var areaName: String
    /// The id of the population group, `all` for all residents; nil where the indicator is not about people.
    public var group: String?
    /// The id of the place category; nil where the indicator is not about places.
    public var category: String?
    /// The indicator's id.
    public var indicator: String
    /// The parameters in canonical form, `key=value;…`, keys sorted; empty where there are none.
    public var parameters: String
    /// The version of the method: it rises whenever numbers can change.
    public var methodVersion: Int
    /// The value; nil unless the status is one with a value (`valid`, `estimated`, `unreliable`).
    public var value: Double?
    /// The unit: `persons`, `share`, `m`, `min`, `places`, `ratio`.
    public var unit: String
    /// What the value is worth.
    public var status: Status
    /// The lower bound, where known.
    public var lower: Double?
    /// The upper bound, where known.
    public var upper: Double?
    /// The number of residents or places the value rests on, where that is a number.
    public var n: Double?

    /// Makes a value.
    public init(
        level: AreaLevel, areaID: String, areaName: String, group: String?, category: String?, indicator: String,
        parameters: String, methodVersion: Int, value: Double?, unit: String, status: Status, lower: Double? = nil,
        upper: Double? = nil, n: Double? = nil
    ) {
        self.level = level
        self.areaID = areaID
        self.areaName = areaName
        self.group = group
        self.category = category
        self.indicator = indicator
        self.parameters = parameters
        self.methodVersion = methodVersion
        self.value = value
        self.unit = unit
        self.status = status
        self.lower = lower
        self.upper = upper
        self.n = n
    }
}

/// All values of a run, in the order in which they are written: level, area (as the layer has them), indicator
/// (as the catalogue has them), parameters, category, group (as the project has them).
public struct IndicatorTable: Sendable {
    /// The values.
    public private(set) var values: [IndicatorValue] = []
    private var index: [Key: Int] = [:]

    /// What identifies a value within a run.
    public struct Key: Sendable, Hashable {
        /// The level.
        public var level: AreaLevel
        /// The area's id.
        public var areaID: String
        /// The indicator's id.
        public var indicator: String
        /// The group, if any.
        public var group: String?
        /// The category, if any.
        public var category: String?
        /// The parameters.
        public var parameters: String

        /// Makes a key.
        public init(
            level: AreaLevel, areaID: String, indicator: String, group: String? = nil, category: String? = nil,
            parameters: String = ""
        ) {
            self.level = level
            self.areaID = areaID
            self.indicator = indicator
            self.group = group
            self.category = category
            self.parameters = parameters
        }
    }

    /// No values.
    public init() {}

    /// Adds a value. A second value of one key replaces the first in look-ups; the catalogue's test forbids it.
    public mutating func append(_ value: IndicatorValue) {
        index[
            Key(
                level: value.level, areaID: value.areaID, indicator: value.indicator, group: value.group,
                category: value.category, parameters: value.parameters)] = values.count
        values.append(value)
    }

    /// The value of a key. Constant time.
    public subscript(key: Key) -> IndicatorValue? { index[key].map { values[$0] } }

    /// The table with only those values that `isIncluded` takes.
    public func filter(_ isIncluded: (IndicatorValue) -> Bool) -> IndicatorTable {
        var result = IndicatorTable()
        for value in values where isIncluded(value) { result.append(value) }
        return result
    }
}
