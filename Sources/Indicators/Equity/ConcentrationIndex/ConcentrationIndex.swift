internal import Town

/// Whether more places are in the catchment where the share of a group is high; see
/// ``WeightedValues/concentration(rankedBy:)``. All residents are ranked by the share of the group at their origin.
struct ConcentrationIndex: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "concentration_index", version: 1, unit: "signed_index", theme: .equity,
        needs: [.population, .groups, .places], isDefault: false,
        references: ["van Doorslaer & Koolman 2004, Health Economics 13(7):609–628"], sheet: .concentrationIndex)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        IndicatorResult(
            context.equityValues(
                descriptor, groups: context.study.groups.indices.dropFirst(), possible: -1...1
            ) { pieces, group, values in
                EquityIndex.ranked(pieces, by: group, values) { $0.concentration(rankedBy: $1) }
            })
    }
}

extension EquityIndex {
    /// An index over all residents, ranked by the share of a group where they live.
    ///
    /// - Parameters:
    ///   - fewest: the least number of units that the index makes sense with.
    ///   - even: the index where everybody has the same.
    ///   - isBounded: whether the index is defined where nobody has anything.
    static func ranked(
        _ pieces: TownPieces, by group: Int, _ values: [Double], fewest: Int = fewestUnits, even: Double = 0,
        isBounded: Bool = false, _ index: (_ columns: WeightedValues, _ ranks: [Double]) -> Double?
    ) -> EquityIndex {
        if pieces.mixedGroups.contains(group) { return .refused(.cannotTell, .mixedResolution) }
        let people = pieces.people(0)
        guard let columns = WeightedValues(values, people: people), columns.unitCount >= fewest else {
            return .refused(.cannotTell, .fewUnits)
        }
        let ranks = pieces.share(ofGroup: group)
        // Without a rank there is nothing to relate to; without any places only what is bounded has a value.
        guard WeightedValues(ranks, people: people)?.isUniform == false, isBounded || columns.mean > 0 else {
            return .refused(.notApplicable, .noVariation)
        }
        if columns.isUniform { return .value(even, .noVariation) }
        return index(columns, ranks).map { .value($0, nil) } ?? .refused(.notApplicable, .noVariation)
    }
}
