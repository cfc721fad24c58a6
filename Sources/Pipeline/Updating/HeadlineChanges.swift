internal import Features
internal import History

/// What changed from one run of the history to another that people should hear of.
struct HeadlineChanges {
    /// The figures that changed, in the order of indicators and parameters.
    private(set) var changes: [HeadlineChange] = []
    /// The indicators whose method or unit is another, sorted.
    private(set) var newMethods: [String] = []

    /// - Parameter tolerance: in percent: points of shares, else a part of the earlier value.
    init(from before: HistoryRun, to after: HistoryRun, tolerance: Double) {
        var earlier: [HistoryRun.Measure: HistoryRun.Figure] = [:]
        for figure in before.figures where HeadlineChanges.isHeadline(figure) {
            earlier[HeadlineChanges.key(figure.measure)] = figure
        }
        var methods: Set<String> = []
        for figure in after.figures where HeadlineChanges.isHeadline(figure) {
            guard let old = earlier[HeadlineChanges.key(figure.measure)] else { continue }
            let measure = figure.measure
            guard old.measure.methodVersion == measure.methodVersion, old.measure.unit == measure.unit else {
                methods.insert(measure.indicator)
                continue
            }
            guard let was = old.value, let isNow = figure.value, !isNoise(old, figure, tolerance) else { continue }
            changes.append(
                HeadlineChange(
                    indicator: measure.indicator, parameters: measure.parameters, category: measure.category,
                    unit: measure.unit, before: was, after: isNow))
        }
        changes.sort {
            [$0.indicator, $0.parameters, $0.category].lexicographicallyPrecedes(
                [$1.indicator, $1.parameters, $1.category])
        }
        newMethods = methods.sorted()
    }

    /// Headlines are the figures of the whole town, for all residents or for things that are not about people.
    private static func isHeadline(_ figure: HistoryRun.Figure) -> Bool {
        figure.area.level == "town" && ["", "all"].contains(figure.measure.group)
    }

    /// A measure without method and unit.
    private static func key(_ measure: HistoryRun.Measure) -> HistoryRun.Measure {
        HistoryRun.Measure(
            indicator: measure.indicator, methodVersion: 0, parameters: measure.parameters, unit: "",
            group: measure.group, category: measure.category)
    }

    /// Whether a difference is within the tolerance, or one value within the bounds of the other.
    private func isNoise(_ old: HistoryRun.Figure, _ new: HistoryRun.Figure, _ tolerance: Double) -> Bool {
        guard let was = old.value, let isNow = new.value else { return true }
        let scale = ["share", "share_difference"].contains(new.measure.unit) ? 1 : abs(was)
        // A hair more, so that a change of just the tolerance is none in whatever way it was rounded.
        if abs(isNow - was) <= tolerance / 100 * scale * (1 + 1e-9) { return true }
        func holds(_ figure: HistoryRun.Figure, _ value: Double) -> Bool {
            guard let lower = figure.lower, let upper = figure.upper, lower < upper else { return false }
            return lower <= value && value <= upper
        }
        return holds(old, isNow) || holds(new, was)
    }
}
