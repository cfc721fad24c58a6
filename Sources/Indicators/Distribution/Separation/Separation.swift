/// How far the neighbours of members differ from those of others: S, see ``TwoGroupUnits/separation``; corrected by not
/// counting the person itself.
struct Separation: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "separation", version: 1, unit: "index", theme: .distribution, needs: [.population, .groups],
        isDefault: false, parameters: DistributionParameter.all, references: ContactReferences.all, sheet: .separation)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        IndicatorResult(
            context.distributionValues(descriptor, context.zonedTowns(descriptor)) { units in
                DistributionFigure(
                    observed: units.separation, random: (units.randomIsolation - units.share) / (1 - units.share),
                    corrected: units.separationWithoutSelf)
            })
    }
}
