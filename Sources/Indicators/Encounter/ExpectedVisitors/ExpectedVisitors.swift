internal import Town

/// How many residents of each group a place would have as visitors if people divided themselves equally among the places
/// in their reach: N_jg = Σ_i P_ig·p_ij with Σ_j p_ij = 1, over the meeting places, and apart over services.
///
/// Possible, not observed, visitors. The figures of groups are internal: those of a single house say much about its few
/// neighbours.
struct ExpectedVisitors: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "expected_visitors", version: 1, unit: "persons", theme: .encounter, needs: [.population, .places],
        isDefault: false,
        references: [
            "Own definition (expected visitors); Huff 1963, Land Economics 39(1):81–90",
            "Joint access: Neutens et al. 2008, Computers, Environment and Urban Systems 32(5):331–342",
        ], sheet: .expectedVisitors)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        guard let pairs = context.pairs, let population = context.study.population else {
            return IndicatorResult(context.withoutPlaces(descriptor))
        }
        let people = EncounterPeople(population)
        let choice = PlaceChoice(context, context.visitorQuestions)
        let visitors = PlaceVisitors(context, pairs, people, choice)
        let parameters = context.visitorParameters()
        let values = context.openPlaces.flatMap { place -> [IndicatorValue] in
            guard let kind = choice.sumsOfPlace[place].first else { return [] }
            return context.study.groups.indices.map { group in
                if context.mixedGroups.contains(group) {
                    return context.value(
                        ofPlace: place, descriptor, group: context.study.groups[group].id, parameters: parameters,
                        value: nil, status: .cannotTell, reason: .mixedResolution, isInternal: true)
                }
                let numbers = choice.questions.indices.map {
                    visitors.number($0, sum: kind, group: group, place: place)
                }
                return context.value(
                    ofPlace: place, descriptor, group: context.study.groups[group].id, parameters: parameters,
                    value: numbers[0], status: population.areCells ? .estimated : .valid, n: numbers[0],
                    band: (numbers.min() ?? 0)...(numbers.max() ?? 0), isInternal: group > 0)
            }
        }
        return IndicatorResult(
            values.isEmpty ? context.withoutPlaces(descriptor) : values,
            identities: identities(context, people, visitors))
    }

    /// Nobody is lost on the way and nobody counts twice: Σ_j N_jg = Σ_i P_ig·1[a place in reach].
    private func identities(
        _ context: IndicatorContext, _ people: EncounterPeople, _ visitors: PlaceVisitors
    ) -> [Identity] {
        guard let reach = context.reach.first, let limit = context.limits.indices.last else { return [] }
        return context.sumTargets.enumerated().flatMap { sum, target -> [Identity] in
            let members = Set(context.targets[target].categories)
            let places = context.openPlaces.filter { members.contains(context.study.places.categoryIndexes[$0]) }
            return people.counts.indices.map { group in
                let sumOfPlaces = places.reduce(0) {
                    $0 + visitors.number(0, sum: sum, group: group, place: $1)
                }
                let residents = people.counts[group].enumerated().reduce(0) {
                    reach.count(target: target, limit: limit, origin: $1.offset) > 0 ? $0 + $1.element : $0
                }
                return Identity(
                    "Σ_j N_jg = Σ_i P_ig·1[n_i > 0]", of: descriptor.id,
                    parameters: context.visitorParameters([
                        ("category", context.targets[target].id), ("group", context.study.groups[group].id),
                    ]),
                    left: sumOfPlaces, right: residents)
            }
        }
    }
}
