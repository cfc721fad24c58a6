/// How much larger the share with a place in the catchment is in a group than among all others, in −1…1.
struct CoverageDifference: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "coverage_difference", version: 1, unit: "share_difference", theme: .equity,
        needs: [.population, .groups, .places], parameters: [GroupDifference.draws, GroupDifference.seed],
        references: [
            "Own definition; permutation of whole units: Good 2005, Permutation, Parametric and Bootstrap Tests of "
                + "Hypotheses"
        ], sheet: .coverageDifference)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        GroupDifference(descriptor: descriptor, column: { $0.coverage($1, scale: $2) }, most: 1).evaluate(context)
    }
}
