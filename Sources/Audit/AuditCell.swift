public import Wording

/// A figure as an outsider names it: a period, an area, a group, an indicator.
public struct AuditCell: Sendable, Hashable, Comparable {
    /// The year or date that the figure describes.
    public var period: String
    /// `town`, `quarter`, `focus_area`, `area`, or `piece` for a part of an area in a quarter.
    public var level: String
    /// The id of the area.
    public var area: String
    /// The name of the area, for people.
    public var areaName: String
    /// The id of the group; empty where the figure is not about people.
    public var group: String
    /// The category of places; empty where there is none.
    public var category: String
    /// The id of the indicator.
    public var indicator: String
    /// The parameters, as they are published.
    public var parameters: String

    /// Makes a name of a figure.
    public init(
        period: String, level: String, area: String, areaName: String = "", group: String = "", category: String = "",
        indicator: String, parameters: String = ""
    ) {
        self.period = period
        self.level = level
        self.area = area
        self.areaName = areaName
        self.group = group
        self.category = category
        self.indicator = indicator
        self.parameters = parameters
    }

    /// The figure in words: period, area, group, indicator and what it depends on.
    public func words(_ language: Language) -> String {
        let texts = Catalogue.of(language)
        let place = areaName.isEmpty ? area : areaName
        let what = texts.template("audit.indicator." + indicator) ?? indicator
        return [period, place, group, what, category, parameters].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private var order: [String] { [period, level, area, group, indicator, category, parameters] }

    /// Figures sort by period, level, area, group, indicator, category and parameters.
    public static func < (left: AuditCell, right: AuditCell) -> Bool {
        left.order.lexicographicallyPrecedes(right.order)
    }
}
