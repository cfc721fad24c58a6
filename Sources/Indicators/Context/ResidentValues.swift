internal import Town

/// What an indicator says of the residents of an area.
struct ResidentFigure {
    /// The value; nil where there is none, then `status` says why.
    var value: Double?
    /// Why there is no value, where nobody reaches what is asked for.
    var missing = Status.notReachable
    /// What the value may be, where the data leave it open.
    var bounds: ClosedRange<Double>?
    var interval: SpreadInterval?
    var band: ClosedRange<Double>?
    var unrecorded: Double?
    var reason: Reason?
}

extension IndicatorContext {
    /// The frame of indicators that ask areas × groups, not categories.
    ///
    /// - Parameter hasData: whether what the indicator needs beside residents is recorded.
    func residentValues(
        _ descriptor: IndicatorDescriptor, parameters: String, hasData: Bool,
        _ figure: (_ connected: AnalysisArea, _ counts: [Double], _ uncertain: UncertainCounts) -> ResidentFigure
    ) -> [IndicatorValue] {
        residentValues(descriptor, parameters: parameters, categories: [nil], hasData: { _ in hasData }) {
            figure($1, $2, $3)
        }
    }

    /// The frame of indicators that ask areas × categories × groups: the status where there is no value, the residents who
    /// reach the streets, and the rest of a value.
    ///
    /// - Parameters:
    ///   - categories: the ids of the categories; nil for a question that names none.
    ///   - hasData: whether what the indicator needs beside residents is recorded for the category of an index.
    func residentValues(
        _ descriptor: IndicatorDescriptor, parameters: String, categories: [String?], hasData: (Int) -> Bool,
        _ figure: (
            _ category: Int, _ connected: AnalysisArea, _ counts: [Double], _ uncertain: UncertainCounts
        ) -> ResidentFigure
    ) -> [IndicatorValue] {
        areas.flatMap { area in
            let connected = area.keeping(reach.first?.connected)
            return categories.indices.flatMap { category in
                study.groups.indices.map { group in
                    let id = study.groups[group].id
                    guard let population = study.population, !reach.isEmpty, hasData(category) else {
                        return area.value(
                            descriptor, group: id, category: categories[category], parameters: parameters, value: nil,
                            status: .noData)
                    }
                    let counts = population.counts[group]
                    var found: ResidentFigure?
                    let worth = ReachWorth(
                        area, ConnectedResidents(area, connected, counts), population, group: group
                    ) {
                        found = figure(category, connected, counts, population.uncertain(group: group))
                        return found?.value
                    }
                    return area.value(
                        descriptor, group: id, category: categories[category], parameters: parameters, worth,
                        found ?? ResidentFigure())
                }
            }
        }
    }
}

extension AnalysisArea {
    /// A value of residents with all that is said of it.
    fileprivate func value(
        _ descriptor: IndicatorDescriptor, group: String, category: String?, parameters: String, _ worth: ReachWorth,
        _ figure: ResidentFigure
    ) -> IndicatorValue {
        var value = value(
            descriptor, group: group, category: category, parameters: parameters, value: worth.value,
            status: worth.status == .notReachable ? figure.missing : worth.status,
            interval: worth.value == nil ? nil : figure.interval, n: worth.n, band: figure.band,
            unrecorded: figure.unrecorded, reason: figure.reason)
        if let bounds = figure.bounds, worth.value != nil, bounds.lowerBound < bounds.upperBound {
            // What the records leave open comes on top of what the counts do.
            value.lower = min(value.lower ?? bounds.lowerBound, bounds.lowerBound)
            value.upper = max(value.upper ?? bounds.upperBound, bounds.upperBound)
            if value.status == .valid { value.status = .estimated }
        }
        return value
    }
}
