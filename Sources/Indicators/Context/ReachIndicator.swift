internal import Town

/// The frame that all reach indicators share: areas × targets × groups, and when there is no value.
extension IndicatorContext {
    /// Calls `compute` for each area, target and group that has residents and places, and fills in the status where it
    /// has not: `no_data` without inhabitants or recorded places, `not_applicable` without residents in the area,
    /// `not_connected` where none of them reaches the streets. `compute` is given the connected residents only.
    ///
    /// - Parameters:
    ///   - interval: the interval of a value, of the connected residents too; nil where it is exact.
    ///   - band: how far the value moves with what could as well have been chosen.
    func reachValues(
        _ descriptor: IndicatorDescriptor, _ reach: ReachTable, parameters: String,
        interval: (_ area: AnalysisArea, _ target: Int, _ counts: UncertainCounts) -> SpreadInterval? = { _, _, _ in nil
        },
        band: (_ area: AnalysisArea, _ target: Int, _ counts: [Double]) -> ClosedRange<Double>? = { _, _, _ in nil },
        _ compute: (_ area: AnalysisArea, _ target: Int, _ counts: [Double]) -> Double?
    ) -> [IndicatorValue] {
        areas.flatMap { area in
            let connected = area.keeping(reach.connected)
            // The residents do not depend on the target: counted once for each group.
            let residents = study.population?.counts.map { ConnectedResidents(area, connected, $0) } ?? []
            return targets.indices.flatMap { target in
                study.groups.indices.map { group in
                    let worth = study.population.flatMap { population in
                        targets[target].placeCount > 0
                            ? ReachWorth(area, residents[group], population, group: group) {
                                compute(connected, target, population.counts[group])
                            } : nil
                    }
                    let spread = worth?.value == nil ? nil : study.population?.uncertain(group: group)
                    return area.value(
                        descriptor, group: study.groups[group].id, category: targets[target].id,
                        parameters: parameters, value: worth?.value, status: worth?.status ?? .noData,
                        interval: spread.flatMap { interval(connected, target, $0) }, n: worth?.n,
                        band: worth?.value == nil
                            ? nil
                            : study.population.flatMap { band(connected, target, $0.counts[group]) })
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

/// The residents of an area, and those of them who reach the streets.
struct ConnectedResidents {
    let all: Double
    let connected: Double

    /// - Parameters:
    ///   - area: the area with all its origins.
    ///   - connected: the area with the origins that reach the streets.
    init(_ area: AnalysisArea, _ connected: AnalysisArea, _ counts: [Double]) {
        all = area.residents(counts)
        self.connected = connected.residents(counts)
    }
}

/// A value of reach with what it is worth.
struct ReachWorth {
    let value: Double?
    let status: Status
    /// The residents it rests on: the connected ones.
    let n: Double

    /// - Parameter compute: the value over the connected residents; nil where nothing is in reach.
    init(
        _ area: AnalysisArea, _ residents: ConnectedResidents, _ population: PopulationTable, group: Int,
        _ compute: () -> Double?
    ) {
        n = residents.connected
        guard residents.all > 0 else {
            (value, status) = (nil, area.withoutResidents(population.uncertain(group: group)))
            return
        }
        guard n > 0 else {
            (value, status) = (nil, .notConnected)
            return
        }
        value = compute()
        // People of a cell are measured from its middle, so every cost from cells is an estimate.
        let isEstimated = area.isEstimated || population.areCells || n < residents.all
        status = value == nil ? .notReachable : isEstimated ? .estimated : .valid
    }
}
