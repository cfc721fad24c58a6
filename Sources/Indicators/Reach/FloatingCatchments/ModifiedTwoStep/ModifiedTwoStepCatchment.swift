/// Supply per head where a long way makes supply worth less to everybody (M2SFCA): A_i = Σ_j S_j·w_ij² / Σ_k P_k·w_kj.
struct ModifiedTwoStepCatchment: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "modified_two_step_catchment", version: 1, unit: "per_100", theme: .reach, needs: [.population, .places],
        isDefault: false, parameters: [IndicatorContext.catchmentFactor],
        references: [
            "Delamater 2013, Health & Place 24:30–43"
        ],
        sheet: .modifiedTwoStepCatchment)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        context.catchmentResult(
            descriptor, .modified, weights: CatchmentWeight.stepsWithBand(context.catchment(of: descriptor)))
    }
}
