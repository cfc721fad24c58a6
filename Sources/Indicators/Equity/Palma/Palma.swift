internal import Town

/// What the tenth of residents who live best off has in its catchment, in relation to the four tenths who live worst off;
/// see ``WeightedValues/palma(rankedBy:)``.
///
/// The order is a social one, and Quartier knows none: where people come from says nothing about it. So a project names
/// the group whose share tells it, such as people with basic income support, by its number; without one the ratio is
/// refused.
struct Palma: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "palma", version: 1, unit: "ratio", theme: .equity, needs: [.population, .places], isDefault: false,
        parameters: [IndicatorParameter(name: "rank_group", defaults: [0], range: 0...99)],
        references: ["Palma 2011, Development and Change 42(1):87–153"], sheet: .palma)

    /// With fewer cells a tenth of the residents is one or two of them.
    static let fewestUnits = 40

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let rank = Int(exactly: context.number("rank_group", of: descriptor).rounded()) ?? 0
        return IndicatorResult(
            context.equityValues(
                descriptor, groups: 0..<1, more: ["rank_group": "\(rank)"], possible: 0 ... .infinity
            ) { pieces, _, values in
                guard rank > 0, context.study.groups.indices.contains(rank) else {
                    return .refused(.notApplicable, .noRankVariable)
                }
                return EquityIndex.ranked(pieces, by: rank, values, fewest: Palma.fewestUnits, even: 1) {
                    columns, shares in
                    // The higher the share, the lower the rank.
                    columns.palma(rankedBy: shares.map { -$0 })
                }
            })
    }
}
