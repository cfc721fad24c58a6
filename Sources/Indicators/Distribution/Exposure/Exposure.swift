/// The share of all others among the neighbours of the members of a group: xPy, see ``TwoGroupUnits/exposure``.
struct Exposure: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "exposure", version: 1, unit: "share", theme: .distribution, needs: [.population, .groups],
        isDefault: false, parameters: DistributionParameter.all, references: ContactReferences.all, sheet: .exposure)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        IndicatorResult(
            context.distributionValues(descriptor, context.zonedTowns(descriptor)) { units in
                DistributionFigure(
                    observed: units.exposure, random: 1 - units.randomIsolation, corrected: units.exposureWithoutSelf)
            })
    }
}
