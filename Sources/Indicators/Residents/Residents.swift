internal import Town
/// The residents of each group in an area: Σ w·P over the origins, w the share of a cut cell. Where counts are protected or
/// were not given, with the interval that `UncertainCounts` explains.
struct Residents: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "residents", version: 1, unit: "persons", needs: [.population],
        references: ["Areal weighting: Goodchild & Lam 1980"])

    func evaluate(_ context: IndicatorContext) -> [IndicatorValue] {
        context.areas.flatMap { area in
            context.study.groups.indices.map { group in
                let id = context.study.groups[group].id
                guard let population = context.study.population else {
                    return area.value(descriptor, group: id, value: nil, status: .noData)
                }
                let sum = area.residents(population.counts[group])
                return area.value(
                    descriptor, group: id, value: sum, status: area.isEstimated ? .estimated : .valid,
                    interval: interval(area.people, group: group, population), n: sum)
            }
        }
    }

    /// The interval of the residents of a group, none of it above that of all residents.
    private func interval(_ area: OriginWeights, group: Int, _ population: PopulationTable) -> SpreadInterval? {
        let counts = population.uncertain(group: group)
        if counts.isExact { return nil }
        let all = population.uncertain(group: 0).sum(area)
        return counts.sum(area).interval(most: group == 0 ? .infinity : all.interval()?.upper ?? all.value)
    }
}
