/// How unevenly a group is spread over the units of a town: D, see ``TwoGroupUnits/dissimilarity``; with chance taken off
/// after Carrington & Troske.
struct Dissimilarity: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "dissimilarity", version: 1, unit: "index", theme: .distribution, needs: [.population, .groups],
        isDefault: false, parameters: DistributionParameter.all,
        references: [
            "Duncan & Duncan 1955, American Sociological Review 20(2):210–217",
            "Reardon & O'Sullivan 2004, Sociological Methodology 34:121–162 (kernel)",
            "Winship 1977, Social Forces 55(4):1058–1066; Ramasubban 1958, Biometrika 45:549–556 (chance)",
            "Carrington & Troske 1997, Journal of Business & Economic Statistics 15(4):402–409 (corrected)",
        ], sheet: .dissimilarity)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        IndicatorResult(
            context.distributionValues(descriptor, context.zonedTowns(descriptor)) { units in
                DistributionFigure(
                    observed: units.dissimilarity, random: units.randomDissimilarity,
                    corrected: units.dissimilarityAboveRandom)
            })
    }
}
