internal import Indicators
internal import Town

extension ReportContext {
    /// How many rows a goal's table has at most; all values stand in the annex.
    private static let goalRows = 8

    /// The results by the town's goals: for each goal that names indicators the figures for all residents of an area,
    /// beside those of the last release. Where nobody lives, a table of nothing but „hier nicht sinnvoll“ would say nothing.
    @HTMLBuilder func goalTables(_ area: AreaKey) -> [HTMLNode] {
        for (number, goal) in input.understanding.goals.enumerated() {
            let values = goal.indicators.flatMap { headlines($0, area) }.prefix(ReportContext.goalRows)
            if values.contains(where: { $0.status != .notApplicable }) { goalTable(number, goal, Array(values)).node }
        }
    }

    private func goalTable(_ number: Int, _ goal: Understanding.Goal, _ values: [IndicatorValue]) -> DataTable {
        var table = DataTable(
            id: "table-goal-\(number + 1)",
            caption: words.rich("goal.table", ["goal": DataText(goal.text).node(length: 160)]),
            columns: [
                .text(words("column.figure")), .number(words("column.now")), .text(words("column.last_report")),
            ])
        for value in values {
            table.rows.append([headlineName(value), figureCell(value), [.text(lastValueText(value))]])
        }
        return table
    }

    /// The values of an indicator that speak for all residents of an area: the sums of meeting places, by the ordinary way
    /// of getting about, within the limit of the key figures.
    private func headlines(_ indicator: String, _ area: AreaKey) -> [IndicatorValue] {
        let targets = reachedKinds.map(\.reachTarget)
        return figures(indicator, area).filter { value in
            guard value.group == nil || value.group == allResidents else { return false }
            guard value.category.map(targets.contains) ?? true else { return false }
            guard value.parameter("kmh") == nil, value.parameter("departures") == nil else { return false }
            guard value.parameter("measure").map({ $0 == measure }) ?? true else { return false }
            let limit =
                value.parameter("minutes").map { "minutes=" + $0 } ?? value.parameter("metres").map { "metres=" + $0 }
            return limit.map { $0 == middleLimit?.parameters } ?? true
        }
    }

    private func headlineName(_ value: IndicatorValue) -> [HTMLNode] {
        let title = IndicatorCatalogue.indicator(value.indicator)?.descriptor.text(.title, language)
        var nodes: [HTMLNode] = [.text(title ?? value.indicator)]
        if let category = value.category { nodes.append(.text(": " + words.text(ofKey: "target.\(category)"))) }
        let limit = middleLimit.flatMap { limit in
            value.parameter("minutes") != nil || value.parameter("metres") != nil ? within(limit) : nil
        }
        if let limit { nodes.append(.text(", " + limit)) }
        let others = value.parameterList.filter { !["measure", "minutes", "metres", "catchment"].contains($0.name) }
        if !others.isEmpty {
            nodes.append(.text(" "))
            nodes.append(Tag.code { DataText(others.map { "\($0.name)=\($0.text)" }.joined(separator: "; ")).node() })
        }
        return nodes
    }

    /// The town's understanding and goals on a quarter's page, with the quarter's figures; nothing where the town recorded
    /// neither.
    @HTMLBuilder func quarterGoalsSection(_ quarter: Int) -> [HTMLNode] {
        let text = DataText(input.understanding.text)
        let goals = input.understanding.goals
        if !text.isEmpty || !goals.isEmpty {
            section("understanding", words("understanding.heading")) {
                if !text.isEmpty { Tag.blockquote { Tag.p { text.node(length: 600) } } }
                if !goals.isEmpty {
                    Tag.h3 { words("understanding.goals") }
                    Tag.ul(.class("goals")) { goals.map { goal in Tag.li { DataText(goal.text).node(length: 600) } } }
                    goalTables(quarterKey(quarter))
                }
            }
        }
    }
}
