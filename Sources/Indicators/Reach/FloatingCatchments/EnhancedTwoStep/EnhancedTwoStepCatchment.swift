/// Supply per head where near people and places count for more (E2SFCA): as ``TwoStepCatchment`` with the weights 1, 0.68 and
/// 0.22 in the thirds of the catchment.
struct EnhancedTwoStepCatchment: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "enhanced_two_step_catchment", version: 1, unit: "per_100", theme: .reach, needs: [.population, .places],
        isDefault: false, parameters: [IndicatorContext.catchmentFactor],
        references: [
            "Luo & Qi 2009, Health & Place 15(4):1100–1107",
            "Weights: F1000Research 10:751 (the trap of weights); Chen & Jia 2019, IJGIS 33(9):1739–1758",
        ],
        sheet: .enhancedTwoStepCatchment)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        context.catchmentResult(
            descriptor, .twoStep, weights: CatchmentWeight.stepsWithBand(context.catchment(of: descriptor)))
    }
}
