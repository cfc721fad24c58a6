public import History
internal import Indicators
internal import Reports

extension HistoryRun.Measure {
    /// Whether it is about all residents, or about things that have no residents.
    var isOfAll: Bool { ["", "all"].contains(group) }

    /// Whether a figure is of all places of a kind together, or of none, by ways on foot at the usual speed or straight.
    static func isUsual(category: String, parameters: String) -> Bool {
        (category.isEmpty || ReachTarget.sums.contains(category))
            && !["kmh=", "measure=wheelchair", "measure=bicycle"].contains { parameters.contains($0) }
    }

    /// Whether it is at a time of the week that nobody asks for first: mornings and afternoons of working days.
    fileprivate var isAtWork: Bool { ["_morning", "_afternoon"].contains { parameters.contains($0) } }
}

extension HistoryComparison {
    /// The figures that differ and are told without being asked for: the main figures of the town, then of its quarters, for
    /// all residents together.
    public var mainFigures: [FigureChange] {
        let indicators = MainFigureKeys.indicators.union(["residents"])
        let main = figures.filter { change in
            guard let figure = change.after ?? change.before else { return false }
            let measure = figure.measure
            return ["town", "quarter"].contains(figure.area.level) && indicators.contains(measure.indicator)
                && measure.isOfAll && !measure.isAtWork
                && HistoryRun.Measure.isUsual(category: measure.category, parameters: measure.parameters)
        }
        return main.filter { $0.isOfTown } + main.filter { !$0.isOfTown }
    }
}

extension HistoryComparison.FigureChange {
    fileprivate var isOfTown: Bool { (after ?? before)?.area.level == "town" }
}
