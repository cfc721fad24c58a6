internal import Town
/// The share of a group among all residents of an area: p = Σ w·P_g / Σ w·P.
struct GroupShare: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "group_share", version: 1, unit: "share", theme: .residents, needs: [.population, .groups],
        counting: .quotientOfResidents, references: ["own definition"],
        sheet: .groupShare)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        context.areas.flatMap { area in
            context.study.groups.indices.dropFirst().map { group in
                let id = context.study.groups[group].id
                guard let population = context.study.population else {
                    return area.value(descriptor, group: id, value: nil, status: .noData)
                }
                let all = area.residents(population.counts[0])
                guard all > 0 else {
                    return area.value(
                        descriptor, group: id, value: nil,
                        status: area.withoutResidents(population.uncertain(group: 0)), n: 0)
                }
                return area.value(
                    descriptor, group: id, value: area.residents(population.counts[group]) / all,
                    status: area.isEstimated ? .estimated : .valid,
                    interval: population.uncertain(group: group).share(of: population.uncertain(group: 0), area.people),
                    n: all)
            }
        }
    }
}
