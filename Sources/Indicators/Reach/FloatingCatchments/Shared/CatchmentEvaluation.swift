internal import Town
internal import Travel

/// From a competition for places to the rows of an indicator: the mean of the residents of each area, by group, for each
/// target, with the band over other catchments and decays.
struct CatchmentEvaluation {
    /// What method sheets say of the interval.
    static let german = """
        Die Spanne umfasst das Rauschen geschützter Zahlen bei den Menschen, über die gemittelt wird, nicht bei denen, die \
        sich die Orte teilen.
        """
    /// The same in English.
    static let english = """
        The range holds the noise of protected counts of the people averaged over, not of those who share the places.
        """

    let context: IndicatorContext
    let descriptor: IndicatorDescriptor
    /// The weight that values are of, then those that the band is laid over.
    let weights: [CatchmentWeight]
    /// Parameters beside those that all members of the family have, for each weight.
    var parameters: [[(String, String)]] = []
    /// What values are.
    var scale = Scale.perHundred

    /// What a value says of the residents' mean.
    enum Scale {
        /// Supply for 100 residents; who reaches nothing counts with 0.
        case perHundred
        /// The mean by that of the town's residents; who reaches nothing counts with 0.
        case relative
        /// The mean itself, over those who reach something.
        case ofThoseReaching
    }

    /// What a competition came to for a target and a weight.
    struct Outcome {
        /// One number for each origin, 0 where nothing is in reach; nil where there is no result.
        var access: [Double]?
        /// Why there is none.
        var reason: Reason?
        /// What must be equal.
        var balances: [CatchmentBalance] = []
    }

    /// How many numbers for origins may be in memory at once (8 bytes each): targets are taken some at a time.
    private static let numbersAtOnce = 1 << 23

    /// The rows of all areas, targets and groups.
    ///
    /// - Parameter solve: solves for the targets of some places; outcomes in the order of targets, in each of weights.
    func result(
        _ solve: (_ pairs: PlacePairs, _ people: [Double], _ places: CompetingPlaces) -> [Outcome]
    ) -> IndicatorResult {
        guard let population = context.study.population, let pairs = context.pairs, let people = population.counts.first
        else { return IndicatorResult(context.unknownReachValues(descriptor)) }
        let targets = context.targets.indices.filter { context.targets[$0].placeCount > 0 }
        let supplies = context.targets.map { TargetSupply($0, context.study.places) }
        let residents = ResidentsByArea(context, population)
        var rows = [[[IndicatorValue]]](
            repeating: [[IndicatorValue]](repeating: [], count: context.targets.count), count: context.areas.count)
        var identities: [Identity] = []
        let step = max(1, CatchmentEvaluation.numbersAtOnce / max(people.count * weights.count, 1))
        for first in stride(from: 0, to: targets.count, by: step) {
            let some = targets[first..<min(first + step, targets.count)]
            let outcomes = solve(
                pairs, people,
                CompetingPlaces(supply: some.map { supplies[$0].amounts }, placeCount: context.study.places.count))
            for (row, target) in some.enumerated() {
                let own = Array(outcomes[row * weights.count..<(row + 1) * weights.count])
                for (area, values) in values(target, supplies[target], own, residents).enumerated() {
                    rows[area][target] = values
                }
                for (weight, outcome) in own.enumerated() {
                    identities += outcome.balances.map { balance in
                        Identity(
                            balance.name, of: descriptor.id,
                            parameters: canonical(weight, supplies[target], category: context.targets[target].id),
                            left: balance.left, right: balance.right)
                    }
                }
            }
        }
        for target in context.targets.indices where context.targets[target].placeCount == 0 {
            for area in context.areas.indices { rows[area][target] = unrecorded(target, in: context.areas[area]) }
        }
        return IndicatorResult(rows.flatMap { $0.flatMap(\.self) }.inTableOrder(), identities: identities)
    }

    // MARK: - Rows

    /// The rows of a target for each area.
    private func values(
        _ target: Int, _ supply: TargetSupply, _ outcomes: [Outcome], _ residents: ResidentsByArea
    ) -> [[IndicatorValue]] {
        let parameters = canonical(0, supply)
        // What the values of each weight are divided by.
        let units = outcomes.map { outcome in
            outcome.access.flatMap { access in
                switch scale {
                case .perHundred: 0.01
                case .relative: residents.town.flatMap { mean(access, $0, residents.population.counts[0]) }
                case .ofThoseReaching: 1.0
                }
            }
        }
        return context.areas.indices.map { area in
            context.study.groups.indices.map { group in
                let means = zip(outcomes, units).map { outcome, unit in
                    outcome.access.flatMap { access in
                        unit.flatMap { unit in
                            unit > 0
                                ? mean(access, residents.connected[area], residents.population.counts[group])
                                    .map { $0 / unit } : nil
                        }
                    }
                }
                return value(
                    area, group, target, parameters, means, supply, outcomes[0], unit: units[0] ?? nil, residents)
            }
        }
    }

    private func value(
        _ area: Int, _ group: Int, _ target: Int, _ parameters: String, _ means: [Double?], _ supply: TargetSupply,
        _ outcome: Outcome, unit: Double?, _ residents: ResidentsByArea
    ) -> IndicatorValue {
        let worth = ReachWorth(
            context.areas[area], residents.counts[area][group], residents.population, group: group
        ) { means[0] }
        let spread = residents.population.uncertain(group: group)
        var interval: SpreadInterval?
        if worth.value != nil, let access = outcome.access, let unit {
            interval = spread.mean(counted(residents.connected[area], access).people, most: .infinity) {
                access[$0] / unit
            }
        }
        // Without a result nothing is known of whoever could have one.
        let isRefused = outcome.access == nil && worth.status == .notReachable
        let hasGuesses = supply.measure != .places && supply.unrecorded > 0
        return context.areas[area].value(
            descriptor, group: context.study.groups[group].id, category: context.targets[target].id,
            parameters: parameters, value: worth.value,
            status: isRefused ? .cannotTell : worth.status == .valid && hasGuesses ? .estimated : worth.status,
            interval: interval, n: worth.n, band: worth.value == nil ? nil : band(means),
            unrecorded: supply.unrecorded, reason: isRefused ? outcome.reason : nil)
    }

    /// The rows of a target that nobody recorded a place of.
    private func unrecorded(_ target: Int, in area: AnalysisArea) -> [IndicatorValue] {
        let parameters = canonical(0, TargetSupply(context.targets[target], context.study.places))
        return context.study.groups.map { group in
            area.value(
                descriptor, group: group.id, category: context.targets[target].id, parameters: parameters, value: nil,
                status: .noData)
        }
    }

    // MARK: - Means

    /// The mean of the people of an area; nil where nobody counts.
    private func mean(_ access: [Double], _ area: AnalysisArea, _ counts: [Double]) -> Double? {
        counted(area, access).mean(counts) { access[$0] }
    }

    /// The part of an area that its means are of.
    private func counted(_ area: AnalysisArea, _ access: [Double]) -> AnalysisArea {
        guard scale == .ofThoseReaching else { return area }
        let kept = area.origins.indices.filter { access[Int(area.origins[$0])] > 0 }
        return AnalysisArea(
            level: area.level, id: area.id, name: area.name, origins: kept.map { area.origins[$0] },
            weights: kept.map { area.weights[$0] }, isEstimated: area.isEstimated, places: area.places)
    }

    func band(_ means: [Double?]) -> ClosedRange<Double>? {
        let known = means.compactMap(\.self)
        guard let least = known.min(), let greatest = known.max() else { return nil }
        return least...greatest
    }

    // MARK: - Parameters

    /// The canonical parameters: `catchment=15;decay=stepped;measure=walking;supply=seats`.
    func canonical(_ weight: Int, _ supply: TargetSupply, category: String? = nil) -> String {
        guard let pairs = context.pairs else { return ReachTable.unknownParameters }
        return context.canonical(
            (parameters.indices.contains(weight) ? parameters[weight] : [])
                + (category.map { [("category", $0)] } ?? []) + [
                    ("catchment", plainNumber(weights[weight].catchment)), ("decay", weights[weight].decay.name),
                    ("supply", supply.measure.rawValue),
                ], pairs)
    }
}

/// The residents of each area who reach the streets, counted once for all targets.
private struct ResidentsByArea {
    let population: PopulationTable
    /// Each area with the origins that reach the streets.
    let connected: [AnalysisArea]
    /// For each area and group all residents, and those who reach the streets.
    let counts: [[ConnectedResidents]]
    /// The town with the origins that reach the streets.
    let town: AnalysisArea?

    init(_ context: IndicatorContext, _ population: PopulationTable) {
        let connected = context.areas.map { $0.keeping(context.reach.first?.connected) }
        self.population = population
        self.connected = connected
        counts = zip(context.areas, connected).map { area, kept in
            population.counts.map { ConnectedResidents(area, kept, $0) }
        }
        town = connected.first { $0.level == .town }
    }
}
