internal import Glibc

/// What part of a place's supply falls to each origin (spatial availability, Soukhov et al. 2023), per head:
///
///     V_i = Σ_j O_j·P_i^α·f_ij / Σ_k P_k^α·f_kj,   v_i = V_i / P_i
///
/// With α = 1 the v_i are those of ``EnhancedTwoStepCatchment`` with the same f, term by term.
struct SpatialAvailability: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "spatial_availability", version: 1, unit: "per_100", theme: .reach, needs: [.population, .places],
        isDefault: false,
        parameters: [
            IndicatorContext.catchmentFactor, IndicatorParameter(name: "alpha", defaults: [1], range: 0...2),
        ],
        references: [
            "Soukhov et al. 2023, PLoS ONE 18(1):e0278468", "Soukhov et al. 2025, PLoS One 20(11):e0335951",
        ],
        sheet: .spatialAvailability)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let weights = CatchmentWeight.stepsWithBand(context.catchment(of: descriptor))
        let alpha = context.number("alpha", of: descriptor)
        return CatchmentEvaluation(
            context: context, descriptor: descriptor, weights: weights,
            parameters: weights.map { _ in [("alpha", plainNumber(alpha))] }
        ).result { pairs, people, places in
            SpatialAvailability.solve(pairs, people: people, places: places, weights: weights, alpha: alpha).map {
                CatchmentEvaluation.Outcome(
                    access: $0.access, balances: CatchmentMethod.twoStep.balances($0.totals))
            }
        }
    }

    /// The solutions per head, in the order of ``FloatingCatchment/solve(_:)``. Their totals are those of V: Σ V = Σ O.
    static func solve(
        _ pairs: some CostPairs, people: [Double], places: CompetingPlaces, weights: [CatchmentWeight], alpha: Double
    ) -> [CatchmentSolution] {
        let demand = alpha == 1 ? people : people.map { $0 > 0 ? pow($0, alpha) : 0 }
        var solutions = FloatingCatchment(method: .twoStep, weights: weights, demand: demand, places: places)
            .solve(pairs)
        guard alpha != 1 else { return solutions }
        for solution in solutions.indices {
            for origin in people.indices {
                solutions[solution].access[origin] *= people[origin] > 0 ? demand[origin] / people[origin] : 0
            }
        }
        return solutions
    }
}
