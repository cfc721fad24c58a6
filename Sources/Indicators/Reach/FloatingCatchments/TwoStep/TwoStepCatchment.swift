/// Supply per head where everybody within the catchment counts alike (2SFCA): R_j = S_j / Σ_i P_i·1[c_ij ≤ T], A_i = Σ_j R_j over
/// the places in the catchment.
struct TwoStepCatchment: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "two_step_catchment", version: 1, unit: "per_100", theme: .reach, needs: [.population, .places],
        isDefault: false, parameters: [IndicatorContext.catchmentFactor],
        references: [
            "Luo & Wang 2003, Environment and Planning B 30(6):865–884"
        ],
        sheet: .twoStepCatchment)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        context.catchmentResult(
            descriptor, .twoStep,
            weights: CatchmentWeight.band(context.catchment(of: descriptor), CatchmentWeight.binary))
    }
}
