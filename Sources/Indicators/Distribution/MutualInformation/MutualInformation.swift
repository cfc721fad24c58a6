/// How much the unit of a home tells of the group of who lives there: M, see ``GroupUnits/mutualInformation``; the figure
/// that ``ChangeDecomposition`` takes apart.
struct MutualInformation: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "mutual_information", version: 1, unit: "nats", theme: .distribution, needs: [.population, .groups],
        isDefault: false, parameters: DistributionParameter.all,
        references: [
            "Theil & Finizza 1971, Journal of Mathematical Sociology 1(2):187–193",
            "Mora & Ruiz-Castillo 2011, Sociological Methodology 41:159–194",
            "Reardon & O'Sullivan 2004, Sociological Methodology 34:121–162 (kernel)",
            "Miller 1955, Note on the bias of information estimates (chance)",
        ], sheet: .mutualInformation)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let towns = context.zonedTowns(descriptor)
        func figure(_ units: GroupUnits) -> DistributionFigure {
            let (observed, random) = (units.mutualInformation, units.randomMutualInformation)
            return DistributionFigure(observed: observed, random: random, corrected: observed - random)
        }
        return IndicatorResult(
            context.partitionValues(descriptor, towns, figure: figure)
                + context.distributionValues(descriptor, towns) { figure(GroupUnits($0)) },
            // M = E·H, in a form that holds where M is 0 but for rounding, too.
            identities: context.distributionIdentities("E·H + Σ (t/T)·Ẽ = E", descriptor, towns) { units in
                let groups = GroupUnits(units)
                return (groups.entropy * groups.informationIndex + groups.entropyAround, groups.entropy)
            })
    }
}
