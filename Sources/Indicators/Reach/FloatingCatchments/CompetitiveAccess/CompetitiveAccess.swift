internal import Glibc
internal import Parallel

/// Competitive access: see ``CompetitiveBalance``. Unlike the floating catchments it knows no border, so a place counts for
/// half at half the catchment and on, ever less, to twice the catchment.
struct CompetitiveAccess: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "competitive_access", version: 1, unit: "ratio", theme: .reach, needs: [.population, .places],
        isDefault: false, parameters: [IndicatorContext.catchmentFactor],
        references: ["Allen & Farber 2020, Geographical Analysis 52(1):69–86"],
        sheet: .competitiveAccess)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let half = context.catchment(of: descriptor) / 2
        let farthest = context.catchment * 2
        let weights = CatchmentWeight.bandFactors.map { factor in
            CatchmentWeight.exponential(half > 0 ? log(2) / (half * factor) : 0, farthest)
        }
        return CatchmentEvaluation(
            context: context, descriptor: descriptor, weights: weights,
            parameters: CatchmentWeight.bandFactors.map { [("half_value", plainNumber(half * $0))] },
            scale: .relative
        ).result { pairs, people, places in
            (0..<places.targetCount).flatMap { target in
                let supply = places.supply(ofTarget: target)
                guard let own = SupplyPairs(pairs, people: people, supply: supply, farthest: farthest) else {
                    return weights.map { _ in CatchmentEvaluation.Outcome(reason: .tooLarge) }
                }
                return parallelMap(weights.count) { number in
                    let balance = CompetitiveBalance(
                        people: people, supply: supply, pairs: own, weight: weights[number])
                    return CatchmentEvaluation.Outcome(access: balance.access(), reason: .noBalance)
                }
            }
        }
    }
}
