/// Supply per head where people choose large and near places and a long way counts absolutely (MH3SFCA):
/// H_ij = S_j·w_ij / Σ_k S_k·w_ik, R_j = S_j / Σ_i H_ij·P_i, A_i = Σ_j H_ij·R_j·w_ij.
struct HuffThreeStepCatchment: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "huff_three_step_catchment", version: 1, unit: "per_100", theme: .reach, needs: [.population, .places],
        isDefault: false, parameters: [IndicatorContext.catchmentFactor],
        references: [
            "Jörg, Lenz, Wetz & Widmer 2019, Obsan"
        ],
        sheet: .huffThreeStepCatchment)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        context.catchmentResult(
            descriptor, .huffThreeStep, weights: CatchmentWeight.stepsWithBand(context.catchment(of: descriptor)))
    }
}
