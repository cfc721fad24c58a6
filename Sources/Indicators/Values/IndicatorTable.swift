/// All values of a run, in the order in which they are written: level, area (as the layer has them), indicator
/// (as the catalogue has them), parameters, category, group (as the project has them).
public struct IndicatorTable: Sendable {
    /// The values.
    public private(set) var values: [IndicatorValue] = []
    /// What must hold among values and data, computed in this run.
    public let identities: [Identity]
    /// The id of the group of all residents.
    public let allResidents: String?
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

    /// No values yet.
    public init(identities: [Identity] = [], allResidents: String? = nil) {
        self.identities = identities
        self.allResidents = allResidents
    }

    /// Adds a value. A second value of one key replaces the first in look-ups; the catalogue's test forbids it.
    public mutating func append(_ value: IndicatorValue) {
        index[value.key] = values.count
        values.append(value)
    }

    /// The value of a key. Constant time.
    public subscript(key: Key) -> IndicatorValue? { index[key].map { values[$0] } }

    /// The table with only those values and identities that are taken.
    public func filter(
        _ isIncluded: (IndicatorValue) -> Bool, identities isKept: (Identity) -> Bool = { _ in true }
    ) -> IndicatorTable {
        var result = IndicatorTable(identities: identities.filter(isKept), allResidents: allResidents)
        for value in values where isIncluded(value) { result.append(value) }
        return result
    }
}

extension IndicatorValue {
    /// What identifies the value within a run.
    public var key: IndicatorTable.Key {
        IndicatorTable.Key(
            level: level, areaID: areaID, indicator: indicator, group: group, category: category,
            parameters: parameters)
    }
}
