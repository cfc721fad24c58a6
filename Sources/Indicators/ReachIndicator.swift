internal import Town
/// The frame that all reach indicators share: areas × targets × groups, and when there is no value.
extension IndicatorContext {
    /// Calls `compute` for each area, target and group that has residents and places, and fills in the status where
    /// it has not: `no_data` without inhabitants or recorded places, `not_applicable` without residents in the area.
    func reachValues(
        _ descriptor: IndicatorDescriptor, parameters: String,
        _ compute: (_ area: AnalysisArea, _ target: Int, _ counts: [Double], _ reach: ReachTable) -> Double?
    ) -> [IndicatorValue] {
        areas.flatMap { area in
            targets.indices.flatMap { target in
                study.groups.indices.map { group in
                    func value(_ value: Double?, _ status: Status, n: Double? = nil) -> IndicatorValue {
                        area.value(
                            descriptor, group: study.groups[group].id, category: targets[target].id,
                            parameters: parameters, value: value, status: status, n: n)
                    }
                    guard let population = study.population, let reach, targets[target].placeCount > 0 else {
                        return value(nil, .noData)
                    }
                    let residents = area.residents(population.counts[group])
                    guard residents > 0 else { return value(nil, .notApplicable, n: 0) }
                    guard let result = compute(area, target, population.counts[group], reach) else {
                        return value(nil, .notReachable, n: residents)
                    }
                    // People of a cell are measured from its middle, so every distance from cells is an estimate.
                    let isEstimated = area.isEstimated || population.areCells
                    return value(result, isEstimated ? .estimated : .valid, n: residents)
                }
            }
        }
    }
}
