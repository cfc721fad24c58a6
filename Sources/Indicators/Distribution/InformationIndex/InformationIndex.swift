/// How unevenly groups are spread, by how mixed the units are: H, see ``GroupUnits/informationIndex``; each group against
/// all others, and all groups together where they are a partition of all residents.
struct InformationIndex: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "information_index", version: 1, unit: "index", theme: .distribution, needs: [.population, .groups],
        isDefault: false, parameters: DistributionParameter.all,
        references: [
            "Theil & Finizza 1971, Journal of Mathematical Sociology 1(2):187–193",
            "Reardon & Firebaugh 2002, Sociological Methodology 32:33–67",
            "Reardon & O'Sullivan 2004, Sociological Methodology 34:121–162 (kernel)",
            "Miller 1955, Note on the bias of information estimates (chance)",
        ], sheet: .informationIndex)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let towns = context.zonedTowns(descriptor)
        func figure(_ units: GroupUnits) -> DistributionFigure {
            let random = units.randomMutualInformation / units.entropy
            return DistributionFigure(
                observed: units.informationIndex, random: random, corrected: units.informationIndex - random)
        }
        return IndicatorResult(
            context.partitionValues(descriptor, towns, figure: figure)
                + context.distributionValues(descriptor, towns) { figure(GroupUnits($0)) })
    }
}
