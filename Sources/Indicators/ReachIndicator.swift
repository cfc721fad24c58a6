internal import Town

/// The frame that all reach indicators share: areas × targets × groups, and when there is no value.
extension IndicatorContext {
    /// Calls `compute` for each area, target and group that has residents and places, and fills in the status where it
    /// has not: `no_data` without inhabitants or recorded places, `not_applicable` without residents in the area,
    /// `not_connected` where none of them reaches the streets. `compute` is given the connected residents only.
    func reachValues(
        _ descriptor: IndicatorDescriptor, _ reach: ReachTable, parameters: String,
        _ compute: (_ area: AnalysisArea, _ target: Int, _ counts: [Double]) -> Double?
    ) -> [IndicatorValue] {
        areas.flatMap { area in
            let connected = area.keeping(reach.connected)
            return targets.indices.flatMap { target in
                study.groups.indices.map { group in
                    let worth = study.population.flatMap { population in
                        targets[target].placeCount > 0
                            ? ReachWorth(area, connected, population, population.counts[group]) {
                                compute(connected, target, population.counts[group])
                            } : nil
                    }
                    return area.value(
                        descriptor, group: study.groups[group].id, category: targets[target].id,
                        parameters: parameters, value: worth?.value, status: worth?.status ?? .noData, n: worth?.n)
                }
            }
        }
    }

    /// The rows of an indicator of reach where nobody lives: all `no_data`.
    func unknownReachValues(_ descriptor: IndicatorDescriptor) -> [IndicatorValue] {
        areas.flatMap { area in
            targets.flatMap { target in
                study.groups.map { group in
                    area.value(
                        descriptor, group: group.id, category: target.id, parameters: ReachTable.unknownParameters,
                        value: nil, status: .noData)
                }
            }
        }
    }
}

/// A value of reach with what it is worth.
struct ReachWorth {
    let value: Double?
    let status: Status
    /// The residents it rests on: the connected ones.
    let n: Double

    /// - Parameters:
    ///   - area: the area with all its origins.
    ///   - connected: the area with the origins that reach the streets.
    ///   - compute: the value over the connected origins; nil where nothing is in reach.
    init(
        _ area: AnalysisArea, _ connected: AnalysisArea, _ population: PopulationTable, _ counts: [Double],
        _ compute: () -> Double?
    ) {
        let residents = area.residents(counts)
        n = connected.residents(counts)
        guard residents > 0 else {
            (value, status) = (nil, .notApplicable)
            return
        }
        guard n > 0 else {
            (value, status) = (nil, .notConnected)
            return
        }
        value = compute()
        // People of a cell are measured from its middle, so every cost from cells is an estimate.
        let isEstimated = area.isEstimated || population.areCells || n < residents
        status = value == nil ? .notReachable : isEstimated ? .estimated : .valid
    }
}
