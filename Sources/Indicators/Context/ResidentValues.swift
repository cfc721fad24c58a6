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
    /// The frame of indicators that ask areas × groups, not categories: the status where there is no value, the residents
    /// who reach the streets, and the rest of a value.
    ///
    /// - Parameter hasData: whether what the indicator needs beside residents is recorded.
    func residentValues(
        _ descriptor: IndicatorDescriptor, parameters: String, hasData: Bool,
        _ figure: (_ connected: AnalysisArea, _ counts: [Double], _ uncertain: UncertainCounts) -> ResidentFigure
    ) -> [IndicatorValue] {
        areas.flatMap { area in
            study.groups.indices.map { group in
                let id = study.groups[group].id
                guard let population = study.population, let reach = reach.first, hasData else {
                    return area.value(descriptor, group: id, parameters: parameters, value: nil, status: .noData)
                }
                let connected = area.keeping(reach.connected)
                let counts = population.counts[group]
                var found: ResidentFigure?
                let worth = ReachWorth(
                    area, ConnectedResidents(area, connected, counts), population, group: group
                ) {
                    found = figure(connected, counts, population.uncertain(group: group))
                    return found?.value
                }
                var status = worth.status
                if status == .notReachable, let missing = found?.missing { status = missing }
                var value = area.value(
                    descriptor, group: id, parameters: parameters, value: worth.value, status: status,
                    interval: worth.value == nil ? nil : found?.interval, n: worth.n, band: found?.band,
                    unrecorded: found?.unrecorded, reason: found?.reason)
                if let bounds = found?.bounds, worth.value != nil, bounds.lowerBound < bounds.upperBound {
                    // What the records leave open comes on top of what the counts do.
                    value.lower = min(value.lower ?? bounds.lowerBound, bounds.lowerBound)
                    value.upper = max(value.upper ?? bounds.upperBound, bounds.upperBound)
                    if value.status == .valid { value.status = .estimated }
                }
                return value
            }
        }
    }
}
