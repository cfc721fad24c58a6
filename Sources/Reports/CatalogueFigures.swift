internal import Indicators

/// The values of a report by indicator and area, in the order of the table: for figures of the catalogue whose parameters
/// a report does not know beforehand.
struct CatalogueFigures: Sendable {
    private struct Key: Hashable {
        var indicator: String
        var area: AreaKey
    }

    private let rows: [Key: [Int]]
    private let table: IndicatorTable

    init(_ table: IndicatorTable) {
        var rows: [Key: [Int]] = [:]
        for (row, value) in table.values.enumerated() {
            let area = AreaKey(level: value.level, id: value.areaID)
            rows[Key(indicator: value.indicator, area: area), default: []].append(row)
        }
        self.rows = rows
        self.table = table
    }

    /// The values of an indicator for an area.
    func callAsFunction(_ indicator: String, _ area: AreaKey) -> [IndicatorValue] {
        (rows[Key(indicator: indicator, area: area)] ?? []).map { table.values[$0] }
    }
}

extension IndicatorValue {
    /// The parameters one by one, in their order.
    var parameterList: [(name: String, text: String)] {
        parameters.split(separator: ";").compactMap { part in
            let sides = part.split(separator: "=", maxSplits: 1)
            return sides.count == 2 ? (String(sides[0]), String(sides[1])) : nil
        }
    }

    /// The text of a parameter; nil where the value has none of that name.
    func parameter(_ name: String) -> String? { parameterList.first { $0.name == name }?.text }
}

extension ReportContext {
    /// The values of an indicator for all residents of an area.
    func figuresOfAll(_ indicator: String, _ area: AreaKey, category: String? = nil) -> [IndicatorValue] {
        figures(indicator, area).filter { $0.group == allResidents && $0.category == category }
    }

    /// How far „in Reichweite“ is for a value: `15 Minuten zu Fuß`, `1 000 m Luftlinie`; nil where it says nothing of it.
    func catchment(of value: IndicatorValue) -> String? {
        func number(_ name: String) -> Double? { value.parameter(name).flatMap(Double.init) }
        let limit =
            number("minutes").map(ReachLimitShown.minutes) ?? number("metres").map(ReachLimitShown.metres)
            ?? number("catchment").map { input.travel == nil ? .metres($0) : .minutes($0) }
        return limit.map(within)
    }

    /// What a figure does not say, in the words of its method sheet, with the way to the annex.
    func saysNot(_ indicator: String) -> HTMLNode {
        let text = IndicatorCatalogue.indicator(indicator)?.descriptor.text(.saysNot, language) ?? ""
        let link = Tag.a(.href(.indicator(indicator))) { words("annex.link") }
        return Tag.p(.class("note")) { words.rich("figure.says_not", ["text": .text(text), "link": link]) }
    }
}
