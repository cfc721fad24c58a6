/// The share of all others among the neighbours of the members of a group: xPy, see ``TwoGroupUnits/exposure``; and of
/// each other group that the project names (parameter `with`), see ``GroupPair/exposure``.
struct Exposure: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "exposure", version: 1, unit: "share", theme: .distribution, needs: [.population, .groups],
        isDefault: false, parameters: DistributionParameter.all, references: ContactReferences.all, sheet: .exposure)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let towns = context.zonedTowns(descriptor)
        return IndicatorResult(
            context.distributionValues(descriptor, towns) { units in
                DistributionFigure(
                    observed: units.exposure, random: 1 - units.randomIsolation, corrected: units.exposureWithoutSelf)
            }
                + context.pairValues(descriptor, towns) { pair in
                    DistributionFigure(
                        observed: pair.exposure, random: pair.randomExposure, corrected: pair.exposureWithoutSelf)
                })
    }
}
