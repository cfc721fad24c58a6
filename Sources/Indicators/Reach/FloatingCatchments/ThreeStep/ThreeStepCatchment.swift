/// Supply per head where people share themselves out among the places in reach first (3SFCA): G_ij = w_ij / Σ_k w_ik over
/// the places with supply inside the catchment.
struct ThreeStepCatchment: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "three_step_catchment", version: 1, unit: "per_100", theme: .reach, needs: [.population, .places],
        isDefault: false, parameters: [IndicatorContext.catchmentFactor],
        references: [
            "Wan, Zou & Sternberg 2012, IJGIS 26(6):1073–1089"
        ],
        sheet: .threeStepCatchment)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        context.catchmentResult(
            descriptor, .threeStep, weights: CatchmentWeight.stepsWithBand(context.catchment(of: descriptor)))
    }
}
