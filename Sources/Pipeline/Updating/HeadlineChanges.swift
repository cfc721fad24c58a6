internal import Features
internal import History
internal import Indicators

/// What changed from one run of the history to another that people should hear of.
struct HeadlineChanges {
    /// The figures that changed: first those for all places together and ways on foot at the usual speed, then the others;
    /// in the order of the catalogue, of parameters and categories.
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
        changes.sort { HeadlineChanges.order($0).lexicographicallyPrecedes(HeadlineChanges.order($1)) }
        newMethods = methods.sorted()
    }

    /// Headlines are the figures of the whole town, for all residents or for things that are not about people.
    private static func isHeadline(_ figure: HistoryRun.Figure) -> Bool {
        figure.area.level == "town" && figure.measure.isOfAll
    }

    /// What puts a change before others.
    private static func order(_ change: HeadlineChange) -> [String] {
        let isMain = HistoryRun.Measure.isUsual(category: change.category, parameters: change.parameters)
        let rank = ranks[change.indicator] ?? ranks.count
        return [isMain ? "0" : "1", "\(1_000 + rank)", change.indicator, change.parameters, change.category]
    }

    private static let ranks = Dictionary(
        IndicatorCatalogue.all.enumerated().map { ($0.element.descriptor.id, $0.offset) }
    ) { first, _ in first }

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
