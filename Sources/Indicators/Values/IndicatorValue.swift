/// One value of one indicator for one area, group and category.
public struct IndicatorValue: Sendable, Hashable {
    /// The level of the area.
    public var level: AreaLevel
    /// The id of the area, place or operator; the municipal key or `town` at town level.
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
    /// How far the value moves with the thresholds and decays that could as well have been chosen; nil where there is
    /// nothing to choose.
    public var band: ClosedRange<Double>?
    /// The share of what the value rests on that is not recorded, such as offers without a funding end.
    public var unrecorded: Double?
    /// Why the value is refused, or to be taken with care.
    public var reason: Reason?
    /// Whether the value never leaves the town hall.
    public var isInternal: Bool

    /// Makes a value.
    public init(
        level: AreaLevel, areaID: String, areaName: String, group: String?, category: String?, indicator: String,
        parameters: String, methodVersion: Int, value: Double?, unit: String, status: Status, lower: Double? = nil,
        upper: Double? = nil, n: Double? = nil, band: ClosedRange<Double>? = nil, unrecorded: Double? = nil,
        reason: Reason? = nil, isInternal: Bool = false
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
        self.band = band
        self.unrecorded = unrecorded
        self.reason = reason
        self.isInternal = isInternal
    }
}
