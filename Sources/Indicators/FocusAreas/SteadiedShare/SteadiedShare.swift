internal import Town

/// The share of a group, drawn towards that of the town the more the fewer people live in the area (empirical Bayes); see
/// ``EmpiricalBayes``. What the quarters differ by says how much shares really differ; the same holds for all areas.
struct SteadiedShare: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "steadied_share", version: 1, unit: "share", theme: .focusAreas, needs: [.population, .groups],
        isDefault: false,
        references: [
            "Empirical Bayes: Marshall 1991, Applied Statistics 40(2):283–294",
            "Variance cut off at 0: usual in practice, so that no share is drawn beyond the town's",
        ], sheet: .steadiedShare)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        context.areas.flatMap { area in
            context.study.groups.indices.dropFirst().map { group in
                value(of: area, group: group, context)
            }
        }
    }

    private func value(of area: AnalysisArea, group: Int, _ context: IndicatorContext) -> IndicatorValue {
        let id = context.study.groups[group].id
        guard let population = context.study.population else {
            return area.value(descriptor, group: id, value: nil, status: .noData)
        }
        let all = area.residents(population.counts[0])
        let quarters = context.areas.filter { $0.level == .quarter }
        let shares = EmpiricalBayes(
            cases: quarters.map { $0.residents(population.counts[group]) },
            people: quarters.map { $0.residents(population.counts[0]) })
        let cases = area.residents(population.counts[group])
        guard let shares, let rate = shares.rate(cases: cases, people: all) else {
            return area.value(
                descriptor, group: id, value: nil, status: area.withoutResidents(population.uncertain(group: 0)), n: 0)
        }
        // The interval of the area's own share, drawn in as the share is; the town's share is taken as known.
        let own = population.uncertain(group: group).share(of: population.uncertain(group: 0), area.people)
        let interval = own.flatMap { own -> SpreadInterval? in
            guard own.isBounded, let lower = shares.rate(cases: own.lower * all, people: all),
                let upper = shares.rate(cases: own.upper * all, people: all)
            else { return nil }
            return SpreadInterval(lower: lower, upper: upper, about: rate)
        }
        return area.value(
            descriptor, group: id, value: rate, status: area.isEstimated || own != nil ? .estimated : .valid,
            interval: interval, n: all)
    }
}
