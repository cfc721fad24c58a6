internal import Town
/// The residents of each group in an area: Σ w·P over the origins, w the share of a cut cell. Where counts are protected or
/// were not given, with the interval that `UncertainCounts` explains.
struct Residents: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "residents", version: 1, unit: "persons", theme: .residents, needs: [.population],
        counting: .residents, references: ["Areal weighting: Goodchild & Lam 1980"],
        sheet: .residents)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        context.areas.flatMap { area in
            context.study.groups.indices.map { group in
                let id = context.study.groups[group].id
                guard let population = context.study.population else {
                    return area.value(descriptor, group: id, value: nil, status: .noData)
                }
                let sum = area.residents(population.counts[group])
                return area.value(
                    descriptor, group: id, value: sum, status: area.isEstimated ? .estimated : .valid,
                    interval: population.interval(group: group, area.people), n: sum)
            }
        }
    }
}
