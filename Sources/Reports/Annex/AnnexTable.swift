internal import Indicators
internal import Town

extension ReportContext {
    /// What a row of the annex holds together: the same question asked of town and quarters.
    private struct Question: Hashable {
        var category: String?
        var parameters: String
        var group: String?
    }

    /// The values of an indicator: a row for each question and group, a column for the town and for each quarter. Of
    /// categories of places only the sums are shown where there are such; every category stands in `indicators.csv`.
    func annexTable(_ indicator: IndicatorDescriptor) -> DataTable? {
        let areas = [townKey] + (onlyQuarter == nil ? study.quarters.ids.indices.map(quarterKey) : [])
        var values: [Question: [AreaKey: IndicatorValue]] = [:]
        var questions: [Question] = []
        for area in areas {
            for value in shown(indicator, area) {
                let question = Question(category: value.category, parameters: value.parameters, group: value.group)
                if values[question] == nil { questions.append(question) }
                values[question, default: [:]][area] = value
            }
        }
        guard !questions.isEmpty else { return nil }
        let all = questions.compactMap { values[$0]?.values.first }
        let common = commonParameters(all)
        let hasGroups = questions.contains { $0.group != nil && $0.group != allResidents }
        var table = DataTable(
            id: "table-\(indicator.id)", caption: caption(indicator, common),
            columns: [.text(words("annex.question"))] + (hasGroups ? [.text(words("column.group"))] : [])
                + areas.indices.map { .number($0 == 0 ? .text(words("town_total")) : quarterName($0 - 1).node()) })
        for question in questions {
            let row = areas.map { values[question]?[$0].map(figureCell) ?? [.text("–")] }
            let first = values[question]?.values.first
            table.rows.append(
                [name(question, first?.parameterList.filter { !common.contains($0.name) } ?? [])]
                    + (hasGroups ? [groupCell(question.group)] : []) + row)
            if hasGroups, question.group == allResidents { table.strongRows.insert(table.rows.count - 1) }
        }
        return table
    }

    /// The values to show of an area: sums of categories, where the indicator has any.
    private func shown(_ indicator: IndicatorDescriptor, _ area: AreaKey) -> [IndicatorValue] {
        let values = figures(indicator.id, area)
        let sums = values.filter { $0.category.map(ReachTarget.sums.contains) ?? false }
        return sums.isEmpty ? values : sums
    }

    /// The names of parameters that are the same in all values.
    private func commonParameters(_ values: [IndicatorValue]) -> Set<String> {
        guard let first = values.first else { return [] }
        return Set(
            first.parameterList.filter { parameter in
                values.allSatisfy { $0.parameter(parameter.name) == parameter.text }
            }.map(\.name))
    }

    private func caption(_ indicator: IndicatorDescriptor, _ common: Set<String>) -> [HTMLNode] {
        let unit = words.text(ofKey: "unit.\(shownUnit(indicator.unit))")
        var nodes: [HTMLNode] = [
            .text(words("annex.table", ["title": indicator.text(.title, language), "unit": unit]))
        ]
        let values = input.indicators.values.first { $0.indicator == indicator.id && $0.level == .town }
        let shared = values?.parameterList.filter { common.contains($0.name) } ?? []
        if !shared.isEmpty { nodes += [.text("; "), parametersNode(shared)] }
        return nodes
    }

    /// The unit as cells have it: costs are minutes or metres, differences of shares are in hundredths.
    private func shownUnit(_ unit: String) -> String {
        switch unit {
        case "cost": input.travel == nil ? "m" : "min"
        case "share_difference": "percentage_points"
        default: unit
        }
    }

    /// What a row asks: the category in words, the parameters as `indicators.csv` has them.
    private func name(_ question: Question, _ parameters: [(name: String, text: String)]) -> [HTMLNode] {
        var nodes: [HTMLNode] = question.category.map { [categoryName($0)] } ?? []
        if !parameters.isEmpty {
            if !nodes.isEmpty { nodes.append(.text(" ")) }
            nodes.append(parametersNode(parameters))
        }
        return nodes.isEmpty ? [.text(words("annex.whole"))] : nodes
    }

    private func categoryName(_ id: String) -> HTMLNode {
        if ReachTarget.sums.contains(id) { return .text(words.text(ofKey: "target.\(id)")) }
        let category = study.places.categories.first { ReachTarget.id(ofCategory: $0.id) == id || $0.id == id }
        return DataText(category?.name(language) ?? id).node()
    }

    private func parametersNode(_ parameters: [(name: String, text: String)]) -> HTMLNode {
        Tag.code { DataText(parameters.map { "\($0.name)=\($0.text)" }.joined(separator: "; ")).node() }
    }

    private func groupCell(_ id: String?) -> [HTMLNode] {
        id.flatMap { id in study.groups.firstIndex { $0.id == id } }.map { [groupName($0).node()] } ?? [.text("–")]
    }
}
