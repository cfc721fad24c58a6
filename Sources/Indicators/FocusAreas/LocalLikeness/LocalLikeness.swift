internal import Town

/// What each quarter adds to the likeness of neighbours: local Moran of standardised shares; see ``LocalMoran``.
struct LocalLikeness: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "local_likeness", version: 1, unit: "score", theme: .focusAreas, needs: [.population, .groups],
        isDefault: false, isInternal: true,
        parameters: FocusAreaSearch.parameters.filter { ["permutations", "seed"].contains($0.name) },
        references: [
            "Anselin 1995, Geographical Analysis 27(2):93–115",
            "Standardised shares: Assunção & Reis 1999, Statistics in Medicine 18(16):2147–2162",
            "Many tests: Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57(1):289–300",
        ], sheet: .localLikeness)

    /// What is told of each quarter, in order: the local index; the chance of one as far out; that chance adjusted for the
    /// number of quarters; 1 high among high, 2 low among high, 3 low among low, 4 high among low; the quarter's own score
    /// and the mean of its neighbours', whose product the index is.
    private static let figures = ["index", "chance", "adjusted", "quadrant", "own", "neighbours"]

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        let town = FocusTown(context)
        return context.study.groups.indices.dropFirst().flatMap { group in
            let told = town.map { quarterFigures($0, group: group, context) }
            let bounds = town.flatMap { town in
                told.map { told in
                    town.intervals(group: group, about: told.map(\.first)) { people, cases in
                        town.quarterUnits(people: people, cases: cases).spreadOut { units in
                            units.scores.flatMap {
                                LocalMoran.values($0, SpatialWeights(units.contiguity, .rowStandardised))
                            }
                        }
                    }
                }
            }
            return context.areas.filter { $0.level == .quarter }.enumerated().flatMap { quarter, area in
                LocalLikeness.figures.enumerated().map { number, name in
                    let people = context.study.population.map { area.residents($0.counts[0]) }
                    let outcome = QuarterFigure(told?[quarter], number, area, context)
                    var value = area.value(
                        descriptor, group: context.study.groups[group].id, parameters: parameters(name, context),
                        value: outcome.value, status: outcome.status, n: people, reason: outcome.reason)
                    if number == 0, let bounds = bounds?[quarter] {
                        (value.lower, value.upper) = (bounds.lowerBound, bounds.upperBound)
                    }
                    return value
                }
            }
        }
    }

    private func quarterFigures(
        _ town: FocusTown, group: Int, _ context: IndicatorContext
    ) -> [QuarterFigure.Told] {
        let all = town.quarterUnits(people: town.population.counts[0], cases: town.population.counts[group])
        var told = [QuarterFigure.Told](repeating: .nobody, count: all.people.count)
        let (units, indexes) = all.inhabited()
        guard let scores = units.scores else { return told }
        let weights = SpatialWeights(units.contiguity, .rowStandardised)
        guard let local = LocalMoran.values(scores, weights), let quadrants = LocalMoran.quadrants(scores, weights),
            let scatter = LocalMoran.scatter(scores, weights)
        else {
            for index in indexes { told[index] = .refused(.noVariation) }
            return told
        }
        let chances = ConditionalPermutation(context, descriptor).tails(scores, weights, keys: units.keys).map {
            $0?.twoSided
        }
        let tested = chances.indices.filter { chances[$0] != nil }
        var adjusted = [Double](repeating: 1, count: chances.count)
        for (unit, value) in zip(tested, FalseDiscovery.adjusted(tested.map { chances[$0] ?? 1 })) {
            adjusted[unit] = value
        }
        for (unit, index) in indexes.enumerated() {
            guard let value = local[unit], let chance = chances[unit], let quadrant = quadrants[unit],
                let point = scatter[unit]
            else {
                told[index] = .refused(.noNeighbours)
                continue
            }
            told[index] = .figures([
                value, chance, adjusted[unit], quadrant.number, point.own, point.neighbours,
            ])
        }
        return told
    }

    private func parameters(_ figure: String, _ context: IndicatorContext) -> String {
        "figure=\(figure);" + context.numbersText(["permutations", "seed"], of: descriptor)
    }
}

extension LocalMoran.Quadrant {
    /// The number by which tables name the quadrant, the same as PySAL's.
    var number: Double {
        switch self {
        case .highAmongHigh: 1
        case .lowAmongHigh: 2
        case .lowAmongLow: 3
        case .highAmongLow: 4
        }
    }
}
