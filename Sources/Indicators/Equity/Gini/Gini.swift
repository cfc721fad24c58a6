internal import Town

/// How unevenly the number of places in the catchment is spread over the residents; see ``WeightedValues/gini``.
struct Gini: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "gini", version: 1, unit: "inequality", theme: .equity, needs: [.population, .places], isDefault: false,
        references: ["Gini 1912, Variabilità e mutabilità"], sheet: .gini)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        IndicatorResult(
            context.equityValues(
                descriptor, groups: context.study.groups.indices, possible: 0...1
            ) { pieces, group, values in
                let columns = WeightedValues(values, people: pieces.people(group))
                return EquityIndex.refusal(columns) ?? .inequality(columns) { $0.gini }
            })
    }
}

extension EquityIndex {
    /// An index of inequality: exactly 0 where all have the same, which the reason says.
    static func inequality(_ columns: WeightedValues?, _ index: (WeightedValues) -> Double?) -> EquityIndex {
        guard let columns, !columns.isUniform else { return .value(0, .noVariation) }
        return index(columns).map { .value($0, nil) } ?? .refused(.notApplicable, .noVariation)
    }
}
