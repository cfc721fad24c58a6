internal import Glibc

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
            CompetitiveBalance(weights: weights, demand: people, places: places).solve(pairs).map {
                CatchmentEvaluation.Outcome(access: $0, reason: .noBalance)
            }
        }
    }
}
