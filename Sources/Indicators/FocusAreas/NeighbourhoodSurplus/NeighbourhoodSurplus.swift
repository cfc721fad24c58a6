internal import Town

/// How high the group's share in a quarter and its neighbours is together: Gi* of standardised shares; see ``GetisOrd``,
/// ``FocusSearch``.
struct NeighbourhoodSurplus: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "neighbourhood_surplus", version: 1, unit: "score", theme: .focusAreas, needs: [.population, .groups],
        isDefault: false, isInternal: true,
        parameters: FocusAreaSearch.parameters.filter { ["permutations", "rate", "seed"].contains($0.name) },
        references: [
            "Getis & Ord 1992, Geographical Analysis 24(3):189–206",
            "Ord & Getis 1995, Geographical Analysis 27(4):286–306",
            "Many tests beside each other: de Castro & Singer 2006, Geographical Analysis 38(2):180–208",
        ], sheet: .neighbourhoodSurplus)

    /// What is told of each quarter, in order: Gi*; the chance of neighbours as high; that chance adjusted for the number
    /// of quarters.
    private static let figures = ["score", "chance", "adjusted"]

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        let town = FocusTown(context)
        let search = FocusSearch(context, descriptor)
        return context.study.groups.indices.dropFirst().flatMap { group in
            let told = town.map { town in
                let counts = town.population.counts
                return search.units(town.quarterUnits(people: counts[0], cases: counts[group]))
                    .map(NeighbourhoodSurplus.told)
            }
            let bounds = town.flatMap { town in
                told.map { told in
                    town.intervals(group: group, about: told.map(\.first)) { people, cases in
                        town.quarterUnits(people: people, cases: cases).spreadOut { units in
                            units.scores.flatMap {
                                GetisOrd.values($0, SpatialWeights(units.contiguity, .binary))
                            }
                        }
                    }
                }
            }
            return context.areas.filter { $0.level == .quarter }.enumerated().flatMap { quarter, area in
                NeighbourhoodSurplus.figures.enumerated().map { number, name in
                    let outcome = QuarterFigure(told?[quarter], number, area, context)
                    var value = area.value(
                        descriptor, group: context.study.groups[group].id, parameters: parameters(name, context),
                        value: outcome.value, status: outcome.status,
                        n: context.study.population.map { area.residents($0.counts[0]) }, reason: outcome.reason)
                    if number == 0, let bounds = bounds?[quarter] {
                        (value.lower, value.upper) = (bounds.lowerBound, bounds.upperBound)
                    }
                    return value
                }
            }
        }
    }

    private static func told(_ unit: FocusSearch.Unit?) -> QuarterFigure.Told {
        guard let unit else { return .nobody }
        guard case .cannotTell(let reason) = unit.finding else {
            return .figures([unit.score, unit.chance, unit.adjusted], .fewUnits)
        }
        return .figures([unit.score, unit.chance, nil], reason)
    }

    private func parameters(_ figure: String, _ context: IndicatorContext) -> String {
        "figure=\(figure);" + context.numbersText(["permutations", "rate", "seed"], of: descriptor)
    }
}
