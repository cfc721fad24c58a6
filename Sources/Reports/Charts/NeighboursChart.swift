internal import Disclosure
internal import Indicators
internal import Town

extension ReportContext {
    /// How the share of each group in a quarter compares with that of its neighbours, where the project asks for it. Inside
    /// the town hall only: the public edition has no such values.
    func likenessOfNeighboursCharts() -> [HTMLNode] {
        guard input.edition == .internal, showsGroups, onlyQuarter == nil else { return [] }
        return study.groups.indices.dropFirst().flatMap { group in
            likenessChart(group, figuresOfQuarters("local_likeness", group: study.groups[group].id))
        }
    }

    /// The values of an indicator for a group, quarter by quarter and by the name of the figure.
    private func figuresOfQuarters(_ indicator: String, group: String) -> [[String: IndicatorValue]] {
        study.quarters.ids.indices.map { quarter in
            var found: [String: IndicatorValue] = [:]
            for value in figures(indicator, quarterKey(quarter)) where value.group == group {
                if let figure = value.parameter("figure") { found[figure] = value }
            }
            return found
        }
    }

    /// What chance would do in one of twenty towns, or seldomer, counts as more than chance.
    private static let seldom = 0.05

    private func likenessChart(_ group: Int, _ quarters: [[String: IndicatorValue]]) -> [HTMLNode] {
        let rows = quarters.enumerated().map { quarter, values in
            ChartRow(
                label: quarterName(quarter).whole,
                values: ["own", "neighbours"].map { figure in
                    guard let value = values[figure], let number = value.number else {
                        return .missing(status(values[figure]?.status ?? .noData))
                    }
                    return .number(number, text: numbers.number(number, decimals: 1))
                })
        }
        guard rows.contains(where: { $0.values.allSatisfy { $0.number != nil } }) else { return [] }
        let name = groupName(group).whole
        return chartFigure(
            ScatterChart(
                id: "chart-neighbours-\(group)", title: words("chart.neighbours", ["group": name]),
                rowTitle: words("column.quarter"), own: words("chart.neighbours.own"),
                neighbours: words("chart.neighbours.others"), unit: .number(""), rows: rows, whole: 0,
                isReliable: quarters.map { values in
                    values["adjusted"]?.number.map { $0 <= ReportContext.seldom } ?? false
                }), note: words("chart.neighbours.note"))
    }
}
