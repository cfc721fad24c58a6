internal import Planar
internal import Town

/// How alike the shares of neighbouring quarters, and of neighbouring squares, are: Moran's index of standardised shares
/// (EBI), and what chance makes of it; see ``MoranIndex``, ``EmpiricalBayes``, ``GlobalPermutation``.
struct NeighbourLikeness: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "neighbour_likeness", version: 1, unit: "score", theme: .focusAreas, needs: [.population, .groups],
        isDefault: false,
        parameters: FocusAreaSearch.parameters.filter { ["metres", "permutations", "seed"].contains($0.name) },
        references: [
            "Moran 1950, Biometrika 37(1/2):17–23",
            "Standardised shares: Assunção & Reis 1999, Statistics in Medicine 18(16):2147–2162",
        ], sheet: .neighbourLikeness)

    /// What is told of each zoning.
    private enum Figure: String, CaseIterable {
        /// Moran's index.
        case index
        /// The chance of an index at least as large where it does not matter who lives where.
        case chance
        /// Below it lie 2.5 of 100 rearrangements.
        case chanceLow = "chance_low"
        /// Above it lie 2.5 of 100 rearrangements.
        case chanceHigh = "chance_high"

        func value(_ result: GlobalPermutation.Result) -> Double {
            switch self {
            case .index: result.observed
            case .chance: result.tails.upper
            case .chanceLow: result.chance.lowerBound
            case .chanceHigh: result.chance.upperBound
            }
        }
    }

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        guard let area = context.areas.first(where: { $0.level == .town }) else { return [] }
        let town = FocusTown(context, side: context.number("metres", of: descriptor))
        return context.study.groups.indices.dropFirst().flatMap { group in
            ["quarters", "squares"].flatMap { zoning in
                values(of: area, group: group, zoning: zoning, town, context)
            }
        }
    }

    private func values(
        of area: AnalysisArea, group: Int, zoning: String, _ town: FocusTown?, _ context: IndicatorContext
    ) -> [IndicatorValue] {
        let units = town.map {
            NeighbourLikeness.units($0, zoning, $0.population.counts[0], $0.population.counts[group])
        }
        let isMixed = zoning == "squares" && town?.isMixedInSquares(group: group) ?? false
        let result = isMixed ? nil : units.flatMap { test($0, context) }
        let bounds = town?.intervals(group: group, about: [result?.observed]) { people, cases in
            guard let town else { return [nil] }
            let units = NeighbourLikeness.units(town, zoning, people, cases)
            return [
                units.scores.flatMap { MoranIndex.value($0, SpatialWeights(units.contiguity, .rowStandardised)) }
            ]
        }
        return Figure.allCases.map { figure in
            func told(_ value: Double?, _ status: Status, _ reason: Reason? = nil) -> IndicatorValue {
                area.value(
                    descriptor, group: context.study.groups[group].id,
                    parameters: parameters(figure.rawValue, zoning: zoning, context), value: value,
                    status: status, n: units.map { Double($0.people.count) }, reason: reason)
            }
            guard let units, let town else { return told(nil, .noData) }
            if isMixed { return told(nil, .cannotTell, .mixedResolution) }
            guard let result else {
                let hasNeighbours = !units.contiguity.neighbours.isEmpty
                return told(nil, .notApplicable, hasNeighbours ? .noVariation : .fewUnits)
            }
            var value = told(
                figure.value(result),
                town.population.isOpen ? .unreliable : town.population.isExact ? .valid : .estimated)
            if figure == .index, let bounds = bounds?.first ?? nil {
                (value.lower, value.upper) = (bounds.lowerBound, bounds.upperBound)
            }
            return value
        }
    }

    /// The inhabited units of a zoning with the people and those of a group.
    private static func units(
        _ town: FocusTown, _ zoning: String, _ people: [Double], _ cases: [Double]
    ) -> FocusUnits {
        let units =
            zoning == "quarters"
            ? town.quarterUnits(people: people, cases: cases) : town.squareUnits(people: people, cases: cases)
        return units.inhabited().units
    }

    private func test(_ units: FocusUnits, _ context: IndicatorContext) -> GlobalPermutation.Result? {
        guard let scores = units.scores else { return nil }
        let permutation = GlobalPermutation(
            permutations: Int(exactly: context.number("permutations", of: descriptor).rounded()) ?? 9_999,
            seed: UInt64(exactly: context.number("seed", of: descriptor).rounded()) ?? 1)
        return permutation.test(scores, SpatialWeights(units.contiguity, .rowStandardised), keys: units.keys)
    }

    private func parameters(_ figure: String, zoning: String, _ context: IndicatorContext) -> String {
        let names = (zoning == "squares" ? ["metres"] : []) + ["permutations", "seed"]
        return "figure=\(figure);\(context.numbersText(names, of: descriptor));zoning=\(zoning)"
    }
}
