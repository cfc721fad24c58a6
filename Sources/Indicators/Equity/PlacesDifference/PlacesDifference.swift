/// How many places more a person of a group has in the catchment than everybody else, on average.
struct PlacesDifference: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "places_difference", version: 1, unit: "places_difference", theme: .equity,
        needs: [.population, .groups, .places], parameters: [GroupDifference.draws, GroupDifference.seed],
        references: [
            "Own definition; permutation of whole units: Good 2005, Permutation, Parametric and Bootstrap Tests of "
                + "Hypotheses"
        ], sheet: .placesDifference)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        GroupDifference(descriptor: descriptor, column: { $0.counts($1, scale: $2) }, most: .infinity)
            .evaluate(context)
    }
}
