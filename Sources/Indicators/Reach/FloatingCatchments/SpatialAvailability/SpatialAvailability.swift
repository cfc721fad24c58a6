internal import Glibc

/// Spatial availability (Soukhov et al. 2023): what part of a place's supply falls to an origin,
///
///     V_i = Σ_j O_j·P_i^α·f_ij / Σ_k P_k^α·f_kj,   v_i = V_i / P_i
///
/// With α = 1 the v_i are those of the two-step floating catchment with the same f, term by term.
enum SpatialAvailability {
    /// The solutions per head, in the order of ``FloatingCatchment/solve(_:)``. Their totals are those of V: Σ V = Σ O.
    static func solve(
        _ pairs: some CostPairs, people: [Double], places: CompetingPlaces, weights: [CatchmentWeight], alpha: Double
    ) -> [CatchmentSolution] {
        let demand = alpha == 1 ? people : people.map { $0 > 0 ? pow($0, alpha) : 0 }
        var solutions = FloatingCatchment(method: .twoStep, weights: weights, demand: demand, places: places).solve(pairs)
        guard alpha != 1 else { return solutions }
        for solution in solutions.indices {
            for origin in people.indices {
                solutions[solution].access[origin] *= people[origin] > 0 ? demand[origin] / people[origin] : 0
            }
        }
        return solutions
    }
}
