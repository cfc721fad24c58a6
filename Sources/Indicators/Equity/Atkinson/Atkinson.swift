internal import Town

/// How much of the places in the catchment could be missing if what is left were spread evenly; see
/// ``WeightedValues/atkinson(_:)``.
struct Atkinson: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "atkinson", version: 1, unit: "inequality", theme: .equity, needs: [.population, .places], isDefault: false,
        parameters: [IndicatorParameter(name: "epsilon", defaults: [0.5], range: 0.01...10, isList: true)],
        references: ["Atkinson 1970, Journal of Economic Theory 2(3):244–263"], sheet: .atkinson)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        IndicatorResult(
            context.numbers("epsilon", of: descriptor).flatMap { epsilon in
                context.equityValues(
                    descriptor, groups: context.study.groups.indices, more: ["epsilon": plainNumber(epsilon)],
                    possible: 0...1
                ) { pieces, group, values in
                    let columns = WeightedValues(values, people: pieces.people(group))
                    return EquityIndex.refusal(columns) ?? .inequality(columns) { $0.atkinson(epsilon) }
                }
            })
    }
}
