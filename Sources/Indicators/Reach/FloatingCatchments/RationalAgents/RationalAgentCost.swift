internal import Town

/// What going to a place costs everybody if all choose for themselves (RAAM): see ``RationalAgents``.
struct RationalAgentCost: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "rational_agent_cost", version: 1, unit: "ratio", theme: .reach, needs: [.population, .places],
        isDefault: false,
        parameters: [IndicatorParameter(name: "tau_factor", defaults: [4], range: 0.5...20)],
        references: ["Saxon & Snow 2020, Annals of the AAG 110(1):205–222"],
        sheet: .rationalAgentCost)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        // Instead of a catchment there is τ: 60 minutes where people are asked for within 15.
        let tau = context.catchment * context.number("tau_factor", of: descriptor)
        let weights = CatchmentWeight.binary(context.catchment * 2)
        return CatchmentEvaluation(
            context: context, descriptor: descriptor, weights: [weights, weights, weights],
            parameters: CatchmentWeight.bandFactors.map { [("tau", plainNumber(tau * $0))] }, scale: .ofThoseReaching
        ).result { pairs, people, places in
            // An order that rows of a file cannot change.
            let order = context.study.population.map(RationalAgentCost.order) ?? []
            return (0..<places.targetCount).flatMap { target in
                RationalAgentCost.outcomes(
                    pairs, people, places, target, tau: tau, farthest: context.catchment * 2, order: order)
            }
        }
    }

    /// The outcomes of a target for τ as chosen, a quarter smaller, a quarter larger.
    private static func outcomes(
        _ pairs: PlacePairs, _ people: [Double], _ places: CompetingPlaces, _ target: Int, tau: Double,
        farthest: Double, order: [Int]
    ) -> [CatchmentEvaluation.Outcome] {
        let supply = places.supply(ofTarget: target)
        guard let choices = SupplyPairs(pairs, people: people, supply: supply, farthest: farthest) else {
            return CatchmentWeight.bandFactors.map { _ in CatchmentEvaluation.Outcome(reason: .tooLarge) }
        }
        var flows: [Double] = []
        return CatchmentWeight.bandFactors.map { factor in
            let equilibrium = RationalAgents(
                people: people, supply: supply, choices: choices, tau: tau * factor, order: order
            ).settle(from: flows)
            flows = equilibrium.flows
            guard equilibrium.isSettled else { return CatchmentEvaluation.Outcome(reason: .noBalance) }
            let reaching = zip(people, equilibrium.costs).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0) }
            return CatchmentEvaluation.Outcome(
                access: equilibrium.costs.map { $0 ?? 0 },
                balances: [
                    CatchmentBalance(
                        name: "Σ d = Σ P", left: equilibrium.demand.reduce(0, +), right: reaching)
                ])
        }
    }

    /// Origins from west to east, then from south to north, then by the number of people.
    private static func order(_ population: PopulationTable) -> [Int] {
        let (xs, ys, people) = (population.xs, population.ys, population.counts.first ?? [])
        return people.indices.sorted { (xs[$0], ys[$0], people[$0], $0) < (xs[$1], ys[$1], people[$1], $1) }
    }
}
