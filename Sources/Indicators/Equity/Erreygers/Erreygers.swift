internal import Town

/// Whether more residents have a place in the catchment where the share of a group is high; see
/// ``WeightedValues/erreygers(rankedBy:bounds:)``. What people have is bounded: 1 with a place in the catchment, else 0.
struct Erreygers: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "erreygers_index", version: 1, unit: "signed_index", theme: .equity,
        needs: [.population, .groups, .places], isDefault: false,
        references: ["Erreygers 2009, Journal of Health Economics 28(2):504–515"], sheet: .erreygers)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        IndicatorResult(
            context.equityValues(
                descriptor, groups: context.study.groups.indices.dropFirst(), possible: -1...1,
                column: { $0.coverage($1, scale: $2) },
                { pieces, group, values in
                    EquityIndex.ranked(pieces, by: group, values, isBounded: true) {
                        $0.erreygers(rankedBy: $1, bounds: 0...1)
                    }
                }))
    }
}
