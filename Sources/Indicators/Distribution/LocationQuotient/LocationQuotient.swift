internal import Town
/// The share of a group in an area compared with the whole town: LQ = p_i / P. 1 is the town's own share.
struct LocationQuotient: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "location_quotient", version: 1, unit: "ratio", theme: .distribution, needs: [.population, .groups],
        counting: .quotientToTown, references: ["Isard 1960, Methods of Regional Analysis"],
        sheet: .locationQuotient)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        guard let town = context.areas.first(where: { $0.level == .town }) else { return [] }
        return context.areas.flatMap { area in
            context.study.groups.indices.dropFirst().map { group in
                let id = context.study.groups[group].id
                guard let population = context.study.population else {
                    return area.value(descriptor, group: id, value: nil, status: .noData)
                }
                let all = area.residents(population.counts[0])
                let townAll = town.residents(population.counts[0])
                let townGroup = town.residents(population.counts[group])
                guard all > 0, townAll > 0, townGroup > 0 else {
                    let nobody = all > 0 ? (town, group) : (area, 0)
                    return area.value(
                        descriptor, group: id, value: nil,
                        status: nobody.0.withoutResidents(population.uncertain(group: nobody.1)), n: all)
                }
                let quotient = (area.residents(population.counts[group]) / all) / (townGroup / townAll)
                // The town is 1 by definition, however uncertain its people are.
                let interval =
                    area.level == .town
                    ? nil
                    : population.uncertain(group: group).quotient(
                        of: population.uncertain(group: 0), area.people, town: town.people)
                return area.value(
                    descriptor, group: id, value: quotient, status: area.isEstimated ? .estimated : .valid,
                    interval: interval, n: all)
            }
        }
    }
}
