/// Supply where each person is counted once and each place divided once (balanced floating catchment), by the mean of the
/// town's residents.
struct BalancedCatchment: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "balanced_catchment", version: 1, unit: "ratio", theme: .reach, needs: [.population, .places],
        isDefault: false, parameters: [IndicatorContext.catchmentFactor],
        references: [
            "Paez, Higgins & Vivona 2019, PLoS ONE 14(6):e0218773",
            "Pereira et al. 2021, Social Science & Medicine 273:113773 (the name)",
        ],
        sheet: .balancedCatchment)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        context.catchmentResult(
            descriptor, .balanced, weights: CatchmentWeight.stepsWithBand(context.catchment(of: descriptor)),
            scale: .relative)
    }
}
